import type { CombinedError } from 'urql';
import type { Sent } from './useEditForm';
import { useNotify } from '@/ui/notify';

/** Turns a mutation's result into what a form wants to know; says so when it is done. */
export function useAnswer(onDone: () => void) {
  const notify = useNotify();
  return ({ error }: { error?: CombinedError }, said: string): Sent =>
    error
      ? { error }
      : {
          done: () => {
            notify.success(said);
            onDone();
          },
        };
}
