import { Form, Input } from 'antd';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { CombinedError } from 'urql';
import { describe, expect, it, vi } from 'vitest';
import { EditDialog } from './EditDialog';
import type { Sent } from './useEditForm';
import { renderPage } from '@/testing/renderPage';

interface Values {
  title?: string;
  cause?: string;
}
interface Sample {
  start?: Values;
  version?: number;
  draft?: string;
  send?: (values: Values, version: number) => Promise<Sent>;
  fresh?: () => Promise<{ start: Values; version: number } | null>;
  gone?: string;
}

const stale = new CombinedError({
  graphQLErrors: [
    {
      message: '该内容已被他人修改,请刷新后核对再保存',
      extensions: { code: 'CONFLICT', reason: 'STALE_VERSION', field: 'expectedVersion' },
    },
  ],
});
const done = { done: () => undefined };

async function open({ start = {}, version = 1, send = async () => done, ...more }: Sample) {
  const onClose = vi.fn();
  const page = renderPage(
    <EditDialog<Values>
      title="修改"
      start={{ title: undefined, cause: undefined, ...start }}
      version={version}
      onClose={onClose}
      send={send}
      {...more}
    >
      <Form.Item name="title" label="名称">
        <Input />
      </Form.Item>
      <Form.Item name="cause" label="原因">
        <Input />
      </Form.Item>
    </EditDialog>,
  );
  const dialog = within(await screen.findByRole('dialog'));
  const field = (label: string) => dialog.getByLabelText<HTMLInputElement>(label);
  const type = (label: string, value: string) =>
    fireEvent.change(field(label), { target: { value } });
  const press = (name: RegExp) => fireEvent.click(dialog.getByRole('button', { name }));
  return { ...page, dialog, field, type, press, onClose };
}

describe('a form in a dialog', () => {
  it('asks before it closes over what was typed, where nothing keeps it', async () => {
    const { type, press, onClose } = await open({});
    type('名称', '写了一半');
    press(/取\s*消/);
    expect(await screen.findByText('关闭后，已填写的内容将丢失。')).toBeDefined();
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '放弃并关闭' }));
    expect(onClose).toHaveBeenCalled();
  });

  it('says in the words of the server what it cannot catch up with', async () => {
    const { dialog, type, field, press } = await open({ send: async () => ({ error: stale }) });
    type('名称', '写好了');
    press(/保\s*存/);
    expect(await dialog.findByText('该内容已被他人修改,请刷新后核对再保存')).toBeDefined();
    expect(field('名称').value).toBe('写好了');
  });

  it('says what became of it where there is nothing any more to catch up with', async () => {
    const { dialog, type, field, press } = await open({
      send: async () => ({ error: stale }),
      fresh: async () => null,
      gone: '已转到别处',
    });
    type('名称', '写好了');
    press(/保\s*存/);
    fireEvent.click(await dialog.findByRole('button', { name: '载入最新内容并保留我的填写' }));
    expect(await dialog.findByText('已转到别处')).toBeDefined();
    expect(field('名称').value).toBe('写好了');
  });
});

describe('what is typed in a dialog that keeps it', () => {
  it('is there again, until it was sent', async () => {
    const first = await open({ draft: 'sample' });
    first.type('名称', '写了一半');
    first.press(/取\s*消/);
    expect(first.onClose).toHaveBeenCalled();
    first.unmount();
    const second = await open({ draft: 'sample' });
    expect(second.field('名称').value).toBe('写了一半');
    second.press(/保\s*存/);
    await waitFor(() => expect(sessionStorage.length).toBe(0));
    second.unmount();
    expect((await open({ draft: 'sample' })).field('名称').value).toBe('');
  });

  it('stays where the server wants something else first', async () => {
    const { type, press, unmount } = await open({
      draft: 'sample',
      send: async () => ({ ...done, keep: true }),
    });
    type('名称', '写了一半');
    press(/保\s*存/);
    unmount();
    expect((await open({ draft: 'sample' })).field('名称').value).toBe('写了一半');
  });

  it('and deleted again leaves nothing', async () => {
    const { type, unmount } = await open({ draft: 'sample' });
    type('名称', '写');
    type('名称', '');
    unmount();
    expect(sessionStorage.length).toBe(0);
  });

  it('belongs to one dialog', async () => {
    const { type, unmount } = await open({ draft: 'sample' });
    type('名称', '写了一半');
    unmount();
    expect((await open({ draft: 'other' })).field('名称').value).toBe('');
  });

  it('goes on from the newest content where the two do not meet', async () => {
    const first = await open({ draft: 'sample', start: { title: '旧', cause: '旧因' } });
    first.type('名称', '我的');
    first.unmount();
    const send = vi.fn(async () => done);
    const second = await open({
      draft: 'sample',
      start: { title: '旧', cause: '他的因' },
      version: 2,
      send,
    });
    expect([second.field('名称').value, second.field('原因').value]).toEqual(['我的', '他的因']);
    second.press(/保\s*存/);
    await waitFor(() => expect(send).toHaveBeenCalledWith({ title: '我的', cause: '他的因' }, 2));
  });

  it('is sent with its old version where somebody else changed the same, so that it is told', async () => {
    const first = await open({ draft: 'sample', start: { title: '旧' } });
    first.type('名称', '我的');
    first.unmount();
    const send = vi.fn(async () => ({ error: stale }));
    const newest = { start: { title: '他的', cause: undefined }, version: 2 };
    const second = await open({ draft: 'sample', ...newest, send, fresh: async () => newest });
    expect(second.field('名称').value).toBe('我的');
    second.press(/保\s*存/);
    await waitFor(() => expect(send).toHaveBeenCalledWith(expect.anything(), 1));
    fireEvent.click(
      await second.dialog.findByRole('button', { name: '载入最新内容并保留我的填写' }),
    );
    expect(await second.dialog.findByText('他人已改为：他的')).toBeDefined();
    expect(second.field('名称').value).toBe('我的');
  });
});
