import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as DetailPage } from './detail/CampaignDetailPage';
import { stepsOf } from './detail/CampaignActions';
import type { CampaignDetail, CampaignProgress } from './detail/query';
import { Component as JobListPage } from './jobs/JobListPage';
import { percentOf, sizeWords, type JobItem } from './jobs/query';
import { renderPage, someViewer } from '@/testing/renderPage';

const job: JobItem = {
  id: 'j1',
  kind: 'OPEN_CAMPAIGN',
  objectId: 'c1',
  state: 'DONE',
  done: 10,
  total: 10,
  cancelAsked: false,
  resultName: '表格.zip',
  resultSize: 2048,
  resultUrl: '/job/j1/result',
  failure: '',
  createdAt: '2026-03-02T01:00:00Z',
  endedAt: '2026-03-02T01:01:00Z',
};
const campaign: CampaignDetail = {
  id: 'c1',
  version: 3,
  unit: { id: 'u0', name: '省局' },
  year: 2026,
  title: '2026 年专项',
  description: '',
  phase: 'SURVEY',
  nextPhase: 'SUMMARY',
  kinds: ['POWERS', 'PERSONAL'],
  phases: [
    {
      phase: 'SURVEY',
      from: '2026-03-01',
      to: '2026-06-30',
      due: [{ kind: 'POWERS', on: '2026-05-31' }],
    },
    { phase: 'SUMMARY', from: '2026-10-01', to: '2026-12-31', due: [] },
  ],
  publicityDays: 7,
  objectionDays: 15,
  publicNames: false,
  previous: null,
  openedAt: '2026-03-02T01:00:00Z',
  expectedAt: '2026-03-02T01:01:00Z',
  closedAt: null,
  allowedActions: ['MANAGE_CAMPAIGNS'],
  job,
};
const progress: CampaignProgress = {
  unit: { id: 'u0', name: '省局', path: [{ id: 'u0', name: '省局' }] },
  kinds: ['POWERS', 'PERSONAL'],
  headings: ['EXPECTED', 'FILED'],
  rows: [
    { itself: false, counts: [4, 1, 10, 5], unit: { id: 'u1', name: '稽查处', childCount: 0 } },
    { itself: true, counts: [1, 0, 0, 0], unit: { id: 'u0', name: '省局', childCount: 1 } },
  ],
  totals: [5, 1, 10, 5],
};
const viewer = { ...someViewer, actions: [...someViewer.actions, 'READ_OVERVIEW' as const] };
const answers = {
  CampaignDetail: { data: { node: { __typename: 'Campaign', ...campaign } } },
  CampaignProgress: { data: { campaignProgress: progress } },
};

describe('the page of a campaign', () => {
  it('shows the phases, the progress per unit and where to download it', async () => {
    renderPage(<DetailPage />, { answers, viewer, path: '/campaigns/c1' });
    const table = await screen.findByRole('table');
    expect(within(table).getByRole('row', { name: /稽查处 14 6 42%/ })).toBeDefined();
    expect(within(table).getByRole('row', { name: /省局（本级） 1 0 0%/ })).toBeDefined();
    expect(within(table).getByRole('row', { name: /合计 15 6 40%/ })).toBeDefined();
    expect(screen.getByText('当前阶段', { exact: false })).toBeDefined();
    const file = screen.getByRole('link', { name: /导出进度表/ });
    expect(file.getAttribute('href')).toBe('/campaign/c1/progress.xlsx');
    const down = within(table).getByRole('link', { name: '稽查处' });
    expect(down.getAttribute('href')).toContain('unit=u1');
  });

  it('asks for a reason before it closes', async () => {
    const { asked } = renderPage(<DetailPage />, {
      answers: {
        ...answers,
        CloseCampaign: {
          data: { closeCampaign: { campaign: { id: 'c1', version: 4, phase: 'SURVEY' } } },
        },
      },
      viewer,
      path: '/campaigns/c1',
    });
    fireEvent.click(await screen.findByRole('button', { name: '结束' }));
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('范围内还有 9 份表格没有备案（共 15 份）。'),
    ).toBeDefined();
    fireEvent.click(within(dialog).getByRole('button', { name: '结束' }));
    expect(await within(dialog).findByText('请填写理由')).toBeDefined();
    expect(asked.some(({ operationName }) => operationName === 'CloseCampaign')).toBe(false);
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '全部完成' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '结束' }));
    await waitFor(() =>
      expect(
        asked.find(({ operationName }) => operationName === 'CloseCampaign')?.variables,
      ).toEqual({ input: { id: 'c1', expectedVersion: 3, reason: '全部完成' } }),
    );
  });

  it('keeps the reason when it cannot be closed', async () => {
    renderPage(<DetailPage />, {
      answers: {
        ...answers,
        CloseCampaign: {
          errors: [{ message: '还有会议没有结束', extensions: { code: 'INVALID_TRANSITION' } }],
        },
      },
      viewer,
      path: '/campaigns/c1',
    });
    fireEvent.click(await screen.findByRole('button', { name: '结束' }));
    const dialog = await screen.findByRole('dialog');
    const reason = within(dialog).getByRole<HTMLTextAreaElement>('textbox');
    fireEvent.change(reason, { target: { value: '全部完成' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '结束' }));
    expect(await within(dialog).findByText('还有会议没有结束')).toBeDefined();
    expect(reason.value).toBe('全部完成');
  });

  it('has landmarks that can be told apart', async () => {
    renderPage(<DetailPage />, { answers, viewer, path: '/campaigns/c1' });
    await screen.findByRole('table');
    const names = screen.getAllByRole('region').map((one) => {
      const by = document.getElementById(one.getAttribute('aria-labelledby') ?? '');
      return by?.textContent ?? one.getAttribute('aria-label');
    });
    expect(names).toContain('填报进度');
    expect(new Set(names).size).toBe(names.length);
  });

  it('shows the numbers of one unit and of chosen forms', async () => {
    const below = {
      ...progress,
      unit: {
        id: 'u1',
        name: '稽查处',
        path: [
          { id: 'u0', name: '省局' },
          { id: 'u1', name: '稽查处' },
        ],
      },
      rows: [],
    };
    const { asked } = renderPage(<DetailPage />, {
      answers: {
        ...answers,
        CampaignProgress: ({ variables }: { variables: Record<string, unknown> }) => ({
          data: { campaignProgress: variables.unitId === 'u1' ? below : progress },
        }),
      },
      viewer,
      path: '/campaigns/c1?kind=POWERS',
    });
    const table = await screen.findByRole('table');
    expect(within(table).getByRole('row', { name: /稽查处 4 1 25%/ })).toBeDefined();
    fireEvent.click(within(table).getByRole('link', { name: '稽查处' }));
    expect(await screen.findByText('范围内没有填报任务')).toBeDefined();
    const path = screen.getByRole('navigation', { name: '单位层级' });
    expect(within(path).getByText('稽查处').getAttribute('aria-current')).toBe('location');
    const up = within(path).getByRole('link', { name: '省局' }).getAttribute('href');
    expect(up).toContain('kind=POWERS');
    expect(screen.getByRole('link', { name: /导出进度表/ }).getAttribute('href')).toContain(
      'unit=u1',
    );
    expect(
      asked.filter(({ operationName }) => operationName === 'CampaignProgress').at(-1)?.variables,
    ).toMatchObject({ campaignId: 'c1', unitId: 'u1' });
  });

  it('says why the forms could not be made', async () => {
    const failed = { ...job, state: 'FAILED', failure: 'DISK_FULL', done: 4 };
    renderPage(<DetailPage />, {
      answers: {
        ...answers,
        CampaignDetail: {
          data: {
            node: { __typename: 'Campaign', ...campaign, expectedAt: null, job: failed },
          },
        },
      },
      viewer,
      path: '/campaigns/c1',
    });
    expect(await screen.findByText(/未能完成（DISK_FULL）/)).toBeDefined();
    expect(screen.getByRole('button', { name: '重新下发任务' })).toBeDefined();
  });

  it('offers the steps that its state allows', () => {
    expect(stepsOf({ ...campaign, openedAt: null, phase: 'PLANNED' })).toEqual(['OPEN']);
    expect(stepsOf(campaign)).toEqual(['ADVANCE', 'CLOSE']);
    expect(stepsOf({ ...campaign, nextPhase: null })).toEqual(['CLOSE']);
    expect(stepsOf({ ...campaign, expectedAt: null, job: { ...job, state: 'CANCELLED' } })).toEqual(
      ['RESUME', 'ADVANCE', 'CLOSE'],
    );
    expect(stepsOf({ ...campaign, expectedAt: null, job: { ...job, state: 'RUNNING' } })).toEqual([
      'ADVANCE',
      'CLOSE',
    ]);
    expect(stepsOf({ ...campaign, closedAt: '2026-12-31T00:00:00Z' })).toEqual(['ARCHIVE']);
    expect(stepsOf({ ...campaign, phase: 'ARCHIVED' })).toEqual([]);
  });
});

describe('the background jobs', () => {
  it('are downloaded when they are done and cancelled while they run', async () => {
    const running = { ...job, id: 'j2', state: 'RUNNING', done: 3, resultUrl: null, endedAt: null };
    const { asked } = renderPage(<JobListPage />, {
      answers: {
        MyJobs: { data: { myJobs: { nodes: [running, job], pageInfo: { hasNextPage: false } } } },
        CancelJob: { data: { cancelJob: { job: { ...running, cancelAsked: true } } } },
      },
      path: '/jobs',
    });
    const file = await screen.findByRole('link', { name: '表格.zip（2.0 KB）' });
    expect(file.getAttribute('href')).toBe('/job/j1/result');
    fireEvent.click(screen.getByRole('button', { name: /取消任务/ }));
    await waitFor(() =>
      expect(asked.find(({ operationName }) => operationName === 'CancelJob')?.variables).toEqual({
        input: { id: 'j2' },
      }),
    );
  });

  it('say how far they are', () => {
    expect(percentOf({ state: 'RUNNING', done: 0, total: 0 })).toBe(0);
    expect(percentOf({ state: 'RUNNING', done: 10, total: 10 })).toBe(99);
    expect(percentOf({ state: 'DONE', done: 0, total: 0 })).toBe(100);
    expect(sizeWords(5 * 1024 * 1024)).toBe('5.0 MB');
  });
});
