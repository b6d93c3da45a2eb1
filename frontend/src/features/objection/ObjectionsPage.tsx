import { useState } from 'react';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { AnswerDialog } from './AnswerDialog';
import { ObjectionClock } from './ObjectionClock';
import { ObjectionsQuery, type Objection } from './query';
import { useEnum } from '@/lib/enumLabel';
import { oneOf, useUrlState } from '@/lib/urlState';
import { useConnection } from '@/lib/useConnection';
import { Field } from '@/ui/Field';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';

const shows = ['mine', 'open', 'overdue', 'all'] as const;
const spec = { show: oneOf(shows) };
const filters = {
  mine: { states: ['RAISED'], forMyTier: true },
  open: { states: ['RAISED'] },
  overdue: { overdue: true },
  all: {},
} as const;

/** Objections for those who answer them, with the clock of each. */
export function Component() {
  const { t } = useTranslation('objection');
  const [{ show }, change] = useUrlState(spec);
  const client = useClient();
  const [open, setOpen] = useState<Objection | null>(null);
  const list = useConnection<Objection>(show, async (after) => {
    const { states, ...filter } = { states: undefined, ...filters[show] };
    const { data, error } = await client
      .query(
        ObjectionsQuery,
        { filter: { ...filter, states: states && [...states] }, after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.objections, error };
  });
  return (
    <>
      <PageHeader title={t('list.title')} />
      <section className="panel filter-bar" aria-label={t('list.filter')}>
        <Field label={t('list.show')}>
          {(id) => (
            <Select
              id={id}
              value={show}
              onChange={(next) => change({ show: next })}
              options={shows.map((value) => ({ value, label: t(`list.shows.${value}`) }))}
              popupMatchSelectWidth={false}
            />
          )}
        </Field>
      </section>
      <ListPanel list={list} empty={t('list.none')}>
        {(rows) => <ObjectionTable rows={rows} onOpen={setOpen} />}
      </ListPanel>
      {open && (
        <AnswerDialog
          objection={open}
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

function ObjectionTable({ rows, onOpen }: { rows: Objection[]; onOpen: (one: Objection) => void }) {
  const { t } = useTranslation('objection');
  const role = useEnum('Role');
  const outcome = useEnum('ObjectionOutcome');
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('list.title')}>
      <table className="grid-table list-table">
        <caption className="visually-hidden">{t('list.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.person')}</th>
            <th scope="col">{t('field.unit')}</th>
            <th scope="col">{t('field.about')}</th>
            <th scope="col">{t('field.text')}</th>
            <th scope="col">{t('field.tier')}</th>
            <th scope="col">{t('field.due')}</th>
            <th scope="col">{t('field.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="nowrap">
                {one.person?.name}
              </th>
              <td>{one.unit?.name}</td>
              <td className="prose">{one.aboutText}</td>
              <td className="prose">{one.text}</td>
              <td className="nowrap">{role.label(one.tier)}</td>
              <td>
                <ObjectionClock {...one} />
              </td>
              <td className="prose">
                {one.outcome && <strong>{outcome.label(one.outcome)}</strong>} {one.answer}{' '}
                <span className="hint-inline">{one.answererName}</span>
                {one.mayAnswer && (
                  <Button
                    size="small"
                    type="primary"
                    aria-label={`${t('answer.action')} ${one.person?.name ?? ''}`}
                    onClick={() => onOpen(one)}
                  >
                    {t('answer.action')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
