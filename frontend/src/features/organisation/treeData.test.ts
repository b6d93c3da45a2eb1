import { describe, expect, it } from 'vitest';
import { inForce } from './inForce';
import { treeData } from './treeData';

const unit = (id: string, childCount: number) => ({
  id,
  name: id,
  kind: 'BUREAU' as const,
  childCount,
});

describe('the tree', () => {
  it('asks for what was not opened yet, and knows what has nothing below', () => {
    const [top] = treeData({
      roots: [unit('省局', 2)],
      children: new Map([['省局', [unit('市局', 3), unit('稽查处', 0)]]]),
    });
    expect(top?.children?.map((node) => node.title)).toEqual(['市局', '稽查处']);
    expect(top?.children?.[0]).toMatchObject({ isLeaf: false });
    expect(top?.children?.[0]).not.toHaveProperty('children');
    expect(top?.children?.[1]).toMatchObject({ isLeaf: true });
  });
});

describe('an appointment', () => {
  it.each([
    ['2026-01-01', null, true],
    ['2026-05-01', '2026-05-01', true],
    ['2026-01-01', '2026-04-30', false],
    ['2026-05-02', null, false],
  ])('from %s to %s holds on 2026-05-01: %s', (from, to, holds) => {
    expect(inForce({ from, to }, '2026-05-01')).toBe(holds);
  });
});
