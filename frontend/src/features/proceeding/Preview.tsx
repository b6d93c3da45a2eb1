import { useEffect, useState } from 'react';
import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { TryProceedingsMutation, type Entry } from './query';
import type { ResultOf } from '@/gql';
import { useDebounced } from '@/lib/useDebounced';

type Tried = ResultOf<typeof TryProceedingsMutation>['recordProceedings']['outcomes'][number];

interface Props<V> {
  /** What the form would record; null while it says too little. */
  entryOf: (values: V) => Entry | null;
  /** Messages of what is recorded already. */
  known?: readonly string[];
}

/** Tells in a form what its values would be recorded as. What is wrong with them is told when they are sent. */
export function Preview<V extends object>({ entryOf, known = [] }: Props<V>) {
  const { t } = useTranslation('proceeding');
  const client = useClient();
  const form = Form.useFormInstance<V>();
  const values = Form.useWatch<V | undefined>([], form);
  const entry = values && entryOf(values);
  const asked = useDebounced(entry ? JSON.stringify(entry) : '', 500);
  const [tried, setTried] = useState<{ asked: string; outcome?: Tried }>();
  useEffect(() => {
    if (!asked) return;
    let current = true;
    const proceedings = [JSON.parse(asked) as Entry];
    void client
      .mutation(TryProceedingsMutation, { input: { proceedings, dryRun: true } })
      .toPromise()
      .then(({ data }) => {
        if (current) setTried({ asked, outcome: data?.recordProceedings.outcomes[0] });
      });
    return () => {
      current = false;
    };
  }, [client, asked]);
  // What was said of other values says nothing of these.
  const outcome = asked && tried?.asked === asked ? tried.outcome : undefined;
  const lines = outcome
    ? [
        ...outcome.deviations.map(({ message }) => message).filter((one) => !known.includes(one)),
        ...outcome.unmatched.map((name) => t('record.unmatched', { name })),
      ]
    : [];
  return (
    <div role="status">
      {lines.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="error-state"
          title={t('record.would')}
          description={
            <ul className="proceeding-lines">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}
