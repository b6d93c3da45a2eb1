import { useState } from 'react';
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, type CombinedError } from 'urql';
import { HoldMutation, SetParticipantsMutation, type Participant, type Session } from './query';
import { changesOf, takesBack, totalsOf, type Mark, type Marks } from './roll';
import { RollTable } from './RollTable';
import { SheetReader } from './SheetReader';
import { today } from '@/lib/format';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Props {
  session: Session;
  people: readonly Participant[];
  onClose: () => void;
  onDone: () => void;
}

/**
 * Says who came: of a planned session whose day has come all did but who is marked otherwise; of one that was held what was
 * wrong is corrected. Of one whose day has not come people are only taken out.
 */
export function MarkPanel({ session, people, onClose, onDone }: Props) {
  const { t } = useTranslation('education');
  const notify = useNotify();
  const [{ fetching: holding }, hold] = useMutation(HoldMutation);
  const [{ fetching: setting }, set] = useMutation(SetParticipantsMutation);
  const [marks, setMarks] = useState<Marks>({});
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [completes, setCompletes] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<CombinedError>();
  const { id, version, state, heldOn, completable } = session;
  const planned = state === 'PLANNED';
  const holds = planned && heldOn <= today();
  const back = !planned && (removed.size > 0 || takesBack(people, marks));
  const totals = totalsOf(
    people.filter((one) => !removed.has(one.id)),
    marks,
  );

  const send = async () => {
    const sent = holds
      ? await hold({
          input: {
            sessionId: id,
            expectedVersion: version,
            marks: changesOf(people, marks),
            completes: completable
              .filter((task) => completes.includes(task.id))
              .map((task) => ({ taskId: task.id, expectedVersion: task.version })),
          },
        })
      : await set({
          input: {
            sessionId: id,
            expectedVersion: version,
            remove: [...removed],
            marks: changesOf(
              people.filter((one) => !removed.has(one.id)),
              marks,
            ),
            reason,
          },
        });
    setError(sent.error);
    if (sent.error) return;
    notify.success(t(holds ? 'hold.done' : 'correct.done'));
    onDone();
  };

  const remove = (one: string, away: boolean) =>
    setRemoved((before) => {
      const after = new Set(before);
      if (away) after.add(one);
      else after.delete(one);
      return after;
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className="hint">{t(holds ? 'hold.intro' : planned ? 'remove.intro' : 'correct.intro')}</p>
      {(holds || !planned) && (
        <SheetReader
          sessionId={id}
          onRead={(read) => setMarks((before) => ({ ...before, ...read }))}
        />
      )}
      <RollTable
        people={people}
        marks={planned && !holds ? undefined : marks}
        onMark={(one: string, mark: Mark) => setMarks((before) => ({ ...before, [one]: mark }))}
        removed={removed}
        onRemove={holds ? undefined : remove}
      />
      {holds && completable.length > 0 && (
        <fieldset className="education-tasks">
          <legend>{t('hold.completes')}</legend>
          {completable.map((task) => (
            <Checkbox
              key={task.id}
              checked={completes.includes(task.id)}
              onChange={({ target }) =>
                setCompletes((before) =>
                  target.checked ? [...before, task.id] : before.filter((one) => one !== task.id),
                )
              }
            >
              {t('hold.task', { work: task.work, day: task.dueOn })}
              {task.wantsFile && <span className="hint-inline"> {t('hold.wantsFile')}</span>}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {!planned && (
        <label className="education-reason">
          {t('correct.reason')}
          <Input.TextArea
            rows={2}
            maxLength={500}
            value={reason}
            required={back}
            onChange={({ target }) => setReason(target.value)}
          />
          <span className="hint-inline">{t('correct.reasonHint')}</span>
        </label>
      )}
      {error && <ErrorState error={error} onRetry={() => void send()} />}
      <p role="status" className="education-totals">
        {t('hold.totals', totals)}
      </p>
      <div className="step-actions">
        <Button type="primary" htmlType="submit" loading={holding || setting}>
          {t(holds ? 'hold.send' : 'correct.send')}
        </Button>
        <Button onClick={onClose}>{t('correct.leave')}</Button>
      </div>
    </form>
  );
}
