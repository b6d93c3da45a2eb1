import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { gql } from 'urql';
import { Link, Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import type { Column } from './columns';
import { ListPage } from './ListPage';
import { checkFilter, textFilter } from './textFilters';
import { useList } from './useList';
import type { Page } from '@/lib/useConnection';
import { flag, oneOf, text } from '@/lib/urlState';
import { renderPage, someViewer } from '@/testing/renderPage';

interface Row {
  id: string;
  name: string;
}
interface Data {
  things: Page<Row>;
}

const spec = { q: text, only: flag, sort: oneOf(['NAME', '-NAME']) };
const query = gql<Data, { filter: object; after?: string | null; count: boolean }>`
  query Things($filter: Filter, $after: String, $count: Boolean!) {
    things(filter: $filter, after: $after) {
      id
    }
  }
`;
const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '名称',
    fixed: true,
    heads: true,
    order: 'NAME',
    cell: (row) => <Link to={`/things/${row.id}`}>{row.name}</Link>,
  },
  { key: 'code', title: '编码', cell: (row) => `c${row.id}` },
  { key: 'note', title: '备注', optional: true, cell: () => '无' },
];

function Things() {
  const list = useList({
    name: 'things',
    spec,
    query,
    ask: ({ q, only, sort }) => ({ filter: { q, only, sort } }),
    page: (data) => data.things,
  });
  const filters = [textFilter('q', '文字', '名称'), checkFilter('only', '仅本级')];
  return <ListPage list={list} title="清单" filters={filters} columns={columns} />;
}

/** Two rows on each of three pages. */
const answer = ({ variables }: { variables: Record<string, unknown> }) => {
  const number = Number(variables['after'] ?? 0) + 1;
  return {
    data: {
      things: {
        totalCount: 6,
        pageInfo: { hasNextPage: number < 3, endCursor: String(number) },
        nodes: [`${number}a`, `${number}b`].map((id) => ({ id, name: `甲${id}` })),
      },
    },
  };
};

const open = (path: string, viewer = someViewer) =>
  renderPage(
    <Routes>
      <Route path="/things" element={<Things />} />
      <Route path="/things/:id" element={<h1>详情</h1>} />
    </Routes>,
    { path, viewer, answers: { Things: answer } },
  );
const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);
const row = (name: string) => screen.findByRole('rowheader', { name });
const search = ({ state }: ReturnType<typeof open>['router']) =>
  decodeURIComponent(state.location.search);
const columnsButton = () => screen.getByRole('button', { name: '显示列' });

afterEach(() => localStorage.clear());

describe('a list page', () => {
  it('asks for what the address says, and says in it what is asked', async () => {
    const { asked, router } = open('/things?only=yes&sort=-NAME');
    await row('甲1a');
    expect(asked[0]?.variables).toEqual({
      filter: { only: true, sort: '-NAME' },
      after: null,
      count: true,
    });
    const head = screen.getByRole('columnheader', { name: /名称/ });
    expect(head.getAttribute('aria-sort')).toBe('descending');
    fireEvent.click(within(head).getByRole('button'));
    await waitFor(() => expect(search(router)).toBe('?only=yes'));
    fireEvent.click(screen.getByRole('button', { name: /清除条件/ }));
    await waitFor(() => expect(search(router)).toBe(''));
    await waitFor(() => expect(asked.at(-1)?.variables['filter']).toEqual({ sort: 'NAME' }));
  });

  it('says in the address how far it was opened, and opens as far from a link', async () => {
    const { asked, router, unmount } = open('/things');
    await row('甲1a');
    fireEvent.click(screen.getByRole('button', { name: '加载更多' }));
    await row('甲2b');
    expect(search(router)).toBe('?page=2');
    expect(asked).toHaveLength(2);
    unmount();
    const again = open('/things?page=2');
    await row('甲2b');
    expect(again.asked.map(({ variables }) => variables['after'])).toEqual([null, '1']);
    // Another question begins on its first page.
    fireEvent.click(screen.getByRole('checkbox', { name: '仅本级' }));
    await waitFor(() => expect(search(again.router)).toBe('?only=yes'));
  });

  it('shows its rows again on the way back without asking', async () => {
    const { asked, router } = open('/things?page=2');
    await row('甲2b');
    fireEvent.click(screen.getByRole('link', { name: '甲2a' }));
    await screen.findByText('详情');
    await router.navigate(-1);
    await row('甲2b');
    expect(asked).toHaveLength(2);
  });

  it('keeps the chosen columns for this account, and in the address', async () => {
    const { router, unmount } = open('/things');
    await row('甲1a');
    expect(heads()).toEqual(['名称 ▲', '编码']);
    fireEvent.click(columnsButton());
    fireEvent.click(screen.getByRole('checkbox', { name: '备注' }));
    await waitFor(() => expect(heads()).toEqual(['名称 ▲', '编码', '备注']));
    fireEvent.click(screen.getByRole('checkbox', { name: '编码' }));
    await waitFor(() => expect(search(router)).toBe('?cols=name,note'));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '名称' }).disabled).toBe(true);
    unmount();

    const mine = open('/things?only=yes');
    await row('甲1a');
    expect(heads()).toEqual(['名称 ▲', '备注']);
    // So that a link shows the same to somebody else.
    await waitFor(() => expect(search(mine.router)).toBe('?only=yes&cols=name,note'));
    mine.unmount();

    const account = { id: 'a2', loginName: 'li' };
    const theirs = open('/things', { ...someViewer, account });
    await row('甲1a');
    expect(heads()).toEqual(['名称 ▲', '编码']);
    theirs.unmount();

    const linked = open('/things?cols=code,name');
    await row('甲1a');
    expect(heads()).toEqual(['名称 ▲', '编码']);
    fireEvent.click(columnsButton());
    fireEvent.click(screen.getByRole('button', { name: '恢复默认列' }));
    await waitFor(() => expect(search(linked.router)).toBe(''));
    expect(localStorage.length).toBe(0);
  });

  it('has its columns chosen without a mouse', async () => {
    open('/things');
    await row('甲1a');
    const button = columnsButton();
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    const group = screen.getByRole('group', { name: '显示列' });
    // What follows the button in the page is where the Tab key leads.
    expect(button.nextElementSibling).toBe(group);
    const box = within(group).getByRole('checkbox', { name: '备注' });
    box.focus();
    fireEvent.keyDown(box, { key: 'Escape' });
    expect(screen.queryByRole('group', { name: '显示列' })).toBeNull();
    expect(document.activeElement).toBe(button);
  });
});
