import { describe, expect, it } from 'vitest';
import { formatTsv, parseTsv } from './tsv';

describe('a block from a spreadsheet', () => {
  it.each<[string, string, string[][]]>([
    ['one cell', '甲', [['甲']]],
    ['nothing', '', [['']]],
    [
      'cells and rows',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'the line ends of Windows, the last one too',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty cells',
      '\ta\t\n\t\t',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    ['a cell of two lines', '"一\n二"\tb', [['一\n二', 'b']]],
    ['two lines from Windows', '"一\r\n二"\r\nb', [['一\n二'], ['b']]],
    ['quotation marks', '"说""好""的"\tb', [['说"好"的', 'b']]],
    ['a tab in a cell', '"a\tb"\tc', [['a\tb', 'c']]],
    ['a mark that belongs to the text', '"甲"类\tb', [['"甲"类', 'b']]],
    ['a mark that is never closed', '"甲\tb', [['"甲', 'b']]],
    ['an empty quoted cell', '""\ta', [['', 'a']]],
    ['an empty line between', 'a\n\nb', [['a'], [''], ['b']]],
  ])('%s', (_, text, rows) => expect(parseTsv(text)).toEqual(rows));

  it('is read as it was written', () => {
    const rows = [
      ['甲', '一\n二', ''],
      ['"引"', 'a\tb', 'c'],
      ['', '', ''],
    ];
    expect(parseTsv(formatTsv(rows))).toEqual(rows);
  });
});
