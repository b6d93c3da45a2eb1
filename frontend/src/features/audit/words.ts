import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Actor, EntryItem } from './query';
import type { LoggedObject } from './useNames';
import { useEnum } from '@/lib/enumLabel';
import zh from './locales/zh';

type Known<T> = keyof T & string;
const isKey = <T extends object>(words: T, name: string): name is Known<T> =>
  Object.hasOwn(words, name);

/** Enough of an id to tell two apart. */
export function shortId(id: string): string {
  return id.length > 8 ? `…${id.slice(-6)}` : id;
}

/** What the log names by words of its own, in the words of the page. */
export function useAuditWords() {
  const { t } = useTranslation('audit');
  const kind = useEnum('AuditActorKind');
  const role = useEnum('Role');
  return useMemo(() => {
    const type = (name: string) => (isKey(zh.object, name) ? t(`object.${name}`) : name);
    return {
      type,
      object: ({ type: name, id }: LoggedObject, names: ReadonlyMap<string, string>) =>
        `${type(name)} ${names.get(id) ?? shortId(id)}`,
      detail: (name: string) => (isKey(zh.detail, name) ? t(`detail.${name}`) : name),
      actor: ({ kind: who, name }: Actor) => name || kind.label(who),
      authority: (authority: EntryItem['authority']) =>
        authority &&
        t('authority.on', {
          role: role.label(authority.role),
          unit: authority.unit?.name ?? t('authority.whole'),
        }),
    };
  }, [t, kind, role]);
}

export function reasonOf(entry: Pick<EntryItem, 'details'>): string | null {
  return entry.details.find((detail) => detail.name === 'reason')?.text ?? null;
}
