import { useTranslation } from 'react-i18next';
import { sumOf } from './job';
import type { ImportJob } from './query';
import { useEnum } from '@/lib/enumLabel';

/** Per kind of object how much is new, changed and as it was. */
export function Figures({ job }: { job: ImportJob }) {
  const { t } = useTranslation('imports');
  const object = useEnum('ImportObject');
  const sum = sumOf(job.figures);
  const planned = job.state !== 'DONE';
  // The server lists every kind of object; a line of noughts says nothing.
  const touched = job.figures.filter((f) => f.created + f.changed + f.unchanged > 0);
  if (touched.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="figures-title">
      <h2 id="figures-title">{t(planned ? 'figures.planned' : 'figures.done')}</h2>
      <table className="grid-table figures">
        <thead>
          <tr>
            <th scope="col">{t('figures.object')}</th>
            <th scope="col" className="number">
              {t('figures.created')}
            </th>
            <th scope="col" className="number">
              {t('figures.changed')}
            </th>
            <th scope="col" className="number">
              {t('figures.unchanged')}
            </th>
            {sum.unwritten > 0 && (
              <th scope="col" className="number">
                {t('figures.unwritten')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {touched.map((figure) => (
            <tr key={figure.object}>
              <th scope="row">{object.label(figure.object)}</th>
              <td className="number">{figure.created}</td>
              <td className="number">{figure.changed}</td>
              <td className="number">{figure.unchanged}</td>
              {sum.unwritten > 0 && <td className="number">{figure.unwritten}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('figures.sum')}</th>
            <td className="number">{sum.created}</td>
            <td className="number">{sum.changed}</td>
            <td className="number">{sum.unchanged}</td>
            {sum.unwritten > 0 && <td className="number">{sum.unwritten}</td>}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** Some of what would be created or changed, in words. */
export function Preview({ changes }: { changes: ImportJob['preview'] }) {
  const { t } = useTranslation('imports');
  const object = useEnum('ImportObject');
  return (
    <section className="panel">
      <h2 id="preview-title">{t('preview.title', { count: changes.length })}</h2>
      <div
        className="table-scroll import-scroll"
        role="region"
        tabIndex={0}
        aria-labelledby="preview-title"
      >
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t('figures.object')}</th>
              <th scope="col">{t('preview.label')}</th>
              <th scope="col">{t('preview.change')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change, i) => (
              <tr key={i}>
                <td className="nowrap">{object.label(change.object)}</td>
                <td>{change.label}</td>
                <td>
                  {change.created ? (
                    t('preview.created')
                  ) : (
                    <ul className="differences">
                      {change.differences.map(({ field, old, new: next }) => (
                        <li key={field}>
                          {field}：<del>{old || t('preview.empty')}</del> →{' '}
                          <ins>{next || t('preview.empty')}</ins>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
