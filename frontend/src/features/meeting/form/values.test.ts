import { describe, expect, it } from 'vitest';
import { toDetails, valuesOf } from './values';
import { meeting } from '../run/samples';

describe('what is written down of a meeting', () => {
  it('is sent back as it came, the campaign too, the head first', () => {
    const planned = { ...meeting, campaign: { id: 'c1', title: '专项工作' } };
    planned.members = [...meeting.members].reverse();
    expect(toDetails(valuesOf(planned))).toEqual({
      title: '等级审定会',
      heldOn: '2026-03-02',
      place: '三楼',
      quorum: 2,
      recorderId: undefined,
      campaignId: 'c1',
      members: [
        { personId: 'p-h', head: true },
        { personId: 'p-b', head: false },
        { personId: 'p-a', head: false },
      ],
    });
  });
});
