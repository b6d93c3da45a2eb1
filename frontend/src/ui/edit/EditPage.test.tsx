import { fireEvent, screen, waitFor } from '@testing-library/react';
import { gql } from 'urql';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { EditPage, revision } from './EditPage';
import { FormSections } from './FormSections';
import { NewPage } from './NewPage';
import { renderPage } from '@/testing/renderPage';

interface Thing {
  id: string;
  version: number;
  name: string;
  mine: boolean;
}
interface Values {
  details: { name?: string; note?: string };
}

const thing: Thing = { id: 't1', version: 4, name: '旧名', mine: true };
const mutation = gql<object, { input: object }>`
  mutation Revise($input: Input!) {
    revise(input: $input)
  }
`;
const things = revision({
  query: gql<{ node: Thing | null }, { id: string }>`
    query Thing($id: ID!) {
      node(id: $id) {
        id
      }
    }
  `,
  find: ({ node }) => (node?.mine ? node : null),
  values: ({ name }): Values => ({ details: { name, note: undefined } }),
  mutation,
  input: ({ details }, expectedVersion, { id }) => ({ id, expectedVersion, details }),
});
const fields = (
  <FormSections
    sections={[
      {
        legend: '基本',
        fields: [
          { kind: 'text', name: ['details', 'name'], label: '名称', required: true },
          { kind: 'prose', name: ['details', 'note'], label: '备注' },
        ],
      },
    ]}
  />
);

const page = (
  <Routes>
    <Route
      path="/things/:id/edit"
      element={
        <EditPage
          revision={things}
          title="修改"
          crumbs={({ name }) => [{ title: name }]}
          path={({ id }) => `/things/${id}`}
          saved="已保存"
        >
          {() => fields}
        </EditPage>
      }
    />
    <Route
      path="/things/new"
      element={
        <NewPage
          title="新增"
          crumbs={[]}
          start={{ details: { name: undefined, note: undefined } } as Values}
          mutation={mutation}
          input={({ details }) => ({ details })}
          recorded={() => ({ said: '已登记', path: '/things/t9' })}
          submitLabel="登记"
        >
          {fields}
        </NewPage>
      }
    />
    <Route path="*" element={<h1>别处</h1>} />
  </Routes>
);

type Answers = NonNullable<Parameters<typeof renderPage>[1]>['answers'];
const open = (path: string, answers: Answers = {}) =>
  renderPage(page, {
    path,
    answers: { Thing: () => ({ data: { node: thing } }), Revise: { data: {} }, ...answers },
  });
const name = () => screen.findByLabelText<HTMLInputElement>('名称');
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const press = (label: RegExp) => fireEvent.click(screen.getByRole('button', { name: label }));

afterEach(() => sessionStorage.clear());

describe('the shared edit page', () => {
  it('sends the version that it began with, and goes back', async () => {
    const { asked, router } = open('/things/t1/edit');
    type(await name(), '新名');
    press(/保存$/);
    expect(await screen.findByText('已保存')).toBeDefined();
    expect(asked.at(-1)?.variables).toMatchObject({
      input: { id: 't1', expectedVersion: 4, details: { name: '新名' } },
    });
    expect(router.state.location.pathname).toBe('/things/t1');
  });

  it('shows a problem at the field it is about, and what is missing before it sends', async () => {
    const { asked } = open('/things/t1/edit', {
      Revise: {
        errors: [{ message: '名称重复', extensions: { code: 'INVALID', field: 'details.name' } }],
      },
    });
    const field = await name();
    type(field, ' ');
    press(/保存$/);
    expect(await screen.findByText('请填写名称')).toBeDefined();
    expect(asked.some(({ operationName }) => operationName === 'Revise')).toBe(false);
    type(field, '重名');
    press(/保存$/);
    const problem = await screen.findByText('名称重复');
    expect(problem.closest('.ant-form-item')?.contains(field)).toBe(true);
  });

  it('catches up with who saved in between, and keeps what was typed', async () => {
    let now = thing;
    const stale = { code: 'CONFLICT', reason: 'STALE_VERSION', field: 'expectedVersion' };
    const { asked } = open('/things/t1/edit', {
      Thing: () => ({ data: { node: now } }),
      Revise: ({ variables }) =>
        (variables['input'] as { expectedVersion: number }).expectedVersion === now.version
          ? { data: {} }
          : { errors: [{ message: '已被他人修改', extensions: stale }] },
    });
    type(await name(), '我的');
    now = { ...thing, version: 5, name: '他的' };
    press(/保存$/);
    fireEvent.click(await screen.findByRole('button', { name: '载入最新内容并保留我的填写' }));
    expect(await screen.findByText('他人已改为：他的')).toBeDefined();
    press(/保存$/);
    expect(await screen.findByText('已保存')).toBeDefined();
    expect(asked.at(-1)?.variables).toMatchObject({
      input: { expectedVersion: 5, details: { name: '我的' } },
    });
  });

  it('asks before it is left with something typed, and only then', async () => {
    const { router } = open('/things/t1/edit');
    type(await name(), '写了一半');
    void router.navigate('/elsewhere');
    fireEvent.click(await screen.findByRole('button', { name: '继续填写' }));
    expect(router.state.location.pathname).toBe('/things/t1/edit');
    type(await name(), thing.name);
    void router.navigate('/elsewhere');
    expect(await screen.findByText('别处')).toBeDefined();
  });

  it('is not there for whom may not revise it', async () => {
    open('/things/t1/edit', { Thing: { data: { node: { ...thing, mine: false } } } });
    expect(await screen.findByText(/没有这个页面/)).toBeDefined();
  });
});

describe('the shared page for something new', () => {
  it('sends what was typed and goes to what was recorded', async () => {
    const { asked, router } = open('/things/new');
    type(await name(), '新的');
    press(/登记$/);
    await waitFor(() => expect(router.state.location.pathname).toBe('/things/t9'));
    expect(asked.at(-1)?.variables).toMatchObject({ input: { details: { name: '新的' } } });
  });
});
