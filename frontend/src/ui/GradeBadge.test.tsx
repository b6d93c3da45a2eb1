import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { GradeBadge } from './GradeBadge';

describe('GradeBadge', () => {
  it.each([
    ['A', 'A 高'],
    ['B', 'B 中'],
    ['C', 'C 低'],
    [null, '未定级'],
  ] as const)('says %s in letter and word, beside a shape of its own', (grade, text) => {
    const { container } = render(<GradeBadge grade={grade} />);
    expect(screen.getByText(text)).toBeDefined();
    expect(container.querySelector('path')?.getAttribute('d')).toBeTruthy();
  });

  it('has a different shape for each grade', () => {
    const shapes = (['A', 'B', 'C', null] as const).map((grade) =>
      render(<GradeBadge grade={grade} />)
        .container.querySelector('path')
        ?.getAttribute('d'),
    );
    expect(new Set(shapes).size).toBe(4);
  });
});
