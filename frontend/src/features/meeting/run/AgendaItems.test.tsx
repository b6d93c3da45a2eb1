import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { AgendaItem, MeetingDetail } from '../query';
import { AgendaItems } from './AgendaItems';
import { meeting } from './samples';
import { renderPage } from '@/testing/renderPage';

const opening = (more: object) =>
  ({
    ...meeting.items[0],
    kind: 'OPENING_DECISION',
    title: '许可科期初审定',
    riskPoint: null,
    grade: null,
    aboutUnit: { id: 'u1', name: '许可科' },
    opening: { a: 1, b: 2, c: 3, skipped: 4 },
    ...more,
  }) as unknown as AgendaItem;

const show = (item: AgendaItem) => {
  renderPage(
    <AgendaItems meeting={{ ...meeting, items: [item] } as MeetingDetail} onChanged={vi.fn()} />,
  );
  return within(screen.getByRole('article', { name: '许可科期初审定' }));
};

describe('an opening decision', () => {
  it('says before the vote what it would decide of the paper register, and skip', () => {
    const item = show(opening({}));
    expect(item.getByText('期初审定', { exact: true })).toBeDefined();
    expect(
      item.getByText('按纸质登记表审定：A 级 1 个、B 级 2 个、C 级 3 个，跳过 4 个'),
    ).toBeDefined();
  });

  it('says afterwards what it decided, and which it left as they were, and why', () => {
    const item = show(
      opening({
        state: 'DECIDED',
        opening: null,
        settled: 6,
        skipped: [
          { riskPoint: { id: 'r7', title: '公车私用' }, why: 'DECIDED_BEFORE' },
          { riskPoint: { id: 'r8', title: '印章保管' }, why: 'NO_PAPER_GRADE' },
        ],
        count: { ...(meeting.items[0] as AgendaItem).count, missing: [], result: 'CARRIED' },
      }),
    );
    expect(item.getByText('期初审定 6 个风险点，跳过 2 个')).toBeDefined();
    const left = item.getByRole('link', { name: '公车私用' });
    expect(left.getAttribute('href')).toBe('/risks/r7');
    expect(left.closest('li')?.textContent).toContain('已经审定');
  });

  it('that was not carried says so and decided nothing', () => {
    const item = show(
      opening({
        state: 'DECIDED',
        opening: null,
        settled: 0,
        count: { ...(meeting.items[0] as AgendaItem).count, missing: [], result: 'REJECTED' },
      }),
    );
    expect(item.getByText('期初审定 0 个风险点，跳过 0 个')).toBeDefined();
  });
});
