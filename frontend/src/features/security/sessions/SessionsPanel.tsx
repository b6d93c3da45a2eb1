import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, type CombinedError } from 'urql';
import { deviceName } from './device';
import { EndOtherSessionsMutation, EndSessionMutation } from './mutations';
import type { SessionItem } from '../query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Props {
  sessions: SessionItem[];
  onChanged: () => void;
}

/** Where the account is signed in, and the way to end that elsewhere. */
export function SessionsPanel({ sessions, onChanged }: Props) {
  const { t } = useTranslation('security');
  const notify = useNotify();
  const method = useEnum('SignInMethod');
  const [, end] = useMutation(EndSessionMutation);
  const [, endOthers] = useMutation(EndOtherSessionsMutation);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<CombinedError>();

  const run = async (what: string, ask: () => Promise<{ error?: CombinedError }>, said: string) => {
    setBusy(what);
    setError(undefined);
    const answer = await ask();
    setBusy(null);
    if (answer.error) setError(answer.error);
    else notify.success(said);
    // Refused or not: somebody else may have ended it.
    onChanged();
  };

  return (
    <section className="panel security-panel" aria-labelledby="sessions-title">
      <div className="panel-head">
        <h2 id="sessions-title">{t('sessions.title')}</h2>
        {sessions.some((session) => !session.current) && (
          <Button
            danger
            loading={busy === 'others'}
            onClick={() => run('others', () => endOthers({}), t('sessions.endedOthers'))}
          >
            {t('sessions.endOthers')}
          </Button>
        )}
      </div>
      <ErrorState error={error} />
      <div className="table-scroll">
        <table className="grid-table security-table">
          <caption className="visually-hidden">{t('sessions.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('sessions.device')}</th>
              <th scope="col">{t('sessions.address')}</th>
              <th scope="col">{t('sessions.method')}</th>
              <th scope="col">{t('sessions.createdAt')}</th>
              <th scope="col">{t('sessions.seenAt')}</th>
              <th scope="col">{t('actions')}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => {
              const device = deviceName(session.agent) ?? t('sessions.unknown');
              return (
                <tr key={session.id}>
                  <th scope="row" title={session.agent}>
                    {device}{' '}
                    {session.current && <span className="tag tag-good">{t('sessions.this')}</span>}
                  </th>
                  <td>{session.address}</td>
                  <td>{method.label(session.method)}</td>
                  <td className="nowrap">{formatTime(session.createdAt)}</td>
                  <td className="nowrap">{formatTime(session.seenAt)}</td>
                  <td>
                    {!session.current && (
                      <Button
                        size="small"
                        loading={busy === session.id}
                        aria-label={t('sessions.endOne', {
                          device,
                          time: formatTime(session.createdAt),
                        })}
                        onClick={() =>
                          run(
                            session.id,
                            () => end({ input: { sessionId: session.id } }),
                            t('sessions.ended'),
                          )
                        }
                      >
                        {t('sessions.end')}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
