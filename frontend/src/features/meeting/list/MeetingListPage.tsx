import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { MeetingListQuery, type MeetingRow } from '../query';
import '../meeting.css';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { formatDate } from '@/lib/format';
import { listOf, text, useUrlState, writeState } from '@/lib/urlState';
import { useConnection } from '@/lib/useConnection';
import { can, useViewer } from '@/lib/viewer';
import { EnumSelect } from '@/ui/EnumSelect';
import { Field } from '@/ui/Field';
import { LinkButton } from '@/ui/LinkButton';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { UnitSelect } from '@/ui/UnitSelect';

const states: Enum<'MeetingState'>[] = ['PLANNED', 'OPEN', 'CLOSED', 'CANCELLED'];
const spec = { unit: text, state: listOf(states), q: text };

export function Component() {
  const { t } = useTranslation(['meeting', 'common']);
  const [state, change] = useUrlState(spec);
  const viewer = useViewer();
  const client = useClient();
  const list = useConnection<MeetingRow>(writeState(spec, state), async (after) => {
    const { data, error } = await client
      .query(
        MeetingListQuery,
        {
          filter: {
            unitId: state.unit,
            states: state.state.length > 0 ? state.state : undefined,
            text: state.q,
          },
          after,
          count: after === null,
        },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.meetings, error };
  });
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          can(viewer, 'HOLD_MEETINGS') && (
            <LinkButton type="primary" to="/meetings/new">
              {t('new')}
            </LinkButton>
          )
        }
      />
      <section className="panel filter-bar" aria-label={t('filter.label')}>
        <Field label={t('field.text')}>
          {(id) => (
            <Input.Search
              key={state.q ?? ''}
              id={id}
              allowClear
              defaultValue={state.q}
              onSearch={(q) => change({ q: q.trim() || undefined })}
              className="filter-unit"
            />
          )}
        </Field>
        <Field label={t('field.unit')}>
          {(id) => (
            <UnitSelect
              id={id}
              value={state.unit}
              onChange={(unit) => change({ unit })}
              className="filter-unit"
            />
          )}
        </Field>
        <Field label={t('field.state')}>
          {(id) => (
            <EnumSelect
              id={id}
              name="MeetingState"
              value={state.state}
              onChange={(chosen) => change({ state: chosen })}
              placeholder={t('filter.all')}
            />
          )}
        </Field>
        <Button onClick={() => change({ unit: undefined, state: [], q: undefined })}>
          {t('filter.clear')}
        </Button>
      </section>
      <ListPanel list={list} empty={t('common:state.emptyFiltered')}>
        {(rows) => <MeetingTable rows={rows} />}
      </ListPanel>
    </>
  );
}

function MeetingTable({ rows }: { rows: MeetingRow[] }) {
  const { t } = useTranslation('meeting');
  const state = useEnum('MeetingState');
  return (
    <div className="table-scroll">
      <table className="grid-table list-table">
        <caption className="visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.title')}</th>
            <th scope="col">{t('field.unit')}</th>
            <th scope="col">{t('field.heldOn')}</th>
            <th scope="col">{t('field.place')}</th>
            <th scope="col">{t('field.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/meetings/${row.id}`}>{row.title}</Link>
              </th>
              <td>{row.unit?.name ?? '—'}</td>
              <td className="nowrap">{formatDate(row.heldOn)}</td>
              <td>{row.place || '—'}</td>
              <td className="nowrap">{state.label(row.state)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
