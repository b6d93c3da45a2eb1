import { describe, expect, it } from 'vitest';
import { riskListPath, riskSpec, toRiskFilter, toRiskOrder } from './riskState';
import { readState } from '@/lib/urlState';

const asked = (address: string) => readState(riskSpec, new URLSearchParams(address));

describe('the risk list', () => {
  it('asks for everything when the address says nothing', () => {
    const filter = toRiskFilter(asked(''));
    expect(Object.values(filter).every((value) => value === undefined)).toBe(true);
  });

  it('asks for what the address says', () => {
    const filter = toRiskFilter(
      asked('unit=u1&only=yes&grade=A,NONE&power=FINANCE&controlled=no&from=2026-01-01&q=收件'),
    );
    expect(filter).toMatchObject({
      unitId: 'u1',
      unitOnly: true,
      grades: ['A'],
      ungraded: true,
      powerTypes: ['FINANCE'],
      controlled: false,
      recordedFrom: '2026-01-01',
      text: '收件',
    });
  });

  it('asks for what waits for an inspector', () => {
    expect(toRiskFilter(asked('concur=yes')).awaitsConcurrence).toBe(true);
    expect(toRiskFilter(asked('outdated=yes')).outdated).toBe(true);
    expect(toRiskFilter(asked('opening=yes')).awaitsOpening).toBe(true);
    expect(toRiskFilter(asked('opened=yes')).opening).toBe(true);
  });

  it('asks for the ungraded alone without naming a grade', () => {
    const filter = toRiskFilter(asked('grade=NONE'));
    expect(filter.grades).toBeUndefined();
    expect(filter.ungraded).toBe(true);
  });

  it('puts the worst first unless told otherwise', () => {
    expect(toRiskOrder(asked('').sort)).toEqual({ field: 'GRADE', direction: 'ASC' });
    expect(toRiskOrder(asked('sort=-UPDATED_AT').sort)).toEqual({
      field: 'UPDATED_AT',
      direction: 'DESC',
    });
    expect(toRiskOrder(asked('sort=-NONSENSE').sort)).toEqual({ field: 'GRADE', direction: 'ASC' });
  });

  it('has an address for any conditions', () => {
    expect(riskListPath({})).toBe('/risks');
    expect(riskListPath({ unit: 'u1', grade: ['A'], controlled: false })).toBe(
      '/risks?unit=u1&grade=A&controlled=no',
    );
  });
});
