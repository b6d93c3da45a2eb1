import { useTranslation } from 'react-i18next';
import type { ReviewRow } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

const looks: Record<Enum<'RulesState'>, string> = {
  NOT_YET: 'tag-wait',
  IN_FORCE: 'tag-good',
  REPEALED: '',
};

/** Whether a document holds. */
export function RulesStateTag({ state }: { state: Enum<'RulesState'> }) {
  const states = useEnum('RulesState');
  return <span className={`tag ${looks[state]}`}>{states.label(state)}</span>;
}

const reviewLooks: Record<Enum<'RulesReviewState'>, string> = {
  OPEN: 'tag-wait',
  KEPT: 'tag-good',
  CHANGED: 'tag-good',
  DROPPED: '',
};

/** How far a review has come, and whether it is late. */
export function ReviewStateTag({
  review: { state, overdue },
}: {
  review: Pick<ReviewRow, 'state' | 'overdue'>;
}) {
  const { t } = useTranslation('rulebook');
  const states = useEnum('RulesReviewState');
  return (
    <>
      {overdue && (
        <>
          <span className="tag tag-late">{t('review.late')}</span>{' '}
        </>
      )}
      <span className={`tag ${reviewLooks[state]}`}>{states.label(state)}</span>
    </>
  );
}

/** Who is asked, with the tier where somebody is in another's place. */
export function Asked({ review: { person, tier } }: { review: ReviewRow }) {
  const { t } = useTranslation('rulebook');
  const roles = useEnum('Role');
  if (!person) return <>{tier === 'STAFF' ? t('review.nobody') : roles.label(tier)}</>;
  return (
    <>
      {person.name}
      {tier !== 'STAFF' && `（${roles.label(tier)}）`}
    </>
  );
}
