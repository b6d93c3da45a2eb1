import type { CombinedError } from 'urql';
import type { Entry } from './query';

// What the API takes in one request; the size of a request is limited too.
const mostProceedings = 200;
const mostLines = 2000;
const mostBytes = 700_000;

/** Entries in the parts in which they can be sent, in their order. */
export function partsOf<E extends Entry>(entries: readonly E[]): E[][] {
  const parts: E[][] = [];
  let part: E[] = [];
  let [lines, bytes] = [0, 0];
  for (const entry of entries) {
    const more = (entry.steps?.length ?? 0) + (entry.pauses?.length ?? 0);
    const size = new TextEncoder().encode(JSON.stringify(entry)).length;
    const full =
      part.length === mostProceedings || lines + more > mostLines || bytes + size > mostBytes;
    if (full && part.length > 0) {
      parts.push(part);
      part = [];
      [lines, bytes] = [0, 0];
    }
    part.push(entry);
    lines += more;
    bytes += size;
  }
  return part.length > 0 ? [...parts, part] : parts;
}

export interface PartsEnd {
  /** How many were sent before, or all. */
  sent: number;
  /** Why the part after them was refused. */
  error?: CombinedError;
}

/** Sends entries part by part, and stops at the first that is refused. */
export async function sendInParts<E extends Entry>(
  entries: readonly E[],
  send: (part: E[]) => Promise<CombinedError | undefined>,
  onSent: (sent: number) => void,
): Promise<PartsEnd> {
  let sent = 0;
  for (const part of partsOf(entries)) {
    const error = await send(part);
    if (error) return { sent, error };
    sent += part.length;
    onSent(sent);
  }
  return { sent };
}
