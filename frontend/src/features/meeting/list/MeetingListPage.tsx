import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { MeetingListQuery, type MeetingRow } from '../query';
import '../meeting.css';
import { enums } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { formatDate } from '@/lib/format';
import { listOf, text, useUrlState, writeState } from '@/lib/urlState';
import { useConnection } from '@/lib/useConnection';
import { can, useViewer } from '@/lib/viewer';
import { Empty } from '@/ui/Empty';
import { EnumSelect } from '@/ui/EnumSelect';
import { ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { LinkButton } from '@/ui/LinkButton';
import { ListFoot } from '@/ui/ListFoot';
import { Loading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';
import { UnitSelect } from '@/ui/UnitSelect';

const spec = { unit: text, state: listOf(enums.MeetingState), q: text };

export function Component() {
  const { t } = useTranslation('meeting');
  const [state, change] = useUrlState(spec);
  const viewer = useViewer();
  const client = useClient();
  const {
    state: list,
    more,
    again,
  } = useConnection<MeetingRow>(writeState(spec, state), async (after) => {
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
      {list.error && <ErrorState error={list.error} onRetry={again} />}
      <section className="panel" aria-busy={list.fetching}>
        <Table rows={list.rows} waiting={list.fetching} failed={!!list.error} />
        <ListFoot list={list} onMore={more} />
      </section>
    </>
  );
}

function Table({
  rows,
  waiting,
  failed,
}: {
  rows: MeetingRow[];
  waiting: boolean;
  failed: boolean;
}) {
  const { t } = useTranslation(['meeting', 'common']);
  const state = useEnum('MeetingState');
  if (rows.length === 0) {
    if (waiting) return <Loading rows={6} />;
    return failed ? null : <Empty text={t('common:state.emptyFiltered')} />;
  }
  return (
    <div className="table-scroll">
      <table className="grid-table">
        <caption className="visually-hidden">{t('meeting:title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('meeting:field.title')}</th>
            <th scope="col">{t('meeting:field.unit')}</th>
            <th scope="col">{t('meeting:field.heldOn')}</th>
            <th scope="col">{t('meeting:field.place')}</th>
            <th scope="col">{t('meeting:field.state')}</th>
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
