import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { RiskForEdit } from './query';
import { Component as RiskEditPage } from './RiskEditPage';
import { renderPage } from '@/testing/renderPage';
import { Route, Routes } from 'react-router';

const risk: RiskForEdit = {
  __typename: 'RiskPoint',
  id: 'r1',
  version: 4,
  allowedActions: ['READ_REGISTER', 'RECORD_RISK'],
  title: '泄露检查安排',
  riskTypes: ['DUTY'],
  manifestation: '提前告知被检查单位',
  cause: '',
  foundBy: ['SELF'],
  unit: { id: 'u0', name: '省局' },
  power: null,
  step: null,
  post: null,
  person: null,
  exposedPosts: [],
  exposedPersons: [],
  directOwner: null,
  departmentOwner: null,
  leaderOwner: null,
  category: '三重一大',
  directOwnerText: '财务科科长',
  departmentOwnerText: '',
  leaderOwnerText: '',
};
const page = (
  <Routes>
    <Route path="/risks/:id/edit" element={<RiskEditPage />} />
    <Route path="/risks/:id" element={<h1>风险点页面</h1>} />
    <Route path="/elsewhere" element={<h1>别处</h1>} />
  </Routes>
);
const answers = {
  RiskForEdit: () => ({ data: { node: risk } }),
  UnitPath: { data: { node: null } },
  ReviseRisk: { data: { reviseRiskPoint: { riskPoint: { id: 'r1', version: 5 } } } },
};
const problem = (field: string, message: string, more: object = {}) => ({
  message,
  extensions: { code: 'INVALID', field, ...more },
});
const open = (more: Record<string, object> = {}) =>
  renderPage(page, { answers: { ...answers, ...more }, path: '/risks/r1/edit' });
const title = () => screen.findByLabelText<HTMLInputElement>('风险点');
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
// Its name begins with that of the icon that turns while it sends.
const save = () => fireEvent.click(screen.getByRole('button', { name: /保存$/ }));

afterEach(() => sessionStorage.clear());

describe('the form of a risk point', () => {
  it('sends the version that it began with, and goes to the risk point', async () => {
    const { asked, router } = open();
    type(await title(), '事先泄露检查安排');
    save();
    expect(await screen.findByText('风险点页面')).toBeDefined();
    const sent = asked.find(({ operationName }) => operationName === 'ReviseRisk');
    expect(sent?.variables).toMatchObject({
      input: {
        id: 'r1',
        expectedVersion: 4,
        details: {
          title: '事先泄露检查安排',
          riskTypes: ['DUTY'],
          foundBy: ['SELF'],
          powerId: null,
          // What stands as it was written is kept.
          category: '三重一大',
          directOwnerText: '财务科科长',
        },
      },
    });
    expect(router.state.location.pathname).toBe('/risks/r1');
    expect(sessionStorage.length).toBe(0);
  });

  it('sends by Ctrl+Enter, and not by Enter in a line', async () => {
    const { asked } = open();
    const field = await title();
    type(field, '改');
    expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(false);
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText('风险点页面')).toBeDefined();
    expect(asked.filter(({ operationName }) => operationName === 'ReviseRisk')).toHaveLength(1);
  });

  it('shows all problems at their fields and leads to the first', async () => {
    open({
      ReviseRisk: {
        errors: [
          problem('details.manifestation', '表现情形太短'),
          problem('details.title', '与另一风险点重复'),
          problem('id', '该风险点已撤销', { code: 'INVALID_TRANSITION' }),
        ],
      },
    });
    const field = await title();
    type(field, '重复的');
    save();
    const text = await screen.findByText('与另一风险点重复');
    expect(text.closest('.ant-form-item')?.contains(field)).toBe(true);
    expect(screen.getByText('表现情形太短')).toBeDefined();
    expect(screen.getByText('该风险点已撤销').closest('[role=alert]')).not.toBeNull();
    expect(field.value).toBe('重复的');
  });

  it('sends every type that is ticked, and asks for at least one', async () => {
    const { asked } = open();
    await title();
    const tick = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }));
    tick('岗位职责风险');
    save();
    expect(await screen.findByText('请填写风险类别')).toBeDefined();
    tick('思想道德风险');
    tick('业务流程风险');
    save();
    expect(await screen.findByText('风险点页面')).toBeDefined();
    const sent = asked.filter(({ operationName }) => operationName === 'ReviseRisk');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.variables).toMatchObject({
      input: { details: { riskTypes: ['MORAL', 'PROCESS'] } },
    });
  });

  it('asks for what is missing before it sends', async () => {
    const { asked } = open();
    const field = await title();
    type(field, ' ');
    save();
    expect(await screen.findByText('请填写风险点')).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(asked.some(({ operationName }) => operationName === 'ReviseRisk')).toBe(false);
  });

  it('catches up with somebody else without losing what was typed', async () => {
    let now = risk;
    const { asked } = open({
      RiskForEdit: () => ({ data: { node: now } }),
      ReviseRisk: ({ variables }: { variables: { input: { expectedVersion: number } } }) =>
        variables.input.expectedVersion === now.version
          ? answers.ReviseRisk
          : {
              errors: [
                problem('expectedVersion', '已被他人修改', {
                  code: 'CONFLICT',
                  reason: 'STALE_VERSION',
                }),
              ],
            },
    } as Record<string, object>);
    type(await title(), '我写的');
    now = { ...risk, version: 5, title: '他写的', cause: '他补的原因' };
    save();
    fireEvent.click(await screen.findByRole('button', { name: '载入最新内容并保留我的填写' }));
    expect(await screen.findByText('他人已改为：他写的')).toBeDefined();
    expect((await title()).value).toBe('我写的');
    expect(screen.getByLabelText<HTMLTextAreaElement>('产生原因').value).toBe('他补的原因');
    save();
    expect(await screen.findByText('风险点页面')).toBeDefined();
    expect(asked.at(-1)?.variables).toMatchObject({
      input: { expectedVersion: 5, details: { title: '我写的', cause: '他补的原因' } },
    });
  });

  it('asks before it is left, once something was typed', async () => {
    const { router } = open();
    type(await title(), '写了一半');
    await waitFor(() => router.navigate('/elsewhere'));
    fireEvent.click(await screen.findByRole('button', { name: '继续填写' }));
    expect(router.state.location.pathname).toBe('/risks/r1/edit');
    expect((await title()).value).toBe('写了一半');
    void router.navigate('/elsewhere');
    fireEvent.click(await screen.findByRole('button', { name: '放弃并离开' }));
    expect(await screen.findByText('别处')).toBeDefined();
    expect(sessionStorage.length).toBe(0);
  });

  it('is left without a word when nothing was typed', async () => {
    const { router } = open();
    await title();
    void router.navigate('/elsewhere');
    expect(await screen.findByText('别处')).toBeDefined();
  });

  it('finds what was typed again after the session ended', async () => {
    const { unmount } = open();
    type(await title(), '写了一半');
    // The end of a session throws the page away without asking.
    unmount();
    open();
    expect((await title()).value).toBe('写了一半');
    fireEvent.click(screen.getByRole('button', { name: '不用这些内容' }));
    expect((await title()).value).toBe('泄露检查安排');
  });

  it('is not there for whom the server does not allow it', async () => {
    open({ RiskForEdit: { data: { node: { ...risk, allowedActions: ['READ_REGISTER'] } } } });
    expect(await screen.findByText(/没有这个页面/)).toBeDefined();
  });
});
