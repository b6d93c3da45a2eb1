import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EntryItem } from '../query';
import { auditEntryPath } from '../state';
import { reasonOf, useAuditWords } from '../words';
import { useEnum } from '@/lib/enumLabel';
import { formatSecond } from '@/lib/format';
import type { Rows } from '@/lib/useConnection';
import { Empty } from '@/ui/Empty';
import { Loading } from '@/ui/Loading';

interface Props {
  list: Rows<EntryItem>;
  names: ReadonlyMap<string, string>;
  onActor: (accountId: string) => void;
  onObject: (objectId: string) => void;
}

export function AuditTable({ list, names, onActor, onObject }: Props) {
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
              <td className="nowrap">{formatSecond(row.at)}</td>
              <td className="nowrap">
                <ActorCell actor={row.actor} onPick={onActor} />
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
                <ObjectCell row={row} names={names} onPick={onObject} />
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
  row: EntryItem;
  names: ReadonlyMap<string, string>;
  onPick: (objectId: string) => void;
}

/** So many people are named in a row; the entry names them all. */
const namedAtMost = 3;

/** What it is about, or whose records were read. */
function ObjectCell({ row, names, onPick }: ObjectProps) {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  const { object, subjects } = row;
  if (!object && subjects.length === 0) return '—';
  const about = object
    ? [{ id: object.id, name: words.object(object, names) }]
    : subjects.slice(0, namedAtMost);
  const more = object ? 0 : subjects.length - about.length;
  return (
    <span className="names">
      {about.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="link-like"
          title={t('filter.byObject', { name })}
          onClick={() => onPick(id)}
        >
          {name}
        </button>
      ))}
      {more > 0 && t('subjectsMore', { count: more })}
    </span>
  );
}
