import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as IndicatorPage } from './IndicatorPage';
import type { Indicator, KeptReading } from './query';
import { connection, someIndicator } from './samples';
import { renderPage } from '@/testing/renderPage';

const reading = (changes: Partial<KeptReading>): KeptReading => ({
  from: '2026-10-01',
  to: '2026-10-31',
  revision: 1,
  value: 3,
  keeps: 'AT_MOST',
  threshold: 5,
  over: false,
  source: 'HAND',
  note: '',
  at: '2026-11-01T08:00:00Z',
  actorName: '王建国',
  replacedAt: null,
  ...changes,
});

const kept = reading({ revision: 2, value: 1234.5, over: true, note: '漏统计', source: 'FILE' });
const replaced = reading({ replacedAt: '2026-11-02T08:00:00Z' });

function open(indicator: Indicator | null) {
  return renderPage(<IndicatorPage />, {
    path: '/indicators/i1',
    answers: {
      Indicator: { data: { node: indicator } },
      Readings: ({ variables: { corrected } }: { variables: Record<string, unknown> }) => ({
        data: {
          node: {
            __typename: 'Indicator',
            id: 'i1',
            readings: connection(corrected ? [kept, replaced] : [kept]),
          },
        },
      }),
    },
  });
}

const buttons = () => screen.getAllByRole('button').map((button) => button.textContent);

describe('the page of an indicator', () => {
  it('says how it is set and stands, and draws its line', async () => {
    open(someIndicator());
    const picture = await screen.findByRole('img', { name: /折线图/ });
    expect(picture.getAttribute('aria-label')).toBe(
      '2 个监测值的折线图：2026年9月为 4 件，2026年10月为 1,234.5 件；最低 4 件，最高 1,234.5 件；阈值不超过 5 件，超出 1 次。各期数值见下表。',
    );
    expect(screen.getByRole('link', { name: '双人复核' }).getAttribute('href')).toBe(
      '/measures/m1',
    );
    for (const text of ['王建国', '期满后 10 天内', '2026年1月', '2026-11-02', '每月']) {
      expect(screen.getAllByText(text).length).toBeGreaterThan(0);
    }
    expect(buttons()).toEqual(expect.arrayContaining(['录入监测值', '更改', '停用']));
  });

  it('shows what was corrected where somebody asks, and why', async () => {
    open(someIndicator());
    const table = within(await screen.findByRole('table', { name: '监测值' }));
    expect(await table.findByText('更正原因：漏统计')).toBeDefined();
    expect(table.getByText('文件导入')).toBeDefined();
    expect(screen.queryByText('已更正')).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: '显示已更正的' }));
    expect(await screen.findByText('已更正')).toBeDefined();
    expect(screen.getByText('3 件')).toBeDefined();
  });

  it('of which the reader sees neither the measure nor the person says so, and lets them do nothing', async () => {
    open(
      someIndicator({
        measure: null,
        person: null,
        recent: [],
        mayRecord: false,
        mayChange: false,
      }),
    );
    expect(await screen.findByText('已指定人员，不在您的可见范围内')).toBeDefined();
    expect(screen.getByText('不在您的可见范围内')).toBeDefined();
    expect(screen.queryByRole('img', { name: /折线图/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /录入|更改|停用/ })).toBeNull();
  });

  it('that is stopped is taken up again', async () => {
    open(someIndicator({ stoppedReason: '改用其他指标', owed: null, dueOn: null }));
    expect(await screen.findByText('改用其他指标')).toBeDefined();
    expect(screen.queryByRole('button', { name: '录入监测值' })).toBeNull();
    expect(screen.queryByRole('button', { name: '停用' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '恢复' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('恢复监测指标')).toBeDefined();
    expect(dialog.getByLabelText<HTMLInputElement>('阈值').value).toBe('5');
  });

  it('of a measure that is not in force is not read now', async () => {
    open(
      someIndicator({
        measure: { id: 'm1', content: '双人复核', status: 'RETIRED' },
        mayRecord: false,
      }),
    );
    expect(await screen.findByText('措施当前状态为“已停用”，实施后才监测。')).toBeDefined();
    expect(screen.queryByRole('button', { name: '录入监测值' })).toBeNull();
  });

  it('that the reader does not see is not there', async () => {
    open(null);
    expect(await screen.findByText(/您无权查看/)).toBeDefined();
  });
});
