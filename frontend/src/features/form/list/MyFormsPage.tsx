import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { MyFormsQuery, type MyForm } from './query';
import '../form.css';
import { useEnum } from '@/lib/enumLabel';
import { formatDate } from '@/lib/format';
import { useConnection } from '@/lib/useConnection';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListFoot } from '@/ui/ListFoot';
import { Loading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t } = useTranslation('form');
  const client = useClient();
  const {
    state: list,
    more,
    again,
  } = useConnection<MyForm>('', async (after) => {
    const { data, error } = await client
      .query(MyFormsQuery, { after, count: after === null }, { requestPolicy: 'network-only' })
      .toPromise();
    return { page: data?.forms, error };
  });
  return (
    <>
      <PageHeader title={t('list.title')} />
      {list.error && <ErrorState error={list.error} onRetry={again} />}
      <section className="panel" aria-busy={list.fetching}>
        {list.rows.length === 0 ? (
          list.fetching ? (
            <Loading rows={6} />
          ) : (
            !list.error && <Empty text={t('list.empty')} />
          )
        ) : (
          <MyFormTable rows={list.rows} />
        )}
        <ListFoot list={list} onMore={more} />
      </section>
    </>
  );
}

function MyFormTable({ rows }: { rows: MyForm[] }) {
  const { t } = useTranslation('form');
  const kind = useEnum('FormKind');
  const state = useEnum('FormState');
  return (
    <div className="table-scroll">
      <table className="grid-table my-forms">
        <caption className="visually-hidden">{t('list.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.form')}</th>
            <th scope="col">{t('field.subject')}</th>
            <th scope="col">{t('field.campaign')}</th>
            <th scope="col">{t('field.due')}</th>
            <th scope="col">{t('field.state')}</th>
            <th scope="col">{t('field.returnReason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/forms/${row.id}`}>{kind.label(row.kind)}</Link>
              </th>
              <td>
                {row.person?.name ?? row.unit?.name ?? '—'}
                {row.person && row.unit && <span className="hint-inline"> {row.unit.name}</span>}
              </td>
              <td>{row.campaign?.title ?? '—'}</td>
              <td className="nowrap">
                {formatDate(row.dueOn)}{' '}
                {row.overdue && <span className="tag tag-alarm">{t('overdue')}</span>}
              </td>
              <td className="nowrap">
                <span className={`tag ${row.returnedAt ? 'tag-wait' : ''}`}>
                  {row.returnedAt
                    ? t('returned')
                    : row.started
                      ? state.label(row.state)
                      : t('notStarted')}
                </span>
              </td>
              <td>{row.returnedAt && <span className="prose">{row.returnReason}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
