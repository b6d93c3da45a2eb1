import { describe, expect, it } from 'vitest';
import { fieldOf, firstRule, toInput } from './rule';

describe('what is sent of a rule', () => {
  it('has severities for conflicts alone', () => {
    const severities = ['HIGH'] as const;
    expect(toInput({ ...firstRule, severities: [...severities] }).severities).toEqual([]);
    expect(
      toInput({ ...firstRule, kind: 'BALANCE_CONFLICT', severities: [...severities] }).severities,
    ).toEqual(['HIGH']);
  });

  it('is what was written, whatever else the answer says of a rule', () => {
    const known = { ...firstRule, sentence: '…', version: 3, on: true };
    expect(toInput(known)).toEqual(firstRule);
  });

  it('is named at its field', () => {
    expect(fieldOf('rule.days')).toBe('days');
    expect(fieldOf('input.rule.grades[1]')).toBe('grades');
    expect(fieldOf('reason')).toBe('reason');
  });
});
