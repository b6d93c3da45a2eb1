import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shadesOf } from './heat';
import type { MatrixLine } from './lines';
import { columns } from './state';
import { GiveLink } from '@/features/instruction/door';

interface Props {
  caption: string;
  head: string;
  lines: MatrixLine[];
}

/**
 * The rows as a heat map. It is a table whose cells are coloured: a library for charts is half as large as
 * all else that the page needs, and draws no links for the keyboard.
 */
export function MatrixHeat({ caption, head, lines }: Props) {
  const { t } = useTranslation(['supervision', 'common']);
  const shades = useMemo(() => shadesOf(lines), [lines]);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="heat-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{head}</span>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`supervision:column.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('common:action.instruct')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, y) => (
            <tr key={line.key}>
              <th scope="row" title={line.label}>
                {line.path ? <Link to={line.path}>{line.label}</Link> : line.label}
              </th>
              {columns.map((column, x) => {
                const count = line.counts[x] ?? 0;
                const path = line.cellPaths[x];
                const shade = shades[y]?.[x];
                const style = { background: shade?.fill, color: shade?.ink };
                return (
                  <td key={column}>
                    {path && count > 0 ? (
                      <Link
                        to={path}
                        className="heat-cell"
                        style={style}
                        aria-label={t('supervision:cell', {
                          row: line.label,
                          column: t(`supervision:column.${column}`),
                          count,
                        })}
                      >
                        {count}
                      </Link>
                    ) : (
                      <span className="heat-cell" style={style}>
                        {count}
                      </span>
                    )}
                  </td>
                );
              })}
              <td>{line.unit && <GiveLink about={{ unit: line.unit }} of={line.label} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
