import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { headings } from './head';
import { isTyped } from '../draft/sheet';
import type { Column } from '../query';

/** Headings as on paper, with the widths of the columns. */
export const GridHead = memo(function GridHead({ columns }: { columns: readonly Column[] }) {
  const { t } = useTranslation('form');
  const lines = headings(columns);
  return (
    <>
      <colgroup>
        <col style={{ width: 48 }} />
        {columns.map(({ code, width }) => (
          <col key={code} style={{ width: widthOf(width, columns.length) }} />
        ))}
      </colgroup>
      <thead>
        {lines.map((line, i) => (
          <tr key={i} aria-rowindex={1}>
            {i === 0 && (
              <th scope="col" rowSpan={lines.length} className="row-head">
                {t('grid.number')}
              </th>
            )}
            {line.map(({ title, column, colSpan, rowSpan }) => {
              const leaf = colSpan === 1 && (rowSpan === lines.length || i > 0);
              const own = leaf ? columns[column] : undefined;
              return (
                <th
                  key={`${column} ${title}`}
                  scope={leaf ? 'col' : 'colgroup'}
                  colSpan={colSpan}
                  rowSpan={rowSpan}
                  className={own && !isTyped(own) ? 'is-fixed' : undefined}
                  title={own && !isTyped(own) ? t('grid.fixed') : undefined}
                >
                  {title}
                  {own?.required && (
                    <span className="required-mark">
                      <span aria-hidden="true">*</span>
                      <span className="visually-hidden">{t('grid.required')}</span>
                    </span>
                  )}
                </th>
              );
            })}
          </tr>
        ))}
      </thead>
    </>
  );
});

/**
 * Percent of the paper as pixels, in the proportions of the paper: a table of many columns is
 * wider than the window, so that there is room to type.
 */
function widthOf(percent: number, columns: number): number {
  return Math.max(60, Math.round(percent * (columns > 9 ? 15.5 : 8)));
}
