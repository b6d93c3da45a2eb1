import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ToDo } from './ToDo';
import { renderPage } from '@/testing/renderPage';

const item = {
  id: 'f1',
  path: '/review/f1',
  title: '2026年专项工作',
  formKind: 'RISKS',
  formState: 'LEADER_REVIEW',
  unit: '许可科',
  person: '',
  dueOn: '2026-03-09',
};

describe('what waits on the home page', () => {
  it('is counted, and the most pressing is linked', async () => {
    renderPage(<ToDo />, {
      answers: {
        ToDo: {
          data: {
            toDo: [
              { kind: 'FILL', count: 0, more: false, items: [] },
              { kind: 'REVIEW', count: 100, more: true, items: [item] },
              { kind: 'CONCUR', count: 7, more: false, items: [] },
            ],
          },
        },
      },
    });
    const link = await screen.findByRole('link', { name: /许可科/ });
    expect(link.getAttribute('href')).toBe('/review/f1');
    // One campaign needs no name.
    expect(link.textContent).not.toContain('2026年专项工作');
    // The number leads to all of them; what there is none of leads nowhere.
    expect(screen.getByText('100+').getAttribute('href')).toBe('/review');
    expect(screen.getByText('0').tagName).toBe('SPAN');
    expect(screen.getByText('7').getAttribute('href')).toBe('/risks?concur=yes');
    expect(screen.getByText('待我填报')).toBeDefined();
  });

  it('says so where there is nothing', async () => {
    renderPage(<ToDo />, { answers: { ToDo: { data: { toDo: [] } } } });
    expect(await screen.findByText('今天没有待办事项')).toBeDefined();
  });

  it('says for which campaign a form is where there are several', async () => {
    const other = { ...item, id: 'f2', path: '/review/f2', title: '2027年专项工作' };
    renderPage(<ToDo />, {
      answers: {
        ToDo: { data: { toDo: [{ kind: 'REVIEW', count: 2, more: false, items: [item, other] }] } },
      },
    });
    expect(await screen.findByRole('link', { name: /2026年专项工作/ })).toBeDefined();
    expect(screen.getByRole('link', { name: /2027年专项工作/ })).toBeDefined();
  });
});
