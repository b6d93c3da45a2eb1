import { useState } from 'react';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { BulkDialog } from './BulkDialog';
import { BulkResults, type BulkResult } from './BulkResults';
import { DelegationPanel, mayDelegate } from '../DelegationPanel';
import { FormsToReviewQuery, type QueueRow } from '../query';
import '../review.css';
import { useEnum } from '@/lib/enumLabel';
import { formatDate, formatTime } from '@/lib/format';
import { useConnection } from '@/lib/useConnection';
import { useViewer } from '@/lib/viewer';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';

/** At most so many are answered at once. */
const most = 100;

/** 待我审核: forms that wait for the viewer, with many answered in one act. */
export function Component() {
  const { t } = useTranslation('review');
  const client = useClient();
  const viewer = useViewer();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [results, setResults] = useState<BulkResult[]>([]);
  const list = useConnection<QueueRow>('', async (after) => {
    const { data, error } = await client
      .query(
        FormsToReviewQuery,
        { after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.formsToReview, error };
  });
  // A request to revise is decided one by one.
  const rows = list.state.rows.filter((row) => chosen.has(row.id)).slice(0, most);
  return (
    <>
      <PageHeader
        title={t('queue.title')}
        actions={
          <Button type="primary" disabled={rows.length === 0} onClick={() => setAsking(true)}>
            {t('queue.answer', { count: rows.length })}
          </Button>
        }
      />
      <BulkResults results={results} />
      <ListPanel list={list} intro={t('queue.intro')} empty={t('queue.none')}>
        {(shown) => <QueueTable rows={shown} chosen={chosen} onChoose={setChosen} />}
      </ListPanel>
      {mayDelegate(viewer) && <DelegationPanel />}
      {asking && (
        <BulkDialog
          rows={rows}
          onClose={() => setAsking(false)}
          onDone={(done) => {
            setAsking(false);
            setResults(done);
            // What was refused, or was one too many, stays chosen.
            const answered = new Set(done.flatMap((one) => (one.errors.length > 0 ? [] : one.id)));
            setChosen(new Set([...chosen].filter((id) => !answered.has(id))));
            list.restart();
          }}
        />
      )}
    </>
  );
}

interface TableProps {
  rows: QueueRow[];
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
}

function QueueTable({ rows, chosen, onChoose }: TableProps) {
  const { t } = useTranslation('review');
  const kind = useEnum('FormKind');
  const state = useEnum('FormState');
  const open = rows.filter((row) => row.state !== 'REVISING');
  const all = open.length > 0 && open.every((row) => chosen.has(row.id));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  return (
    <div className="table-scroll">
      <table className="grid-table list-table">
        <caption className="visually-hidden">{t('queue.title')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={t('queue.all')}
                checked={all}
                indeterminate={!all && chosen.size > 0}
                onChange={({ target }) =>
                  onChoose(new Set(target.checked ? open.map((row) => row.id) : []))
                }
              />
            </th>
            <th scope="col">{t('field.form')}</th>
            <th scope="col">{t('field.unit')}</th>
            <th scope="col">{t('field.state')}</th>
            <th scope="col">{t('field.submittedAt')}</th>
            <th scope="col">{t('field.dueOn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const what = `${row.campaign?.year ?? ''} ${kind.label(row.kind)} ${row.person?.name ?? row.unit?.name ?? ''}`;
            return (
              <tr key={row.id}>
                <td>
                  {row.state !== 'REVISING' && (
                    <Checkbox
                      aria-label={t('queue.choose', { what })}
                      checked={chosen.has(row.id)}
                      onChange={({ target }) => toggle(row.id, target.checked)}
                    />
                  )}
                </td>
                <th scope="row">
                  <Link to={`/review/${row.id}`}>{what}</Link>{' '}
                  {row.containsA && <span className="tag tag-alarm">{t('containsA')}</span>}
                </th>
                <td>{row.unit?.name}</td>
                <td className="nowrap">{state.label(row.state)}</td>
                <td className="nowrap">{row.submittedAt && formatTime(row.submittedAt)}</td>
                <td className="nowrap">{formatDate(row.dueOn)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
