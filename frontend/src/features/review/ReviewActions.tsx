import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActionDialog, type ReviewAction } from './ActionDialog';
import { ReviewStandQuery, type Stand } from './query';
import { useNotify } from '@/ui/notify';

interface Props {
  formId: string;
  /** Saves what is typed before the form is handed in; false keeps it from being. */
  before?: () => Promise<boolean>;
  /** The form has changed and is to be read again. */
  onChanged: () => void;
  /** What keeps the form from being handed in is to be shown. */
  onProblems?: () => void;
}

/** The steps of the review that the server lets the viewer take with a form as it stands. */
export function ReviewActions({ formId, before, onChanged, onProblems }: Props) {
  const { t } = useTranslation('review');
  const notify = useNotify();
  const [{ data }, reload] = useQuery({
    query: ReviewStandQuery,
    variables: { id: formId },
    requestPolicy: 'cache-and-network',
  });
  const [open, setOpen] = useState<{ action: ReviewAction; form: Stand } | null>(null);
  const form = data?.node?.__typename === 'Form' ? data.node : null;
  if (!form && !open) return null;

  const begin = async (action: ReviewAction, form: Stand) => {
    if (action === 'SUBMIT' && before && !(await before())) {
      notify.error(t('unsaved'));
      return;
    }
    setOpen({ action, form });
  };
  const again = () => reload({ requestPolicy: 'network-only' });
  const changed = () => {
    setOpen(null);
    again();
    onChanged();
  };
  return (
    <>
      {form?.allowedReviewActions.map((action) => (
        <Button
          key={action}
          type={action === 'SUBMIT' || action === 'APPROVE' ? 'primary' : 'default'}
          danger={action === 'RETURN' || action === 'REFUSE_REVISION'}
          onClick={() => void begin(action, form)}
        >
          {t(`action.${action}`)}
        </Button>
      ))}
      {open && (
        <ActionDialog
          action={open.action}
          // A form that went out of sight takes nothing with it that is being typed.
          form={form ?? open.form}
          onClose={() => setOpen(null)}
          onDone={changed}
          onRefused={again}
          onProblems={() => {
            setOpen(null);
            onProblems?.();
            onChanged();
          }}
        />
      )}
    </>
  );
}
