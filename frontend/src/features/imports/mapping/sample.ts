import type { Layout, Reading } from './query';

// A reading for tests: a register with a guess and a column that is not read, a table of nobody
// knows what, and a row of no table.

export const layouts: Layout[] = [
  {
    kind: 'REGISTER',
    fields: ['UNIT', 'TITLE', 'RISK_TYPE', 'PROPOSED', 'CAUSE'],
    needs: [['TITLE', 'MANIFESTATION']],
  },
  { kind: 'UNITS', fields: ['CODE', 'NAME'], needs: [['CODE'], ['NAME']] },
];

const part = { sheet: '台账', count: 2, sample: '乙', leftOut: false };

export const reading: Reading = {
  id: 'j1',
  state: 'PLANNED',
  tables: [
    {
      number: 1,
      sheet: '台账',
      hidden: false,
      kind: 'REGISTER',
      head: [2],
      firstRow: 3,
      lastRow: 4,
      rows: 2,
      columns: [
        column(0, '风险点', { field: 'TITLE', certainty: 'CLEAR' }),
        column(1, '等第', { field: 'PROPOSED', certainty: 'PROPOSED' }),
        column(2, '随记', {}),
      ],
      facts: [],
      values: [],
    },
    {
      number: 2,
      sheet: '台账',
      hidden: false,
      kind: null,
      head: [10],
      firstRow: 11,
      lastRow: 12,
      rows: 0,
      columns: [],
      facts: [],
      values: [],
    },
  ],
  sheets: [
    {
      name: '台账',
      hidden: false,
      rows: [
        row(1, 'CAPTION', null, ['2026 年台账']),
        row(2, 'HEAD', 1, ['风险点', '等第', '随记']),
        row(3, 'DATA', 1, ['擅自改变结论', '较大', '甲']),
        row(4, 'DATA', 1, ['泄露计划', '一般', '乙']),
        row(10, 'HEAD', 2, ['子', '丑', '寅']),
        row(20, 'UNREAD', null, ['另页续']),
      ],
    },
  ],
  words: [
    {
      kind: 'GRADE',
      text: '较大',
      count: 1,
      sheet: '台账',
      row: 3,
      value: 'A',
      certainty: 'PROPOSED',
    },
    {
      kind: 'RISK_TYPE',
      text: '业务流程',
      count: 4,
      sheet: '台账',
      row: 3,
      value: 'PROCESS',
      certainty: 'PROPOSED',
    },
  ],
  unread: [
    { ...part, column: 'C', title: '随记', firstRow: 3, lastRow: 4 },
    { ...part, column: '', title: '', firstRow: 11, lastRow: 12 },
    { ...part, column: '', title: '', firstRow: 20, lastRow: 20 },
  ],
  questions: [],
  choices: { leaveOutHidden: false, leaveOutRest: false, samePosts: null },
};

type Column = Reading['tables'][number]['columns'][number];
type Row = Reading['sheets'][number]['rows'][number];

function column(index: number, title: string, read: Partial<Column>): Column {
  return {
    column: index,
    letter: 'ABC'.charAt(index),
    title,
    field: null,
    leftOut: false,
    value: null,
    certainty: 'UNKNOWN',
    filled: 2,
    sample: '甲',
    ...read,
  };
}

function row(number: number, is: Row['class'], table: number | null, cells: string[]): Row {
  return { number, class: is, hidden: false, table, cells };
}
