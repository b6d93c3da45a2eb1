import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { AnswerDialog } from './AnswerDialog';
import { EditionText } from './EditionsPanel';
import { documentPath, reviewsPath } from './path';
import { RulesReviewQuery, type Review } from './query';
import { Asked, ReviewStateTag } from './Tags';
import './rulebook.css';
import { formatTime } from '@/lib/format';
import { Facts } from '@/ui/Facts';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

/** One review: what changed, what is to be looked at, and what was answered. */
export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: RulesReviewQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Query result={result} onRetry={again} rows={6}>
      {({ node }) =>
        node?.__typename === 'RulesReview' ? <Shown review={node} onDone={again} /> : <NotFound />
      }
    </Query>
  );
}

function Shown({ review, onDone }: { review: Review; onDone: () => void }) {
  const { t } = useTranslation('rulebook');
  const [answering, setAnswering] = useState(false);
  const { document, edition, power, measure, subject } = review;
  const thing = power ? `/powers/${power.id}` : measure && `/measures/${measure.id}`;
  return (
    <>
      <PageHeader
        title={t('review.of', { title: review.title })}
        crumbs={[{ title: t('review.title'), to: reviewsPath }]}
        tags={<ReviewStateTag review={review} />}
        actions={
          review.mayAnswer && (
            <Button type="primary" onClick={() => setAnswering(true)}>
              {t('answer.action')}
            </Button>
          )
        }
      />
      <section className="panel">
        <h2>{t('review.what')}</h2>
        <Facts
          items={[
            [t('review.subject'), thing ? <Link to={thing}>{subject}</Link> : subject],
            [t('head.unit'), review.unit.name],
            [t('review.asked'), <Asked review={review} />],
            [t('review.askedOn'), review.askedOn],
            [t('review.dueOn'), review.dueOn],
          ]}
        />
      </section>
      <section className="panel">
        <h2>{t('review.changed')}</h2>
        <p>
          {document ? <Link to={documentPath(document.id)}>{review.title}</Link> : review.title}
        </p>
        {edition ? (
          <>
            <Facts
              items={[
                [t('head.revision'), t('edition.of', { revision: edition.revision })],
                [t('head.number'), edition.number],
                [t('edition.issuedBy'), edition.issuedBy],
                [t('head.from'), edition.from],
              ]}
            />
            <p className="prose">{edition.changes}</p>
            <EditionText edition={edition} />
          </>
        ) : (
          <>
            <p>{t('review.repealed')}</p>
            {document?.repealedReason && <p className="prose">{document.repealedReason}</p>}
          </>
        )}
      </section>
      {review.answeredAt && (
        <section className="panel">
          <h2>{t('answer.answered')}</h2>
          <p className="prose">{review.note}</p>
          <p className="hint-inline">
            {review.answeredName} {formatTime(review.answeredAt)}
          </p>
        </section>
      )}
      {answering && (
        <AnswerDialog
          review={review}
          onClose={() => setAnswering(false)}
          onDone={() => {
            setAnswering(false);
            onDone();
          }}
        />
      )}
    </>
  );
}
