import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { AgendaItem, MeetingDetail } from '../query';
import { meeting, refusal } from './samples';
import { VotePanel } from './VotePanel';
import { renderPage, someViewer } from '@/testing/renderPage';

const item = meeting.items[0] as AgendaItem;

/** The item with a vote of a member from paper, which another member has countersigned or not. */
const onPaper = (countersignerId: string | null) =>
  ({
    ...item,
    votes: [{ ...item.votes[0], manner: 'PAPER', countersignerId }],
    count: { ...item.count, unsigned: countersignerId ? [] : ['a'] },
  }) as AgendaItem;

const as = (person: string) => ({
  ...someViewer,
  person: { id: person, name: '某', jobTitle: '' },
});
const show = (of: AgendaItem, person: string, answers = {}, change: object = {}) => {
  const onChanged = vi.fn();
  const page = renderPage(
    <VotePanel
      item={of}
      meeting={{ ...meeting, ...change } as MeetingDetail}
      onChanged={onChanged}
    />,
    { viewer: as(person), answers },
  );
  return { ...page, onChanged };
};

describe('a vote from paper', () => {
  it('is shown as such, and does not count before it is countersigned', () => {
    show(onPaper(null), 'p-b');
    expect(screen.getByText('书面表决，待核签')).toBeDefined();
    expect(screen.getByText(/1 票书面表决须由登记人以外的成员核签后计票/)).toBeDefined();
  });

  it('is countersigned by a member who attends', async () => {
    const { asked, onChanged } = show(onPaper(null), 'p-b', {
      CountersignVotes: { data: { countersignVotes: { item: { id: 'i1', version: 3 } } } },
    });
    fireEvent.click(screen.getByRole('button', { name: '核签书面表决' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(asked.at(-1)?.variables).toEqual({ input: { itemId: 'i1', memberIds: ['a'] } });
  });

  it('is not offered to who attends but takes no part, nor to who does not attend', () => {
    const recused = onPaper(null);
    show({ ...recused, count: { ...recused.count, recused: ['b'] } }, 'p-b');
    expect(screen.queryByRole('button', { name: '核签书面表决' })).toBeNull();
  });

  it('is not offered to who is no member', () => {
    show(onPaper(null), 'p-elsewhere');
    expect(screen.queryByRole('button', { name: '核签书面表决' })).toBeNull();
  });

  it('says why who recorded it may not countersign it', async () => {
    show(onPaper(null), 'p-b', {
      CountersignVotes: refusal('登记书面表决的人不能核签,请由其他成员核签', {
        code: 'FORBIDDEN',
        reason: 'OWN_RECORD',
      }),
    });
    fireEvent.click(screen.getByRole('button', { name: '核签书面表决' }));
    expect(await screen.findByText('登记书面表决的人不能核签,请由其他成员核签')).toBeDefined();
  });

  it('is shown as countersigned afterwards', () => {
    show(onPaper('b'), 'p-b');
    expect(screen.getByText('书面表决，已核签')).toBeDefined();
    expect(screen.queryByRole('button', { name: '核签书面表决' })).toBeNull();
  });

  it('is recorded for others by who keeps the minutes, and told from one that is signed', () => {
    show(item, 'p-elsewhere', {}, { allowedActions: ['READ_REGISTER'], recording: true });
    expect(screen.getByText('书面表决登记：')).toBeDefined();
  });

  it('is not what a member casts for themself', () => {
    show(item, 'p-b', {}, { allowedActions: ['READ_REGISTER'] });
    expect(screen.getByRole('button', { name: '乙 赞成' })).toBeDefined();
    expect(screen.queryByText('书面表决登记：')).toBeNull();
  });
});

describe('who has no standing', () => {
  it('is named as such and votes on nothing', () => {
    show({ ...item, count: { ...item.count, uncounted: ['b'], missing: ['h'] } }, 'p-b');
    expect(screen.getByText('列席')).toBeDefined();
    expect(screen.queryByRole('button', { name: '乙 赞成' })).toBeNull();
  });
});

describe('what the leading group decides', () => {
  it('waits until enough members have given their own word', () => {
    const few = {
      ...item,
      count: {
        ...item.count,
        missing: [],
        unsigned: [],
        result: 'CARRIED',
        ownWords: 2,
        ownWordsNeeded: 3,
      },
    } as AgendaItem;
    const { unmount } = show(few, 'p-b');
    expect(screen.getByText(/核签本人书面表决 2 人，至少须 3 人/)).toBeDefined();
    expect(screen.queryByRole('button', { name: '登记审定结果' })).toBeNull();
    unmount();
    show({ ...few, count: { ...few.count, ownWords: 3 } }, 'p-b');
    expect(screen.getByRole('button', { name: '登记审定结果' })).toBeDefined();
  });

  it('lets a member confirm their own vote that another countersigned', async () => {
    const { asked, onChanged } = show(onPaper('b'), 'p-a', {
      CountersignVotes: { data: { countersignVotes: { item: { id: 'i1', version: 3 } } } },
    });
    fireEvent.click(screen.getByRole('button', { name: '核签本人的表决' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(asked.at(-1)?.variables).toEqual({ input: { itemId: 'i1', memberIds: ['a'] } });
  });
});
