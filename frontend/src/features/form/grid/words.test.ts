import { describe, expect, it } from 'vitest';
import { cleaned } from './clean';
import { headings } from './head';
import { narrowed, tokenOf, withChoice } from './suggest';

describe('a text as it is meant', () => {
  const clean = (input: Parameters<typeof cleaned>[0]['input'], text: string) =>
    cleaned({ input, options: ['1', '2', '行政处罚'] }, text);
  it.each([
    ['DATE', '2026/3/1', '2026-03-01'],
    ['DATE', '2026年3月1日', '2026-03-01'],
    ['DATE', '2026.12.31', '2026-12-31'],
    ['DATE', '20260301', '2026-03-01'],
    ['DATE', '２０２６－０３－０１', '2026-03-01'],
    ['DATE', '三月底', '三月底'],
    ['NUMBER', ' ２０ ', '20'],
    ['NUMBER', '二十', '二十'],
    ['CHOICE', '２', '2'],
    ['CHOICE', ' 行政处罚\n', '行政处罚'],
    ['CHOICE', '别的', '别的'],
    ['LONG', '一\r\n二\n', '一\n二'],
    ['TEXT', '一\n 二 ', '一 二'],
  ] as const)('%s %j', (input, text, wanted) => expect(clean(input, text)).toBe(wanted));
});

describe('suggestions', () => {
  const known = (token: string) => ['王建国', '李梅'].includes(token);
  it('are for the last of several', () => {
    expect(tokenOf('PERSONS', '王建国、李', known)).toBe('李');
    expect(tokenOf('PERSONS', '王建国、李梅', known)).toBe('');
    expect(tokenOf('PERSON', ' 王 ', known)).toBe('王');
  });
  it('take the place of what was being typed', () => {
    expect(withChoice('PERSONS', '王建国、李', '李梅', known)).toBe('王建国、李梅');
    expect(withChoice('PERSONS', '王建国', '李梅', known)).toBe('王建国、李梅');
    expect(withChoice('PERSONS', '王建国、', '王建国', known)).toBe('王建国');
    expect(withChoice('PERSON', '李', '李梅', known)).toBe('李梅');
  });
  it('that begin with it come first', () => {
    const options = ['行政许可', '其他许可', '许可检查', '收费'].map((text) => ({ text }));
    expect(narrowed(options, '许可').map(({ text }) => text)).toEqual([
      '许可检查',
      '行政许可',
      '其他许可',
    ]);
  });
});

describe('headings', () => {
  it('stand in one line without groups', () => {
    expect(headings([{ title: '甲', group: '' }])).toEqual([
      [{ title: '甲', column: 0, colSpan: 1, rowSpan: 1 }],
    ]);
  });
  it('join neighbours below a common one', () => {
    const lines = headings([
      { title: '权力', group: '' },
      { title: '决策', group: '分设' },
      { title: '执行', group: '分设' },
      { title: '直接', group: '责任人' },
    ]);
    expect(lines).toEqual([
      [
        { title: '权力', column: 0, colSpan: 1, rowSpan: 2 },
        { title: '分设', column: 1, colSpan: 2, rowSpan: 1 },
        { title: '责任人', column: 3, colSpan: 1, rowSpan: 1 },
      ],
      [
        { title: '决策', column: 1, colSpan: 1, rowSpan: 1 },
        { title: '执行', column: 2, colSpan: 1, rowSpan: 1 },
        { title: '直接', column: 3, colSpan: 1, rowSpan: 1 },
      ],
    ]);
  });
});
