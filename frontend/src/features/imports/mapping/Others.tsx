import { useTranslation } from 'react-i18next';
import { openRest, unreadColumns } from './open';
import type { Shared } from './Pickers';
import { Button } from 'antd';
import { useEnum } from '@/lib/enumLabel';

/** What is asked besides columns and words: rows that no table holds, one risk of several posts, renamed risks. */
export function Others({ reading, draft, onAnswer }: Shared) {
  const { t } = useTranslation('imports');
  const posts = useEnum('ImportSamePosts');
  const answers = useEnum('ImportDoubtAnswer');
  const rest = openRest(reading);
  const columns = unreadColumns(reading).filter(
    ({ table, column }) => !draft.tables[table]?.columns[column],
  );
  const choices = { ...reading.choices, ...draft.choices };
  const same = reading.questions.find(({ kind }) => kind === 'SAME_POSTS');
  const doubts = reading.questions.filter(({ kind }) => kind === 'DOUBT');
  const anyHidden = reading.sheets.some(({ hidden, rows }) => hidden || rows.some((r) => r.hidden));
  const showRest = rest.length > 0 || reading.choices.leaveOutRest;
  const showHidden = anyHidden || reading.choices.leaveOutHidden;
  const showPosts = same !== undefined || reading.choices.samePosts !== null;
  if (!showRest && !showHidden && !showPosts && doubts.length === 0 && columns.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="others-title">
      <h3 id="others-title">{t('mapping.others')}</h3>
      {columns.length > 0 && (
        <div className="map-other">
          <p>{t('mapping.unreadColumns', { count: columns.length })}</p>
          <Button onClick={() => onAnswer({ of: 'unreadColumns', columns })}>
            {t('mapping.leaveColumnsOut')}
          </Button>
        </div>
      )}
      {showRest && (
        <div className="map-other">
          {rest.length > 0 && (
            <ul className="map-rest">
              {rest.map((part) => (
                <li key={`${part.sheet}/${part.firstRow}`}>
                  {t('mapping.restPart', {
                    sheet: part.sheet,
                    rows: rowsOf(part),
                    count: part.count,
                    sample: part.sample,
                  })}
                </li>
              ))}
            </ul>
          )}
          <label>
            <input
              type="checkbox"
              data-open={(rest.length > 0 && !choices.leaveOutRest) || undefined}
              checked={choices.leaveOutRest}
              onChange={({ target }) =>
                onAnswer({ of: 'choice', choice: { leaveOutRest: target.checked } })
              }
            />
            {t('mapping.leaveOutRest')}
          </label>
        </div>
      )}
      {showHidden && (
        <label className="map-other">
          <input
            type="checkbox"
            checked={choices.leaveOutHidden}
            onChange={({ target }) =>
              onAnswer({ of: 'choice', choice: { leaveOutHidden: target.checked } })
            }
          />
          {t('mapping.leaveOutHidden')}
        </label>
      )}
      {showPosts && (
        <label className="map-other map-stacked">
          {t('mapping.samePosts')}
          <select
            className="map-select"
            data-open={!choices.samePosts || undefined}
            value={choices.samePosts ?? ''}
            onChange={({ target }) => {
              const samePosts = posts.options.find(({ value }) => value === target.value)?.value;
              onAnswer({ of: 'choice', choice: { samePosts: samePosts ?? null } });
            }}
          >
            <option value="" disabled={reading.choices.samePosts !== null}>
              {same?.proposal
                ? t('mapping.proposed', {
                    what: posts.options.find(({ value }) => value === same.proposal)?.label ?? '',
                  })
                : t('mapping.choose')}
            </option>
            {posts.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {doubts.map((doubt) => (
        <label key={`${doubt.sheet}/${doubt.row}`} className="map-other map-stacked">
          {t('mapping.doubt', { row: doubt.row, title: doubt.subject, registered: doubt.sample })}
          <select
            className="map-select"
            data-open={!draft.doubts[doubt.subject] || undefined}
            value={draft.doubts[doubt.subject] ?? ''}
            onChange={({ target }) =>
              onAnswer({
                of: 'doubt',
                title: doubt.subject,
                answer: answers.options.find(({ value }) => value === target.value)?.value,
              })
            }
          >
            <option value="">{t('mapping.choose')}</option>
            {answers.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </section>
  );
}

/** Rows from to, as spreadsheet programs number them. */
export function rowsOf({ firstRow, lastRow }: { firstRow: number; lastRow: number }): string {
  return firstRow === lastRow ? String(firstRow) : `${firstRow}–${lastRow}`;
}
