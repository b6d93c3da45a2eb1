import { useTranslation } from 'react-i18next';
import type { FileRow } from './file';
import { useEnum } from '@/lib/enumLabel';

interface Props {
  /** What is recorded. */
  rows: FileRow[];
  /** How many others are recorded like that already. */
  unchanged: number;
  /** Whether the file has several sheets. */
  sheets: boolean;
}

/** So many rows are shown at most: the dialog tells of them, the file has them all. */
const mostShown = 500;

/** The proceedings of a filled table before they are recorded. */
export function FileRows({ rows, unchanged, sheets }: Props) {
  const { t } = useTranslation('proceeding');
  const fates = useEnum('ProceedingFate');
  const states = useEnum('ProceedingState');
  const count = (fate: FileRow['fate']) => rows.filter((row) => row.fate === fate).length;
  return (
    <>
      {rows.length > 0 && (
        <p>
          {t('file.figures', {
            recorded: count('RECORDED'),
            changed: count('CHANGED'),
            straying: rows.filter(({ deviations }) => deviations.length > 0).length,
          })}
        </p>
      )}
      {unchanged > 0 && <p>{t('file.unchanged', { count: unchanged })}</p>}
      {rows.length > mostShown && <p>{t('file.shown', { count: mostShown })}</p>}
      {rows.length > 0 && (
        <div
          className="table-scroll proceeding-file"
          role="region"
          tabIndex={0}
          aria-label={t('file.rows')}
        >
          <table className="grid-table">
            <caption className="visually-hidden">{t('file.rows')}</caption>
            <thead>
              <tr>
                {sheets && <th scope="col">{t('file.sheet')}</th>}
                <th scope="col" className="number">
                  {t('file.row')}
                </th>
                <th scope="col">{t('field.number')}</th>
                <th scope="col">{t('head.power')}</th>
                <th scope="col">{t('file.fate')}</th>
                <th scope="col" className="number">
                  {t('file.lines')}
                </th>
                <th scope="col">{t('head.state')}</th>
                <th scope="col">{t('file.told')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, mostShown).map((row, i) => (
                <tr key={i}>
                  {sheets && <td>{row.sheet}</td>}
                  <td className="number">{row.row}</td>
                  <th scope="row">{row.number}</th>
                  <td>
                    {row.power}
                    <div className="hint-inline">{row.unit}</div>
                  </td>
                  <td className="nowrap">{fates.label(row.fate)}</td>
                  <td className="number">{row.recorded}</td>
                  <td className="nowrap">{states.label(row.state)}</td>
                  <td className="prose">
                    <Told row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** Where it would stray, which steps are not on the map, and who was not found. */
function Told({ row: { deviations, offMap, unmatched } }: { row: FileRow }) {
  const { t } = useTranslation('proceeding');
  const lines = [
    ...deviations,
    ...(offMap.length > 0 ? [t('file.offMap', { names: offMap.join('、') })] : []),
    ...(unmatched.length > 0 ? [t('file.unmatched', { names: unmatched.join('、') })] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="proceeding-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
