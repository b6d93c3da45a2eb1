import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { KeptStep, Proceeding } from './query';
import { recordedAs, refusal, someDeviation, someProceeding, someStep, triedAs } from './samples';
import { AddStepDialog, CorrectStepDialog, EndStepDialog, WithdrawStepDialog } from './StepDialogs';
import { renderPage } from '@/testing/renderPage';

type Dialog = typeof EndStepDialog;

function open(
  Shown: Dialog | typeof AddStepDialog,
  record: object,
  tried: object = triedAs(),
  proceeding: Proceeding = someProceeding(),
  step: KeptStep = proceeding.steps[1] as KeptStep,
) {
  const onDone = vi.fn();
  const given = { proceeding, step, onClose: () => undefined, onDone };
  const view = renderPage(<Shown {...given} />, {
    answers: {
      RecordProceedings: record,
      TryProceedings: tried,
      PeopleNames: { data: { nodes: [] } },
      PeopleSearch: { data: { people: { nodes: [] } } },
    },
  });
  const sent = () =>
    view.asked
      .filter((one) => one.operationName === 'RecordProceedings')
      .map((one) => (one.variables.input as { proceedings: object[] }).proceedings[0]);
  return { ...view, onDone, sent };
}

const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('ending a step', () => {
  it('takes one click: now, and passed, by who took it', async () => {
    const { onDone, sent } = open(EndStepDialog, recordedAs());
    await screen.findByRole('dialog');
    click('录入');
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent()).toEqual([
      {
        powerId: 'w1',
        number: '许字2026-17',
        steps: [
          {
            step: 's3',
            began: '2026-11-05T01:00:00Z',
            ended: expect.stringMatching(/^\d{4}-.*Z$/),
            outcome: 'PASSED',
            name: '赵某',
            note: '',
          },
        ],
      },
    ]);
  });

  it('says at the field what is wrong, and keeps what was typed', async () => {
    const said = '结束时间早于开始时间';
    const { onDone, sent } = open(
      EndStepDialog,
      refusal(said, 'BEFORE_BEGINNING', 'proceedings.0.steps.0.ended'),
    );
    await screen.findByRole('dialog');
    fill('结束时间', '2026-11-01T09:00');
    fireEvent.click(screen.getByLabelText('退回'));
    click('录入');
    const at = await screen.findByText(said);
    expect(at.closest('.ant-form-item')?.textContent).toContain('结束时间');
    expect(screen.getByLabelText<HTMLInputElement>('结束时间').value).toBe('2026-11-01T09:00');
    expect(sent()[0]).toMatchObject({ steps: [{ outcome: 'RETURNED' }] });
    expect(onDone).not.toHaveBeenCalled();
  });
});

describe('recording a step', () => {
  it('tells beforehand as what it would be recorded', async () => {
    const known = someDeviation({ message: '已知的偏离' });
    const { asked, sent, onDone } = open(
      AddStepDialog,
      recordedAs(),
      triedAs(['已知的偏离', '未经“审核”即进入“决定”'], ['赵某']),
      someProceeding({ deviations: [known] }),
    );
    await screen.findByRole('dialog');
    fill('环节', '决定');
    expect(asked).toEqual([]);
    fill('开始时间', '2026-11-05T09:00');
    fill('办理人姓名', '赵某');
    expect(await screen.findByText('未经“审核”即进入“决定”')).toBeDefined();
    expect(screen.getByText(/未找到唯一的“赵某”/)).toBeDefined();
    expect(screen.queryByText('已知的偏离')).toBeNull();
    expect(asked.at(-1)?.variables.input).toMatchObject({ dryRun: true });
    click('录入');
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent()).toMatchObject([{ steps: [{ step: '决定', name: '赵某' }] }]);
    expect((sent()[0] as { steps: object[] }).steps[0]).not.toHaveProperty('outcome');
  });

  it('asks for the step and its beginning', async () => {
    const { sent } = open(AddStepDialog, recordedAs());
    await screen.findByRole('dialog');
    click('录入');
    expect(await screen.findByText('请填写环节')).toBeDefined();
    expect(screen.getByText('请填写开始时间')).toBeDefined();
    expect(sent()).toEqual([]);
  });
});

describe('correcting a step', () => {
  it('takes the place of what is recorded, with a reason', async () => {
    const { onDone, sent } = open(CorrectStepDialog, recordedAs());
    await screen.findByRole('dialog');
    click('更正');
    expect(await screen.findByText('请填写更正原因')).toBeDefined();
    fill('结束时间', '2026-11-06T09:00');
    fill('更正原因', '漏录');
    click('更正');
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent()).toMatchObject([
      { steps: [{ step: '决定', began: '2026-11-05T01:00:00Z', corrects: true, note: '漏录' }] },
    ]);
  });

  it('records another one where the step or its beginning was wrong, and takes that back', async () => {
    const { onDone, sent } = open(CorrectStepDialog, recordedAs());
    await screen.findByRole('dialog');
    fill('环节', '审核');
    fill('更正原因', '录错环节');
    click('更正');
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent()).toMatchObject([
      {
        steps: [
          { step: '审核', began: '2026-11-05T01:00:00Z', note: '录错环节' },
          { step: 's3', began: '2026-11-05T01:00:00Z', withdrawn: true, note: '录错环节' },
        ],
      },
    ]);
  });

  it('takes back what was recorded in error', async () => {
    const { onDone, sent } = open(
      WithdrawStepDialog,
      recordedAs(),
      triedAs(),
      someProceeding(),
      someStep(),
    );
    await screen.findByRole('dialog');
    fill('撤回原因', '重复录入');
    click('撤回');
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent()).toMatchObject([{ steps: [{ step: 's1', withdrawn: true, note: '重复录入' }] }]);
  });
});
