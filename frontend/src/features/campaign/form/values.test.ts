import { describe, expect, it } from 'vitest';
import { fieldOf, fromCampaign, newCampaign, toDetails } from './values';

const plan = {
  unit: { id: 'u0' },
  year: 2026,
  title: '专项',
  description: '',
  kinds: ['POWERS', 'PERSONAL'] as ('POWERS' | 'PERSONAL')[],
  phases: [
    {
      phase: 'SURVEY' as const,
      from: '2026-03-01',
      to: '2026-06-30',
      due: [{ kind: 'POWERS' as const, on: '2026-05-31' }],
    },
    {
      phase: 'SUMMARY' as const,
      from: '2026-10-01',
      to: '2026-12-31',
      due: [{ kind: 'PERSONAL' as const, on: '2026-10-31' }],
    },
  ],
  publicityDays: 7,
  objectionDays: 15,
  publicNames: false,
  previous: null,
};

describe('the values of a plan', () => {
  it('come back as they were read', () => {
    const sent = toDetails(fromCampaign(plan));
    expect({ ...sent, unit: plan.unit, previous: null }).toEqual({ ...plan, previousId: null });
  });

  it('leave out phases without days and put a deadline outside every phase with the first', () => {
    const values = newCampaign('u0', 2026);
    values.details.kinds = ['POWERS'];
    values.days.CONTROL = { from: '2026-07-01', to: '2026-08-31' };
    values.due.POWERS = '2026-09-30';
    values.due.RISKS = '2026-09-30'; // is not chosen
    expect(toDetails(values).phases).toEqual([
      {
        phase: 'CONTROL',
        from: '2026-07-01',
        to: '2026-08-31',
        due: [{ kind: 'POWERS', on: '2026-09-30' }],
      },
    ]);
  });

  it('are named by the places that the server speaks of', () => {
    const values = fromCampaign(plan);
    const at = (path: string) => fieldOf(`input.details.${path}`, values);
    expect(at('phases.1.from')).toBe('days.SUMMARY.from');
    expect(at('phases.0.to')).toBe('days.SURVEY.to');
    expect(at('phases.1.due.0.on')).toBe('due.PERSONAL');
    expect(at('phases.0.due.0.kind')).toBe('due.POWERS');
    expect(at('phases')).toBe('input.details.phases');
    expect(at('title')).toBe('input.details.title');
  });
});
