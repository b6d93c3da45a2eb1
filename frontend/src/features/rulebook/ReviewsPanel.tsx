import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { AnswerDialog } from './AnswerDialog';
import { reviewPath } from './path';
import { RulesReviewsQuery, type ReviewRow } from './query';
import type { ReviewFilter } from './state';
import { Asked, ReviewStateTag } from './Tags';
import { useConnection } from '@/lib/useConnection';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListFoot } from '@/ui/ListFoot';
import { Loading } from '@/ui/Loading';

interface Props {
  filter: ReviewFilter;
  /** Not shown where there is none. */
  quiet?: boolean;
}

/** The reviews of a document, a power or a measure, the latest first. */
export function ReviewsPanel({ filter, quiet }: Props) {
  const { t } = useTranslation('rulebook');
  const client = useClient();
  const [answering, setAnswering] = useState<ReviewRow | null>(null);
  const list = useConnection<ReviewRow>(JSON.stringify(filter), async (after) => {
    const { data, error } = await client
      .query(
        RulesReviewsQuery,
        { filter, after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.rulesReviews, error };
  });
  const { rows, fetching, error } = list.state;
  if (quiet && rows.length === 0 && !error) return null;
  return (
    <section className="panel" aria-busy={fetching}>
      <h2>{t('review.title')}</h2>
      {error && <ErrorState error={error} onRetry={list.again} />}
      {rows.length > 0 ? (
        <Rows rows={rows} onAnswer={setAnswering} />
      ) : fetching ? (
        <Loading rows={2} />
      ) : (
        !error && <Empty text={t('review.none')} />
      )}
      <ListFoot list={list.state} onMore={list.more} />
      {answering && (
        <AnswerDialog
          review={answering}
          onClose={() => setAnswering(null)}
          onDone={() => {
            setAnswering(null);
            list.again();
          }}
        />
      )}
    </section>
  );
}

function Rows({ rows, onAnswer }: { rows: ReviewRow[]; onAnswer: (row: ReviewRow) => void }) {
  const { t } = useTranslation('rulebook');
  const label = t('review.title');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="grid-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('review.subject')}</th>
            <th scope="col">{t('review.cause')}</th>
            <th scope="col">{t('review.asked')}</th>
            <th scope="col">{t('review.dueOn')}</th>
            <th scope="col">{t('head.state')}</th>
            <th scope="col">{t('head.act')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="rules-thing">
                <Link to={reviewPath(row.id)}>{row.subject}</Link>
              </th>
              <td>
                <Cause review={row} />
              </td>
              <td>
                <Asked review={row} />
              </td>
              <td className="nowrap">{row.dueOn}</td>
              <td className="nowrap">
                <ReviewStateTag review={row} />
              </td>
              <td>
                {row.mayAnswer && (
                  <Button
                    size="small"
                    aria-label={t('answer.one', { name: row.subject })}
                    onClick={() => onAnswer(row)}
                  >
                    {t('answer.action')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a review was asked for. */
export function Cause({ review: { title, edition } }: { review: ReviewRow }) {
  const { t } = useTranslation('rulebook');
  return (
    <>
      {title}
      <div className="hint-inline">
        {edition
          ? [t('edition.of', { revision: edition.revision }), edition.number]
              .filter(Boolean)
              .join(' · ')
          : t('review.repealed')}
      </div>
    </>
  );
}
