import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import type { DraftKeeper } from './draft/keeper';
import { ApplyFormMutation, type FormHead } from './query';
import { problemsOf, type Problem } from '@/lib/errors';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Props {
  form: FormHead;
  /** What is typed; `flush` saves it before anything else is done with the form. */
  keeper: DraftKeeper;
  /** What keeps the draft out of the register is to be shown. */
  onProblems: () => void;
  /** Further actions: handing in, reviewing. */
  children?: ReactNode;
}

/** What can be done with a form as a whole. */
export function FormActions({ form, keeper, onProblems, children }: Props) {
  const { t } = useTranslation('form');
  const notify = useNotify();
  const [, apply] = useMutation(ApplyFormMutation);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);

  const write = async () => {
    setBusy(true);
    setProblems([]);
    if (await keeper.flush()) {
      const { data, error } = await apply({
        input: { formId: form.id, expectedVersion: keeper.read().version },
      });
      if (data && !error) {
        const { applied, content } = data.applyForm;
        keeper.replace(content);
        if (applied) notify.success(t('apply.done'));
        else {
          notify.error(t('apply.refused', { count: content.problems.length }));
          onProblems();
        }
      }
      setProblems(problemsOf(error));
    } else notify.error(t('apply.unsaved'));
    setBusy(false);
  };

  return (
    <>
      {form.mayFill && (
        <Button onClick={() => void write()} loading={busy} title={t('apply.hint')}>
          {t('apply.button')}
        </Button>
      )}
      {children}
      {problems.length > 0 && (
        <div className="form-actions-problems">
          <ErrorState problems={problems} />
        </div>
      )}
    </>
  );
}
