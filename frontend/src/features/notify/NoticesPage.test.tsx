import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as NoticesPage } from './NoticesPage';
import { renderPage } from '@/testing/renderPage';

const notice = (id: string, text: string) => ({
  id,
  kind: 'FORM_TO_REVIEW',
  title: '待审核',
  text,
  path: '/review/f1',
  at: '2026-03-02T01:00:00Z',
  readAt: null,
});

describe('all notices', () => {
  it('stay when the next page cannot be read, and go on after another try', async () => {
    let away = true;
    renderPage(<NoticesPage />, {
      answers: {
        Notices: ({ variables }) => {
          if (variables.after && away)
            return { errors: [{ message: '服务器繁忙', extensions: { code: 'UNAVAILABLE' } }] };
          const [nodes, hasNextPage] = variables.after
            ? [[notice('n2', '请审核表4')], false]
            : [[notice('n1', '请审核表2')], true];
          return {
            data: { notices: { nodes, unread: 2, pageInfo: { hasNextPage, endCursor: 'c' } } },
          };
        },
      },
    });
    const first = await screen.findByRole('link', { name: '请审核表2' });
    expect(first.getAttribute('href')).toBe('/review/f1');
    fireEvent.click(screen.getByRole('button', { name: /更\s*多/ }));
    expect(await screen.findByText('服务器繁忙')).toBeDefined();
    expect(screen.getByText('请审核表2')).toBeDefined();
    away = false;
    fireEvent.click(screen.getByRole('button', { name: /重\s*试/ }));
    expect(await screen.findByText('请审核表4')).toBeDefined();
    await waitFor(() => expect(screen.queryByText('服务器繁忙')).toBeNull());
    expect(screen.getByText('请审核表2')).toBeDefined();
  });
});
