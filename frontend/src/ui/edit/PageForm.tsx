import { useEffect, type ReactNode } from 'react';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBlocker, useLocation } from 'react-router';
import { draftKey, dropForeignDrafts } from './drafts';
import { EditForm } from './EditForm';
import type { EditOptions } from './useEditForm';
import { useViewer } from '@/lib/viewer';

interface Props<V extends object> extends Omit<EditOptions<V>, 'draft'> {
  submitLabel?: string;
  onCancel: () => void;
  children: ReactNode;
}

/** A form that fills a page: asks before it is left, and is found again after a new sign-in. */
export function PageForm<V extends object>(props: Props<V>) {
  const { account } = useViewer();
  const { pathname, search } = useLocation();
  useEffect(() => dropForeignDrafts(account.id), [account.id]);
  return (
    <div className="panel">
      <EditForm<V>
        {...props}
        draft={draftKey(account.id, pathname + search)}
        guard={(dirty, drop) => <LeaveGuard dirty={dirty} drop={drop} />}
      />
    </div>
  );
}

function LeaveGuard({ dirty, drop }: { dirty: () => boolean; drop: () => void }) {
  const { t } = useTranslation('edit');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && dirty(),
  );
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('leave.title')}
      okText={t('leave.leave')}
      okButtonProps={{ danger: true }}
      cancelText={t('leave.stay')}
      onOk={() => {
        drop();
        blocker.proceed?.();
      }}
      onCancel={() => blocker.reset?.()}
    >
      {t('leave.text')}
    </Modal>
  );
}
