import { useState } from 'react';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { HandleDialog } from './HandleDialog';
import { FeedbackQuery, type Feedback } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatDate } from '@/lib/format';
import { serverUrl } from '@/lib/page';
import { oneOf, useUrlState } from '@/lib/urlState';
import { useConnection } from '@/lib/useConnection';
import { Field } from '@/ui/Field';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';

const spec = { state: oneOf(['RECEIVED', 'HANDLED', 'all']) };

/** What the public wrote about published forms, for the inspector. */
export function Component() {
  const { t } = useTranslation('publicity');
  const states = useEnum('FeedbackState');
  const [{ state }, change] = useUrlState(spec);
  const client = useClient();
  const [open, setOpen] = useState<Feedback | null>(null);
  const list = useConnection<Feedback>(state, async (after) => {
    const filter = state === 'all' ? undefined : { states: [state] };
    const { data, error } = await client
      .query(
        FeedbackQuery,
        { filter, after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.publicFeedback, error };
  });
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <a href={serverUrl('public/')} target="_blank" rel="noreferrer">
            {t('publicPage')}
          </a>
        }
      />
      <section className="panel filter-bar" aria-label={t('filter')}>
        <Field label={t('field.state')}>
          {(id) => (
            <Select
              id={id}
              value={state}
              onChange={(next) => change({ state: next })}
              options={[...states.options, { value: 'all' as const, label: t('all') }]}
              popupMatchSelectWidth={false}
            />
          )}
        </Field>
      </section>
      <ListPanel list={list} intro={t('intro')} empty={t('none')}>
        {(rows) => <FeedbackTable rows={rows} onOpen={setOpen} />}
      </ListPanel>
      {open && (
        <HandleDialog
          feedback={open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            list.restart();
          }}
        />
      )}
    </>
  );
}

function FeedbackTable({ rows, onOpen }: { rows: Feedback[]; onOpen: (one: Feedback) => void }) {
  const { t } = useTranslation('publicity');
  const states = useEnum('FeedbackState');
  const kinds = useEnum('FormKind');
  return (
    <div className="table-scroll">
      <table className="grid-table list-table">
        <caption className="visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.receivedOn')}</th>
            <th scope="col">{t('field.about')}</th>
            <th scope="col">{t('field.text')}</th>
            <th scope="col">{t('field.contact')}</th>
            <th scope="col">{t('field.state')}</th>
            <th scope="col">{t('field.handling')}</th>
            <th scope="col">{t('field.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <td className="nowrap">{formatDate(one.receivedOn)}</td>
              <td>
                <a href={serverUrl(one.noticePath.slice(1))} target="_blank" rel="noreferrer">
                  {one.unit?.name} {kinds.label(one.form?.kind)}
                </a>
              </td>
              <td className="prose">{one.text}</td>
              <td>{one.contact}</td>
              <td className="nowrap">{states.label(one.state)}</td>
              <td className="prose">
                {one.handling}{' '}
                {one.handler && <span className="hint-inline">{one.handler.name}</span>}
              </td>
              <td>
                <Button size="small" onClick={() => onOpen(one)}>
                  {t(one.state === 'RECEIVED' ? 'handle.action' : 'handle.again')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
