import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AcceptDialog, EndDialog } from './AcceptDialog';
import type { Kept } from '../query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';

/** How far a conflict is, with what the viewer may do about it. */
export function KeptState({ kept, onDone }: { kept: Kept; onDone: () => void }) {
  const { t } = useTranslation('balance');
  const state = useEnum('ConflictState');
  const [asks, setAsks] = useState<'accept' | 'end' | null>(null);
  const close = () => setAsks(null);
  const { acceptance, waitingAct } = kept;
  return (
    <div className="conflict-state">
      <span className={kept.state === 'OPEN' ? 'tag tag-wait' : 'tag'}>
        {state.label(kept.state)}
      </span>
      {acceptance && (
        <dl className="conflict-accepted">
          <dt>{t('kept.until')}</dt>
          <dd>{acceptance.until}</dd>
          <dt>{t('kept.measure')}</dt>
          <dd>
            {acceptance.measure ? (
              <Link to={`/measures/${acceptance.measure.id}`}>{acceptance.measure.content}</Link>
            ) : (
              t('hidden')
            )}
          </dd>
          <dt>{t('kept.why')}</dt>
          <dd>{acceptance.reason}</dd>
          <dt>{t('kept.by')}</dt>
          <dd>
            {acceptance.by?.personName || acceptance.by?.loginName || '—'}{' '}
            {formatTime(acceptance.at)}
          </dd>
        </dl>
      )}
      {kept.settledAt !== null && <div>{formatTime(kept.settledAt)}</div>}
      {waitingAct && <Link to="/acts">{t('kept.waiting')}</Link>}
      {kept.mayChange && kept.state === 'OPEN' && !waitingAct && (
        <Button size="small" onClick={() => setAsks('accept')}>
          {t('kept.accept')}
        </Button>
      )}
      {kept.mayChange && kept.state === 'ACCEPTED' && (
        <Button size="small" onClick={() => setAsks('end')}>
          {t('kept.end')}
        </Button>
      )}
      {asks === 'accept' && <AcceptDialog kept={kept} open onClose={close} onDone={onDone} />}
      {asks === 'end' && <EndDialog kept={kept} open onClose={close} onDone={onDone} />}
    </div>
  );
}
