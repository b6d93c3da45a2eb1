import { use, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { draftKey, dropForeignDrafts } from './drafts';
import { EditForm } from './EditForm';
import type { EditOptions } from './useEditForm';
import { SessionContext } from '@/lib/viewer';
import { Loading } from '@/ui/Loading';

interface Props<V extends object> extends Omit<EditOptions<V>, 'start'> {
  title: string;
  /** Missing while it is being read. */
  start: V | undefined;
  onClose: () => void;
  submitLabel?: string;
  danger?: boolean;
  width?: number;
  /** Names what is typed here among all dialogs; with it, closing, a reload or a new sign-in loses nothing. */
  draft?: string;
  /** Said where there is nothing any more to catch up with. */
  gone?: string;
  /** Says what follows from sending. */
  intro?: ReactNode;
  children: ReactNode;
}

/**
 * A form in a dialog. It is there as long as it is rendered. Closing keeps what was typed where
 * `draft` gives it a place, and asks otherwise.
 */
export function EditDialog<V extends object>(props: Props<V>) {
  const { title, start, onClose, submitLabel, danger, width, intro, draft, children, ...options } =
    props;
  const { t } = useTranslation('edit');
  const dirty = useRef<() => boolean>(() => false);
  const tell = useCallback((ask: () => boolean) => {
    dirty.current = ask;
  }, []);
  const [asking, setAsking] = useState(false);
  const key = useDraftKey(draft);
  const close = () => (!key && dirty.current() ? setAsking(true) : onClose());
  return (
    <Modal
      title={title}
      open
      footer={null}
      width={width}
      onCancel={close}
      mask={{ closable: false }}
    >
      {intro && <p className="hint">{intro}</p>}
      {start ? (
        <EditForm<V>
          {...options}
          start={start}
          draft={key}
          submitLabel={submitLabel}
          danger={danger}
          onCancel={close}
          sendOnEnter
          guard={(ask) => <Watch ask={ask} tell={tell} />}
        >
          {children}
        </EditForm>
      ) : (
        <Loading rows={4} />
      )}
      <Modal
        open={asking}
        centered
        title={t('leave.title')}
        okText={t('close.leave')}
        okButtonProps={{ danger: true }}
        cancelText={t('leave.stay')}
        onOk={onClose}
        onCancel={() => setAsking(false)}
      >
        {t('close.text')}
      </Modal>
    </Modal>
  );
}

/** Where what is typed by this account is kept; nowhere before somebody is signed in. */
function useDraftKey(name: string | undefined): string | undefined {
  const accountId = use(SessionContext)?.viewer?.account.id;
  useEffect(() => {
    if (name && accountId) dropForeignDrafts(accountId);
  }, [name, accountId]);
  return name && accountId ? draftKey(accountId, `dialog:${name}`) : undefined;
}

/** Hands out the form's question to the dialog around it. */
function Watch({ ask, tell }: { ask: () => boolean; tell: (ask: () => boolean) => void }) {
  useEffect(() => tell(ask), [ask, tell]);
  return null;
}
