import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, type CombinedError } from 'urql';
import { WithdrawLeaveMutation, type PlannedLeave } from './query';
import { ErrorState } from '@/ui/ErrorState';

interface Props {
  leaves: PlannedLeave[];
  /** Whether they are of one person alone, who need not be named. */
  own?: boolean;
  onChanged: () => void;
}

/** Planned leave, each to be withdrawn by who may. */
export function LeaveList({ leaves, own = false, onChanged }: Props) {
  const { t } = useTranslation('balance');
  const [sent, withdraw] = useMutation(WithdrawLeaveMutation);
  const [error, setError] = useState<CombinedError>();
  if (leaves.length === 0) return <p className="hint-inline">{t('leave.none')}</p>;
  return (
    <>
      <ErrorState error={error} />
      <ul className="leave-list">
        {leaves.map(({ id, version, person, unit, from, to, mayWithdraw }) => {
          const days = t('leave.days', { from, to });
          const who = person?.name ?? t('hidden');
          return (
            <li key={id}>
              {!own && (
                <>
                  {who} <span className="hint-inline">{unit.name}</span>{' '}
                </>
              )}
              {days}{' '}
              {mayWithdraw && (
                <Button
                  size="small"
                  aria-label={t('leave.withdrawOf', { who, days })}
                  disabled={sent.fetching}
                  onClick={() =>
                    void withdraw({ input: { leaveId: id, expectedVersion: version } }).then(
                      (result) => {
                        setError(result.error);
                        if (!result.error) onChanged();
                      },
                    )
                  }
                >
                  {t('leave.withdraw')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
