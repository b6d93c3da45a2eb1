import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ExportCampaignButton } from './ExportCampaignButton';
import { pageRules, quoted } from './pageRules';
import { PaperMenu } from './PaperMenu';
import { PrintedSheet } from './Sheet';
import type { Paper } from './query';
import { renderPage } from '@/testing/renderPage';

const paper: Paper = {
  title: '表2 部门职务犯罪风险点自查登记表',
  status: '未备案 · 部门审核',
  landscape: true,
  grid: [100, 400, 500],
  hash: 'ab',
  revision: 2,
  foot: '修订 第2次',
  footEnd: '备案编号 "1"',
  header: [{ columns: 3, text: '年度' }],
  blocks: [
    {
      headings: 1,
      lines: [
        [
          { columns: 1, down: 1, text: '序号', look: 'LABEL' },
          { columns: 2, down: 1, text: '风险点', look: 'LABEL' },
        ],
        [
          { columns: 1, down: 1, text: '1', look: 'CENTRE' },
          { columns: 2, down: 1, text: '=1+1\n第二行', look: 'TEXT' },
        ],
      ],
    },
  ],
};

afterEach(() => vi.unstubAllGlobals());

it('draws a form with headings that repeat and feet on every page', () => {
  const view = renderPage(<PrintedSheet paper={paper} />);
  expect(view.container.querySelectorAll('thead th')).toHaveLength(2);
  expect(view.container.querySelector('tbody td.sheet-text')?.textContent).toBe('=1+1\n第二行');
  expect(screen.getByText('未备案 · 部门审核')).toBeTruthy();
  expect(document.head.textContent).toContain('A4 landscape');
  view.unmount();
  expect(document.head.textContent).not.toContain('A4 landscape');
});

it('lets no text out of its string in a style sheet', () => {
  expect(quoted('a"b\\c</style>\n')).toBe('"a\\22 b\\5c c\\3c /style\\3e \\a "');
  expect(pageRules({ landscape: false, foot: '', footEnd: '' })).toContain('A4 portrait');
});

const plan = {
  draftVersion: 4,
  committed: false,
  unchanged: 1,
  fields: [],
  rows: [
    {
      section: 'risks',
      kind: 'CHANGED',
      key: 'r1',
      number: 6,
      cells: [{ code: 'title', before: '旧', after: '新', clash: false }],
    },
  ],
  problems: [],
  remarks: [],
};
const answers = { FormColumns: { data: { node: null, formLayouts: [] } } };

function chooseFile() {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file input');
  fireEvent.change(input, { target: { files: [new File(['x'], '表2.xlsx')] } });
}

function openMenu(onImported = () => undefined) {
  const of = { formId: 'f1', unitId: 'u1', campaignId: 'c1' };
  renderPage(<PaperMenu {...of} mayFill onImported={onImported} />, { answers });
  fireEvent.click(screen.getByRole('button', { name: /打印与文件/ }));
}

async function openImport(onImported = () => undefined) {
  openMenu(onImported);
  fireEvent.click(await screen.findByText('导入填好的 xlsx'));
  await screen.findByText('导入填好的表格');
  chooseFile();
}

it('leads to the form and to all forms of the department as files', async () => {
  openMenu();
  const addresses = [
    ['导出 xlsx', '/form/f1.xlsx'],
    ['导出 docx', '/form/f1.docx'],
    ['导出本部门全部表格（zip）', '/unit/u1/forms.zip?campaign=c1'],
  ] as const;
  for (const [name, address] of addresses) {
    expect((await screen.findByRole('link', { name })).getAttribute('href')).toBe(address);
  }
});

it('shows what a file would change and puts it into the draft on demand', async () => {
  const asked: string[] = [];
  const fetched = vi.fn(async (url: string) => {
    asked.push(url);
    const committed = url.includes('commit=');
    return new Response(JSON.stringify({ ...plan, committed }));
  });
  vi.stubGlobal('fetch', fetched);
  const onImported = vi.fn();
  await openImport(onImported);
  expect(await screen.findByText('新')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '写入草稿' }));
  await waitFor(() => expect(onImported).toHaveBeenCalled());
  expect(asked).toEqual(['/form/f1/import', '/form/f1/import?commit=4']);
});

it('says why a file is refused and keeps the dialog', async () => {
  const errors = [
    { message: '这个文件是表4', extensions: { code: 'INVALID', reason: 'WRONG_FORM' } },
  ];
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ errors }), { status: 400 }));
  await openImport();
  expect(await screen.findByText('这个文件是表4')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '写入草稿' }).disabled).toBe(true);
});

it('keeps what a file would change when somebody else saved meanwhile', async () => {
  const errors = [
    {
      message: '草稿已有变动，请重新选择文件',
      extensions: { code: 'CONFLICT', reason: 'STALE_VERSION' },
    },
  ];
  let draftVersion = 4;
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.endsWith('commit=4')) {
      draftVersion = 5;
      return new Response(JSON.stringify({ errors }), { status: 409 });
    }
    return new Response(
      JSON.stringify({ ...plan, draftVersion, committed: url.includes('commit=') }),
    );
  });
  const onImported = vi.fn();
  await openImport(onImported);
  await screen.findByText('新');
  const commit = () => fireEvent.click(screen.getByRole('button', { name: /写入草稿$/ }));
  commit();
  expect(await screen.findByText('草稿已有变动，请重新选择文件')).toBeTruthy();
  expect(screen.getByText('新')).toBeTruthy();
  expect(onImported).not.toHaveBeenCalled();
  chooseFile();
  await waitFor(() => expect(screen.queryByText('草稿已有变动，请重新选择文件')).toBeNull());
  await screen.findByText('新');
  commit();
  await waitFor(() => expect(onImported).toHaveBeenCalled());
});

it('names the cells that cannot be read, and writes none of the file', async () => {
  const wrong = {
    ...plan,
    problems: [
      {
        section: 'risks',
        number: 6,
        column: 'likelihood',
        reason: 'X',
        message: '可能性只能是1到5',
      },
    ],
  };
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(wrong)));
  await openImport();
  expect(await screen.findByText('有 1 个单元格无法读取，请改正后重新选择文件')).toBeTruthy();
  expect(screen.getByText(/第 6 行：\s*可能性只能是1到5/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '写入草稿' }).disabled).toBe(true);
});

it('says so where the line breaks', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('no network');
  });
  await openImport();
  expect((await screen.findByRole('alert')).textContent).toContain('网络');
});

const job = {
  id: 'j1',
  kind: 'EXPORT_CAMPAIGN',
  objectId: 'c1',
  state: 'DONE',
  done: 3,
  total: 3,
  cancelAsked: false,
  resultName: 'a.zip',
  resultSize: 9,
  resultUrl: 'job/j1/result',
  failure: '',
  createdAt: '2026-05-01T00:00:00Z',
  endedAt: '2026-05-01T00:01:00Z',
};

it('offers the archive of a campaign once it is made', async () => {
  const { asked } = renderPage(<ExportCampaignButton campaignId="c1" />, {
    answers: {
      ExportCampaign: { data: { exportCampaign: { job } } },
      ExportJob: { data: { job } },
    },
  });
  fireEvent.click(screen.getByRole('button', { name: /导出全部表格/ }));
  const link = await screen.findByRole('link', { name: '下载压缩包' });
  expect(link.getAttribute('href')).toBe('/job/j1/result');
  expect(asked[0]?.variables).toEqual({ input: { campaignId: 'c1' } });
});
