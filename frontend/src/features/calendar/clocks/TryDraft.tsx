import { useState } from 'react';
import { Button, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { Answer } from './DueForm';
import { ClockDueQuery, type ClockAnswer } from './query';
import type { inputOf } from './rule';
import { problemsOf, type Problem } from '@/lib/errors';
import { today } from '@/lib/format';
import { DateInput } from '@/ui/DateInput';
import { ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';

interface Props {
  /** The rule as it is written now. */
  read: () => ReturnType<typeof inputOf>;
  /** What is wrong with the rule itself. */
  onProblems: (problems: Problem[]) => void;
}

/** Says when a limit would end by a rule that is being written. */
export function TryDraft({ read, onProblems }: Props) {
  const { t } = useTranslation('clock');
  const client = useClient();
  const [start, setStart] = useState<string | undefined>(today());
  const [number, setNumber] = useState<number | null>(null);
  const [answer, setAnswer] = useState<ClockAnswer | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);

  const ask = async () => {
    const rule = read();
    const input = { rule, start: start ?? '', number: rule.number ? null : number };
    const { data, error } = await client
      .query(ClockDueQuery, { input }, { requestPolicy: 'network-only' })
      .toPromise();
    const found = problemsOf(error);
    const ofRule = (problem: Problem) => /^(input\.)?rule\./.test(problem.field ?? '');
    onProblems(
      found.filter(ofRule).map((p) => ({ ...p, field: p.field?.replace(/^input\./, '') })),
    );
    setProblems(found.filter((problem) => !ofRule(problem)));
    setAnswer(data?.clockDue ?? null);
  };

  return (
    <div className="clock-draft" role="group" aria-label={t('tryDraft')}>
      <div className="filter-bar">
        <Field label={t('due.start')}>
          {(id) => <DateInput id={id} value={start} onChange={setStart} />}
        </Field>
        <Field label={t('draftNumber')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={3660}
              precision={0}
              value={number}
              onChange={setNumber}
            />
          )}
        </Field>
        <Button onClick={() => void ask()}>{t('tryDraft')}</Button>
      </div>
      <ErrorState problems={problems} />
      {answer && <Answer answer={answer} />}
    </div>
  );
}
