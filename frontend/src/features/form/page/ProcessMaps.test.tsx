import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ProcessMaps } from './ProcessMaps';
import type { Column } from '../query';
import { renderPage } from '@/testing/renderPage';

const column = (code: string) => ({ code, title: code, input: 'TEXT' }) as Column;
const table = { code: 'powers', title: '', columns: [column('name'), column('process')] };
const row = (key: string, ...cells: string[]) => ({
  ...{ key, cells, note: '', removed: false, typed: [] },
});
const rows = [
  row('x1', '采购', '有(第2版,5个环节)'),
  row('x2', '许可', '无'),
  row('new-1', '新的', ''),
];

const links = () =>
  screen.getAllByRole('link', { hidden: true }).map((link) => link.getAttribute('href'));

test('a map can be looked at and printed, one that is not there cannot', async () => {
  renderPage(<ProcessMaps table={table} rows={rows} mayEdit={false} />);
  await screen.findByText(/许可：尚无流程图/);
  expect(links()).toEqual(['/powers/sx1', '/powers/sx1/process/print']);
});

test('who may edit draws the first one too', async () => {
  renderPage(<ProcessMaps table={table} rows={rows} mayEdit />);
  await screen.findByText(/许可：尚无流程图/);
  expect(links()).toEqual([
    '/powers/sx1',
    '/powers/sx1/process/print',
    '/powers/sx1/process',
    '/powers/sx2/process',
  ]);
});

test('another form has no maps', () => {
  const { container } = renderPage(
    <ProcessMaps table={{ ...table, columns: [column('name')] }} rows={rows} mayEdit />,
  );
  expect(container.querySelector('details')).toBeNull();
});
