import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DefineDialog, ReviseDialog } from './IndicatorDialog';
import { refusal, someIndicator } from './samples';
import { StopDialog } from './StopDialog';
import { renderPage } from '@/testing/renderPage';

const close = () => undefined;
const people = { PeopleNames: { data: { nodes: [] } } };
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('defining an indicator', () => {
  const measure = { id: 'm1', indicator: '办结率', threshold: '低于95%' };

  it('tells what the measure says, and says at its field what is wrong', async () => {
    const onDone = vi.fn();
    let asks = 0;
    const { asked } = renderPage(
      <DefineDialog measure={measure} onClose={close} onDone={onDone} />,
      {
        answers: {
          ...people,
          DefineIndicator: () => {
            asks++;
            if (asks === 1) return refusal('小数点后最多四位', 'DECIMAL_TOO_FINE');
            if (asks === 2) return refusal('请另取名称', 'MISSING', 'details.name');
            return { data: { defineIndicator: { indicator: { id: 'i1' } } } };
          },
        },
      },
    );
    expect(await screen.findByText('措施登记的监测指标：办结率')).toBeDefined();
    expect(screen.getByText('措施登记的阈值：低于95%')).toBeDefined();
    fill('指标名称', '超期办结件数');
    fill('阈值', ' 0.12345 ');
    fill('计量单位', '件');
    fireEvent.click(screen.getByRole('radio', { name: '每季度' }));
    const save = () => fireEvent.click(screen.getByRole('button', { name: '保存' }));
    save();
    const fine = await screen.findByText('小数点后最多四位');
    expect(fine.closest('.ant-form-item')?.textContent).toContain('阈值');
    save();
    const named = await screen.findByText('请另取名称');
    expect(named.closest('.ant-form-item')?.textContent).toContain('指标名称');
    save();
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(
      asked.filter((one) => one.operationName === 'DefineIndicator').at(-1)?.variables,
    ).toEqual({
      input: {
        measureId: 'm1',
        details: {
          name: '超期办结件数',
          measuredIn: '件',
          keeps: 'AT_MOST',
          threshold: '0.12345',
          every: 'QUARTERLY',
          withinDays: 10,
          keepsPerson: false,
        },
      },
    });
  });
});

describe('changing an indicator', () => {
  it('leaves whom the reader does not see as they are, unless somebody else is chosen', async () => {
    const onDone = vi.fn();
    const indicator = someIndicator({ person: null });
    const { asked } = renderPage(
      <ReviseDialog indicator={indicator} onClose={close} onDone={onDone} />,
      {
        answers: {
          ...people,
          ReviseIndicator: { data: { reviseIndicator: { indicator: { id: 'i1' } } } },
        },
      },
    );
    const keeps = await screen.findByRole<HTMLInputElement>('checkbox', {
      name: /^仍由已指定的人员/,
    });
    expect(keeps.checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: '报送人' }).disabled).toBe(true);
    // What the values that were read are told by stays.
    expect(screen.getByLabelText<HTMLInputElement>('计量单位').disabled).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '每月' }).disabled).toBe(true);
    fill('阈值', '8');
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    const { input } = asked.find((one) => one.operationName === 'ReviseIndicator')?.variables as {
      input: { details: object };
    };
    expect(input).toMatchObject({ indicatorId: 'i1', expectedVersion: 3 });
    expect(input.details).toMatchObject({ threshold: '8', keepsPerson: true, measuredIn: '件' });
    expect(input.details).not.toHaveProperty('personId');
  });

  it('goes on from what somebody else has saved meanwhile', async () => {
    const onDone = vi.fn();
    let version = 3;
    const { asked } = renderPage(
      <ReviseDialog indicator={someIndicator()} onClose={close} onDone={onDone} />,
      {
        answers: {
          ...people,
          Indicator: () => ({ data: { node: someIndicator({ version, withinDays: 20 }) } }),
          ReviseIndicator: () => {
            if (version === 4) return { data: { reviseIndicator: { indicator: { id: 'i1' } } } };
            version = 4;
            return refusal('该内容已被他人修改', 'STALE_VERSION', undefined, 'CONFLICT');
          },
        },
      },
    );
    await screen.findByLabelText('阈值');
    fill('阈值', '8');
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    fireEvent.click(await screen.findByRole('button', { name: '载入最新内容并保留我的填写' }));
    await screen.findByText('已载入最新内容，请核对后保存。');
    fireEvent.click(await screen.findByRole('button', { name: /保存$/ }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(
      asked.filter((one) => one.operationName === 'ReviseIndicator').at(-1)?.variables.input,
    ).toMatchObject({
      expectedVersion: 4,
      details: { threshold: '8', withinDays: 20, personId: 'p1' },
    });
  });
});

it('an indicator is stopped with a reason', async () => {
  const onDone = vi.fn();
  const { asked } = renderPage(
    <StopDialog indicator={someIndicator()} onClose={close} onDone={onDone} />,
    { answers: { StopIndicator: { data: { stopIndicator: { indicator: { id: 'i1' } } } } } },
  );
  fireEvent.change(await screen.findByLabelText('停用原因'), { target: { value: '改用其他指标' } });
  fireEvent.click(screen.getByRole('button', { name: '停用' }));
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(asked[0]?.variables).toEqual({
    input: { indicatorId: 'i1', expectedVersion: 3, reason: '改用其他指标' },
  });
});
