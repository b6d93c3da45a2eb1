import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSubject } from './ActFacts';
import type { Act } from './query';
import { useAccountName } from '@/features/grants/door';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { Empty } from '@/ui/Empty';

export type Open = { kind: 'confirm' | 'decline' | 'withdraw'; act: Act };

interface Props {
  caption: string;
  none: string;
  acts: Act[];
  onOpen: (open: Open) => void;
}

export function ActTable({ caption, none, acts, onOpen }: Props) {
  const { t } = useTranslation('acts');
  const kind = useEnum('ActKind');
  const subject = useSubject();
  const name = useAccountName();
  if (acts.length === 0) return <Empty text={none} />;
  return (
    <div className="table-scroll">
      <table className="grid-table act-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.kind')}</th>
            <th scope="col">{t('field.subject')}</th>
            <th scope="col">{t('field.reason')}</th>
            <th scope="col">{t('field.begunBy')}</th>
            <th scope="col">{t('field.until')}</th>
            <th scope="col">{t('field.status')}</th>
            <th scope="col">{t('field.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <tr key={act.id}>
              <th scope="row" className="nowrap">
                {kind.label(act.kind)}
              </th>
              <td className="prose">{subject(act)}</td>
              <td className="prose">{act.reason || '—'}</td>
              <td>
                {name(act.begunBy)}{' '}
                <span className="hint-inline nowrap">{formatTime(act.begunAt)}</span>
              </td>
              <td className="nowrap">{formatTime(act.takesEffectAt ?? act.until)}</td>
              <td>
                <Status act={act} />
              </td>
              <td>
                <Buttons act={act} onOpen={onOpen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where an act stands: whom it waits for, or what became of it. */
function Status({ act }: { act: Act }) {
  const { t } = useTranslation('acts');
  const status = useEnum('ActStatus');
  const name = useAccountName();
  if (act.status !== 'PENDING') {
    return (
      <>
        <span className={act.status === 'CONFIRMED' ? 'tag tag-good' : 'tag'}>
          {status.label(act.status)}
        </span>{' '}
        {act.decidedBy && <span className="hint-inline">{name(act.decidedBy)}</span>}{' '}
        {act.decisionReason && <span className="hint-inline">{act.decisionReason}</span>}
      </>
    );
  }
  return (
    <>
      <span className="tag tag-wait">{status.label(act.status)}</span>{' '}
      {act.confirmableFrom && (
        <span className="hint-inline">{t('from', { time: formatTime(act.confirmableFrom) })}</span>
      )}
      {act.firstBy && (
        <span className="hint-inline">{t('firstBy', { name: name(act.firstBy) })}</span>
      )}
      {act.mayWithdraw && act.asked.length > 0 && (
        <span className="hint-inline">
          {t('asked', { names: act.asked.map(name).join(t('and')) })}
        </span>
      )}
    </>
  );
}

function Buttons({ act, onOpen }: { act: Act; onOpen: Props['onOpen'] }) {
  const { t } = useTranslation('acts');
  const kind = useEnum('ActKind');
  const subject = useSubject();
  const what = `${kind.label(act.kind)} ${subject(act)}`;
  const button = (action: Open['kind'], look: { type?: 'primary'; danger?: boolean }) => (
    <Button
      size="small"
      {...look}
      aria-label={`${t(`${action}.action`)} ${what}`}
      onClick={() => onOpen({ kind: action, act })}
    >
      {t(`${action}.action`)}
    </Button>
  );
  return (
    <span className="row-buttons">
      {act.mayConfirm && button('confirm', { type: 'primary' })}
      {act.mayDecline && button('decline', { danger: true })}
      {act.mayWithdraw && button('withdraw', {})}
    </span>
  );
}
