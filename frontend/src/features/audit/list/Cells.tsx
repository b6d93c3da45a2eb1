import { useTranslation } from 'react-i18next';
import type { EntryItem } from '../query';
import { useAuditWords } from '../words';
import { useEnum } from '@/lib/enumLabel';

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
export function ObjectCell({ row, names, onPick }: ObjectProps) {
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
