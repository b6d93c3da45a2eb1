import { useEffect } from 'react';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import type { DraftKeeper } from '../draft/keeper';

/** Saves before the page is left, and asks only where that does not go. */
export function LeaveGuard({ keeper }: { keeper: DraftKeeper }) {
  const { t } = useTranslation('form');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && keeper.dirty(),
  );
  const blocked = blocker.state === 'blocked';
  const { proceed } = blocker;
  useEffect(() => {
    if (!blocked) return;
    let current = true;
    void keeper.flush().then((saved) => {
      if (saved && current) proceed?.();
    });
    return () => {
      current = false;
    };
  }, [blocked, keeper, proceed]);
  return (
    <Modal
      open={blocked}
      title={t('leave.title')}
      okText={t('leave.leave')}
      okButtonProps={{ danger: true }}
      cancelText={t('leave.stay')}
      onOk={() => {
        keeper.keep();
        proceed?.();
      }}
      onCancel={() => blocker.reset?.()}
    >
      {t(keeper.read().mirrored ? 'leave.mirrored' : 'leave.lost')}
    </Modal>
  );
}
