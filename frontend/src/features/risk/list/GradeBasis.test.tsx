import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { GradeBasis } from './GradeBasis';

describe('what a grade stands on', () => {
  it.each([
    [true, false, ['须重新评估']],
    [false, true, ['期初审定']],
    [true, true, ['须重新评估', '期初审定']],
  ])('outdated %s, opening %s', (outdated, opening, words) => {
    const { container } = render(<GradeBasis risk={{ outdated, opening }} />);
    words.forEach((word) => expect(screen.getByText(word)).toBeDefined());
    expect(container.querySelectorAll('.tag')).toHaveLength(words.length);
  });

  it('says nothing of a regular decision', () => {
    const { container } = render(<GradeBasis risk={{ outdated: false, opening: false }} />);
    expect(container.textContent).toBe('—');
  });
});
