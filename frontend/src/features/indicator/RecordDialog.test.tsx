import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { RecordDialog } from './RecordDialog';
import { refusal, someIndicator } from './samples';
import { renderPage } from '@/testing/renderPage';

const recorded = (fate = 'RECORDED', over = false) => ({
  data: { recordReadings: { outcomes: [{ fate, over }] } },
});

function open(answer: object, indicator = someIndicator()) {
  const onDone = vi.fn();
  const view = renderPage(<RecordDialog id="i1" onClose={() => undefined} onDone={onDone} />, {
    answers: { Indicator: { data: { node: indicator } }, RecordReadings: answer },
  });
  const sent = () =>
    view.asked
      .filter((one) => one.operationName === 'RecordReadings')
      .map((one) => (one.variables.input as { readings: object[] }).readings[0]);
  return { onDone, sent };
}

const value = () => screen.findByLabelText<HTMLInputElement>('监测值');
const type = async (text: string) => fireEvent.change(await value(), { target: { value: text } });
const send = () => fireEvent.click(screen.getByRole('button', { name: '录入' }));

describe('recording a reading', () => {
  it('begins with what is owed, and sends what was typed as it is', async () => {
    const { onDone, sent } = open(recorded('RECORDED', true));
    await type(' １，234.5 ');
    send();
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent()).toEqual([
      { indicatorId: 'i1', period: '2026-11-01', value: '１，234.5', note: '', corrects: false },
    ]);
    expect(await screen.findByText('2026年11月的监测值已录入，该值超出阈值')).toBeDefined();
  });

  it('begins with the present period where nothing is owed', async () => {
    vi.useFakeTimers({ now: new Date('2026-12-03T10:00:00Z'), toFake: ['Date'] });
    try {
      const { onDone, sent } = open(recorded(), someIndicator({ owed: null, every: 'WEEKLY' }));
      await type('1');
      send();
      await waitFor(() => expect(onDone).toHaveBeenCalled());
      expect(sent()).toMatchObject([{ period: '2026-11-30' }]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('says at the field what the server finds wrong, and keeps what was typed', async () => {
    const { onDone } = open(refusal('应为数字,如 12 或 0.5', 'BAD_DECIMAL'));
    await type('十二');
    send();
    const said = await screen.findByText('应为数字,如 12 或 0.5');
    expect(said.closest('.ant-form-item')?.textContent).toContain('监测值');
    expect((await value()).value).toBe('十二');
    expect(onDone).not.toHaveBeenCalled();
  });

  it('offers to correct what is recorded already, with a reason', async () => {
    let asks = 0;
    const { onDone, sent } = open(() =>
      ++asks === 1
        ? refusal('该监测期已录入 3', 'READING_EXISTS', 'readings.0.value', 'CONFLICT')
        : recorded('CORRECTED'),
    );
    expect(await value()).toBeDefined();
    expect(screen.queryByLabelText('更正该期已录入的值')).toBeNull();
    await type('4');
    send();
    const said = await screen.findByText('该监测期已录入 3');
    expect(said.closest('.ant-form-item')?.textContent).toContain('监测值');
    fireEvent.click(await screen.findByLabelText('更正该期已录入的值'));
    // The server asks why, and so does the form.
    send();
    expect(await screen.findByText('请填写更正原因')).toBeDefined();
    fireEvent.change(screen.getByLabelText('更正原因'), { target: { value: '漏统计' } });
    send();
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent().at(-1)).toEqual({
      indicatorId: 'i1',
      period: '2026-11-01',
      value: '4',
      note: '漏统计',
      corrects: true,
    });
    expect(sent()).toHaveLength(2);
    expect(await screen.findByText('2026年11月的监测值已更正')).toBeDefined();
  });

  it('tells which of the periods were read, and as what', async () => {
    const { onDone, sent } = open(recorded('UNCHANGED'));
    await value();
    fireEvent.mouseDown(screen.getByRole('combobox', { name: '监测期' }));
    const options = within(document.body);
    fireEvent.click(await options.findByTitle('2026年10月（已录入 1,234.5 件）'));
    expect(
      await screen.findByText('该期已录入 1,234.5 件；再录入不同的值即为更正。'),
    ).toBeDefined();
    fireEvent.click(screen.getByLabelText('更正该期已录入的值'));
    // Another period that is chosen afterwards is not corrected by that.
    fireEvent.mouseDown(screen.getByRole('combobox', { name: '监测期' }));
    fireEvent.click(await options.findByTitle('2026年9月（已录入 4 件）'));
    await type('4');
    send();
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent()).toMatchObject([{ period: '2026-09-01', corrects: false }]);
    expect(await screen.findByText('2026年9月已录入同样的值，未作改动')).toBeDefined();
  });
});
