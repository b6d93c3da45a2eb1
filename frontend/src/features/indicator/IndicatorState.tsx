import { useTranslation } from 'react-i18next';
import type { IndicatorRow } from './query';
import { useWords } from './useWords';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { today } from '@/lib/format';

const looks: Record<Enum<'IndicatorState'>, string> = {
  UNREAD: 'tag-wait',
  WITHIN: 'tag-good',
  OVER: 'tag-late',
};

/** What the newest reading of an indicator says, and whether it is stopped. */
export function IndicatorStateTag({
  indicator: { state, stoppedReason },
}: {
  indicator: Pick<IndicatorRow, 'state' | 'stoppedReason'>;
}) {
  const { t } = useTranslation('indicator');
  const states = useEnum('IndicatorState');
  return (
    <>
      {stoppedReason && (
        <>
          <span className="tag">{t('stoppedTag')}</span>{' '}
        </>
      )}
      <span className={`tag ${looks[state]}`}>{states.label(state)}</span>
    </>
  );
}

/** How the newest value compares with the one before. */
export function Trend({ trend }: Pick<IndicatorRow, 'trend'>) {
  const trends = useEnum('IndicatorTrend');
  return trend ? (
    <span className={`nowrap indicator-${trend}`}>{trends.label(trend)}</span>
  ) : (
    <span className="zero">—</span>
  );
}

/** The newest value with the period that it is of. */
export function Newest({ indicator }: { indicator: IndicatorRow }) {
  const words = useWords();
  const { value, measuredIn, readFor, every } = indicator;
  if (value === null || readFor === null) return <span className="zero">—</span>;
  return (
    <>
      <span className="indicator-value">{words.amount(value, measuredIn)}</span>
      <div className="hint-inline nowrap">{words.periodFrom(every, readFor)}</div>
    </>
  );
}

/** Which period is to be recorded and until when; else when the next is. */
export function Owed({ indicator: { owed, dueOn, every } }: { indicator: IndicatorRow }) {
  const { t } = useTranslation('indicator');
  const words = useWords();
  if (!dueOn) return <span className="zero">—</span>;
  if (!owed) return <span className="hint-inline nowrap">{t('next', { day: dueOn })}</span>;
  return (
    <>
      <span className="nowrap">{words.period(every, owed)}</span>
      <div className="nowrap">
        {dueOn < today() && (
          <>
            <span className="tag tag-late">{t('late')}</span>{' '}
          </>
        )}
        <span className="hint-inline">{t('by', { day: dueOn })}</span>
      </div>
    </>
  );
}
