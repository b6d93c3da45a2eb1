// A small form for tests.
import type { Column, Content, FormHead, Layout } from './query';

function column(code: string, title: string, more: Partial<Column> = {}): Column {
  const plain = { input: 'TEXT', options: [], required: false, most: 0, width: 10 } as const;
  return { code, title, ...plain, options: [], group: '', decided: false, ...more };
}

export const someLayout: Layout = {
  kind: 'RISKS',
  number: '表2',
  title: '部门职务犯罪风险点自查登记表',
  fields: [],
  tables: [
    {
      code: 'risks',
      title: '',
      columns: [
        column('title', '风险点', { required: true }),
        column('manifestation', '表现情形', { input: 'LONG' }),
        column('likelihood', '可能性', { input: 'CHOICE', options: ['1', '2', '3', '4', '5'] }),
        column('proposed', '自评等级', { input: 'COMPUTED' }),
        column('found', '查找方式', { input: 'CHOICES', options: ['自己找', '群众帮', '领导点'] }),
      ],
    },
  ],
};

export type SampleRow = Partial<Content['sections'][number]['rows'][number]> & { key: string };

export function contentOf(rows: SampleRow[], more: Partial<Content> = {}): Content {
  return {
    draftVersion: 1,
    draftSavedAt: null,
    fields: [],
    sections: [
      {
        code: 'risks',
        rows: rows.map((row) => ({
          cells: ['', '', '', '', ''],
          note: '',
          edited: false,
          removed: false,
          editedColumns: [],
          ...row,
        })),
      },
    ],
    problems: [],
    unexplained: null,
    confirmed: false,
    ...more,
  };
}

export const twoRows: SampleRow[] = [
  { key: 'r1', cells: ['收受财物', '现场收受', '3', 'B', '自己找'] },
  { key: 'r2', cells: ['违规审批', '降低条件', '2', 'C', '领导点'] },
];

export const someForm: FormHead = {
  id: 'f1',
  version: 1,
  kind: 'RISKS',
  state: 'DRAFT',
  revision: 1,
  dueOn: '2026-12-31',
  overdue: false,
  returnedAt: null,
  returnReason: '',
  stageSince: '2026-11-01T00:00:00Z',
  submittedAt: null,
  filedNumber: '',
  mayFill: true,
  mayAssign: false,
  campaign: { id: 'c1', title: '2026年专项工作', year: 2026 },
  unit: { id: 'u1', name: '稽查处', allowedActions: [] },
  person: null,
  preparer: null,
};
