// Without letters and digits that are easily mistaken for each other: it is read out or copied by hand.
const letters = 'abcdefghjkmnpqrstuvwxyz';
const digits = '23456789';

/**
 * A first password of letters and digits in groups, about 56 bits; it must be
 * changed at the first sign-in. `random` gives whole numbers below its argument.
 */
export function firstPassword(random: (below: number) => number = secure): string {
  const pick = (from: string, count: number) =>
    Array.from({ length: count }, () => from[random(from.length)]).join('');
  return [pick(letters, 4), pick(digits, 3), pick(letters, 4), pick(digits, 3)].join('-');
}

function secure(below: number): number {
  const limit = Math.floor(0x1_0000_0000 / below) * below;
  const word = new Uint32Array(1);
  // Numbers beyond the last full round would favour the first letters.
  do crypto.getRandomValues(word);
  while ((word[0] ?? 0) >= limit);
  return (word[0] ?? 0) % below;
}
