import { useState } from 'react';
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, type CombinedError } from 'urql';
import { OpenMeetingMutation, type MeetingDetail } from '../query';
import { hasCode } from '@/lib/errors';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Props {
  meeting: MeetingDetail;
  /** Attendance is written down, and the meeting opens with it. */
  mark: boolean;
  /** The agenda is not saved yet: the meeting would open without what was changed there. */
  agendaUnsaved: boolean;
  onChanged: () => void;
}

export function Attendance({ meeting, mark, agendaUnsaved, onChanged }: Props) {
  const { t } = useTranslation('meeting');
  const notify = useNotify();
  const [, open] = useMutation(OpenMeetingMutation);
  const [away, setAway] = useState<Record<string, string>>({});
  const [error, setError] = useState<CombinedError>();
  const [busy, setBusy] = useState(false);
  const present = meeting.members.filter((m) => (mark ? !(m.id in away) : m.present)).length;

  const send = async () => {
    setBusy(true);
    const { error } = await open({
      input: {
        id: meeting.id,
        expectedVersion: meeting.version,
        attendance: meeting.members.map((m) => ({
          memberId: m.id,
          present: !(m.id in away),
          absence: away[m.id] ?? '',
        })),
      },
    });
    setBusy(false);
    setError(error);
    if (error) {
      if (hasCode(error, 'CONFLICT')) onChanged();
      return;
    }
    notify.success(t('attendance.done'));
    onChanged();
  };

  return (
    <section className="panel" aria-labelledby="attendance-title">
      <h2 id="attendance-title">{t('attendance.title')}</h2>
      <p className="hint" role="status">
        {t('attendance.intro', {
          members: meeting.members.length,
          quorum: meeting.quorum,
          present: mark || meeting.openedAt ? present : 0,
        })}
      </p>
      <ErrorState error={error} />
      <ul className="attendance">
        {meeting.members.map((m) => (
          <li key={m.id}>
            {mark ? (
              <Checkbox
                checked={!(m.id in away)}
                onChange={(event) => {
                  const others = Object.fromEntries(
                    Object.entries(away).filter(([id]) => id !== m.id),
                  );
                  setAway(event.target.checked ? others : { ...others, [m.id]: '' });
                }}
              >
                {m.name}
              </Checkbox>
            ) : (
              <strong>{m.name}</strong>
            )}
            <span>{m.title}</span>
            {m.head && <span className="tag">{t('field.head')}</span>}
            {mark && m.id in away && (
              <Input
                value={away[m.id]}
                maxLength={200}
                aria-label={`${m.name} ${t('attendance.absence')}`}
                placeholder={t('attendance.absence')}
                onChange={(event) => setAway({ ...away, [m.id]: event.target.value })}
              />
            )}
            {!mark && meeting.openedAt && (
              <span>
                {m.present
                  ? t('attendance.present')
                  : [t('attendance.absent'), m.absence].filter(Boolean).join('：')}
              </span>
            )}
          </li>
        ))}
      </ul>
      {mark && (
        <>
          <Button
            type="primary"
            loading={busy}
            disabled={agendaUnsaved}
            onClick={() => void send()}
          >
            {t('attendance.mark')}
          </Button>
          {agendaUnsaved && <p className="hint">{t('attendance.saveFirst')}</p>}
        </>
      )}
    </section>
  );
}
