import { useState } from 'react';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useClient, useMutation, useQuery, type CombinedError } from 'urql';
import {
  AgendaCandidatesQuery,
  MeetingGroundQuery,
  SetAgendaMutation,
  type Candidate,
  type MeetingDetail,
} from '../query';
import { addTo, entriesOf, inputOf, move, type Entry } from './agenda';
import { EntryFields } from './EntryFields';
import { OtherItems } from './OtherItems';
import { RiskSelect } from '@/features/measure/door';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { GradeBadge } from '@/ui/GradeBadge';
import { hasCode } from '@/lib/errors';
import { useNotify } from '@/ui/notify';

interface Props {
  meeting: MeetingDetail;
  onChanged: () => void;
  /** Tells whether something here is not saved. */
  onUnsaved: (unsaved: boolean) => void;
}

/** An agenda as it was changed here, and the version of the meeting that it began with. */
interface Mine {
  entries: Entry[];
  version: number;
  /** It is saved; the meeting with it is on its way. */
  sent: boolean;
}

/** Puts risk points on the agenda of a planned meeting, in order, with the grade that is voted on. */
export function AgendaEditor({ meeting, onChanged, onUnsaved }: Props) {
  const { t } = useTranslation(['meeting', 'common']);
  const notify = useNotify();
  const client = useClient();
  const [search] = useSearchParams();
  const [, save] = useMutation(SetAgendaMutation);
  const [mine, setMine] = useState<Mine | null>(null);
  // What was just saved is shown until the meeting comes back with it.
  if (mine?.sent && mine.version !== meeting.version) setMine(null);
  const saved = entriesOf(meeting.items);
  const entries = mine?.entries ?? saved;
  const changed = mine !== null && !mine.sent;
  const overtaken = changed && mine.version !== meeting.version;
  const [error, setError] = useState<CombinedError>();
  const [busy, setBusy] = useState(false);
  const [other, setOther] = useState(search.get('risk') ?? undefined);
  const [{ data }] = useQuery({
    query: AgendaCandidatesQuery,
    variables: { filter: { unitId: meeting.unit?.id, awaitsMeeting: true } },
  });
  const candidates = (data?.riskPoints.nodes ?? []).filter(
    (risk) => !entries.some((e) => e.id === risk.id),
  );

  const change = (next: Entry[]) => {
    setMine({ entries: next, version: mine?.version ?? meeting.version, sent: false });
    onUnsaved(true);
  };
  const take = (next: Mine | null) => {
    setMine(next);
    setError(undefined);
    onUnsaved(next !== null);
  };
  const add = (risk: Omit<Candidate, 'grade'>) => change(addTo(entries, risk));
  const addOther = async () => {
    if (!other) return;
    const { data, error } = await client.query(MeetingGroundQuery, { id: other }).toPromise();
    setError(error);
    if (data?.node?.__typename !== 'RiskPoint') return;
    const { id, title, proposedGrade, unit } = data.node;
    const name = unit?.path.at(-1)?.name ?? '';
    add({ id, title, proposedGrade, unit: unit && { id: unit.id, name } });
    setOther(undefined);
  };
  const send = async () => {
    setBusy(true);
    const { error } = await save({
      input: {
        meetingId: meeting.id,
        expectedVersion: mine?.version ?? meeting.version,
        items: entries.map(inputOf),
      },
    });
    setBusy(false);
    setError(error);
    if (error) {
      // What somebody else put there is shown beside what is here.
      if (hasCode(error, 'CONFLICT')) onChanged();
      return;
    }
    setMine((now) => now && { ...now, sent: true });
    onUnsaved(false);
    notify.success(t('meeting:agenda.saved'));
    onChanged();
  };

  return (
    <section className="panel" aria-labelledby="agenda-title">
      <h2 id="agenda-title">{t('meeting:agenda.title')}</h2>
      <ErrorState error={error} />
      {overtaken && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="error-state"
          title={t('meeting:agenda.overtaken')}
          description={t('meeting:agenda.theirs', {
            titles: saved.map(({ title }) => title).join('、') || t('meeting:agenda.empty'),
          })}
          action={
            <>
              <Button onClick={() => take({ ...mine, version: meeting.version })}>
                {t('meeting:agenda.keepMine')}
              </Button>
              <Button onClick={() => take(null)}>{t('meeting:agenda.takeTheirs')}</Button>
            </>
          }
        />
      )}
      {entries.length === 0 ? (
        <Empty text={t('meeting:agenda.empty')} />
      ) : (
        <ol className="agenda">
          {entries.map((entry, i) => (
            <li key={entry.id}>
              <span className="agenda-name">
                {entry.kind === 'GRADE' || entry.kind === 'RETIREMENT' ? (
                  <Link to={`/risks/${entry.id}`}>{entry.title}</Link>
                ) : (
                  entry.title
                )}{' '}
                {entry.unit}
              </span>
              <EntryFields
                entry={entry}
                onChange={(next) => change(entries.map((e) => (e.id === entry.id ? next : e)))}
              />
              <Button
                size="small"
                disabled={i === 0}
                aria-label={`${entry.title} ${t('meeting:agenda.up')}`}
                onClick={() => change(move(entries, i, -1))}
              >
                {t('meeting:agenda.up')}
              </Button>
              <Button
                size="small"
                disabled={i === entries.length - 1}
                aria-label={`${entry.title} ${t('meeting:agenda.down')}`}
                onClick={() => change(move(entries, i, 1))}
              >
                {t('meeting:agenda.down')}
              </Button>
              <Button
                size="small"
                danger
                aria-label={`${entry.title} ${t('meeting:agenda.remove')}`}
                onClick={() => change(entries.filter((e) => e.id !== entry.id))}
              >
                {t('meeting:agenda.remove')}
              </Button>
            </li>
          ))}
        </ol>
      )}
      <div className="agenda-add">
        <RiskSelect
          aria-label={t('meeting:agenda.other')}
          unitId={meeting.unit?.id}
          value={other}
          onChange={setOther}
          className="filter-unit"
        />
        <Button disabled={!other} onClick={() => void addOther()}>
          {t('meeting:agenda.add')}
        </Button>
        <Button
          type="primary"
          disabled={!changed || overtaken}
          loading={busy}
          onClick={() => void send()}
        >
          {t('meeting:agenda.save')}
        </Button>
        {changed && <span role="status">{t('meeting:agenda.changed')}</span>}
      </div>
      <OtherItems
        unitId={meeting.unit?.id}
        taken={entries.map(({ id }) => id)}
        onAdd={(entry) => change([...entries, entry])}
      />
      <h3>{t('meeting:agenda.candidates')}</h3>
      {candidates.length === 0 ? (
        <p className="hint">{t('meeting:agenda.noCandidates')}</p>
      ) : (
        <ul className="agenda">
          {candidates.map((risk) => (
            <li key={risk.id}>
              <span className="agenda-name">
                <Link to={`/risks/${risk.id}`}>{risk.title}</Link> {risk.unit?.name}
              </span>
              <GradeBadge grade={risk.grade} /> → <GradeBadge grade={risk.proposedGrade} />
              <Button
                size="small"
                aria-label={`${t('meeting:agenda.add')} ${risk.title}`}
                onClick={() => add(risk)}
              >
                {t('meeting:agenda.add')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
