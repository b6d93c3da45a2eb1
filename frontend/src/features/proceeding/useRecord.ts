import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { RecordProceedingsMutation, type Entry } from './query';
import type { Sent } from '@/ui/edit/useEditForm';
import { useNotify } from '@/ui/notify';

/** Records something of one proceeding, as a form sends it, and says what became of it. */
export function useRecord(onDone: (id: string | undefined) => void) {
  const { t } = useTranslation('proceeding');
  const notify = useNotify();
  const [, record] = useMutation(RecordProceedingsMutation);
  return async (entry: Entry, said: string): Promise<Sent> => {
    const { data, error } = await record({ input: { proceedings: [entry] } });
    if (error) return { error };
    const [outcome] = data?.recordProceedings.outcomes ?? [];
    return {
      done: () => {
        notify.success(outcome?.fate === 'UNCHANGED' ? t('record.unchanged') : said);
        onDone(outcome?.proceeding?.id);
      },
    };
  };
}
