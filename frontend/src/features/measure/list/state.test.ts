import { describe, expect, it } from 'vitest';
import { measureListPath, measureSpec, toMeasureFilter } from './state';
import { readState } from '@/lib/urlState';

describe('the address of the list of measures', () => {
  it('holds every condition', () => {
    const path = measureListPath({
      unit: 'u1',
      kind: ['RULE', 'BALANCE'],
      status: ['ACTIVE'],
      risk: 'r1',
      owner: 'p1',
      due: '2026-06-30',
      q: '双人',
    });
    const state = readState(measureSpec, new URL(path, 'http://x.test').searchParams);
    expect(toMeasureFilter(state)).toEqual({
      unitId: 'u1',
      kinds: ['BALANCE', 'RULE'],
      statuses: ['ACTIVE'],
      riskPointId: 'r1',
      ownerId: 'p1',
      dueBefore: '2026-06-30',
      text: '双人',
    });
  });

  it('leaves a day out that is none', () => {
    const state = readState(measureSpec, new URLSearchParams('due=2026-02-30'));
    expect(toMeasureFilter(state)).toEqual({});
  });
});
