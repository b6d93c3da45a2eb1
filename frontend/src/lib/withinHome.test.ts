import { describe, expect, it } from 'vitest';
import { firstOpen } from './withinHome';

const path = [{ id: 'province' }, { id: 'city' }, { id: 'department' }];

describe('the way to a unit', () => {
  it.each([
    [['province'], 0],
    [['city'], 1],
    [['elsewhere', 'department'], 2],
    [[], 0],
    [['elsewhere'], 0],
  ])('is open to who is at home in %j from step %i on', (homes, first) => {
    expect(
      firstOpen(
        path,
        homes.map((id) => ({ id })),
      ),
    ).toBe(first);
  });
});
