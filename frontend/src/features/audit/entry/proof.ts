// An inclusion proof as RFC 6962 has it, computed again from the entry: the page takes the
// server's word for nothing but the signed root.

/** What a proof is computed from, as the API gives it. */
export interface Proved {
  index: number;
  body: string;
  leafHash: string;
  proof: { treeSize: number; hashes: string[]; rootHash: string; checkpoint: string };
}

/** `unavailable` where the browser offers no SHA-256, which is wherever the page came by plain HTTP from afar. */
export type Outcome = 'holds' | 'wrongLeaf' | 'wrongRoot' | 'wrongCheckpoint' | 'unavailable';

type Bytes = Uint8Array<ArrayBuffer>;

function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

async function hash(subtle: SubtleCrypto, ...parts: Uint8Array[]): Promise<Bytes> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await subtle.digest('SHA-256', all));
}

export async function leafHash(subtle: SubtleCrypto, body: string): Promise<string> {
  return toBase64(await hash(subtle, Uint8Array.of(0), new TextEncoder().encode(body)));
}

/** The root that a leaf and the hashes beside its way up lead to; null where they cannot belong together. */
export async function rootOf(
  subtle: SubtleCrypto,
  leaf: string,
  index: number,
  size: number,
  hashes: string[],
): Promise<string | null> {
  if (index < 0 || index >= size) return null;
  // Shifts of whole numbers beyond 32 bits, which >> cannot do.
  let place = index;
  let last = size - 1;
  let node = fromBase64(leaf);
  for (const text of hashes) {
    if (last === 0) return null;
    const beside = fromBase64(text);
    if (place % 2 === 1 || place === last) {
      node = await hash(subtle, Uint8Array.of(1), beside, node);
      // At the right edge, levels without a neighbour are left out of the proof.
      while (place % 2 === 0 && place !== 0) {
        place = place / 2;
        last = Math.floor(last / 2);
      }
    } else {
      node = await hash(subtle, Uint8Array.of(1), node, beside);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? toBase64(node) : null;
}

/** Whether the signed note says this size and root: its second and third line. */
export function notes(checkpoint: string, size: number, root: string): boolean {
  const [, second, third] = checkpoint.split('\n');
  return second === String(size) && third === root;
}

export async function checkProof(
  { index, body, leafHash: told, proof }: Proved,
  subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle,
): Promise<Outcome> {
  if (!subtle) return 'unavailable';
  const leaf = await leafHash(subtle, body);
  if (leaf !== told) return 'wrongLeaf';
  let root: string | null;
  try {
    root = await rootOf(subtle, leaf, index, proof.treeSize, proof.hashes);
  } catch {
    // What is not base64 is no hash.
    return 'wrongRoot';
  }
  if (root === null || root !== proof.rootHash) return 'wrongRoot';
  return notes(proof.checkpoint, proof.treeSize, root) ? 'holds' : 'wrongCheckpoint';
}

/** The proof as a file that other programs can check. */
export function proofFile(entry: Proved): string {
  const { index, body, leafHash: leaf, proof } = entry;
  return JSON.stringify({ index, body, leafHash: leaf, ...proof }, null, 2);
}
