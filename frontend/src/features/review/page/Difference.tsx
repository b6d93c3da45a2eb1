import { useState } from 'react';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Comparison, ReviewLayout } from '../query';

interface Props {
  comparison: Comparison;
  layout: ReviewLayout;
}

/** A form side by side with how it read before; what is the same is shown when asked for. */
export function Difference({ comparison, layout }: Props) {
  const { t } = useTranslation('review');
  const [whole, setWhole] = useState(false);
  const { added, removed, changed, same } = comparison;
  const fields = comparison.fields.filter((cell) => whole || cell.changed);
  const name = (columns: ReviewLayout['fields'], code: string) =>
    columns.find((column) => column.code === code)?.title ?? code;
  return (
    <>
      <div className="difference-head">
        <span>{t('difference.counts', { added, removed, changed, same })}</span>
        <Checkbox checked={whole} onChange={({ target }) => setWhole(target.checked)}>
          {t('difference.whole')}
        </Checkbox>
      </div>
      {fields.length > 0 && (
        <CellTable
          caption={t('difference.fields')}
          cells={fields}
          name={(code) => name(layout.fields, code)}
        />
      )}
      {comparison.sections.map((section) => {
        const table = layout.tables.find(({ code }) => code === section.code);
        return section.rows
          .filter((row) => whole || row.kind !== 'SAME')
          .map((row) => {
            const shown = row.cells.filter(
              (cell) =>
                (cell.before || cell.after) && (whole || row.kind !== 'CHANGED' || cell.changed),
            );
            const title = row.cells.find(({ code }) => ['name', 'title', 'content'].includes(code));
            return (
              <CellTable
                key={`${section.code}/${row.key}`}
                caption={`${t(`difference.${row.kind}`)} ${title?.after || title?.before || ''}`}
                note={row.note}
                cells={shown}
                name={(code) => name(table?.columns ?? [], code)}
              />
            );
          });
      })}
    </>
  );
}

interface TableProps {
  caption: string;
  note?: string;
  cells: Comparison['fields'];
  name: (code: string) => string;
}

function CellTable({ caption, note, cells, name }: TableProps) {
  const { t } = useTranslation('review');
  return (
    <div className="table-scroll">
      <table className="grid-table difference-table">
        <caption>
          {caption}
          {note && <span className="hint-inline"> {t('difference.note', { note })}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('difference.column')}</th>
            <th scope="col">{t('difference.before')}</th>
            <th scope="col">{t('difference.after')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ code, before, after, changed }) => (
            <tr key={code} className={changed ? 'changed' : undefined}>
              <th scope="row">{name(code)}</th>
              <td className="prose">{changed && before ? <del>{before}</del> : before}</td>
              <td className="prose">{changed && after ? <ins>{after}</ins> : after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
