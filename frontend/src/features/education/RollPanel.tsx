import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { InviteDialog } from './InviteDialog';
import { MarkPanel } from './MarkPanel';
import { ParticipantsQuery, type Participant, type Session } from './query';
import { RollTable } from './RollTable';
import { sheetUrl } from './sheet';
import { today } from '@/lib/format';
import { useConnection } from '@/lib/useConnection';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';

/** All who may be expected, a hundred a page. */
const pages = 20;

interface Props {
  session: Session;
  onDone: () => void;
}

/** Who is expected at a session, and how they took part. */
export function RollPanel({ session, onDone }: Props) {
  const { t } = useTranslation('education');
  const client = useClient();
  const [open, setOpen] = useState<'mark' | 'invite' | null>(null);
  const { id, version, state, mayChange, heldOn, counts } = session;
  const list = useConnection<Participant>(
    `${id} ${version}`,
    async (after) => {
      const { data, error } = await client
        .query(
          ParticipantsQuery,
          { id, after, count: after === null },
          { requestPolicy: 'network-only' },
        )
        .toPromise();
      const node = data?.node;
      return {
        page: node?.__typename === 'EducationSession' ? node.participants : undefined,
        error,
      };
    },
    { pages },
  );
  const { rows, fetching, hasNext, error } = list.state;
  const whole = !fetching && !hasNext && !error;
  const close = () => setOpen(null);
  const done = () => {
    close();
    onDone();
  };
  const mayHold = state === 'PLANNED' && heldOn <= today();
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('roll.title')}</h2>
        {mayChange && open !== 'mark' && (
          <div className="education-tools">
            {rows.length > 0 && (
              <Button href={sheetUrl(id)} download>
                {t('sheet.download')}
              </Button>
            )}
            <Button onClick={() => setOpen('invite')}>{t('invite.action')}</Button>
            {whole && rows.length > 0 && (
              <Button type={mayHold ? 'primary' : 'default'} onClick={() => setOpen('mark')}>
                {t(mayHold ? 'hold.action' : state === 'HELD' ? 'correct.action' : 'remove.action')}
              </Button>
            )}
          </div>
        )}
      </div>
      {counts && (
        <p className="hint" role="status">
          {t(state === 'HELD' ? 'counts.held' : 'counts.ofPlanned', counts)}
        </p>
      )}
      {!counts && <p className="hint">{t('roll.own')}</p>}
      {error && <ErrorState error={error} onRetry={list.again} />}
      {open === 'mark' && whole ? (
        <MarkPanel session={session} people={rows} onClose={close} onDone={done} />
      ) : rows.length > 0 ? (
        <RollTable people={rows} />
      ) : fetching ? (
        <Loading rows={4} />
      ) : (
        !error && <Empty text={t('roll.nobody')} />
      )}
      {open === 'invite' && <InviteDialog session={session} onClose={close} onDone={done} />}
    </section>
  );
}
