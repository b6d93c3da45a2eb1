import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActionDialog, type ReviewAction } from './ActionDialog';
import { ReviewStandQuery } from './query';
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
  const [open, setOpen] = useState<ReviewAction | null>(null);
  const form = data?.node?.__typename === 'Form' ? data.node : null;
  if (!form) return null;

  const begin = async (action: ReviewAction) => {
    if (action === 'SUBMIT' && before && !(await before())) {
      notify.error(t('unsaved'));
      return;
    }
    setOpen(action);
  };
  const changed = () => {
    setOpen(null);
    reload({ requestPolicy: 'network-only' });
    onChanged();
  };
  return (
    <>
      {form.allowedReviewActions.map((action) => (
        <Button
          key={action}
          type={action === 'SUBMIT' || action === 'APPROVE' ? 'primary' : 'default'}
          danger={action === 'RETURN' || action === 'REFUSE_REVISION'}
          onClick={() => void begin(action)}
        >
          {t(`action.${action}`)}
        </Button>
      ))}
      {open && (
        <ActionDialog
          action={open}
          form={form}
          onClose={() => setOpen(null)}
          onDone={changed}
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
