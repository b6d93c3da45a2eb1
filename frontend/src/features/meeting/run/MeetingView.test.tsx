import {
  fireEvent,
  screen,
  waitFor,
  within,
  type BoundFunctions,
  type queries,
} from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { MeetingDetail } from '../query';
import { MeetingView } from './MeetingPage';
import { meeting, refusal, stale } from './samples';
import { Sheet } from './SheetPage';
import { renderPage, someViewer } from '@/testing/renderPage';
import type { Viewer } from '@/lib/viewer';

type Dialog = BoundFunctions<typeof queries>;

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

const counting = (count: object, more: object = {}) =>
  ({
    ...meeting,
    items: meeting.items.map((item) => ({ ...item, ...more, count: { ...item.count, ...count } })),
  }) as unknown as MeetingDetail;

describe('the votes', () => {
  it('end with the head, once all others have voted', () => {
    const last = counting(
      { for: 2, missing: ['h'] },
      {
        votes: [
          { id: 'v1', memberId: 'a', vote: 'FOR', remark: '' },
          { id: 'v2', memberId: 'b', vote: 'FOR', remark: '' },
        ],
      },
    );
    renderPage(<MeetingView meeting={last} onChanged={vi.fn()} />);
    expect(screen.getByText(/请 主任 表决/)).toBeDefined();
    expect(screen.getByRole('button', { name: '主任 赞成' })).toBeDefined();
    expect(screen.queryByRole('button', { name: '乙 赞成' })).toBeNull();
  });

  it('cannot be cast without a quorum: the item is put off', () => {
    const few = counting({ present: 1, recused: ['a', 'b'], missing: ['h'], hasQuorum: false });
    renderPage(<MeetingView meeting={few} onChanged={vi.fn()} />);
    expect(screen.getByText('可表决人数不足法定人数，请缓议')).toBeDefined();
    expect(screen.queryByRole('button', { name: '主任 赞成' })).toBeNull();
    expect(screen.queryByRole('button', { name: '登记审定结果' })).toBeNull();
    expect(screen.getByRole('button', { name: '缓议' })).toBeDefined();
    expect(screen.getAllByText('回避')).toHaveLength(2);
  });

  it('are settled with a reason that no refusal loses', async () => {
    const onChanged = vi.fn();
    const done = counting({ for: 3, missing: [], result: 'CARRIED' });
    const { asked } = renderPage(<MeetingView meeting={done} onChanged={onChanged} />, {
      answers: {
        DecideItem: refusal('降低等级须填写理由', {
          code: 'INVALID',
          reason: 'REASON_MISSING',
          field: 'input.reason',
        }),
      },
    });
    fireEvent.click(screen.getByRole('button', { name: '登记审定结果' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('表决通过，登记后等级按表决结果确定。')).toBeDefined();
    const reason = dialog.getByLabelText<HTMLTextAreaElement>('理由');
    fireEvent.change(reason, { target: { value: '整改到位' } });
    fireEvent.click(dialog.getByRole('button', { name: '登记审定结果' }));
    expect(await dialog.findByText('降低等级须填写理由')).toBeDefined();
    expect(reason.value).toBe('整改到位');
    expect(onChanged).not.toHaveBeenCalled();
    expect(asked.at(-1)?.variables).toEqual({
      input: { itemId: 'i1', expectedVersion: 2, reason: '整改到位' },
    });
  });

  it('that somebody else settled meanwhile leave the reason to be copied', async () => {
    const settled = counting({}, { state: 'DECIDED', version: 3 });
    renderPage(<MeetingView meeting={meeting} onChanged={vi.fn()} />, {
      answers: { DeferItem: stale, Meeting: { data: { node: settled } } },
    });
    fireEvent.click(screen.getByRole('button', { name: '缓议' }));
    const dialog = within(await screen.findByRole('dialog'));
    const reason = dialog.getByLabelText<HTMLTextAreaElement>('缓议理由');
    fireEvent.change(reason, { target: { value: '材料不全' } });
    fireEvent.click(dialog.getByRole('button', { name: /缓议$/ }));
    fireEvent.click(await dialog.findByRole('button', { name: '载入最新内容并保留我的填写' }));
    expect(await dialog.findByText(/会议已有变动，不能再作此操作/)).toBeDefined();
    expect(reason.value).toBe('材料不全');
  });
});

describe('the minutes', () => {
  const minutesOf = (dialog: Dialog) => dialog.getByLabelText<HTMLTextAreaElement>('会议纪要');
  const open = async () => {
    fireEvent.click(screen.getByRole('button', { name: '结束会议' }));
    return within(await screen.findByRole('dialog'));
  };
  const type = (dialog: Dialog) =>
    fireEvent.change(minutesOf(dialog), { target: { value: '一、审定风险点一个' } });
  const end = (dialog: Dialog) =>
    fireEvent.click(dialog.getByRole('button', { name: /结束会议$/ }));

  it('are needed', async () => {
    const { asked } = renderPage(<MeetingView meeting={meeting} onChanged={vi.fn()} />);
    const dialog = await open();
    end(dialog);
    expect(await dialog.findByText('请填写会议纪要')).toBeDefined();
    expect(asked).toEqual([]);
  });

  it('outlast a refusal to close, the end of the dialog and a reload', async () => {
    const answers = {
      CloseMeeting: refusal('还有 1 个议项未审定或缓议', {
        code: 'INVALID_TRANSITION',
        reason: 'ITEMS_OPEN',
      }),
    };
    const page = renderPage(<MeetingView meeting={meeting} onChanged={vi.fn()} />, { answers });
    let dialog = await open();
    type(dialog);
    end(dialog);
    expect(await dialog.findByText('还有 1 个议项未审定或缓议')).toBeDefined();
    expect(minutesOf(dialog).value).toBe('一、审定风险点一个');
    fireEvent.click(dialog.getByRole('button', { name: /取\s*消/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    dialog = await open();
    expect(minutesOf(dialog).value).toBe('一、审定风险点一个');
    page.unmount();
    // Votes were cast meanwhile: the minutes wait for the meeting as it stands now.
    const onChanged = vi.fn();
    const closed = { __typename: 'Meeting', id: 'm1', version: 9, state: 'CLOSED' };
    const { asked } = renderPage(
      <MeetingView meeting={{ ...meeting, version: 8 }} onChanged={onChanged} />,
      { answers: { CloseMeeting: { data: { closeMeeting: { meeting: closed } } } } },
    );
    dialog = await open();
    expect(dialog.getByText('已恢复您上次未提交的内容。')).toBeDefined();
    end(dialog);
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(asked[0]?.variables).toEqual({
      input: { id: 'm1', expectedVersion: 8, minutes: '一、审定风险点一个' },
    });
    // What was sent does not come back.
    expect(sessionStorage.length).toBe(0);
  });

  it('are not found by another account in the same tab', async () => {
    const page = renderPage(<MeetingView meeting={meeting} onChanged={vi.fn()} />);
    type(await open());
    page.unmount();
    expect(sessionStorage.length).toBe(1);
    const viewer = { ...someViewer, account: { id: 'a2', loginName: 'li' } };
    renderPage(<MeetingView meeting={meeting} onChanged={vi.fn()} />, { viewer });
    expect(minutesOf(await open()).value).toBe('');
    expect(sessionStorage.length).toBe(0);
  });

  it('go on with the newest version of the meeting', async () => {
    const sent: unknown[] = [];
    const closed = { __typename: 'Meeting', id: 'm1', version: 5, state: 'CLOSED' };
    renderPage(<MeetingView meeting={meeting} onChanged={vi.fn()} />, {
      answers: {
        CloseMeeting: ({ variables }) => {
          sent.push(variables.input);
          return sent.length === 1 ? stale : { data: { closeMeeting: { meeting: closed } } };
        },
        Meeting: { data: { node: { ...meeting, version: 4 } } },
      },
    });
    const dialog = await open();
    type(dialog);
    end(dialog);
    fireEvent.click(await dialog.findByRole('button', { name: '载入最新内容并保留我的填写' }));
    await dialog.findByText('已载入最新内容，请核对后保存。');
    end(dialog);
    expect(await screen.findByText('会议已结束')).toBeDefined();
    expect(sent.at(-1)).toEqual({
      id: 'm1',
      expectedVersion: 4,
      minutes: '一、审定风险点一个',
    });
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

  it('says how many came, and that a grade was not carried', () => {
    const [item] = meeting.items;
    const rejected = {
      ...item,
      state: 'DECIDED',
      decided: 'C',
      riskPoint: null, // seen by name alone
      count: { ...item?.count, result: 'REJECTED' },
    };
    const ended = { ...meeting, items: [rejected] } as unknown as MeetingDetail;
    renderPage(<Sheet meeting={ended} />);
    expect(screen.getByText('应到 3 人，法定人数 2 人，实到 3 人')).toBeDefined();
    expect(screen.getByText('选择性收件')).toBeDefined();
    expect(screen.getByText('已审定（表决未通过，维持原等级） C')).toBeDefined();
  });
});
