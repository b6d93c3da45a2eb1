import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Attachments } from './Attachments';
import { renderPage } from '@/testing/renderPage';
import * as upload from '@/lib/upload';

const file = (id: string, name: string, ownerId: string, rowKey = '') => ({
  ...{ __typename: 'Attachment', id, ownerId, rowKey, name, size: 10, hash: 'ab' },
  ...{ uploaderName: '王建国', at: '2026-01-01T08:00:00Z', path: `/attachment/${id}` },
});

const list = (mayAttach: boolean, files = [file('s1', '证据.pdf', 's9')]) => ({
  data: {
    attachments: {
      __typename: 'AttachmentList',
      mayAttach,
      removable: mayAttach
        ? files.filter(({ ownerId }) => ownerId === 's9').map(({ id }) => id)
        : [],
      mostBytes: 1024,
      mostFiles: 50,
      types: ['.pdf'],
      rows: [{ __typename: 'AttachmentRow', key: 'r1', number: 3, text: '收受礼品' }],
      files,
    },
  },
});

describe('the files of something', () => {
  it('are read by who may not change them', async () => {
    renderPage(<Attachments ownerId="s9" />, { answers: { Attachments: list(false) } });
    const link = await screen.findByRole('link', { name: '证据.pdf' });
    expect(link.getAttribute('href')).toContain('attachment/s1');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('of somebody else stay, though one may add more', async () => {
    const answer = list(true, [file('s1', '证据.pdf', 's9'), file('s2', '照片.png', 's9')]);
    answer.data.attachments.removable = ['s2'];
    renderPage(<Attachments ownerId="s9" hint="随答复提交" />, {
      answers: { Attachments: answer },
    });
    expect(await screen.findByText('随答复提交')).toBeDefined();
    expect(screen.getByRole('button', { name: '移除 照片.png' })).toBeDefined();
    expect(screen.queryByRole('button', { name: '移除 证据.pdf' })).toBeNull();
  });

  it('are removed with a reason', async () => {
    const { asked } = renderPage(<Attachments ownerId="s9" />, {
      answers: {
        Attachments: list(true),
        RemoveAttachment: {
          data: { removeAttachment: { attachment: { __typename: 'Attachment', id: 's1' } } },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '移除 证据.pdf' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: '传错' } });
    fireEvent.click(dialog.getByRole('button', { name: /移\s*除/ }));
    await waitFor(() =>
      expect(asked.find((one) => one.operationName === 'RemoveAttachment')?.variables).toEqual({
        input: { attachmentId: 's1', reason: '传错' },
      }),
    );
  });

  it('tell on which row of a form they stand', async () => {
    const files = [file('s2', '照片.png', 's9', 'r1'), file('s3', '旧.pdf', 's9', 'new-gone')];
    renderPage(<Attachments ownerId="s9" />, { answers: { Attachments: list(true, files) } });
    expect(await screen.findByText('第 3 行：收受礼品')).toBeDefined();
    expect(screen.getByText('所附的行已不在表中')).toBeDefined();
  });

  it('that came with a form lead to it and are not removed elsewhere', async () => {
    const files = [file('s2', '照片.png', 's7', 'r1')];
    renderPage(<Attachments ownerId="s9" />, { answers: { Attachments: list(true, files) } });
    const link = await screen.findByRole('link', { name: '随表格提交' });
    expect(link.getAttribute('href')).toBe('/forms/s7');
    expect(screen.queryByRole('button', { name: /移除/ })).toBeNull();
  });

  it('that is not what its name says is refused by the server, and may be chosen again', async () => {
    const send = vi.spyOn(upload, 'sendFile').mockReturnValue({
      end: Promise.resolve({
        kind: 'failed',
        problems: [{ code: 'INVALID', message: '“证据.pdf”的内容不是 PDF' }],
      }),
      cancel: () => undefined,
    });
    renderPage(<Attachments ownerId="s9" rowKey="r1" />, {
      answers: { Attachments: list(true) },
    });
    const choose = async () =>
      fireEvent.change(await screen.findByLabelText('添加文件'), {
        target: { files: [new File(['MZ'], '证据.pdf')] },
      });
    await choose();
    expect(await screen.findByText('“证据.pdf”的内容不是 PDF')).toBeDefined();
    await choose();
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    expect(send.mock.calls[0]?.[0]).toBe('attachment?owner=s9&row=r1');
  });

  it('stay, and so does the reason, when the server does not remove them', async () => {
    renderPage(<Attachments ownerId="s9" />, {
      answers: {
        Attachments: list(true),
        RemoveAttachment: {
          errors: [{ message: '表格已提交,佐证不能再移除', extensions: { code: 'FORBIDDEN' } }],
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '移除 证据.pdf' }));
    const dialog = within(await screen.findByRole('dialog'));
    const reason = dialog.getByRole<HTMLTextAreaElement>('textbox');
    fireEvent.change(reason, { target: { value: '传错' } });
    fireEvent.click(dialog.getByRole('button', { name: /移\s*除/ }));
    expect(await dialog.findByText('表格已提交,佐证不能再移除')).toBeDefined();
    expect(reason.value).toBe('传错');
    expect(screen.getByText('证据.pdf')).toBeDefined();
  });

  it('of a type that is not taken are refused before they are sent', async () => {
    renderPage(<Attachments ownerId="s9" />, { answers: { Attachments: list(true) } });
    const input = await screen.findByLabelText<HTMLInputElement>('添加文件');
    fireEvent.change(input, { target: { files: [new File(['MZ'], 'x.exe')] } });
    expect((await screen.findByRole('alert')).textContent).toContain('x.exe 的类型不支持');
  });
});
