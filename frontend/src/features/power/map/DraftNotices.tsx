import { useEffect, useState } from 'react';
import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { useMutation } from 'urql';
import { DiscardDraftMutation } from './query';
import type { DraftEditing } from './useDraft';
import { formatTime } from '@/lib/format';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

/** Somebody else saved meanwhile: what counts? */
export function Conflict({ editing }: { editing: DraftEditing }) {
  const { t } = useTranslation('powerMap');
  const { state, theirs, load, keepMine } = editing;
  if (state !== 'conflict') return null;
  const by = theirs?.savedBy;
  const text = theirs?.savedAt
    ? t('conflict.by', {
        name: by?.personName ?? by?.loginName ?? t('conflict.somebody'),
        time: formatTime(theirs.savedAt),
      })
    : t('conflict.gone');
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="map-notice"
      title={text}
      action={
        <div className="row-buttons">
          <Button size="small" disabled={!theirs} onClick={() => theirs && load(theirs)}>
            {t('conflict.theirs')}
          </Button>
          <Button size="small" disabled={!theirs} onClick={keepMine}>
            {t('conflict.mine')}
          </Button>
        </div>
      }
    />
  );
}

/** Saves what is not saved before the page is left, and asks where that fails. */
export function LeaveGuard({ editing }: { editing: DraftEditing }) {
  const { t } = useTranslation('powerMap');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && !editing.isClean(),
  );
  const [asking, setAsking] = useState(false);
  const blocked = blocker.state === 'blocked';
  useEffect(() => {
    if (!blocked) return;
    let current = true;
    void editing.flush().then((saved) => {
      if (!current) return;
      if (saved) blocker.proceed?.();
      else setAsking(true);
    });
    return () => {
      current = false;
    };
    // Once for each time that it is to be left.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [blocked]);
  return (
    <Modal
      open={blocked && asking}
      title={t('leave.title')}
      okText={t('leave.leave')}
      okButtonProps={{ danger: true }}
      cancelText={t('leave.stay')}
      onOk={() => {
        editing.drop();
        blocker.proceed?.();
      }}
      onCancel={() => {
        setAsking(false);
        blocker.reset?.();
      }}
    >
      {t('leave.text')}
    </Modal>
  );
}

interface DiscardProps {
  powerId: string;
  editing: DraftEditing;
  onClose: () => void;
}

export function DiscardDialog({ powerId, editing, onClose }: DiscardProps) {
  const { t } = useTranslation('powerMap');
  const notify = useNotify();
  const [{ fetching, error }, discard] = useMutation(DiscardDraftMutation);
  const send = async () => {
    await editing.flush();
    const { data } = await discard({ input: { powerId, expectedVersion: editing.version() } });
    if (!data) return;
    const fresh = await editing.newest();
    if (fresh) editing.load(fresh);
    notify.success(t('discard.done'));
    onClose();
  };
  return (
    <Modal
      open
      title={t('discard.title')}
      okText={t('discard.ok')}
      okButtonProps={{ danger: true }}
      cancelText={t('discard.cancel')}
      confirmLoading={fetching}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <ErrorState error={error} />
      {t('discard.text')}
    </Modal>
  );
}
