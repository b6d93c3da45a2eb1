import { useState } from 'react';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { DelegateMutation, DelegationsQuery, EndDelegationMutation } from './query';
import { problemsOf, type Problem } from '@/lib/errors';
import { can, useViewer, type Viewer } from '@/lib/viewer';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';
import { PersonSelect } from '@/ui/PersonSelect';
import { Query } from '@/ui/Query';
import { ReasonField } from '@/ui/ReasonField';

/** Whether somebody may delegate a signature: their own, or that of people whom they keep. */
export function mayDelegate(viewer: Viewer): boolean {
  return viewer.person !== null || can(viewer, 'EDIT_PEOPLE');
}

/** Who signs for the viewer while they are away, and for whom the viewer signs. */
export function DelegationPanel() {
  const { t } = useTranslation('review');
  const notify = useNotify();
  const [result, reload] = useQuery({ query: DelegationsQuery });
  const [, end] = useMutation(EndDelegationMutation);
  const [asking, setAsking] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const again = () => reload({ requestPolicy: 'network-only' });
  const finish = async (delegationId: string, expectedVersion: number) => {
    const { error } = await end({ input: { delegationId, expectedVersion } });
    setProblems(problemsOf(error));
    if (!error) notify.success(t('delegation.ended'));
    again();
  };
  return (
    <section className="panel" aria-labelledby="delegations-title">
      <div className="panel-head">
        <h2 id="delegations-title">{t('delegation.title')}</h2>
        <Button onClick={() => setAsking(true)}>{t('delegation.new')}</Button>
      </div>
      <p className="hint">{t('delegation.what')}</p>
      {problems.length > 0 && <ErrorState problems={problems} />}
      <Query result={result} onRetry={again}>
        {({ delegations: { nodes }, waitingActs: { acts } }) =>
          nodes.length + acts.length === 0 ? (
            <Empty text={t('delegation.none')} />
          ) : (
            <ul className="delegations">
              {acts.map(({ id, words }) => (
                <li key={id}>
                  {t('delegation.waits', {
                    represented: valueOf(words, 'represented'),
                    person: valueOf(words, 'person'),
                    from: valueOf(words, 'from'),
                    to: valueOf(words, 'to'),
                  })}
                </li>
              ))}
              {nodes.map((d) => (
                <li key={d.id}>
                  {t('delegation.line', {
                    person: d.personName,
                    deputy: d.deputyName,
                    from: d.from,
                    to: d.to ?? '',
                    reason: d.reason,
                  })}{' '}
                  {d.mayEnd && (
                    <Button
                      size="small"
                      danger
                      aria-label={`${t('delegation.end')} ${d.deputyName}`}
                      onClick={() => void finish(d.id, d.version)}
                    >
                      {t('delegation.end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Query>
      {asking && (
        <DelegateDialog
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            again();
          }}
        />
      )}
    </section>
  );
}

const valueOf = (words: { name: string; value: string }[], name: string) =>
  words.find((each) => each.name === name)?.value ?? '';

interface Values {
  personId?: string;
  deputyId?: string;
  from?: string;
  to?: string;
  reason?: string;
}

function DelegateDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('review');
  const answer = useAnswer(onDone);
  const viewer = useViewer();
  const [, delegate] = useMutation(DelegateMutation);
  return (
    <EditDialog<Values>
      title={t('delegation.new')}
      intro={t('delegation.what')}
      draft="delegate"
      start={{
        personId: undefined,
        deputyId: undefined,
        from: undefined,
        to: undefined,
        reason: undefined,
      }}
      onClose={onClose}
      send={async ({ personId, deputyId = '', from = '', to = '', reason = '' }) => {
        const sent = await delegate({ input: { personId, deputyId, from, to, reason } });
        return answer(sent, t(sent.data?.delegate.act ? 'delegation.begun' : 'delegation.done'));
      }}
    >
      {can(viewer, 'EDIT_PEOPLE') && (
        <Form.Item
          name="personId"
          label={t('delegation.person')}
          extra={t(viewer.person ? 'delegation.orSelf' : 'delegation.word')}
          rules={[{ required: !viewer.person }]}
        >
          <PersonSelect />
        </Form.Item>
      )}
      <Form.Item name="deputyId" label={t('delegation.deputy')} rules={[{ required: true }]}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="from" label={t('delegation.from')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="to" label={t('delegation.to')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <ReasonField label={t('delegation.reason')} />
    </EditDialog>
  );
}
