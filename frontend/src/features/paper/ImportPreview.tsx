import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { CellChange, FormImport, Remark, RowChange } from './importFile';
import { ColumnsQuery } from './query';

interface Props {
  formId: string;
  plan: FormImport;
}

/** What a filled file would change, row by row and cell by cell. */
export function ImportPreview({ formId, plan }: Props) {
  const { t } = useTranslation('paper');
  const nameOf = useColumnNames(formId);
  const count = (kind: RowChange['kind']) => plan.rows.filter((row) => row.kind === kind).length;
  return (
    <>
      <p>
        {t('import.figures', {
          added: count('ADDED'),
          changed: count('CHANGED'),
          removed: count('REMOVED'),
          unchanged: plan.unchanged,
        })}
      </p>
      <Remarks title={t('import.problems')} remarks={plan.problems} />
      <Remarks title={t('import.remarks')} remarks={plan.remarks} />
      {plan.rows.length + plan.fields.length > 0 && (
        <div
          className="table-scroll paper-preview"
          role="region"
          tabIndex={0}
          aria-label={t('import.changes')}
        >
          <table className="grid-table">
            <thead>
              <tr>
                <th scope="col">{t('import.row')}</th>
                <th scope="col">{t('import.column')}</th>
                <th scope="col">{t('import.before')}</th>
                <th scope="col">{t('import.after')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.fields.map((cell) => (
                <Change
                  key={cell.code}
                  row={t('import.form')}
                  cell={cell}
                  name={nameOf('', cell.code)}
                />
              ))}
              {plan.rows.flatMap((row, i) =>
                row.cells.map((cell) => (
                  <Change
                    key={`${i}-${cell.code}`}
                    row={t(`import.kind.${row.kind}`, { row: row.number })}
                    cell={cell}
                    name={nameOf(row.section, cell.code)}
                  />
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Change({ row, cell, name }: { row: string; cell: CellChange; name: string }) {
  return (
    <tr>
      <td>{row}</td>
      <td>{name}</td>
      <td className="prose">{cell.before}</td>
      <td className="prose">{cell.after}</td>
    </tr>
  );
}

function Remarks({ title, remarks }: { title: string; remarks: Remark[] }) {
  const { t } = useTranslation('paper');
  if (remarks.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {remarks.map((remark, i) => (
          <li key={i}>
            {remark.number > 0 && t('import.atRow', { row: remark.number })} {remark.message}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The words of a form's columns by section and code; the code itself before they are known. */
function useColumnNames(formId: string) {
  const [{ data }] = useQuery({ query: ColumnsQuery, variables: { id: formId } });
  const kind = data?.node && 'kind' in data.node ? data.node.kind : undefined;
  const layout = data?.formLayouts.find((one) => one.kind === kind);
  return (section: string, code: string) => {
    const columns = section
      ? layout?.tables.find((table) => table.code === section)?.columns
      : layout?.fields;
    return columns?.find((column) => column.code === code)?.title ?? code;
  };
}
