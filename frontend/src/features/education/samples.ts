// Sessions as the server answers them, for tests.
import type { Participant, Session, SessionRow } from './query';

export function someRow(changes: Partial<SessionRow> = {}): SessionRow {
  return {
    id: 'e1',
    version: 2,
    unit: { id: 'u1', name: '许可科' },
    kind: 'WARNING_CASES',
    topic: '典型案例通报',
    heldOn: '2020-03-05',
    place: '会议室',
    minutes: 90,
    state: 'PLANNED',
    overdue: true,
    counts: { expected: 3, attended: 0, excused: 0, absent: 0, madeUp: 0 },
    mine: null,
    ...changes,
  };
}

export function someSession(changes: Partial<Session> = {}): Session {
  return {
    __typename: 'EducationSession',
    ...someRow(changes),
    leader: { id: 'p9', name: '王建国' },
    namesLeader: true,
    leaderText: '',
    notes: '',
    cancelReason: '',
    measures: [{ id: 'm1', content: '每月警示教育' }],
    completable: [],
    mayChange: true,
    ...changes,
  };
}

export function somebody(
  id: string,
  name: string,
  changes: Partial<Participant> = {},
): Participant {
  return {
    id,
    name,
    department: '许可科',
    post: '审核岗',
    attendance: null,
    note: '',
    madeUpOn: null,
    ...changes,
  };
}

/** A page of a connection. */
export function connection<N>(nodes: N[]) {
  return { nodes, pageInfo: { hasNextPage: false, endCursor: null }, totalCount: nodes.length };
}
