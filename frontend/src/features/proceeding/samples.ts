// Proceedings as the server answers them, for tests.
import type {
  Deviation,
  KeptPause,
  KeptStep,
  Proceeding,
  ProceedingRow,
  StepFigures,
} from './query';

export function someDeviation(changes: Partial<Deviation> = {}): Deviation {
  return {
    kind: 'SKIPPED',
    message: '未经“审核”即进入“决定”',
    stepKey: 's2',
    otherKey: 's3',
    ruleCode: '',
    from: '2026-11-05',
    to: null,
    person: null,
    ...changes,
  };
}

export function someRow(changes: Partial<ProceedingRow> = {}): ProceedingRow {
  return {
    id: 'b1',
    version: 3,
    power: { id: 'w1', name: '食品经营许可' },
    unit: { id: 'u1', name: '许可科' },
    number: '许字2026-17',
    receivedOn: '2026-11-02',
    state: 'UNDER_WAY',
    closedOn: null,
    result: '',
    limit: 'KNOWN',
    dueOn: '2026-11-30',
    deviations: [],
    mayRecord: true,
    ...changes,
  };
}

export function someStep(changes: Partial<KeptStep> = {}): KeptStep {
  return {
    stepKey: 's1',
    stepName: '受理',
    began: '2026-11-02T01:00:00Z',
    ended: '2026-11-02T03:30:00Z',
    outcome: 'PASSED',
    person: { id: 'p1', name: '王建国' },
    personName: '王建国',
    note: '材料齐全',
    source: 'HAND',
    at: '2026-11-02T04:00:00Z',
    actorName: '李科',
    withdrawn: false,
    replacedAt: null,
    ...changes,
  };
}

export function somePause(changes: Partial<KeptPause> = {}): KeptPause {
  return {
    kind: 'HEARING',
    from: '2026-11-06',
    to: null,
    note: '申请听证',
    source: 'HAND',
    at: '2026-11-06T04:00:00Z',
    actorName: '李科',
    withdrawn: false,
    replacedAt: null,
    ...changes,
  };
}

export const someSteps = [
  { key: 's1', name: '受理' },
  { key: 's2', name: '审核' },
  { key: 's3', name: '决定' },
];

export function someProceeding(changes: Partial<Proceeding> = {}): Proceeding {
  return {
    __typename: 'Proceeding',
    ...someRow(changes),
    limitDays: 20,
    process: { id: 'v1', revision: 2, steps: someSteps },
    steps: [
      someStep(),
      someStep({
        stepKey: 's3',
        stepName: '决定',
        began: '2026-11-05T01:00:00Z',
        ended: null,
        outcome: null,
        person: null,
        personName: '赵某',
        note: '',
      }),
    ],
    pauses: [],
    ...changes,
  };
}

export function someFigures(changes: Partial<StepFigures> = {}): StepFigures {
  return {
    stepKey: 's1',
    stepName: '受理',
    count: 12,
    ended: 11,
    medianMinutes: 150,
    late: 0,
    skipped: 0,
    returned: 0,
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

/** What became of one that was sent. */
export function recordedAs(fate = 'CHANGED', id: string | null = 'b1') {
  const proceeding = id && { id, version: 4 };
  return {
    data: { recordProceedings: { outcomes: [{ proceeding, fate, offMap: [], unmatched: [] }] } },
  };
}

/** What would become of one that is tried. */
export function triedAs(messages: string[] = [], unmatched: string[] = []) {
  const deviations = messages.map((message) => ({ message, to: null }));
  return { data: { recordProceedings: { outcomes: [{ offMap: [], unmatched, deviations }] } } };
}
