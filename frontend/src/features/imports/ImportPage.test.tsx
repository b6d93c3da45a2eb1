import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Component as ImportPage } from './ImportPage';
import { layouts, reading } from './mapping/sample';
import type { ImportJob } from './query';
import { renderPage, someViewer } from '@/testing/renderPage';

class FakeRequest extends EventTarget {
  static last: FakeRequest;
  upload = new EventTarget();
  status = 200;
  responseText = '{"id":"up1"}';
  sent: FormData | undefined;
  aborted = false;
  constructor() {
    super();
    FakeRequest.last = this;
  }
  address = '';
  open(_: string, address: string) {
    this.address = address;
  }
  setRequestHeader() {}
  send(form: FormData) {
    this.sent = form;
  }
  abort() {
    this.aborted = true;
    this.dispatchEvent(new Event('abort'));
  }
  progress(loaded: number, total: number) {
    this.upload.dispatchEvent(
      Object.assign(new Event('progress'), { loaded, total, lengthComputable: true }),
    );
  }
}

const job: ImportJob = {
  id: 'j1',
  state: 'PLANNED',
  fileName: '风险点.xlsx',
  percent: 100,
  stage: null,
  rowsTotal: 12,
  rowsRead: 12,
  rowsPlanned: 12,
  rowsWritten: 0,
  rowsShown: 0,
  badRowCount: 0,
  problemsUrl: null,
  failure: null,
  figures: [{ object: 'RISK_POINT', created: 3, changed: 1, unchanged: 8, unwritten: 0 }],
  preview: [
    {
      object: 'RISK_POINT',
      created: false,
      label: '擅自改变检验结论',
      differences: [{ field: '可能性', old: '2', new: '4' }],
    },
  ],
  problems: [],
  waiting: 0,
  mapping: null,
  questions: [],
  remarkCount: 0,
  remarks: [],
};
const nothingFound = {
  data: { importJob: { id: 'j1', told: [], unread: [], named: [], namedCount: 0 } },
};
const viewer = { ...someViewer, actions: [...someViewer.actions, 'IMPORT' as const] };
const jobAnswer = (changes: Partial<ImportJob> = {}) => ({
  data: { importJob: { ...job, ...changes } },
});

beforeEach(() => {
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  return () => vi.unstubAllGlobals();
});

describe('the import page', () => {
  it('offers to replace the oldest file where too many wait', async () => {
    renderPage(<ImportPage />, {
      viewer,
      answers: {
        ImportFindings: nothingFound,
        PlanImport: {
          data: {
            planImport: {
              __typename: 'PlanImportPayload',
              job: { __typename: 'ImportJob', id: 'j1' },
            },
          },
        },
        ImportJob: jobAnswer(),
      },
    });
    const file = new File(['x'], 'a.csv', { type: 'text/csv' });
    fireEvent.change(await screen.findByLabelText(/选择文件/), { target: { files: [file] } });
    const first = FakeRequest.last;
    expect(first.address).not.toContain('replace');
    first.status = 409;
    first.responseText = JSON.stringify({
      errors: [
        { message: '已有 5 个文件', extensions: { code: 'CONFLICT', reason: 'TOO_MANY_UPLOADS' } },
      ],
    });
    act(() => void first.dispatchEvent(new Event('load')));
    await screen.findByText('已有 5 个文件');
    fireEvent.click(screen.getByRole('button', { name: '放弃最早的待导入文件，改传 a.csv' }));
    expect(FakeRequest.last).not.toBe(first);
    expect(FakeRequest.last.address).toContain('uploads?replace=oldest');
  });

  it('sends the file, has it checked and follows the job in the address', async () => {
    const { asked, router } = renderPage(<ImportPage />, {
      viewer,
      path: '/import?unit=u0',
      answers: {
        ImportFindings: nothingFound,
        UnitPath: { data: { node: null } },
        UnitChildren: {
          data: { units: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } },
        },
        PlanImport: { data: { planImport: { job: { ...job, state: 'PLANNING' } } } },
        ImportJob: jobAnswer(),
      },
    });
    const file = new File(['x'], '风险点.xlsx');
    fireEvent.change(screen.getByLabelText('选择文件'), { target: { files: [file] } });
    act(() => FakeRequest.last.progress(40, 100));
    expect(screen.getByText('正在上传 风险点.xlsx')).toBeDefined();
    expect(screen.getByText('40%')).toBeDefined();
    expect((FakeRequest.last.sent?.get('file') as File).name).toBe('风险点.xlsx');

    FakeRequest.last.dispatchEvent(new Event('load'));
    await screen.findByText('核对完成：将新增 3 项，修改 1 项');
    expect(router.state.location.search).toContain('job=j1');
    const plan = asked.find(({ operationName }) => operationName === 'PlanImport');
    expect(plan?.variables).toEqual({ input: { uploadId: 'up1', unitId: 'u0' } });
  });

  it('stops sending when asked, and offers the choice again', async () => {
    renderPage(<ImportPage />, {
      viewer,
      path: '/import',
      answers: {
        ImportFindings: nothingFound,
        UnitChildren: {
          data: { units: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } },
        },
      },
    });
    fireEvent.change(screen.getByLabelText('选择文件'), {
      target: { files: [new File(['x'], 'a.csv')] },
    });
    fireEvent.click(screen.getByRole('button', { name: '取消上传' }));
    expect(await screen.findByLabelText('选择文件')).toBeDefined();
    expect(FakeRequest.last.aborted).toBe(true);
  });

  it('shows what would change, and writes when told to', async () => {
    let state: ImportJob['state'] = 'PLANNED';
    const { asked } = renderPage(<ImportPage />, {
      viewer,
      path: '/import?job=j1',
      answers: {
        ImportFindings: nothingFound,
        ImportJob: () => jobAnswer({ state }),
        CommitImport: () => {
          state = 'DONE';
          return { data: { commitImport: { job: { ...job, state: 'COMMITTING' } } } };
        },
      },
    });
    const preview = await screen.findByRole('region', { name: '变更预览（前 1 项）' });
    expect(within(preview).getByText('4', { selector: 'ins' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '确认写入' }));
    expect(await screen.findByText('导入完成')).toBeDefined();
    const commit = asked.find(({ operationName }) => operationName === 'CommitImport');
    expect(commit?.variables).toEqual({ input: { jobId: 'j1', goodRowsOnly: false } });
  });

  it('asks again while the job works', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let percent = 10;
    const { asked } = renderPage(<ImportPage />, {
      viewer,
      path: '/import?job=j1',
      answers: {
        ImportFindings: nothingFound,
        ImportJob: () =>
          jobAnswer(percent < 100 ? { state: 'PLANNING', percent, figures: [] } : {}),
      },
    });
    await screen.findByText('10%');
    percent = 100;
    await vi.advanceTimersByTimeAsync(800);
    await screen.findByRole('button', { name: '确认写入' });
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(3000);
    expect(asked.length).toBe(before);
    vi.useRealTimers();
  });

  it('says how many rows are written and shown', async () => {
    renderPage(<ImportPage />, {
      viewer,
      path: '/import?job=j1',
      answers: {
        ImportFindings: nothingFound,
        ImportJob: jobAnswer({
          state: 'COMMITTING',
          stage: 'WRITE',
          rowsTotal: 200,
          rowsPlanned: 120,
          rowsWritten: 80,
          percent: 40,
          figures: [],
        }),
      },
    });
    await screen.findByText('正在核对并写入 已写入 80 / 200 行（已核对 120 行）');
  });

  it('shows bad cells and writes the good rows alone', async () => {
    const { asked } = renderPage(<ImportPage />, {
      viewer,
      path: '/import?job=j1',
      answers: {
        ImportFindings: nothingFound,
        ImportJob: jobAnswer({
          badRowCount: 1,
          problemsUrl: 'imports/j1/problems.xlsx',
          problems: [
            { sheet: '表2', row: 7, column: '可能性', found: '九', wanted: '1 到 5 的整数' },
          ],
        }),
        CommitImport: { data: { commitImport: { job } } },
      },
    });
    const table = await screen.findByRole('region', { name: '问题清单（1 行）' });
    for (const text of ['表2', '7', '可能性', '九', '1 到 5 的整数']) {
      expect(within(table).getByText(text)).toBeDefined();
    }
    const download = screen.getByRole('link', { name: /下载问题行/ });
    expect(download.getAttribute('href')).toMatch(/\/imports\/j1\/problems\.xlsx$/);
    expect(screen.queryByRole('button', { name: '确认写入' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '只写入没有问题的行' }));
    await waitFor(() => {
      const commit = asked.find(({ operationName }) => operationName === 'CommitImport');
      expect(commit?.variables).toEqual({ input: { jobId: 'j1', goodRowsOnly: true } });
    });
  });

  it('lists what differs from the register and is not written', async () => {
    renderPage(<ImportPage />, {
      viewer,
      path: '/import?job=j1',
      answers: {
        ImportFindings: nothingFound,
        ImportJob: jobAnswer({
          problemsUrl: 'imports/j1/problems.xlsx',
          figures: [{ object: 'RISK_POINT', created: 0, changed: 0, unchanged: 8, unwritten: 1 }],
          waiting: 2,
          remarkCount: 1,
          remarks: [{ sheet: '表2', row: 9, column: '审定等级', found: 'A', wanted: '登记为“B”' }],
        }),
      },
    });
    const table = await screen.findByRole('region', { name: '与登记不一致、未写入的内容（1 处）' });
    for (const text of ['表2', '9', '审定等级', 'A', '登记为“B”']) {
      expect(within(table).getByText(text)).toBeDefined();
    }
    expect(screen.getByRole('columnheader', { name: '另有内容未写入' })).toBeDefined();
    expect(screen.getByRole('link', { name: /下载未写入的内容/ })).toBeDefined();
    expect(screen.getByText(/没有需要写入的内容，有 1 处与登记不一致/)).toBeDefined();
  });

  it('asks before it writes, and lists what is not read and what is new', async () => {
    const { asked } = renderPage(<ImportPage />, {
      viewer,
      path: '/import?job=j1&unit=u0',
      answers: {
        ImportJob: jobAnswer({ mapping: '抽检台账', questions: [{ kind: 'COLUMN' }] }),
        ImportReading: { data: { importLayouts: layouts, importJob: reading } },
        ImportFindings: {
          data: {
            importJob: {
              id: 'j1',
              told: [],
              unread: reading.unread,
              named: [{ object: 'UNIT', label: '留样科', sheet: '台账', row: 3 }],
              namedCount: 1,
            },
          },
        },
      },
    });
    const unread = await screen.findByRole('region', { name: '没有读取的内容（3 处）' });
    expect(within(unread).getByText('C 列 随记')).toBeDefined();
    expect(screen.getByText('留样科')).toBeDefined();
    expect(screen.getByText('按已保存的识别方式“抽检台账”读取。')).toBeDefined();
    expect(await screen.findByRole('form', { name: '识别结果' })).toBeDefined();
    const write = screen.getByRole<HTMLButtonElement>('button', { name: '确认写入' });
    expect(write.disabled).toBe(true);
    expect(asked.some(({ operationName }) => operationName === 'CommitImport')).toBe(false);
  });

  it('shows how the file is read on demand, and closes it again', async () => {
    renderPage(<ImportPage />, {
      viewer,
      path: '/import?job=j1',
      answers: {
        ImportJob: jobAnswer(),
        ImportReading: { data: { importLayouts: layouts, importJob: reading } },
        ImportFindings: nothingFound,
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '调整识别' }));
    await screen.findByRole('form', { name: '识别结果' });
    // Without a unit no mapping is kept, and the page says so.
    expect(screen.getByLabelText<HTMLInputElement>('保存识别方式，名称').disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('lists the mappings of the unit and drops one', async () => {
    let kept = [{ id: 'm1', version: 3, name: '抽检台账', updatedAt: '2026-03-02T01:00:00Z' }];
    const { asked } = renderPage(<ImportPage />, {
      viewer,
      path: '/import?unit=u0',
      answers: {
        UnitPath: { data: { node: null } },
        UnitChildren: {
          data: { units: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } },
        },
        ImportMappings: () => ({
          data: {
            importMappings: {
              nodes: kept,
              totalCount: kept.length,
              pageInfo: { hasNextPage: false, endCursor: null },
            },
          },
        }),
        DropImportMapping: () => {
          kept = [];
          return { data: { dropImportMapping: { id: 'm1' } } };
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '删除识别方式“抽检台账”' }));
    await waitFor(() => expect(screen.queryByText('抽检台账')).toBeNull());
    const drop = asked.find(({ operationName }) => operationName === 'DropImportMapping');
    expect(drop?.variables).toEqual({ input: { id: 'm1', expectedVersion: 3 } });
  });

  it('says why a file cannot be used', async () => {
    renderPage(<ImportPage />, {
      viewer,
      path: '/import?job=j1',
      answers: {
        ImportFindings: nothingFound,
        ImportJob: jobAnswer({
          state: 'FAILED',
          figures: [],
          preview: [],
          failure: { reason: 'UNKNOWN_TITLES', message: '认不出列标题' },
        }),
      },
    });
    expect(await screen.findByText('认不出列标题')).toBeDefined();
    expect(screen.getByRole('button', { name: '导入其他文件' })).toBeDefined();
  });

  it('says when the server knows the job no more', async () => {
    renderPage(<ImportPage />, {
      viewer,
      path: '/import?job=j9',
      answers: { ImportJob: { data: { importJob: null } } },
    });
    expect(await screen.findByText(/找不到这次导入/)).toBeDefined();
  });
});
