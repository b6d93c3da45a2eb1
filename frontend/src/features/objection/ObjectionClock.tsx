import { useTranslation } from 'react-i18next';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

interface Props {
  state: Enum<'ObjectionState'>;
  dueOn: string;
  overdue: boolean;
}

/** Where an objection stands, and until when it is to be answered. */
export function ObjectionClock({ state, dueOn, overdue }: Props) {
  const { t } = useTranslation('objection');
  const states = useEnum('ObjectionState');
  return (
    <>
      <span className="tag">{states.label(state)}</span>{' '}
      {state === 'RAISED' && (
        <span className={overdue ? 'tag tag-alarm' : 'hint-inline'}>
          {t(overdue ? 'overdueSince' : 'dueOn', { day: dueOn })}
        </span>
      )}
    </>
  );
}
