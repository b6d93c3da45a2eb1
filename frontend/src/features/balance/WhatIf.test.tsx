import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppointmentWhatIf } from './WhatIf';
import { renderPage } from '@/testing/renderPage';

const post = { data: { node: { __typename: 'Post', id: 'q1', unit: { id: 'u1' } } } };
const counts = (high: number) => [
  { severity: 'HIGH', count: high },
  { severity: 'MEDIUM', count: 1 },
];
const outcome = {
  createdCounts: counts(2),
  removedCounts: counts(0),
  created: null,
  removed: null,
  moved: null,
};

describe('what an appointment would do', () => {
  it('is asked of the unit of the post, and told in numbers where the conflicts are hidden', async () => {
    const { asked } = renderPage(<AppointmentWhatIf personId="p1" postId="q1" />, {
      answers: { PostUnit: post, WhatIf: { data: { whatIf: [outcome] } } },
    });
    expect(await screen.findByText('任职后将产生 3 个制衡冲突（严重 2 个）')).toBeDefined();
    expect(screen.getByText('将消除 1 个冲突。')).toBeDefined();
    expect(asked.at(-1)?.variables).toEqual({
      unitId: 'u1',
      candidate: { appoint: [{ personId: 'p1', postId: 'q1' }] },
    });
  });

  it('is not asked before both are chosen', () => {
    const { asked } = renderPage(<AppointmentWhatIf personId="p1" postId={undefined} />);
    expect(asked).toEqual([]);
  });
});
