import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { MeetingDetail } from '../query';
import { MeetingView } from './MeetingPage';
import { Sheet } from './SheetPage';
import { renderPage } from '@/lib/testing';
import type { Viewer } from '@/lib/viewer';

const member = (id: string, name: string, head = false) => ({
  id,
  name,
  title: '委员',
  head,
  present: true,
  absence: '',
  person: { id: `p-${id}` },
});

const meeting = {
  __typename: 'Meeting',
  id: 'm1',
  version: 3,
  title: '等级审定会',
  heldOn: '2026-03-02',
  place: '三楼',
  quorum: 2,
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
      proposed: 'A',
      state: 'VOTING',
      decided: null,
      reason: '',
      riskPoint: {
        id: 'r1',
        title: '选择性收件',
        grade: null,
        proposedGrade: 'A',
        manifestation: '违规',
        unit: { id: 'u1', name: '许可科' },
      },
      votes: [{ id: 'v1', memberId: 'a', vote: 'FOR', remark: '' }],
      count: {
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

const cast = { data: { castVote: { item: { id: 'i1', version: 3, state: 'VOTING' } } } };

describe('a meeting that is open', () => {
  it('offers votes to those who may vote now, and not yet to the head', () => {
    renderPage(<MeetingView meeting={meeting} onChanged={vi.fn()} />);
    expect(screen.getByRole('button', { name: '乙 赞成' })).toBeDefined();
    expect(screen.queryByRole('button', { name: '甲 赞成' })).toBeNull();
    expect(screen.queryByRole('button', { name: '主任 赞成' })).toBeNull();
    expect(screen.queryByRole('button', { name: '登记审定结果' })).toBeNull();
  });

  it('writes the next vote down by a key, and one by its button', async () => {
    const onChanged = vi.fn();
    const { asked } = renderPage(<MeetingView meeting={meeting} onChanged={onChanged} />, {
      answers: { CastVote: cast },
    });
    fireEvent.keyDown(screen.getByRole('list', { name: '表决' }), { key: '2' });
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
    expect(asked[0]?.variables).toEqual({
      input: { itemId: 'i1', memberId: 'b', vote: 'AGAINST' },
    });
    fireEvent.click(screen.getByRole('button', { name: '乙 弃权' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(2));
  });

  it('shows what the server says against a vote', async () => {
    renderPage(<MeetingView meeting={meeting} onChanged={vi.fn()} />, {
      answers: {
        CastVote: {
          errors: [
            {
              message: '乙已就该议项表决,不能更改',
              extensions: { code: 'INVALID_TRANSITION', reason: 'ALREADY_VOTED' },
            },
          ],
        },
      },
    });
    fireEvent.click(screen.getByRole('button', { name: '乙 赞成' }));
    expect(await screen.findByText('乙已就该议项表决,不能更改')).toBeDefined();
  });

  it('lets a member who holds no meetings cast only their own vote', () => {
    const viewer: Viewer = {
      account: { id: 'a9', loginName: 'yi' },
      person: { id: 'p-b', name: '乙', jobTitle: '委员' },
      roles: [],
      actions: ['READ_REGISTER'],
      mustChangePassword: false,
      secondFactor: { required: false, enabled: false, pending: false },
      homeUnits: [],
    };
    const others = {
      ...meeting,
      allowedActions: ['READ_REGISTER'],
      items: meeting.items.map((item) => ({
        ...item,
        votes: [],
        count: { ...item.count, missing: ['a', 'b', 'h'] },
      })),
    } as unknown as MeetingDetail;
    renderPage(<MeetingView meeting={others} onChanged={vi.fn()} />, {
      viewer,
    });
    expect(screen.getByRole('button', { name: '乙 赞成' })).toBeDefined();
    expect(screen.queryByRole('button', { name: '甲 赞成' })).toBeNull();
    expect(screen.queryByRole('button', { name: '结束会议' })).toBeNull();
  });
});

describe('the sheet of a meeting', () => {
  it('has a row to sign for every member and the votes on every item', () => {
    renderPage(<Sheet meeting={meeting} />);
    const [attendance, votes] = screen.getAllByRole('table') as [HTMLElement, HTMLElement];
    expect(within(attendance).getByText('签名')).toBeDefined();
    expect(within(attendance).getAllByRole('row')).toHaveLength(4);
    expect(within(votes).getByText(/甲 赞成/)).toBeDefined();
  });
});
