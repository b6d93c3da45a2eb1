// Indicators as the server answers them, for tests.
import type { Indicator, IndicatorRow, Reading } from './query';

export function someRow(changes: Partial<IndicatorRow> = {}): IndicatorRow {
  return {
    id: 'i1',
    version: 3,
    name: '超期办结件数',
    measuredIn: '件',
    keeps: 'AT_MOST',
    threshold: 5,
    every: 'MONTHLY',
    unit: { id: 'u1', name: '许可科' },
    measure: { id: 'm1', content: '双人复核', status: 'ACTIVE' },
    stoppedReason: '',
    state: 'OVER',
    readFor: '2026-10-01',
    value: 1234.5,
    owed: { from: '2026-11-01', to: '2026-11-30' },
    dueOn: '2020-12-10',
    trend: 'WORSE',
    // The server lets nobody record what is stopped.
    mayRecord: !changes.stoppedReason,
    ...changes,
  };
}

export function someReading(from: string, value: number, over = false): Reading {
  return { from, to: from, value, threshold: 5, over };
}

export function someIndicator(changes: Partial<Indicator> = {}): Indicator {
  return {
    __typename: 'Indicator',
    ...someRow(changes),
    withinDays: 10,
    person: { id: 'p1', name: '王建国' },
    namesPerson: true,
    startsOn: '2026-01-01',
    overSince: '2026-11-02',
    recent: [someReading('2026-09-01', 4), someReading('2026-10-01', 1234.5, true)],
    mayChange: true,
    ...changes,
  };
}

/** A page of a connection. */
export function connection<N>(nodes: N[]) {
  return { nodes, pageInfo: { hasNextPage: false, endCursor: null }, totalCount: nodes.length };
}

/** What the server refuses, at a field of the input or at none. */
export function refusal(message: string, reason: string, field?: string, code = 'INVALID') {
  return { errors: [{ message, extensions: { code, reason, field } }] };
}
