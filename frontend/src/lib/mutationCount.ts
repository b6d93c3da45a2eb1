import type { Client } from 'urql';

const counts = new WeakMap<Client, number>();

/** Notes that something was written. */
export function countMutation(client: Client) {
  counts.set(client, mutationCount(client) + 1);
}

/** How often this client wrote: what was read at another count may be out of date. */
export function mutationCount(client: Client): number {
  return counts.get(client) ?? 0;
}
