/** What was typed into a form, and what the form had begun with. */
export interface Draft<V> {
  values: V;
  base: V;
  version: number;
  savedAt: number;
}

const prefix = 'sineng.draft.';
/** A working day; older drafts would surprise more than help. */
const lifetime = 12 * 60 * 60 * 1000;

function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    // Switched off by policy: drafts are a comfort, not a need.
    return null;
  }
}

/** Drafts belong to one account: the next one at the same desk must not find them. */
export function draftKey(accountId: string, address: string): string {
  return `${prefix}${accountId}.${address}`;
}

export function readDraft<V>(key: string, now: number): Draft<V> | null {
  try {
    const text = storage()?.getItem(key);
    if (!text) return null;
    const draft = JSON.parse(text) as Draft<V>;
    return now - draft.savedAt < lifetime ? draft : null;
  } catch {
    return null;
  }
}

export function writeDraft<V>(key: string, draft: Draft<V>) {
  try {
    storage()?.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or switched off.
  }
}

export function dropDraft(key: string) {
  storage()?.removeItem(key);
}

/** Removes what another account left in this tab. */
export function dropForeignDrafts(accountId: string) {
  const store = storage();
  if (!store) return;
  for (const key of Object.keys(store)) {
    if (key.startsWith(prefix) && !key.startsWith(draftKey(accountId, ''))) store.removeItem(key);
  }
}
