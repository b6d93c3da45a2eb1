import { useState } from 'react';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient, useMutation } from 'urql';
import { CheckThing } from './CheckThing';
import { checkPath } from './path';
import { HandoversQuery, SignHandoverMutation, type Handover } from './query';
import { formatTime } from '@/lib/format';
import { text, useUrlState } from '@/lib/urlState';
import { useConnection } from '@/lib/useConnection';
import { useChanged } from '@/lib/useLive';
import { Dialog } from '@/ui/Dialog';
import { Field } from '@/ui/Field';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { UnitSelect } from '@/ui/UnitSelect';
import './check.css';

const spec = { unit: text };

/** The lists of checks that went from one supervisor to another, for both to sign. */
export function Component() {
  const { t } = useTranslation('check');
  const [state, change] = useUrlState(spec);
  const client = useClient();
  const [signing, setSigning] = useState<Handover | null>(null);
  const list = useConnection<Handover>(state.unit ?? '', async (after) => {
    const variables = { unitId: state.unit, after, count: after === null };
    const { data, error } = await client
      .query(HandoversQuery, variables, { requestPolicy: 'network-only' })
      .toPromise();
    return { page: data?.checkHandovers, error };
  });
  useChanged('HANDOVER', list.refresh);
  return (
    <>
      <PageHeader title={t('handovers.title')} crumbs={[{ title: t('title'), to: '/checks' }]} />
      <section className="panel filter-bar" aria-label={t('filter')}>
        <Field label={t('unit')}>
          {(id) => (
            <UnitSelect
              id={id}
              value={state.unit}
              onChange={(unit) => change({ unit })}
              placeholder={t('mine')}
              className="filter-unit"
            />
          )}
        </Field>
      </section>
      <ListPanel list={list} empty={t('handovers.none')} intro={t('handovers.intro')}>
        {(rows) =>
          rows.map((row) => (
            <HandoverView key={row.id} handover={row} onSign={() => setSigning(row)} />
          ))
        }
      </ListPanel>
      {signing && (
        <SignDialog handover={signing} onClose={() => setSigning(null)} onDone={list.restart} />
      )}
    </>
  );
}

function HandoverView({ handover, onSign }: { handover: Handover; onSign: () => void }) {
  const { t } = useTranslation('check');
  const { unit, predecessor, successor, at, checks, turn } = handover;
  const hidden = t('hidden');
  return (
    <article className="check-item">
      <h3>
        {t('handovers.of', {
          unit: unit.name,
          from: predecessor?.name ?? hidden,
          to: successor?.name ?? hidden,
        })}
        <span className="hint-inline"> {formatTime(at)}</span>
      </h3>
      <ul>
        {checks.map((check) => (
          <li key={check.id}>
            <Link to={checkPath(check.id)}>
              {check.unit?.name ?? hidden} <CheckThing kind={check.kind} grade={check.grade} />
            </Link>{' '}
            {t('handovers.due', { day: check.dueOn })}
            {check.begun && <span className="hint-inline"> {t('handovers.begun')}</span>}
          </li>
        ))}
      </ul>
      <p>
        {t('handovers.given')}：
        {handover.predecessorSignedAt
          ? `${nameOf(handover.predecessorSignedBy) ?? hidden} ${formatTime(handover.predecessorSignedAt)} ${handover.predecessorNote}`
          : t('handovers.unsigned')}
      </p>
      <p>
        {t('handovers.taken')}：
        {handover.successorSignedAt
          ? `${successor?.name ?? hidden} ${formatTime(handover.successorSignedAt)} ${handover.successorNote}`
          : t('handovers.unsigned')}
      </p>
      {turn && (
        <Button type="primary" onClick={onSign}>
          {t(turn === 'SUCCESSOR' ? 'handovers.signTaken' : 'handovers.signGiven')}
        </Button>
      )}
    </article>
  );
}

const nameOf = (by: Handover['predecessorSignedBy']) => by && (by.personName ?? by.loginName);

interface Props {
  handover: Handover;
  onClose: () => void;
  onDone: () => void;
}

function SignDialog({ handover, onClose, onDone }: Props) {
  const { t } = useTranslation('check');
  const [form] = Form.useForm<{ note?: string }>();
  const [, sign] = useMutation(SignHandoverMutation);
  return (
    <Dialog<{ note?: string }>
      title={t('handovers.sign')}
      open
      onClose={onClose}
      form={form}
      submit={async ({ note = '' }) => {
        const { error } = await sign({
          input: { handoverId: handover.id, expectedVersion: handover.version, note },
        });
        if (error) return error;
        onDone();
      }}
    >
      <p>{t('handovers.signIntro', { count: handover.checks.length })}</p>
      <Form.Item name="note" label={t('handovers.note')}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </Dialog>
  );
}
