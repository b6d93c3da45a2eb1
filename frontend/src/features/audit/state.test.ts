import { describe, expect, it } from 'vitest';
import { actionGroups, auditListPath, auditSpec, toAuditFilter } from './state';
import words from '@/locales/auditActions.zh';
import { readState } from '@/lib/urlState';

describe('the address of the log', () => {
  it('holds every condition', () => {
    const path = auditListPath({
      actor: 'a1',
      object: 'o1',
      action: ['SIGN_IN', 'CREATE_UNIT'],
      unit: 'u1',
      from: '2026-03-01',
      to: '2026-03-31',
    });
    const state = readState(auditSpec, new URL(path, 'http://x.test').searchParams);
    expect(toAuditFilter(state)).toEqual({
      accountId: 'a1',
      objectId: 'o1',
      actions: ['CREATE_UNIT', 'SIGN_IN'],
      unitId: 'u1',
      from: new Date(2026, 2, 1).toISOString(),
      // The last day counts as a whole.
      to: new Date(2026, 3, 1).toISOString(),
    });
  });

  it('narrows nothing by what is left out', () => {
    expect(toAuditFilter(readState(auditSpec, new URLSearchParams('action=NONE&from=x')))).toEqual(
      {},
    );
  });
});

describe('the groups of actions', () => {
  it('offer every action once', () => {
    const offered = Object.values(actionGroups).flat();
    expect([...offered].sort()).toEqual(Object.keys(words).sort());
  });
});
