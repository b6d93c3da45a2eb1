import { describe, expect, it } from 'vitest';
import { heat, share, sumOver, toneOf } from './progress';

const table = {
  kinds: ['POWERS', 'PERSONAL'] as ('POWERS' | 'PERSONAL')[],
  headings: ['EXPECTED', 'FILED'] as ('EXPECTED' | 'FILED')[],
};

describe('the progress of a campaign', () => {
  it('adds up the forms that are chosen, all where none is', () => {
    expect(sumOver(table, [3, 1, 10, 4], [])).toEqual([13, 5]);
    expect(sumOver(table, [3, 1, 10, 4], ['PERSONAL'])).toEqual([10, 4]);
    expect(sumOver(table, [3, 1, 10, 4], ['RISKS'])).toEqual([0, 0]);
  });

  it('colours by the share of what is expected', () => {
    expect([0, 1, 25, 26, 75, 100].map((n) => heat(n, 100))).toEqual([0, 1, 1, 2, 3, 4]);
    expect(heat(5, 0)).toBe(0);
    expect(toneOf('OVERDUE')).toBe('bad');
    expect(toneOf('FILED')).toBe('good');
  });

  it('says nothing of a share where nothing is expected', () => {
    expect(share(0, 0)).toBe('—');
    expect(share(199, 200)).toBe('99%');
  });
});
