import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NoticeBell } from './NoticeBell';
import { renderPage } from '@/testing/renderPage';

const notice = (id: string, path: string | null) => ({
  id,
  kind: 'FORM_RETURNED',
  title: '表格被退回',
  text: `${id} 被退回`,
  path,
  at: '2026-03-02T01:00:00Z',
  readAt: null,
});
const answers = {
  UnreadNotices: { data: { unreadNotices: 2 } },
  Notices: {
    data: {
      notices: {
        nodes: [notice('n1', '/forms/f1'), notice('n2', null)],
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    },
  },
  MarkNoticesRead: { data: { markNoticesRead: { unread: 1 } } },
};

describe('the bell', () => {
  it('says how many notices wait, lists them on demand and marks what is opened', async () => {
    const { asked, router } = renderPage(<NoticeBell />, { answers });
    fireEvent.click(await screen.findByRole('button', { name: '通知，2 条未读' }));
    const link = await screen.findByRole('link', { name: 'n1 被退回' });
    expect(screen.getByText('n2 被退回')).toBeDefined();
    expect(screen.queryByRole('link', { name: 'n2 被退回' })).toBeNull();
    fireEvent.click(link);
    await waitFor(() => expect(router.state.location.pathname).toBe('/forms/f1'));
    await waitFor(() =>
      expect(
        asked.find(({ operationName }) => operationName === 'MarkNoticesRead')?.variables,
      ).toEqual({ input: { ids: ['n1'] } }),
    );
  });

  it('hands the keyboard to the list and takes it back', async () => {
    renderPage(<NoticeBell />, { answers });
    const bell = await screen.findByRole('button', { name: '通知，2 条未读' });
    fireEvent.click(bell);
    const panel = await screen.findByRole('dialog', { name: '通知' });
    await waitFor(() => expect(document.activeElement).toBe(panel));
    expect(bell.parentElement?.contains(panel)).toBe(true);
    fireEvent.keyDown(panel, { key: 'Escape' });
    expect(document.activeElement).toBe(bell);
    expect(bell.getAttribute('aria-expanded')).toBe('false');
  });

  it('marks a notice that leads nowhere', async () => {
    const { asked } = renderPage(<NoticeBell />, { answers });
    fireEvent.click(await screen.findByRole('button', { name: '通知，2 条未读' }));
    const mark = await screen.findAllByRole('button', { name: /^标为已读/ });
    expect(mark.map((one) => one.getAttribute('aria-label'))).toEqual(['标为已读: n2 被退回']);
    fireEvent.click(mark[0]!);
    await waitFor(() =>
      expect(
        asked.find(({ operationName }) => operationName === 'MarkNoticesRead')?.variables,
      ).toEqual({ input: { ids: ['n2'] } }),
    );
  });
});
