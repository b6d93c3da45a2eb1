import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as ReviewPage } from './ReviewPage';
import { someReview } from './samples';
import { renderPage } from '@/testing/renderPage';

function open(review = someReview()) {
  const view = renderPage(<ReviewPage />, {
    answers: {
      RulesReview: { data: { node: review } },
      AnswerRulesReview: { data: { answerRulesReview: { review: { id: 'r1' } } } },
    },
  });
  const sent = () =>
    view.asked
      .filter((one) => one.operationName === 'AnswerRulesReview')
      .map((one) => one.variables);
  return { sent };
}

describe('a review', () => {
  it('says what changed, and is answered with what was found', async () => {
    const { sent } = open();
    expect(await screen.findByText('修改拨付程序')).toBeDefined();
    expect(screen.getByRole('link', { name: '资金拨付双人复核' }).getAttribute('href')).toBe(
      '/measures/m1',
    );
    fireEvent.click(screen.getByRole('button', { name: /答\s*复/ }));
    fireEvent.click(await screen.findByLabelText('已调整'));
    fireEvent.change(screen.getByLabelText('复核情况'), { target: { value: '改为三人复核' } });
    fireEvent.click(screen.getByRole('button', { name: /提\s*交/ }));
    await waitFor(() =>
      expect(sent()).toEqual([
        { input: { reviewId: 'r1', expectedVersion: 1, outcome: 'CHANGED', note: '改为三人复核' } },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('of a repeal names no edition, and shows what was answered', async () => {
    open(
      someReview({
        edition: null,
        document: null,
        measure: null,
        state: 'KEPT',
        note: '另有依据',
        answeredAt: '2026-04-03T01:00:00Z',
        answeredName: '王建国',
        mayAnswer: false,
      }),
    );
    expect(await screen.findByText('已废止')).toBeDefined();
    expect(screen.getByText('另有依据')).toBeDefined();
    expect(screen.queryByRole('button', { name: /答\s*复/ })).toBeNull();
  });
});
