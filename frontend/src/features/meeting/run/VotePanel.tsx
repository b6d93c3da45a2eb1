import { useState, type KeyboardEvent } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, type CombinedError } from 'urql';
import {
  CastVoteMutation,
  CountersignVotesMutation,
  type AgendaItem,
  type MeetingDetail,
} from '../query';
import { isRunning, attendeesOf, unconfirmed, voteOfKey, type Attendee } from './agenda';
import { SettleDialog } from './SettleDialog';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { useViewer } from '@/lib/viewer';
import { ErrorState } from '@/ui/ErrorState';

const votes: Enum<'Vote'>[] = ['FOR', 'AGAINST', 'ABSTAIN'];

interface Props {
  item: AgendaItem;
  meeting: MeetingDetail;
  onChanged: () => void;
}

/** The votes on one item, cast by buttons or by the keys 1, 2 and 3. */
export function VotePanel({ item, meeting, onChanged }: Props) {
  const { t } = useTranslation('meeting');
  const viewer = useViewer();
  const [, cast] = useMutation(CastVoteMutation);
  const [, countersign] = useMutation(CountersignVotesMutation);
  const [error, setError] = useState<CombinedError>();
  const [busy, setBusy] = useState(false);
  const [settle, setSettle] = useState<'decide' | 'defer' | null>(null);
  const holds = meeting.allowedActions.includes('HOLD_MEETINGS');
  const writes = holds || meeting.recording;
  const running = isRunning(meeting, item);
  const attendees = attendeesOf(meeting.members, item);
  const { count } = item;
  const enough = count.ownWords >= count.ownWordsNeeded;
  const mine = ({ member }: Attendee) => !!member.person && member.person.id === viewer.person?.id;
  const next = attendees.find((attendee) => attendee.member.id === count.missing[0]);

  const vote = async (attendee: Attendee, choice: Enum<'Vote'>) => {
    if (busy) return;
    setBusy(true);
    const { error } = await cast({
      input: { itemId: item.id, memberId: attendee.member.id, vote: choice },
    });
    setBusy(false);
    setError(error);
    onChanged();
  };
  const own = unconfirmed(item, meeting.members, viewer.person?.id);
  const confirm = async (memberIds: string[]) => {
    setBusy(true);
    const { error } = await countersign({ input: { itemId: item.id, memberIds } });
    setBusy(false);
    setError(error);
    onChanged();
  };
  const attending = attendees.some(
    (attendee) => mine(attendee) && !['uncounted', 'recused'].includes(attendee.state),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const choice = voteOfKey(event.key);
    if (!choice || !next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    void vote(next, choice);
  };

  return (
    // The keys work on the list as a whole; every vote has a button too.
    <div>
      <ErrorState error={error} />
      {running && writes && <p className="hint">{t('vote.keys')}</p>}
      <ul
        className="attendees"
        // The list takes the focus, so that the keys have a place to be pressed on.
        tabIndex={running && writes ? 0 : undefined}
        onKeyDown={running && writes ? onKeyDown : undefined}
        aria-label={t('vote.vote')}
      >
        {attendees.map((attendee) => (
          <AttendeeRow
            key={attendee.member.id}
            attendee={attendee}
            may={running && count.hasQuorum && (writes || mine(attendee))}
            own={mine(attendee)}
            busy={busy}
            onVote={(choice) => void vote(attendee, choice)}
          />
        ))}
      </ul>
      <p role="status">
        {t('vote.count', {
          present: count.present,
          yes: count.for,
          no: count.against,
          abstain: count.abstain,
          missing: count.missing.length,
        })}
        {running && next && `；${t('vote.next', { name: next.member.name })}`}
      </p>
      <p className="hint">
        {t(count.body === 'LEADING_GROUP' ? 'vote.byGroup' : 'vote.byMembers', {
          quorum: count.quorum,
        })}
      </p>
      {running && count.unsigned.length > 0 && (
        <p>
          {t('vote.unsigned', { count: count.unsigned.length })}{' '}
          {attending && (
            <Button disabled={busy} onClick={() => void confirm(count.unsigned)}>
              {t('vote.countersign')}
            </Button>
          )}
        </p>
      )}
      {running && own && (
        <p>
          {t('vote.ownOnPaper')}{' '}
          <Button disabled={busy} onClick={() => void confirm([own])}>
            {t('vote.confirmOwn')}
          </Button>
        </p>
      )}
      {running && count.ownWordsNeeded > 0 && (
        <p className={count.missing.length === 0 && !enough ? 'field-problem' : 'hint'}>
          {t('vote.ownWords', { count: count.ownWords, needed: count.ownWordsNeeded })}
        </p>
      )}
      {running && !count.hasQuorum && <p className="field-problem">{t('vote.noQuorum')}</p>}
      {running && holds && (
        <p className="vote-actions">
          {count.result !== 'VOTING' && count.hasQuorum && enough && (
            <Button type="primary" onClick={() => setSettle('decide')}>
              {t('vote.decide')}
            </Button>
          )}
          <Button onClick={() => setSettle('defer')}>{t('vote.defer')}</Button>
        </p>
      )}
      {settle && (
        <SettleDialog
          kind={settle}
          meeting={meeting}
          item={item}
          onClose={() => setSettle(null)}
          onDone={() => {
            setSettle(null);
            onChanged();
          }}
        />
      )}
    </div>
  );
}

interface RowProps {
  attendee: Attendee;
  may: boolean;
  /** The viewer is the member: otherwise the vote is recorded from paper. */
  own: boolean;
  busy: boolean;
  onVote: (vote: Enum<'Vote'>) => void;
}

function AttendeeRow({ attendee, may, own, busy, onVote }: RowProps) {
  const { t } = useTranslation('meeting');
  const vote = useEnum('Vote');
  const { member, state } = attendee;
  return (
    <li>
      <span className="attendee-name">
        {member.name} {member.head && <span className="tag">{t('field.head')}</span>}
      </span>
      {state === 'recused' && <span>{t('vote.recused')}</span>}
      {state === 'uncounted' && <span>{t('vote.uncounted')}</span>}
      {(state === 'voted' || state === 'unsigned') && (
        <span>
          <strong>{vote.label(attendee.vote)}</strong>{' '}
          {attendee.paper && t(state === 'unsigned' ? 'vote.paperOpen' : 'vote.paper')}
        </span>
      )}
      {state === 'next' && may && !own && <span className="hint">{t('vote.fromPaper')}</span>}
      {state === 'waiting' && <span>{t(may ? 'vote.last' : 'vote.waiting')}</span>}
      {state === 'next' &&
        (may ? (
          votes.map((choice) => (
            <Button
              key={choice}
              size="small"
              disabled={busy}
              aria-label={`${member.name} ${vote.label(choice)}`}
              onClick={() => onVote(choice)}
            >
              {vote.label(choice)}
            </Button>
          ))
        ) : (
          <span>{t('vote.waiting')}</span>
        ))}
    </li>
  );
}
