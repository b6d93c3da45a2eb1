import { describe, expect, it } from 'vitest';
import { boxWidth, curve, place, ways } from './graph';

const steps = ['accept', 'review', 'decide', 'close'].map((key) => ({ key }));
const edge = (fromKey: string, toKey: string, condition = '') => ({ fromKey, toKey, condition });

describe('the lines of a process', () => {
  it('lead between steps that exist', () => {
    const drawn = ways(steps, [edge('accept', 'review'), edge('review', ''), edge('x', 'close')]);
    expect(drawn.map(({ from, to }) => [from, to])).toEqual([['accept', 'review']]);
  });

  it('are one between two steps, with every condition', () => {
    const [line, ...more] = ways(steps, [
      edge('review', 'close', '不予受理'),
      edge('review', 'close', ' 撤回 '),
    ]);
    expect(more).toEqual([]);
    expect(line?.label).toBe('不予受理；撤回');
  });
});

describe('the layout of a process', () => {
  const lines = ways(steps, [
    edge('accept', 'review'),
    edge('review', 'decide'),
    edge('decide', 'close'),
    edge('review', 'close', '不予许可'),
    edge('decide', 'review', '退回'),
  ]);
  const height = () => 60;

  it('leads down, and no box lies on another', () => {
    const { boxes } = place(steps, lines, height, 'down');
    const tops = boxes.map((box) => box.y);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    boxes.forEach((a, i) =>
      boxes.slice(i + 1).forEach((b) => {
        const apart = a.y + a.height <= b.y || Math.abs(a.x - b.x) >= boxWidth;
        expect(apart, `${a.key} and ${b.key}`).toBe(true);
      }),
    );
  });

  it('leads across where there is width', () => {
    const { boxes } = place(steps, lines, height, 'across');
    const lefts = boxes.map((box) => box.x);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
  });

  it('gives every line its way and a place for its words', () => {
    const { routes } = place(steps, lines, height, 'down');
    expect(routes.map((route) => route.id)).toEqual(lines.map((line) => line.id));
    for (const { points, label } of routes) {
      expect(points.length).toBeGreaterThanOrEqual(2);
      expect(Number.isFinite(label.x) && Number.isFinite(label.y)).toBe(true);
    }
  });

  it('stands a step that leads to itself, and keys typed twice', () => {
    const odd = ways(steps, [edge('review', 'review', '补正')]);
    const { boxes, routes } = place([...steps, { key: 'review' }], odd, height, 'down');
    expect(boxes).toHaveLength(4);
    expect(routes[0]?.points.length).toBeGreaterThan(1);
  });
});

describe('a drawn line', () => {
  it('goes through its ends', () => {
    expect(curve([])).toBe('');
    expect(
      curve([
        { x: 0, y: 0 },
        { x: 0, y: 10 },
      ]),
    ).toBe('M0,0 L0,10');
    const bent = curve([
      { x: 0, y: 0 },
      { x: 5, y: 5 },
      { x: 9, y: 5 },
      { x: 0, y: 20 },
    ]);
    expect(bent).toBe('M0,0 Q5,5 7,5 Q9,5 0,20');
  });
});
