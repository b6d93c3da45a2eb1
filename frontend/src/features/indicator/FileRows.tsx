import { useTranslation } from 'react-i18next';
import type { FileRow } from './file';
import { useWords } from './useWords';
import { useEnum } from '@/lib/enumLabel';

interface Props {
  /** What is recorded. */
  rows: FileRow[];
  /** How many other rows are recorded like that already. */
  unchanged: number;
  /** How many rows have no value. */
  blank: number;
  /** Whether the file has several sheets. */
  sheets: boolean;
}

/** The readings of a filled table before they are recorded. */
export function FileRows({ rows, unchanged, blank, sheets }: Props) {
  const { t } = useTranslation('indicator');
  const words = useWords();
  const fates = useEnum('ReadingFate');
  const states = useEnum('IndicatorState');
  const count = (fate: FileRow['fate']) => rows.filter((row) => row.fate === fate).length;
  return (
    <>
      {rows.length > 0 && (
        <p>
          {t('file.figures', {
            recorded: count('RECORDED'),
            corrected: count('CORRECTED'),
            over: rows.filter((row) => row.over).length,
          })}
        </p>
      )}
      {unchanged > 0 && <p>{t('file.unchanged', { count: unchanged })}</p>}
      {blank > 0 && <p>{t('file.blank', { count: blank })}</p>}
      {rows.length > 0 && (
        <div
          className="table-scroll indicator-file"
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
                <th scope="col">{t('head.unit')}</th>
                <th scope="col">{t('head.name')}</th>
                <th scope="col">{t('field.period')}</th>
                <th scope="col">{t('field.value')}</th>
                <th scope="col">{t('file.fate')}</th>
                <th scope="col">{t('readings.note')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <tr key={i}>
                  {sheets && <td>{row.sheet}</td>}
                  <td className="number">{row.row}</td>
                  <td>{row.unit}</td>
                  <td>{row.name}</td>
                  <td className="nowrap">{words.span(row)}</td>
                  <td>
                    <span className="indicator-value">
                      {words.amount(row.value, row.measuredIn)}
                    </span>{' '}
                    {row.over && <span className="tag tag-late">{states.label('OVER')}</span>}
                  </td>
                  <td className="nowrap">
                    {fates.label(row.fate)}
                    {row.was != null && (
                      <div className="hint-inline">
                        {t('file.was', { amount: words.amount(row.was, row.measuredIn) })}
                      </div>
                    )}
                  </td>
                  <td className="prose">{row.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
