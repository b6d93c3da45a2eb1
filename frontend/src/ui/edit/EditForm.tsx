import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldName } from './problems';
import { useEditForm, type EditOptions } from './useEditForm';
import './edit.css';
import { ErrorState } from '@/ui/ErrorState';

export type Editing = ReturnType<typeof useEditForm>;

interface Props<V extends object> extends EditOptions<V> {
  submitLabel?: string;
  danger?: boolean;
  onCancel: () => void;
  /** Enter sends; for dialogs of a few lines. Long forms wait for Ctrl+Enter. */
  sendOnEnter?: boolean;
  /** Said instead of the usual words where there is nothing any more to catch up with. */
  gone?: string;
  /** Lets the frame around the form ask before it goes away. */
  guard: (dirty: () => boolean, drop: () => void) => ReactNode;
  children: ReactNode;
}

/**
 * A form that keeps what was typed: through refusals, other people's changes and
 * the end of a session. Fields are named as the API names the input.
 */
export function EditForm<V extends object>(props: Props<V>) {
  const { submitLabel, danger, onCancel, sendOnEnter, gone, guard, children } = props;
  const { t } = useTranslation('edit');
  const edit = useEditForm(props);

  const onKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      if (!edit.busy) edit.form.submit();
    } else if (!sendOnEnter && event.target instanceof HTMLInputElement) {
      event.preventDefault();
    }
  };

  useWarnOnUnload(edit.dirty);
  return (
    <>
      <Notices edit={edit} gone={gone} />
      <Form<V>
        form={edit.form}
        name={edit.formName}
        layout="vertical"
        initialValues={edit.initialValues}
        disabled={edit.busy}
        validateMessages={{ required: t('required'), whitespace: t('required') }}
        onValuesChange={edit.changed}
        onFinish={() => void edit.submit()}
        onFinishFailed={({ errorFields }) =>
          edit.refused(errorFields.map(({ name }) => ({ name: name as FieldName })))
        }
        onKeyDown={onKey}
        aria-busy={edit.busy}
        className="edit-form"
      >
        {children}
        <div className="edit-actions">
          <Button type="primary" danger={danger} htmlType="submit" loading={edit.busy}>
            {submitLabel ?? t('save')}
          </Button>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <span className="hint-inline">{t('shortcut')}</span>
        </div>
      </Form>
      {guard(edit.dirty, edit.drop)}
    </>
  );
}

type NoticeState = Pick<
  Editing,
  'problems' | 'stale' | 'clashes' | 'restored' | 'busy' | 'catchUp' | 'discard'
>;

function Notices({ edit, gone }: { edit: NoticeState; gone?: string }) {
  const { t } = useTranslation('edit');
  const box = useRef<HTMLDivElement>(null);
  // What no field can show stands above a form that may be longer than the window.
  const said = edit.busy ? null : edit.problems.length > 0 || edit.stale !== 'no' || edit.clashes;
  useEffect(() => {
    if (!said) return;
    box.current?.scrollIntoView({ block: 'center' });
    box.current?.focus({ preventScroll: true });
  }, [said]);
  return (
    <div ref={box} tabIndex={-1} className="edit-notices">
      {edit.restored && (
        <Alert
          type="info"
          showIcon
          className="error-state"
          title={t('draft.restored')}
          action={<Button onClick={edit.discard}>{t('draft.discard')}</Button>}
        />
      )}
      {edit.stale !== 'no' && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="error-state"
          title={t('stale.title')}
          description={edit.stale === 'gone' ? (gone ?? t('stale.gone')) : t('stale.text')}
          action={
            edit.stale === 'yes' && (
              <Button type="primary" loading={edit.busy} onClick={() => void edit.catchUp()}>
                {t('stale.reload')}
              </Button>
            )
          }
        />
      )}
      {edit.clashes && (
        <Alert
          type="info"
          showIcon
          role="status"
          className="error-state"
          title={t('stale.merged')}
          description={
            edit.clashes.length > 0 ? t('stale.clashes', { count: edit.clashes.length }) : undefined
          }
        />
      )}
      <ErrorState problems={edit.problems} />
    </div>
  );
}

/** Closing the tab or following a foreign link: the browser asks in its own words. */
function useWarnOnUnload(dirty: () => boolean) {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (dirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
}
