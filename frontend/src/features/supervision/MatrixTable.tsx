import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ChangeWords } from './ChangeWords';
import type { MatrixLine } from './lines';
import { columns } from './state';
import { GradeBadge } from '@/ui/GradeBadge';

interface Props {
  caption: string;
  head: string;
  lines: MatrixLine[];
  totals: { counts: number[]; total: number; paths: (string | null)[] };
  /** The day of the comparison; null shows no changes. */
  since: string | null;
}

/** The same numbers as the chart, for the keyboard, for screen readers and for copying. */
export function MatrixTable({ caption, head, lines, totals, since }: Props) {
  const { t } = useTranslation('supervision');
  const changes = since !== null && lines.some((line) => line.changes);
  const conflicts = lines.some((line) => line.conflicts);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="grid-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('worst')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('total')}
            </th>
            {conflicts && (
              <th scope="col" className="number">
                {t('conflicts')}
              </th>
            )}
            {changes && <th scope="col">{t('changeColumn', { since })}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                {line.path ? <Link to={line.path}>{line.label}</Link> : line.label}
              </th>
              <td>
                <GradeBadge grade={line.worst} />
              </td>
              {columns.map((column, i) => (
                <td key={column} className="number">
                  <Count
                    count={line.counts[i] ?? 0}
                    path={line.cellPaths[i] ?? null}
                    label={t('cell', {
                      row: line.label,
                      column: t(`column.${column}`),
                      count: line.counts[i] ?? 0,
                    })}
                  />
                </td>
              ))}
              <td className="number">{line.total}</td>
              {conflicts && (
                <td className="number">
                  {line.conflicts && (
                    <Count
                      count={line.conflicts.open}
                      path={line.conflicts.path}
                      label={t('cell', {
                        row: line.label,
                        column: t('conflicts'),
                        count: line.conflicts.open,
                      })}
                    />
                  )}
                </td>
              )}
              {changes && <td>{line.changes && <ChangeWords changes={line.changes} />}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <td />
            {columns.map((column, i) => (
              <td key={column} className="number">
                <Count
                  count={totals.counts[i] ?? 0}
                  path={totals.paths[i] ?? null}
                  label={t('cell', {
                    row: t('total'),
                    column: t(`column.${column}`),
                    count: totals.counts[i] ?? 0,
                  })}
                />
              </td>
            ))}
            <td className="number">{totals.total}</td>
            {conflicts && <td />}
            {changes && <td />}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Count({ count, path, label }: { count: number; path: string | null; label: string }) {
  if (count === 0) return <span className="zero">0</span>;
  return path ? (
    <Link to={path} aria-label={label}>
      {count}
    </Link>
  ) : (
    <>{count}</>
  );
}
