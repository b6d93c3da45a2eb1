import { describe, expect, it } from 'vitest';
import { byColour, byUnit } from './counts';
import type { WarningCount } from './query';

const row = (changes: Partial<WarningCount>): WarningCount => ({
  unit: { id: 'u1', name: '稽查处' },
  kind: 'MEASURE_OVERDUE',
  colour: 'YELLOW',
  waiting: 0,
  late: 0,
  answered: 0,
  ...changes,
});

describe('counts of warnings', () => {
  const counts = [
    row({ waiting: 2 }),
    row({ kind: 'GRADE_STALE', answered: 1 }),
    row({ unit: { id: 'u2', name: '法规处' }, colour: 'RED', late: 3 }),
    row({ unit: null, colour: 'RED', waiting: 1 }),
  ];

  it('are told by colour, the gravest first, those of none too', () => {
    expect(byColour(counts)).toEqual([
      { colour: 'RED', waiting: 1, late: 3, answered: 0, total: 4 },
      { colour: 'ORANGE', waiting: 0, late: 0, answered: 0, total: 0 },
      { colour: 'YELLOW', waiting: 2, late: 0, answered: 1, total: 3 },
    ]);
  });

  it('are told by department, what is late first', () => {
    expect(
      byUnit(counts).map(({ unit, late, waiting, answered, colours }) => [
        unit?.name ?? null,
        late,
        waiting,
        answered,
        colours,
      ]),
    ).toEqual([
      ['法规处', 3, 0, 0, [3, 0, 0]],
      ['稽查处', 0, 2, 1, [0, 0, 3]],
      [null, 0, 1, 0, [1, 0, 0]],
    ]);
  });
});
