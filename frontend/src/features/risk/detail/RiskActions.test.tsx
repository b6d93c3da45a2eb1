import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { RiskDetail } from './query';
import { RiskActions } from './RiskActions';
import { renderPage } from '@/testing/renderPage';

const risk = {
  __typename: 'RiskPoint',
  id: 'r1',
  version: 7,
  title: '选择性收件',
  status: 'PROPOSED',
  grade: 'B',
  proposedGrade: 'C',
  likelihood: 2,
  severity: 2,
  consequence: 'MINOR',
  unlimitedPower: false,
  pastBreach: false,
  allowedActions: ['READ_REGISTER', 'RECORD_RISK', 'DECIDE_C', 'DECIDE_B'],
  endorsedGrade: null,
  outdated: false,
  opening: false,
  retiring: null,
  retirementAct: null,
  retireWay: 'HEAD',
  mayRetire: true,
  retireGrounds: ['NO_RISK'],
  decidableGrades: ['B', 'C'],
  endorsableGrades: [],
  votableGrades: [],
} as unknown as RiskDetail;

describe('what may be done with a risk point', () => {
  it('follows from the actions allowed on it', () => {
    renderPage(
      <RiskActions
        risk={{
          ...risk,
          allowedActions: ['READ_REGISTER'],
          decidableGrades: [],
          mayRetire: false,
        }}
        onChanged={vi.fn()}
      />,
    );
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('lets those who decide grades retire what they do not record', () => {
    renderPage(
      <RiskActions risk={{ ...risk, allowedActions: ['READ_REGISTER'] }} onChanged={vi.fn()} />,
    );
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      '审定等级',
      '撤销',
    ]);
  });

  it('is nothing once it is retired', () => {
    renderPage(<RiskActions risk={{ ...risk, status: 'RETIRED' }} onChanged={vi.fn()} />);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('offers only the grades that the server lets the viewer decide', async () => {
    renderPage(<RiskActions risk={risk} onChanged={vi.fn()} />);
    fireEvent.click(screen.getByRole('button', { name: '审定等级' }));
    await screen.findByRole('button', { name: '确定' });
    expect(screen.getAllByRole('radio')).toHaveLength(2);
  });

  it('keeps what was typed and shows the reason that the server asks for, then sends it', async () => {
    const onChanged = vi.fn();
    const refusal = {
      errors: [
        {
          message: '降低等级须说明理由',
          extensions: { code: 'INVALID', reason: 'REASON_REQUIRED', field: 'reason' },
        },
      ],
    };
    const done = { data: { decideGrade: { riskPoint: { id: 'r1', version: 8, grade: 'C' } } } };
    const { asked } = renderPage(<RiskActions risk={risk} onChanged={onChanged} />, {
      answers: {
        DecideGrade: ({ variables }) =>
          (variables.input as { reason: string }).reason === '' ? refusal : done,
      },
    });
    fireEvent.click(screen.getByRole('button', { name: '审定等级' }));
    fireEvent.click(await screen.findByRole('button', { name: '确定' }));
    expect(await screen.findByText('降低等级须说明理由')).toBeDefined();
    expect(onChanged).not.toHaveBeenCalled();

    fireEvent.change(screen.getByLabelText('理由'), { target: { value: '流程已优化' } });
    fireEvent.click(screen.getByRole('button', { name: '确定' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(asked[1]?.variables).toEqual({
      input: { riskPointId: 'r1', expectedVersion: 7, grade: 'C', reason: '流程已优化' },
    });
  });

  it('shows each tier the way that its grades take', () => {
    renderPage(
      <RiskActions
        risk={{
          ...risk,
          allowedActions: ['READ_REGISTER'],
          decidableGrades: ['C'],
          endorsableGrades: ['B'],
          votableGrades: ['A'],
        }}
        onChanged={vi.fn()}
      />,
    );
    expect(screen.getByRole('button', { name: '审定等级' })).toBeDefined();
    expect(screen.getByRole('button', { name: '提请会签' })).toBeDefined();
    expect(screen.getByRole('link', { name: '列入会议议程' }).getAttribute('href')).toBe(
      '/meetings/new?risk=r1',
    );
    expect(screen.queryByRole('button', { name: '同意会签' })).toBeNull();
  });

  it('lets an inspector concur with what was endorsed, or send it back with a reason', async () => {
    const onChanged = vi.fn();
    const done = { data: { refuseGrade: { riskPoint: { id: 'r1', version: 8, grade: null } } } };
    const { asked } = renderPage(
      <RiskActions
        risk={{
          ...risk,
          endorsedGrade: 'B',
          allowedActions: ['READ_REGISTER', 'CONCUR_GRADES'],
          decidableGrades: [],
        }}
        onChanged={onChanged}
      />,
      { answers: { RefuseGrade: done } },
    );
    expect(screen.getByRole('button', { name: '同意会签' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '会签退回' }));
    const dialog = await screen.findByRole('dialog');
    const send = within(dialog).getByRole('button', { name: '会签退回' });
    fireEvent.click(send);
    expect(await screen.findByText('请填写退回理由')).toBeDefined();
    expect(asked).toEqual([]);
    fireEvent.change(screen.getByLabelText('理由'), { target: { value: '依据不足' } });
    fireEvent.click(send);
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(asked[0]?.variables).toEqual({
      input: { riskPointId: 'r1', expectedVersion: 7, reason: '依据不足' },
    });
  });
});
