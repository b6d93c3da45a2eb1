import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { decidableGrades, lowers } from './decidable';
import type { RiskDetail } from './query';
import { RiskActions } from './RiskActions';
import { renderPage } from '@/lib/testing';

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
} as unknown as RiskDetail;

describe('what may be done with a risk point', () => {
  it('follows from the actions allowed on it', () => {
    renderPage(
      <RiskActions risk={{ ...risk, allowedActions: ['READ_REGISTER'] }} onChanged={vi.fn()} />,
    );
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('is nothing once it is retired', () => {
    renderPage(<RiskActions risk={{ ...risk, status: 'RETIRED' }} onChanged={vi.fn()} />);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('offers only the grades that the viewer may decide', () => {
    expect(decidableGrades(['DECIDE_C', 'DECIDE_B', 'RECORD_RISK'])).toEqual(['B', 'C']);
    expect(decidableGrades([])).toEqual([]);
  });

  it('knows which change of a grade lowers it', () => {
    expect(lowers('A', 'B')).toBe(true);
    expect(lowers('B', 'A')).toBe(false);
    expect(lowers(null, 'C')).toBe(false);
  });

  it('asks for a reason before a grade is lowered, then sends it with the version', async () => {
    const onChanged = vi.fn();
    const { asked } = renderPage(<RiskActions risk={risk} onChanged={onChanged} />, {
      answers: {
        DecideGrade: { data: { decideGrade: { riskPoint: { id: 'r1', version: 8, grade: 'C' } } } },
      },
    });
    fireEvent.click(screen.getByRole('button', { name: '审定等级' }));
    fireEvent.click(await screen.findByRole('button', { name: '确定' }));
    expect(await screen.findByText('降低等级须说明理由')).toBeDefined();
    expect(asked).toEqual([]);

    fireEvent.change(screen.getByLabelText('理由'), { target: { value: '流程已优化' } });
    fireEvent.click(screen.getByRole('button', { name: '确定' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(asked[0]?.variables).toEqual({
      input: { riskPointId: 'r1', expectedVersion: 7, grade: 'C', reason: '流程已优化' },
    });
  });
});
