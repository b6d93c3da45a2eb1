import type { Client } from 'urql';
import { mutationCount } from '@/lib/mutationCount';
import type { Rows } from '@/lib/useConnection';

interface Snapshot {
  question: string;
  mutations: number;
  rows: Rows<unknown>;
  /** How far a list that scrolls within itself was scrolled. */
  top: number;
}

// Of each list what was on screen when it was left, so that going back finds it again.
const snapshots = new WeakMap<Client, Map<string, Snapshot>>();

export function keepRows(client: Client, list: string, kept: Omit<Snapshot, 'mutations'>) {
  const { rows } = kept;
  // What is half there is asked for again.
  if (rows.fetching || rows.error) return;
  const lists = snapshots.get(client) ?? new Map<string, Snapshot>();
  lists.set(list, { ...kept, mutations: mutationCount(client) });
  snapshots.set(client, lists);
}

/** What the list showed for this question, unless something was written since. */
export function keptRows<R>(client: Client, list: string, question: string) {
  const kept = snapshots.get(client)?.get(list);
  if (kept?.question !== question || kept.mutations !== mutationCount(client)) return undefined;
  // A list has rows of one kind only.
  return { rows: kept.rows as Rows<R>, top: kept.top };
}
