import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ImportFindingsQuery } from './query';
import { useEnum } from '@/lib/enumLabel';
import { ErrorState } from '@/ui/ErrorState';

interface Place {
  firstRow: number;
  lastRow: number;
}

/** Rows from to, as spreadsheet programs number them; empty for a whole sheet. */
function rowsOf({ firstRow, lastRow }: Place): string {
  if (firstRow === 0) return '';
  return firstRow === lastRow ? String(firstRow) : `${firstRow}–${lastRow}`;
}

/** What of the file is not read, what it creates by naming it, and what is read in another way than as it stands. */
export function Findings({ jobId }: { jobId: string }) {
  const { t } = useTranslation('imports');
  const object = useEnum('ImportObject');
  const told = useEnum('ImportToldKind');
  const [{ data, error }, ask] = useQuery({
    query: ImportFindingsQuery,
    variables: { id: jobId },
    requestPolicy: 'network-only',
  });
  if (error) {
    return <ErrorState error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  }
  const job = data?.importJob;
  if (!job) return null;
  return (
    <>
      <Part
        id="unread-title"
        title={t('unread.title', { count: job.unread.length })}
        titles={[
          t('problems.sheet'),
          t('problems.column'),
          t('problems.row'),
          t('unread.count'),
          t('unread.sample'),
          t('unread.state'),
        ]}
        rows={job.unread.map((part) => [
          part.sheet,
          part.column ? t('unread.column', { letter: part.column, title: part.title }) : '',
          rowsOf(part),
          part.count,
          part.sample,
          t(part.leftOut ? 'unread.leftOut' : 'unread.open'),
        ])}
      />
      <Part
        id="named-title"
        title={t('named.title', { count: job.namedCount })}
        hint={t('named.hint')}
        titles={[t('figures.object'), t('preview.label'), t('problems.sheet'), t('problems.row')]}
        rows={job.named.map((one) => [object.label(one.object), one.label, one.sheet, one.row])}
        foot={job.namedCount > job.named.length ? t('named.more', { count: job.named.length }) : ''}
      />
      <Part
        id="told-title"
        title={t('told.title', { count: job.told.length })}
        hint={t('told.hint')}
        titles={[
          t('told.what'),
          t('problems.sheet'),
          t('problems.column'),
          t('problems.row'),
          t('unread.count'),
          t('unread.sample'),
        ]}
        rows={job.told.map((one) => [
          one.text || told.label(one.kind),
          one.sheet,
          one.column || t('problems.wholeRow'),
          rowsOf(one),
          one.count,
          one.sample,
        ])}
      />
    </>
  );
}

interface PartProps {
  id: string;
  title: string;
  hint?: string;
  titles: string[];
  rows: (string | number)[][];
  foot?: string;
}

function Part({ id, title, hint, titles, rows, foot }: PartProps) {
  if (rows.length === 0) return null;
  return (
    <section className="panel">
      <h2 id={id}>{title}</h2>
      {hint && <p className="hint">{hint}</p>}
      <div className="table-scroll import-scroll" role="region" tabIndex={0} aria-labelledby={id}>
        <table className="grid-table">
          <thead>
            <tr>
              {titles.map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, i) => (
              <tr key={i}>
                {cells.map((cell, j) => (
                  <td key={j} className={typeof cell === 'number' ? 'number' : 'prose'}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {foot && <p className="hint">{foot}</p>}
    </section>
  );
}
