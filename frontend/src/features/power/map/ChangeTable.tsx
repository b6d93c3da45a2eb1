import { useTranslation } from 'react-i18next';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

interface Change {
  key: string;
  name: string;
  kind: Enum<'StepChangeKind'>;
  aspects: Enum<'StepAspect'>[];
  grades?: number;
  measures?: number;
}

/** What became of each step, and what has to be decided again for it. */
export function ChangeTable({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('powerMap');
  const kind = useEnum('StepChangeKind');
  const aspect = useEnum('StepAspect');
  if (changes.length === 0) return <p className="hint">{t('publish.none')}</p>;
  const counted = changes.some((change) => change.grades !== undefined);
  return (
    <div className="table-scroll">
      <table className="grid-table" aria-label={t('publish.changes')}>
        <thead>
          <tr>
            <th scope="col">{t('publish.step')}</th>
            <th scope="col">{t('publish.kind')}</th>
            <th scope="col">{t('publish.aspects')}</th>
            {counted && <th scope="col">{t('publish.takesBack')}</th>}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.kind} ${change.key}`}>
              <th scope="row">{change.name || t('draw.unnamed')}</th>
              <td className="nowrap">
                <span className={`map-change map-change-${change.kind}`}>
                  {kind.label(change.kind)}
                </span>
              </td>
              <td>{change.aspects.map((each) => aspect.label(each)).join('、') || '—'}</td>
              {counted && (
                <td>
                  {[
                    change.grades ? t('publish.grades', { count: change.grades }) : '',
                    change.measures ? t('publish.measures', { count: change.measures }) : '',
                  ]
                    .filter(Boolean)
                    .join('、') || '—'}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
