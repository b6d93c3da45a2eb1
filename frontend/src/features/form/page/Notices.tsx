import { useEffect } from 'react';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftKeeper, Snapshot } from '../draft/keeper';
import type { FormHead } from '../query';
import { formatTime } from '@/lib/format';
import { ErrorState } from '@/ui/ErrorState';

interface Props {
  form: FormHead;
  draft: Snapshot;
  keeper: DraftKeeper;
}

/** What has to be known before typing on. */
export function Notices({ form, draft, keeper }: Props) {
  const { t } = useTranslation('form');
  const { restored, joined, clashes, refusal, mirrored, status } = draft;
  const settled = clashes.length === 0;
  useEffect(() => {
    if (!joined || !settled) return;
    const timer = setTimeout(keeper.dismiss, 20_000);
    return () => clearTimeout(timer);
  }, [joined, settled, keeper]);
  const ok = (
    <Button size="small" onClick={keeper.dismiss}>
      {t('notice.ok')}
    </Button>
  );
  return (
    <>
      {form.returnedAt && (
        <Alert
          type="warning"
          showIcon
          className="error-state"
          title={t('notice.returned', { time: formatTime(form.returnedAt) })}
          description={<span className="prose">{form.returnReason}</span>}
        />
      )}
      {restored && (
        <Alert
          type="info"
          showIcon
          role="status"
          className="error-state"
          title={t('notice.restored')}
          action={ok}
        />
      )}
      {joined && settled && (
        <Alert
          type="info"
          showIcon
          role="status"
          className="error-state"
          title={t('notice.joined')}
          action={ok}
        />
      )}
      {status === 'held' && (
        <Alert type="error" showIcon className="error-state" title={t('notice.held')} />
      )}
      {status === 'held' && <ErrorState problems={[...refusal]} onRetry={keeper.retry} />}
      {!mirrored && status !== 'saved' && (
        <Alert type="warning" showIcon className="error-state" title={t('notice.notMirrored')} />
      )}
    </>
  );
}
