import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as IndicatorListPage } from './IndicatorListPage';
import type { IndicatorRow } from './query';
import { connection, someIndicator, someRow } from './samples';
import { renderPage, someViewer } from '@/testing/renderPage';

function open(rows: IndicatorRow[], path = '/indicators', viewer = someViewer) {
  const view = renderPage(<IndicatorListPage />, {
    path,
    viewer,
    answers: {
      IndicatorList: { data: { indicators: connection(rows) } },
      Indicator: { data: { node: someIndicator() } },
      RecordReadings: {
        data: { recordReadings: { outcomes: [{ fate: 'RECORDED', over: false }] } },
      },
    },
  });
  const filters = () =>
    view.asked
      .filter((one) => one.operationName === 'IndicatorList')
      .map((one) => one.variables.filter);
  return { ...view, filters };
}

const cells = async (name: string) => {
  const link = await screen.findByRole('link', { name });
  return within(link.closest('tr') as HTMLElement)
    .getAllByRole('cell')
    .map((c) => c.textContent);
};

describe('the list of indicators', () => {
  it('says of each how it stands and what is owed', async () => {
    open([
      someRow(),
      someRow({
        id: 'i2',
        name: '办结率',
        measuredIn: '%',
        keeps: 'AT_LEAST',
        threshold: 99.5,
        every: 'QUARTERLY',
        measure: null,
        state: 'UNREAD',
        value: null,
        readFor: null,
        owed: null,
        dueOn: '2099-01-10',
        trend: null,
        mayRecord: false,
      }),
    ]);
    expect(await cells('超期办结件数')).toEqual([
      '许可科',
      '双人复核',
      '1,234.5 件2026年10月',
      '不超过 5 件',
      '变差',
      '超出阈值',
      '2026年11月逾期 2020-12-10 前',
      '录入',
    ]);
    expect(screen.getByRole('link', { name: '双人复核' }).getAttribute('href')).toBe(
      '/measures/m1',
    );
    expect(await cells('办结率')).toEqual([
      '许可科',
      '不在您的可见范围内',
      '—',
      '不低于 99.5%',
      '—',
      '尚无监测值',
      '下次 2099-01-10 前',
      '',
    ]);
  });

  it('asks by its address, as notices and the home page write it', async () => {
    const { filters } = open([], '/indicators?mine=true&owed=true&state=OVER&unit=u0');
    await waitFor(() => expect(filters()).toHaveLength(1));
    expect(filters()).toEqual([{ unitId: 'u0', states: ['OVER'], mine: true, owed: true }]);
  });

  it('keeps its conditions in the address', async () => {
    const { filters, router } = open([someRow()], '/indicators?owed=true');
    await screen.findByRole('link', { name: '超期办结件数' });
    fireEvent.click(screen.getByRole('checkbox', { name: '已停用的' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '待录入的' }));
    await waitFor(() => expect(router.state.location.search).toBe('?stopped=true'));
    await waitFor(() => expect(filters().at(-1)).toEqual({ stopped: true }));
  });

  it('records what a row owes, and reads the list anew', async () => {
    const { filters } = open([someRow()]);
    fireEvent.click(await screen.findByRole('button', { name: '录入：超期办结件数' }));
    fireEvent.change(await screen.findByLabelText('监测值'), { target: { value: '3' } });
    fireEvent.click(screen.getByRole('button', { name: '录入' }));
    await waitFor(() => expect(filters()).toHaveLength(2));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('has no row to record of what is stopped', async () => {
    open([someRow({ stoppedReason: '改用其他指标', dueOn: null, owed: null })]);
    expect(await screen.findByText('已停用')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^录入：/ })).toBeNull();
  });

  it('offers tables to who may read indicators', async () => {
    open([], '/indicators', { ...someViewer, person: null });
    await screen.findByRole('heading', { name: '监测指标' });
    expect(screen.queryByRole('button', { name: '按表录入' })).toBeNull();
  });
});
