import { describe, expect, it } from 'vitest';
import { refusal, shortSize } from './refusal';

const bounds = { mostBytes: 20 << 20, mostFiles: 2, types: ['.pdf', '.png'] };
const file = (name: string, size = 1) => ({ name, size });

describe('a file that is chosen', () => {
  it('is sent when it may be taken', () => {
    expect(refusal(file('A.PDF', 20 << 20), 1, bounds)).toBeNull();
  });

  it.each([
    ['a.exe', 1, 0, 'type'],
    ['pdf', 1, 0, 'type'],
    ['a.pdf.exe', 1, 0, 'type'],
    ['a.pdf', 0, 0, 'empty'],
    ['a.pdf', (20 << 20) + 1, 0, 'size'],
    ['a.pdf', 1, 2, 'count'],
  ])('%s of %i bytes beside %i others is refused for its %s', (name, size, there, why) => {
    expect(refusal(file(name, size), there, bounds)).toBe(why);
  });

  it('has its size told shortly', () => {
    expect([10, 2048, 20 << 20].map(shortSize)).toEqual(['10 B', '2 KB', '20.0 MB']);
  });
});
