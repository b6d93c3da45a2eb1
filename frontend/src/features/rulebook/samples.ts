// Rules documents as the server answers them, for tests.
import type { Edition, Review, RulesDocument } from './query';

export function someEdition(changes: Partial<Edition> = {}): Edition {
  return {
    id: 'e1',
    revision: 1,
    number: '东局发〔2024〕3号',
    issuedBy: '东市局',
    issuedOn: '2024-04-20',
    from: '2024-05-01',
    to: null,
    changes: '',
    link: '',
    text: '',
    reviewWithinDays: 30,
    at: '2026-03-02T01:00:00Z',
    actorName: '王建国',
    withdrawnAt: null,
    withdrawnReason: '',
    holds: true,
    coming: false,
    ...changes,
  };
}

export function someDocument(changes: Partial<RulesDocument> = {}): RulesDocument {
  return {
    __typename: 'RulesDocument',
    id: 'd1',
    version: 4,
    title: '资金管理办法',
    kind: 'RULES',
    state: 'IN_FORCE',
    unit: { id: 'u1', name: '东市局' },
    inForceFrom: '2024-05-01',
    repealedFrom: null,
    holding: { id: 'e1', revision: 1, number: '东局发〔2024〕3号', from: '2024-05-01' },
    repealedReason: '',
    repealedReviewDays: 0,
    mayChange: true,
    editions: [someEdition()],
    ...changes,
  };
}

export function someReview(changes: Partial<Review> = {}): Review {
  return {
    __typename: 'RulesReview',
    id: 'r1',
    version: 1,
    title: '资金管理办法',
    subject: '资金拨付双人复核',
    unit: { name: '许可科' },
    document: { id: 'd1', repealedFrom: null, repealedReason: '' },
    edition: {
      id: 'e2',
      revision: 2,
      number: '东局发〔2026〕1号',
      from: '2026-04-01',
      issuedBy: '东市局',
      changes: '修改拨付程序',
      link: '',
      text: '',
    },
    power: null,
    measure: { id: 'm1' },
    tier: 'STAFF',
    person: { id: 'p1', name: '王建国' },
    askedOn: '2026-04-01',
    dueOn: '2026-05-01',
    state: 'OPEN',
    overdue: false,
    note: '',
    answeredAt: null,
    answeredName: '',
    mayAnswer: true,
    ...changes,
  };
}

/** A page of a connection. */
export function connection<N>(nodes: N[]) {
  return { nodes, pageInfo: { hasNextPage: false, endCursor: null }, totalCount: nodes.length };
}
