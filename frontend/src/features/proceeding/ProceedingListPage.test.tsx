import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { proceedingsPath } from './path';
import { Component as ProceedingListPage } from './ProceedingListPage';
import type { ProceedingRow } from './query';
import { connection, someDeviation, someRow } from './samples';
import { allStrays } from './state';
import { renderPage, someViewer } from '@/testing/renderPage';

function open(rows: ProceedingRow[], path = '/proceedings', viewer = someViewer) {
  const view = renderPage(<ProceedingListPage />, {
    path,
    viewer,
    answers: {
      ProceedingList: { data: { proceedings: connection(rows) } },
      PowerNames: { data: { nodes: [] } },
    },
  });
  const filters = () =>
    view.asked
      .filter((one) => one.operationName === 'ProceedingList')
      .map((one) => one.variables.filter);
  return { ...view, filters };
}

const cells = async (name: string) => {
  const link = await screen.findByRole('link', { name });
  return within(link.closest('tr') as HTMLElement)
    .getAllByRole('cell')
    .map((c) => c.textContent);
};

describe('the list of proceedings', () => {
  it('says of each how it stands and where it strays', async () => {
    const late = someDeviation({ kind: 'LATE', message: '办件自 2026-12-01 起超过办理时限' });
    const made = someDeviation({
      message: '未经“审核”即进入“决定”,2026-11-09 补办',
      to: '2026-11-09',
    });
    const again = someDeviation({ message: '未经“审核”即进入“办结”', from: '2026-11-20' });
    const third = someDeviation({ message: '未经“复核”即进入“办结”', from: '2026-11-20' });
    open([
      someRow({ deviations: [late, made, again, third] }),
      someRow({
        id: 'b2',
        number: '18',
        power: null,
        state: 'PAUSED',
        limit: 'STOPPED',
        dueOn: null,
      }),
      someRow({ id: 'b3', number: '19', state: 'CLOSED', limit: 'NONE', dueOn: null }),
    ]);
    expect(await cells('许字2026-17')).toEqual([
      '食品经营许可',
      '许可科',
      '2026-11-02',
      '办理中',
      '2026-11-30 超时',
      '办件超时：办件自 2026-12-01 起超过办理时限' +
        '跳过环节（已了结）：未经“审核”即进入“决定”,2026-11-09 补办' +
        '跳过环节 ×2：未经“审核”即进入“办结”；未经“复核”即进入“办结”',
    ]);
    expect(screen.getByTitle('办件自 2026-12-01 起超过办理时限')).toBeDefined();
    expect(await cells('18')).toEqual([
      '不在您的可见范围内',
      '许可科',
      '2026-11-02',
      '已中止',
      ' 中止期间停止计算',
      '—',
    ]);
    expect((await cells('19')).slice(3)).toEqual(['已办结', '—', '—']);
  });

  it('asks by its address', async () => {
    const { filters } = open(
      [],
      '/proceedings?unit=u0&power=w1&number=17&state=PAUSED,CLOSED&from=2026-01-01&to=2026-06-30&strays=LATE&lasting=true',
    );
    await waitFor(() => expect(filters()).toHaveLength(1));
    expect(filters()).toEqual([
      {
        unitId: 'u0',
        powerId: 'w1',
        number: '17',
        states: ['PAUSED', 'CLOSED'],
        receivedFrom: '2026-01-01',
        receivedTo: '2026-06-30',
        strays: ['LATE'],
        lasting: true,
      },
    ]);
  });

  it('keeps its conditions in the address; what lasts is asked of all ways', async () => {
    const { filters, router } = open([someRow()]);
    await screen.findByRole('link', { name: '许字2026-17' });
    fireEvent.click(screen.getByRole('checkbox', { name: '偏离尚未了结的' }));
    await waitFor(() => expect(router.state.location.search).toBe('?lasting=true'));
    await waitFor(() => expect(filters().at(-1)).toEqual({ strays: allStrays, lasting: true }));
    expect(proceedingsPath({ power: 'w1', state: ['UNDER_WAY', 'PAUSED'] })).toBe(
      '/proceedings?power=w1&state=UNDER_WAY,PAUSED',
    );
    expect(proceedingsPath({})).toBe('/proceedings');
  });

  it('offers to record to who may somewhere', async () => {
    const first = open([]);
    await screen.findByRole('heading', { name: '办件' });
    expect(screen.queryByRole('button', { name: '录入办件' })).toBeNull();
    first.unmount();
    const actions = [...someViewer.actions, 'RECORD_PROCEEDINGS' as const];
    open([], '/proceedings', { ...someViewer, actions });
    expect(await screen.findByRole('button', { name: '录入办件' })).toBeDefined();
    expect(screen.getByRole('button', { name: '按表录入' })).toBeDefined();
  });
});
