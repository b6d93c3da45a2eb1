import { Button } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../draft/keeper';

/** Says whether what is typed has arrived. */
export function SaveStatus({ draft, onRetry }: { draft: Snapshot; onRetry: () => void }) {
  const { t } = useTranslation('form');
  const { status, savedAt } = draft;
  const text =
    status === 'saved'
      ? savedAt
        ? t('save.saved', { time: clock(savedAt) })
        : t('save.untouched')
      : t(`save.${status}`);
  return (
    <span className={`save-status is-${status}`}>
      {/* Every keystroke makes it "waiting": that is not worth being read out. */}
      <span role="status" aria-live={status === 'waiting' ? 'off' : 'polite'}>
        {text}
      </span>
      {(status === 'retrying' || status === 'held') && (
        <Button size="small" onClick={onRetry}>
          {t('save.retry')}
        </Button>
      )}
    </span>
  );
}

function clock(time: string): string {
  const then = dayjs(time);
  return then.format(then.isSame(dayjs(), 'day') ? 'HH:mm' : 'YYYY-MM-DD HH:mm');
}
