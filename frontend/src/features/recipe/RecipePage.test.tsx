import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as RecipePage } from './RecipePage';
import { renderPage, someViewer } from '@/testing/renderPage';

const inForce = (version: number) => ({
  data: {
    gradeRecipe: { name: 'worse-of', version, bounds: { a: 4, b: 3 }, set: null },
    gradeRecipes: { nodes: [] },
  },
});
const risk = (id: string, title: string) => ({
  now: 'B',
  would: 'A',
  riskPoint: { id, title, grade: 'B', unit: { id: 'u1', name: '许可科' } },
});
const preview = {
  data: {
    previewRecipe: {
      total: 12,
      changed: 2,
      cells: [
        { now: 'B', would: 'A', count: 2 },
        { now: 'C', would: 'C', count: 10 },
      ],
      rows: [risk('r1', '收受财物'), risk('r2', '违规审批')],
      endCursor: null,
      hasNextPage: false,
    },
  },
};
const viewer = { ...someViewer, actions: [...someViewer.actions, 'SET_RECIPES' as const] };
const stale = {
  errors: [
    {
      message: '该内容已被他人修改,请刷新后核对再保存',
      extensions: { code: 'CONFLICT', reason: 'STALE_VERSION', field: 'expectedVersion' },
    },
  ],
};
const saved = { data: { setRecipe: { recipe: { id: 'g1', number: 2 } } } };

function open(answers: object = {}) {
  return renderPage(<RecipePage />, {
    viewer,
    answers: {
      UnitNames: { data: { nodes: [] } },
      Recipe: inForce(1),
      PreviewRecipe: preview,
      SetRecipe: saved,
      ...answers,
    },
  });
}
async function look() {
  fireEvent.click(await screen.findByRole('button', { name: '预览影响' }));
  await screen.findByText('适用的 12 个风险点中，2 个的计算等级将改变');
}
const reason = () => screen.getByLabelText<HTMLTextAreaElement>('理由');

describe('changing how risks are graded', () => {
  it('shows first which grades would change, and cannot be saved before', async () => {
    const { asked } = open();
    await screen.findByRole('button', { name: '预览影响' });
    expect(screen.queryByRole('button', { name: '保存为新规则' })).toBeNull();
    const bound = screen.getByLabelText('A 级起点');
    fireEvent.change(bound, { target: { value: '3' } });
    fireEvent.blur(bound);
    await look();
    expect(asked.find((one) => one.operationName === 'PreviewRecipe')?.variables).toEqual({
      input: { unitId: 'u0', name: 'worse-of', bounds: { a: 3, b: 3 } },
      after: null,
    });
    const rows = screen.getByRole('table', { name: /计算等级将改变的风险点/ });
    expect(within(rows).getByRole('link', { name: '收受财物' })).toBeDefined();
    expect(within(rows).queryByRole('checkbox')).toBeNull();
    // What was looked at is not what would be saved any more.
    fireEvent.click(screen.getByRole('radio', { name: '乘积法' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '保存为新规则' })).toBeNull());
  });

  it('needs a reason, and proposes again only what is chosen afterwards', async () => {
    const { asked } = open({
      Regrade: {
        data: {
          regrade: {
            results: [
              { riskPointId: 'r1', assessment: { id: 'a1', grade: 'A' }, error: null },
              { riskPointId: 'r2', assessment: null, error: { message: '风险点已停用' } },
            ],
          },
        },
      },
    });
    await look();
    fireEvent.click(screen.getByRole('button', { name: '保存为新规则' }));
    expect(await screen.findByText('请填写理由')).toBeDefined();
    fireEvent.change(reason(), { target: { value: '统一口径' } });
    fireEvent.click(screen.getByRole('button', { name: '保存为新规则' }));
    expect(await screen.findByText('新规则已生效，已有等级未改变')).toBeDefined();
    expect(asked.find((one) => one.operationName === 'SetRecipe')?.variables).toEqual({
      input: {
        unitId: 'u0',
        expectedVersion: 1,
        name: 'worse-of',
        bounds: { a: 4, b: 3 },
        reason: '统一口径',
      },
    });
    fireEvent.click(await screen.findByRole('checkbox', { name: '全选' }));
    fireEvent.click(screen.getByRole('button', { name: '按现行规则重新自评（已选 2 个）' }));
    expect(await screen.findByText('违规审批：风险点已停用')).toBeDefined();
    expect(asked.find((one) => one.operationName === 'Regrade')?.variables).toEqual({
      input: { riskPointIds: ['r1', 'r2'], reason: '统一口径' },
    });
    const chosen = (title: string) =>
      screen.getByRole<HTMLInputElement>('checkbox', { name: `选择 ${title}` }).checked;
    expect([chosen('收受财物'), chosen('违规审批')]).toEqual([false, true]);
  });

  it('goes on from a rule that somebody else set meanwhile, with the reason as typed', async () => {
    let version = 1;
    const { asked } = open({
      Recipe: () => inForce(version),
      SetRecipe: () => {
        if (version > 1) return saved;
        version = 2;
        return stale;
      },
    });
    await look();
    fireEvent.change(reason(), { target: { value: '统一口径' } });
    fireEvent.click(screen.getByRole('button', { name: '保存为新规则' }));
    expect(await screen.findByText('该内容已被他人修改,请刷新后核对再保存')).toBeDefined();
    expect(await screen.findByText('就高不就低（第 2 版）')).toBeDefined();
    // It has to be looked at again.
    expect(screen.queryByRole('button', { name: '保存为新规则' })).toBeNull();
    await look();
    expect(reason().value).toBe('统一口径');
    fireEvent.click(screen.getByRole('button', { name: '保存为新规则' }));
    expect(await screen.findByText('新规则已生效，已有等级未改变')).toBeDefined();
    expect(
      asked.filter((one) => one.operationName === 'SetRecipe').at(-1)?.variables.input,
    ).toMatchObject({ expectedVersion: 2, reason: '统一口径' });
  });

  it('says at its field what the server does not take', async () => {
    open({
      PreviewRecipe: {
        errors: [
          {
            message: 'B 级起点须小于 A 级起点',
            extensions: { code: 'INVALID', field: 'input.bounds.b' },
          },
        ],
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '预览影响' }));
    const said = await screen.findByText('B 级起点须小于 A 级起点');
    expect(said.closest('.ant-form-item')?.textContent).toContain('B 级起点');
    expect(screen.queryByRole('button', { name: '保存为新规则' })).toBeNull();
  });

  it('is for those who may; others read it', async () => {
    renderPage(<RecipePage />, { answers: { Recipe: inForce(1) } });
    expect(await screen.findByText('就高不就低（第 1 版）')).toBeDefined();
    expect(screen.queryByRole('button', { name: '预览影响' })).toBeNull();
  });
});
