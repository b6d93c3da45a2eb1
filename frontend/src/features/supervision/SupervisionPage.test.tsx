import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Matrix } from './query';
import { Component as SupervisionPage } from './SupervisionPage';
import { renderPage } from '@/testing/renderPage';

const matrix: Matrix = {
  unit: { id: 'u0', name: '省局', kind: 'BUREAU', path: [{ id: 'u0', name: '省局' }] },
  by: 'CHILD_UNIT',
  columns: ['A', 'B', 'C', 'UNGRADED', 'UNCONTROLLED_A'],
  totals: [2, 0, 1, 0, 1],
  truncated: false,
  rows: [
    {
      key: 'u1',
      label: '稽查处',
      worst: 'A',
      counts: [2, 0, 1, 0, 1],
      unit: { id: 'u1', childCount: 0, conflictCounts: null },
      post: null,
      changes: { added: 1, raised: 2, lowered: 0, retired: 0 },
    },
  ],
};
const answers = {
  Matrix: { data: { gradeMatrix: matrix } },
  UnitPath: { data: { node: null } },
};

describe('the heat map of supervision', () => {
  it('leads from every name and number, by the keyboard too', async () => {
    renderPage(<SupervisionPage />, { answers, path: '/supervision?unit=u0' });
    const table = await screen.findByRole('table');
    const link = within(table).getByRole('link', { name: '稽查处，A 高：2 个' });
    expect(link.getAttribute('href')).toBe('/risks?unit=u1&grade=A');
    expect(link.style.background).not.toBe('');
    expect(within(table).getByRole('link', { name: '稽查处' })).toBeDefined();
    // Where there is nothing, nothing leads.
    expect(
      within(table)
        .getAllByText('0')
        .every((cell) => cell.tagName === 'SPAN'),
    ).toBe(true);
  });
});

describe('the table of supervision', () => {
  it('shows every number as a link to the risk points behind it', async () => {
    renderPage(<SupervisionPage />, { answers, path: '/supervision?unit=u0&mode=table' });
    const table = await screen.findByRole('table');
    const link = within(table).getByRole('link', { name: '稽查处，A 高：2 个' });
    expect(link.getAttribute('href')).toBe('/risks?unit=u1&grade=A');
    expect(within(table).getByText('A 高', { selector: '.grade' })).toBeDefined();
  });

  it('shows what changed since a day', async () => {
    const { asked } = renderPage(<SupervisionPage />, {
      answers,
      path: '/supervision?unit=u0&mode=table&since=2026-05-01',
    });
    expect(await screen.findByText('新增 1，升级 2')).toBeDefined();
    const question = asked.find(({ operationName }) => operationName === 'Matrix');
    expect(question?.variables).toMatchObject({ unitId: 'u0', since: '2026-05-01' });
  });

  it('begins inside the only unit that the viewer has', async () => {
    const { router } = renderPage(<SupervisionPage />, {
      answers,
      path: '/supervision?mode=table&grade=A',
    });
    await screen.findByRole('table');
    expect(router.state.location.search).toBe('?unit=u0&grade=A&mode=table');
  });

  it('keeps the way of showing in the address', async () => {
    const { router } = renderPage(<SupervisionPage />, {
      answers: { ...answers, Matrix: { data: { gradeMatrix: { ...matrix, rows: [] } } } },
      path: '/supervision?unit=u0',
    });
    fireEvent.click(await screen.findByText('表'));
    expect(router.state.location.search).toBe('?unit=u0&mode=table');
  });
});
