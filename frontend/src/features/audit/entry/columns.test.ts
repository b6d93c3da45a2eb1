import { describe, expect, it } from 'vitest';
import { changesOn, columnValue, columnWord, columnWords } from './columns';
import later from '@/locales/later.zh';
import zh from '@/locales/zh';

describe('the words of columns', () => {
  it('are all there', () => {
    for (const key of columnWords) {
      const [namespace = '', path = ''] = key.split(':');
      const word = path
        .split('.')
        .reduce<unknown>(
          (words, name) => (words as Record<string, unknown> | undefined)?.[name],
          ({ ...zh, ...later } as Record<string, unknown>)[namespace],
        );
      expect(word, key).toBeTypeOf('string');
      // A word that wants a value put into it would show its braces.
      expect(word, key).not.toContain('{{');
    }
  });

  it('are those of the entity first', () => {
    expect(columnWord('Person', 'name')).toBe('organisationEdit:person.name');
    expect(columnWord('Unit', 'name')).toBe('audit:column.name');
    expect(columnWord('Unit', 'nothing_like_it')).toBeUndefined();
    expect(columnWord('Unit', 'constructor')).toBeUndefined();
  });
});

describe('the values of columns', () => {
  it.each([
    ['RiskPoint', 'title', '双人复核', { as: 'text', text: '双人复核' }],
    ['RiskPoint', 'status', 'DECIDED', { as: 'enum', name: 'RiskStatus', values: ['DECIDED'] }],
    ['Measure', 'status', 'ACTIVE', { as: 'enum', name: 'MeasureStatus', values: ['ACTIVE'] }],
    [
      'RiskPoint',
      'found_by',
      '["SELF","PUBLIC"]',
      { as: 'enum', name: 'FoundBy', values: ['SELF', 'PUBLIC'] },
    ],
    ['RiskPoint', 'found_by', '[broken', { as: 'enum', name: 'FoundBy', values: ['[broken'] }],
    ['RiskPoint', 'risk_type', 'DUTY', { as: 'enum', name: 'RiskType', values: ['DUTY'] }],
    [
      'RiskPoint',
      'risk_type',
      'MORAL,DUTY',
      { as: 'enum', name: 'RiskType', values: ['MORAL', 'DUTY'] },
    ],
    ['RiskPoint', 'past_breach', 'true', { as: 'flag', yes: true }],
    ['Appointment', 'from_day', '2026-02-12T00:00:00Z', { as: 'day', day: '2026-02-12' }],
    ['Unit', 'created_at', '2026-02-12T01:02:03Z', { as: 'time', time: '2026-02-12T01:02:03Z' }],
    ['Indicator', 'read_for', '2026-02-01T00:00:00Z', { as: 'day', day: '2026-02-01' }],
    ['Indicator', 'threshold', '60000', { as: 'text', text: '6' }],
    ['IndicatorReading', 'value', '-12345678', { as: 'text', text: '-1234.5678' }],
    ['Measure', 'threshold', '60000', { as: 'text', text: '60000' }],
    ['Proceeding', 'closed_on', '2026-02-12T00:00:00Z', { as: 'day', day: '2026-02-12' }],
    [
      'ProceedingStep',
      'outcome',
      'RETURNED',
      { as: 'enum', name: 'StepOutcome', values: ['RETURNED'] },
    ],
    ['Post', 'name', '2026-02-12T01:02', { as: 'text', text: '2026-02-12T01:02' }],
  ] as const)('reads %s.%s %s', (type, column, text, value) => {
    expect(columnValue(type, column, text)).toEqual(value);
  });
});

describe('what an entry says on an object', () => {
  const change = (id: string) => ({ object: { id } });
  it('is all of an entry about it, its own row first', () => {
    const entry = { object: { id: 'r' }, changes: [change('a'), change('r')] };
    expect(changesOn(entry, 'r')).toEqual([change('r'), change('a')]);
  });

  it('is its own part of an entry about something else', () => {
    const entry = { object: null, changes: [change('a'), change('r'), change('b')] };
    expect(changesOn(entry, 'r')).toEqual([change('r')]);
  });
});
