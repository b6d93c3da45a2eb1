// An open meeting for tests.
import type { MeetingDetail } from '../query';

const member = (id: string, name: string, head = false) => ({
  id,
  name,
  title: '委员',
  head,
  present: true,
  leadingGroup: true,
  absence: '',
  person: { id: `p-${id}` },
});

export const meeting = {
  __typename: 'Meeting',
  id: 'm1',
  version: 3,
  title: '等级审定会',
  heldOn: '2026-03-02',
  place: '三楼',
  quorum: 2,
  groupSize: 3,
  state: 'OPEN',
  minutes: '',
  openedAt: '2026-03-02T01:00:00Z',
  closedAt: null,
  cancelReason: '',
  nextSteps: ['VOTE', 'CLOSE', 'CANCEL'],
  recording: false,
  allowedActions: ['READ_REGISTER', 'HOLD_MEETINGS'],
  unit: { id: 'u0', name: '省局' },
  campaign: null,
  recorder: null,
  members: [member('h', '主任', true), member('a', '甲'), member('b', '乙')],
  items: [
    {
      id: 'i1',
      version: 2,
      kind: 'GRADE',
      grade: 'A',
      content: '',
      ground: null,
      isProposal: false,
      settled: 0,
      opening: null,
      skipped: [],
      aboutUnit: null,
      measure: null,
      state: 'VOTING',
      decided: null,
      reason: '',
      title: '选择性收件',
      unitName: '许可科',
      riskPoint: {
        id: 'r1',
        title: '选择性收件',
        grade: null,
        proposedGrade: 'A',
        manifestation: '违规',
        unit: { id: 'u1', name: '许可科' },
      },
      votes: [
        {
          id: 'v1',
          memberId: 'a',
          vote: 'FOR',
          remark: '',
          manner: 'SIGNED_IN',
          countersignerId: null,
        },
      ],
      count: {
        body: 'LEADING_GROUP',
        quorum: 2,
        uncounted: [],
        unsigned: [],
        present: 3,
        recused: [],
        for: 1,
        against: 0,
        abstain: 0,
        missing: ['b', 'h'],
        hasQuorum: true,
        result: 'VOTING',
      },
    },
  ],
} as unknown as MeetingDetail;

export const refusal = (message: string, extensions: object) => ({
  errors: [{ message, extensions }],
});
export const stale = refusal('该内容已被他人修改,请刷新后核对再保存', {
  code: 'CONFLICT',
  reason: 'STALE_VERSION',
  field: 'expectedVersion',
});
