import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { MyFormsQuery, type MyForm } from './query';
import '../form.css';
import { useEnum } from '@/lib/enumLabel';
import { formatDate } from '@/lib/format';
import { useConnection } from '@/lib/useConnection';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t } = useTranslation('form');
  const client = useClient();
  const list = useConnection<MyForm>('', async (after) => {
    const { data, error } = await client
      .query(MyFormsQuery, { after, count: after === null }, { requestPolicy: 'network-only' })
      .toPromise();
    return { page: data?.forms, error };
  });
  return (
    <>
      <PageHeader title={t('list.title')} />
      <ListPanel list={list} empty={t('list.empty')}>
        {(rows) => <MyFormTable rows={rows} />}
      </ListPanel>
    </>
  );
}

function MyFormTable({ rows }: { rows: MyForm[] }) {
  const { t } = useTranslation('form');
  const kind = useEnum('FormKind');
  const state = useEnum('FormState');
  return (
    <div className="table-scroll">
      <table className="grid-table list-table my-forms">
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
