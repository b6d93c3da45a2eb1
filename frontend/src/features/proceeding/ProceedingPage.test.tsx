import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as ProceedingPage } from './ProceedingPage';
import type { Proceeding } from './query';
import {
  recordedAs,
  refusal,
  someDeviation,
  somePause,
  someProceeding,
  someStep,
  triedAs,
} from './samples';
import { renderPage } from '@/testing/renderPage';

function open(proceeding: Proceeding | null, record: object = recordedAs()) {
  const view = renderPage(<ProceedingPage />, {
    path: '/proceedings/b1',
    answers: {
      Proceeding: { data: { node: proceeding } },
      ProcessOfPower: { data: { node: null } },
      RecordProceedings: record,
      TryProceedings: triedAs(),
      PeopleNames: { data: { nodes: [] } },
    },
  });
  const sent = () =>
    view.asked
      .filter((one) => one.operationName === 'RecordProceedings')
      .map((one) => (one.variables.input as { proceedings: object[] }).proceedings[0]);
  return { ...view, sent };
}

const button = (name: string) => screen.findByRole('button', { name });
const dialog = async () => within(await screen.findByRole('dialog'));
const named = { powerId: 'w1', number: '许字2026-17' };

describe('the page of a proceeding', () => {
  it('says how it stands, and where it strays in the words of the server', async () => {
    open(
      someProceeding({
        deviations: [
          someDeviation(),
          someDeviation({
            kind: 'EXCLUDED',
            message: '“受理”与“决定”由同一人办理,两环节不相容',
            person: { id: 'p1', name: '王建国' },
            ruleCode: 'STEP_PAIR',
          }),
        ],
      }),
    );
    const strays = within((await screen.findByText('偏离流程的情况')).closest('section')!);
    expect(strays.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '跳过环节 未经“审核”即进入“决定”',
      '不相容环节同一人办理 “受理”与“决定”由同一人办理,两环节不相容 （王建国） 规则 STEP_PAIR',
    ]);
    expect(screen.getByRole('link', { name: '食品经营许可' }).getAttribute('href')).toBe(
      '/powers/w1',
    );
    expect(screen.getByText('2026-11-30')).toBeDefined();
  });

  it('shows the steps, and what was corrected where somebody asks', async () => {
    const at = '2026-11-03T02:00:00Z';
    const old = someStep({ note: '旧说明', replacedAt: at });
    const next = someStep({ at, actorName: '赵科', source: 'PROGRAM' });
    open(someProceeding({ steps: [old, next] }));
    const table = within(await screen.findByRole('table', { name: '办理记录' }));
    expect(table.getAllByRole('row')).toHaveLength(2);
    expect(table.getByText('2 小时 30 分钟')).toBeDefined();
    expect(table.getByText('程序报送')).toBeDefined();
    fireEvent.click(screen.getByRole('checkbox', { name: '显示已更正的' }));
    expect(table.getByText('旧说明')).toBeDefined();
    expect(table.getByText(/由赵科更新$/)).toBeDefined();
    // Only what holds is corrected.
    expect(table.getAllByRole('button', { name: '更正：受理' })).toHaveLength(1);
  });

  it('ends a step with two clicks, and reads the page anew', async () => {
    const { asked, sent } = open(someProceeding());
    fireEvent.click(await button('完成：决定'));
    fireEvent.click((await dialog()).getByRole('button', { name: '录入' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent()).toMatchObject([{ ...named, steps: [{ step: 's3', outcome: 'PASSED' }] }]);
    await waitFor(() =>
      expect(asked.filter((one) => one.operationName === 'Proceeding').length).toBeGreaterThan(1),
    );
  });

  it('is closed, or discontinued, with its result', async () => {
    const { sent } = open(someProceeding());
    fireEvent.click(await button('办结或终止'));
    const shown = await dialog();
    fireEvent.click(shown.getByLabelText('终止（未作决定）'));
    fireEvent.change(shown.getByLabelText('办理结果'), { target: { value: '申请人撤回' } });
    fireEvent.change(shown.getByLabelText('办结或终止日期'), { target: { value: '2026-11-20' } });
    fireEvent.click(shown.getByRole('button', { name: '录入' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent()).toEqual([
      { ...named, closedOn: '2026-11-20', discontinued: true, result: '申请人撤回' },
    ]);
  });

  it('that is over is opened again with a reason', async () => {
    const { sent } = open(someProceeding({ state: 'CLOSED', closedOn: '2026-11-20' }));
    fireEvent.click(await button('撤回办结'));
    const shown = await dialog();
    fireEvent.change(shown.getByRole('textbox'), { target: { value: '误录' } });
    fireEvent.click(shown.getByRole('button', { name: '撤回办结' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent()).toEqual([{ ...named, reopens: true, reason: '误录' }]);
  });

  it('is corrected with a reason; what is wrong stands at its field', async () => {
    const said = '日期不能晚于今天';
    const { sent } = open(
      someProceeding(),
      refusal(said, 'IN_THE_FUTURE', 'proceedings.0.receivedOn'),
    );
    fireEvent.click(await button('更正办件'));
    const shown = await dialog();
    fireEvent.change(shown.getByLabelText('受理日期'), { target: { value: '2026-11-03' } });
    fireEvent.change(shown.getByLabelText('更正原因'), { target: { value: '录错' } });
    fireEvent.click(shown.getByRole('button', { name: '更正' }));
    const at = await screen.findByText(said);
    expect(at.closest('.ant-form-item')?.textContent).toContain('受理日期');
    // What is under way has no end to correct.
    expect(sent()).toEqual([
      { ...named, receivedOn: '2026-11-03', result: '', corrects: true, reason: '录错' },
    ]);
  });

  it('ends a pause, and takes one back that was recorded in error', async () => {
    const { sent } = open(someProceeding({ pauses: [somePause()] }));
    fireEvent.click(await button('结束中止：听证（2026-11-06）'));
    let shown = await dialog();
    fireEvent.change(shown.getByLabelText('末日'), { target: { value: '2026-11-10' } });
    fireEvent.click(shown.getByRole('button', { name: '录入' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(await button('撤回中止：听证（2026-11-06）'));
    shown = await dialog();
    fireEvent.change(shown.getByLabelText('撤回原因'), { target: { value: '没有听证' } });
    fireEvent.click(shown.getByRole('button', { name: '撤回' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const pause = { kind: 'HEARING', from: '2026-11-06' };
    expect(sent()).toEqual([
      { ...named, pauses: [{ ...pause, to: '2026-11-10', note: '申请听证' }] },
      { ...named, pauses: [{ ...pause, to: null, note: '没有听证', withdrawn: true }] },
    ]);
  });

  it('lets who may not record only read', async () => {
    open(someProceeding({ mayRecord: false, power: null, process: null }));
    expect(await screen.findByText(/流程不在您的可见范围内/)).toBeDefined();
    expect(screen.getByText('不在您的可见范围内')).toBeDefined();
    expect(screen.queryByRole('button', { name: /录入|更正|撤回|完成|办结/ })).toBeNull();
  });

  it('that the reader does not see is not there', async () => {
    open(null);
    expect(await screen.findByText(/您无权查看/)).toBeDefined();
  });
});
