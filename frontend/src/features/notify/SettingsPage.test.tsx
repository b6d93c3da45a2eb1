import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as SettingsPage } from './SettingsPage';
import { renderPage } from '@/testing/renderPage';

const settings = {
  mail: false,
  mailAddress: '',
  mailPossible: true,
  webhook: false,
  webhookUrl: '',
  webhookSigned: false,
  digest: false,
  digestHour: 8,
  deliveries: [
    {
      id: 'd1',
      channel: 'WEBHOOK',
      state: 'FAILED',
      attempts: 8,
      failure: 'STATUS_500',
      madeAt: '2026-03-02T01:00:00Z',
      sentAt: null,
    },
  ],
};
const answers = { NoticeSettings: { data: { noticeSettings: settings } } };

describe('the settings of notices', () => {
  it('show a new secret once', async () => {
    renderPage(<SettingsPage />, {
      answers: {
        ...answers,
        SetNoticeSettings: {
          data: { setNoticeSettings: { settings, webhookSecret: 'GEHEIM' } },
        },
      },
    });
    expect(await screen.findByText('对方返回状态 500')).toBeDefined();
    expect(screen.getAllByRole('region', { name: '最近的发送' })).toHaveLength(1);
    fireEvent.click(screen.getByRole('checkbox', { name: '网络回调' }));
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('GEHEIM')).toBeDefined();
  });

  it('keep what was typed where the server refuses it', async () => {
    renderPage(<SettingsPage />, {
      answers: {
        ...answers,
        SetNoticeSettings: {
          errors: [
            { message: '地址不对', extensions: { code: 'INVALID', field: 'input.webhookUrl' } },
          ],
        },
      },
    });
    const field = await screen.findByLabelText<HTMLInputElement>('回调地址');
    fireEvent.change(field, { target: { value: 'https://10.0.0.1/' } });
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    const told = await screen.findByText('地址不对');
    expect(told.closest('.ant-form-item')?.contains(field)).toBe(true);
    expect(field.value).toBe('https://10.0.0.1/');
  });
});
