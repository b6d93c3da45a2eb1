import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EntryItem } from '../query';
import { auditEntryPath } from '../state';
import { reasonOf, useAuditWords } from '../words';
import type { AuditState } from '../state';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import type { Rows } from '@/lib/useConnection';
import { Empty } from '@/ui/Empty';
import { Loading } from '@/ui/Loading';

interface Props {
  list: Rows<EntryItem>;
  names: ReadonlyMap<string, string>;
  onChange: (changes: Partial<AuditState>) => void;
}

export function AuditTable({ list, names, onChange }: Props) {
  const { t } = useTranslation(['audit', 'common']);
  const action = useEnum('AuditAction');
  const words = useAuditWords();
  if (list.rows.length === 0) {
    if (list.fetching) return <Loading rows={12} />;
    return list.error ? null : <Empty text={t('common:state.emptyFiltered')} />;
  }
  return (
    <div className="table-scroll" role="region" tabIndex={0} aria-label={t('audit:tabs.entries')}>
      <table className="grid-table audit-table">
        <caption className="visually-hidden">{t('audit:tabs.entries')}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('audit:field.index')}
            </th>
            <th scope="col">{t('audit:field.at')}</th>
            <th scope="col">{t('audit:field.actor')}</th>
            <th scope="col">{t('audit:field.authority')}</th>
            <th scope="col">{t('audit:field.action')}</th>
            <th scope="col">{t('audit:field.object')}</th>
            <th scope="col">{t('audit:field.unit')}</th>
            <th scope="col">{t('audit:field.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.id}>
              <td className="number">{row.index}</td>
              <td className="nowrap">{formatTime(row.at)}</td>
              <td>
                <ActorCell actor={row.actor} onPick={(actor) => onChange({ actor })} />
              </td>
              <td>{words.authority(row.authority) ?? '—'}</td>
              <th scope="row">
                <Link
                  to={auditEntryPath(row.id)}
                  aria-label={`${action.label(row.action)} ${t('audit:open', { index: row.index })}`}
                >
                  {action.label(row.action)}
                </Link>
              </th>
              <td>
                <ObjectCell
                  object={row.object}
                  names={names}
                  onPick={(object) => onChange({ object })}
                />
              </td>
              <td>{row.unit?.name ?? '—'}</td>
              <td className="prose">{reasonOf(row) ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ActorProps {
  actor: EntryItem['actor'];
  onPick: (accountId: string) => void;
}

/** Who it was; those with an account can be filtered by. */
export function ActorCell({ actor, onPick }: ActorProps) {
  const { t } = useTranslation('audit');
  const kind = useEnum('AuditActorKind');
  const words = useAuditWords();
  const { accountId } = actor;
  const name = words.actor(actor);
  return (
    <>
      {accountId ? (
        <button
          type="button"
          className="link-like"
          title={t('filter.byActor', { name })}
          onClick={() => onPick(accountId)}
        >
          {name}
        </button>
      ) : (
        name
      )}{' '}
      {actor.kind === 'TOKEN' && <span className="tag">{kind.label(actor.kind)}</span>}
    </>
  );
}

interface ObjectProps {
  object: EntryItem['object'];
  names: ReadonlyMap<string, string>;
  onPick: (objectId: string) => void;
}

function ObjectCell({ object, names, onPick }: ObjectProps) {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  if (!object) return '—';
  const name = words.object(object, names);
  return (
    <button
      type="button"
      className="link-like"
      title={t('filter.byObject', { name })}
      onClick={() => onPick(object.id)}
    >
      {name}
    </button>
  );
}
