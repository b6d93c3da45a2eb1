import { createHash, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkProof, notes, proofFile, type Proved } from './proof';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;

// A tree made by the definition of RFC 6962, by another SHA-256 than the page's.
const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (body: string) => sha(Buffer.of(0), Buffer.from(body));

/** The greatest power of two below n. */
const split = (n: number) => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};

function root(leaves: Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  const k = split(leaves.length);
  return sha(Buffer.of(1), root(leaves.slice(0, k)), root(leaves.slice(k)));
}

function path(index: number, leaves: Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return index < k
    ? [...path(index, leaves.slice(0, k)), root(leaves.slice(k))]
    : [...path(index - k, leaves.slice(k)), root(leaves.slice(0, k))];
}

function entry(index: number, size: number): Proved {
  const bodies = Array.from({ length: size }, (_, i) => `{"n":${i},"名":"条目"}`);
  const leaves = bodies.map(leaf);
  const rootHash = root(leaves).toString('base64');
  return {
    index,
    body: bodies[index]!,
    leafHash: leaves[index]!.toString('base64'),
    proof: {
      treeSize: size,
      hashes: path(index, leaves).map((hash) => hash.toString('base64')),
      rootHash,
      checkpoint: `sineng/x\n${size}\n${rootHash}\n\n— sineng/x AAAA\n`,
    },
  };
}

describe('the proof of an entry', () => {
  it('holds for every entry of trees of every shape', async () => {
    for (let size = 1; size <= 17; size++) {
      for (let index = 0; index < size; index++) {
        expect(await checkProof(entry(index, size), subtle), `${index} of ${size}`).toBe('holds');
      }
    }
  });

  it('agrees with a vector written down once', async () => {
    // The root of the tree whose only entry is empty, as RFC 6962 gives the hash of a leaf.
    const empty = 'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=';
    const only: Proved = {
      index: 0,
      body: '',
      leafHash: empty,
      proof: { treeSize: 1, hashes: [], rootHash: empty, checkpoint: `o\n1\n${empty}\n` },
    };
    expect(await checkProof(only, subtle)).toBe('holds');
  });

  it('fails when the entry was changed', async () => {
    const right = entry(5, 11);
    expect(await checkProof({ ...right, body: right.body + ' ' }, subtle)).toBe('wrongLeaf');
    const body = '{"n":5}';
    const forged = { ...right, body, leafHash: leaf(body).toString('base64') };
    expect(await checkProof(forged, subtle)).toBe('wrongRoot');
  });

  it.each<[string, (right: Proved) => Partial<Proved>]>([
    ['another place', () => ({ index: 4 })],
    ['a place beyond the end', () => ({ index: 11 })],
    ['a place before the beginning', () => ({ index: -1 })],
    ['another size', ({ proof }) => ({ proof: { ...proof, treeSize: 200 } })],
    ['a hash left out', ({ proof }) => ({ proof: { ...proof, hashes: proof.hashes.slice(1) } })],
    [
      'a hash too many',
      ({ proof }) => ({ proof: { ...proof, hashes: [...proof.hashes, proof.rootHash] } }),
    ],
    [
      'hashes in another order',
      ({ proof }) => ({ proof: { ...proof, hashes: [...proof.hashes].reverse() } }),
    ],
    ['what is no hash', ({ proof }) => ({ proof: { ...proof, hashes: ['?', '?', '?', '?'] } })],
    ['another root', ({ proof }) => ({ proof: { ...proof, rootHash: proof.hashes[0]! } })],
  ])('fails with %s', async (_, change) => {
    const right = entry(5, 11);
    expect(await checkProof({ ...right, ...change(right) }, subtle)).toBe('wrongRoot');
  });

  it('fails when the signed note says another root or size', async () => {
    const right = entry(5, 11);
    const other = entry(5, 12).proof.checkpoint;
    const proof = { ...right.proof, checkpoint: other };
    expect(await checkProof({ ...right, proof }, subtle)).toBe('wrongCheckpoint');
    expect(notes('', 0, '')).toBe(false);
  });

  it('says that it cannot be checked where the browser has no SHA-256', async () => {
    const without = { subtle: undefined } as unknown as Crypto;
    const had = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
    Object.defineProperty(globalThis, 'crypto', { value: without, configurable: true });
    try {
      expect(await checkProof(entry(0, 2))).toBe('unavailable');
    } finally {
      Object.defineProperty(globalThis, 'crypto', had);
    }
  });

  it('is written to a file with all that is needed to check it', () => {
    const right = entry(1, 3);
    expect(JSON.parse(proofFile(right))).toEqual({
      index: 1,
      body: right.body,
      leafHash: right.leafHash,
      ...right.proof,
    });
  });
});
