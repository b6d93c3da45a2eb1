import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as GrantsPage } from './GrantsPage';
import { renderPage } from '@/testing/renderPage';

const grant = (id: string, loginName: string, mayConfirm: boolean, mayDecline: boolean) => ({
  id,
  role: 'INSPECTOR',
  unit: null,
  from: '2026-01-01',
  to: null,
  reason: '接替离任者',
  holder: { loginName, personName: null },
  grantedBy: { loginName: 'secadmin', personName: null },
  grantedAt: '2026-01-01T08:00:00Z',
  mayConfirm,
  mayDecline,
});

const answers = {
  PendingGrants: {
    data: {
      pendingGrants: {
        totalCount: 2,
        pageInfo: { hasNextPage: false, endCursor: null },
        nodes: [grant('g1', 'li', true, true), grant('g2', 'zhao', false, true)],
      },
    },
  },
};

describe('the grants to confirm', () => {
  it('have the buttons that the server allows', async () => {
    renderPage(<GrantsPage />, { answers });
    expect(await screen.findByRole('button', { name: '确认 纪检监察 li' })).toBeDefined();
    expect(screen.getByRole('button', { name: '驳回 纪检监察 zhao' })).toBeDefined();
    expect(screen.queryByRole('button', { name: '确认 纪检监察 zhao' })).toBeNull();
  });

  it('are declined with a reason, which a refusal leaves where it was typed', async () => {
    const { asked } = renderPage(<GrantsPage />, {
      answers: {
        ...answers,
        DeclineGrant: {
          errors: [{ message: '理由不明', extensions: { code: 'INVALID', field: 'input.reason' } }],
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '驳回 纪检监察 zhao' }));
    const dialog = within(await screen.findByRole('dialog'));
    const reason = dialog.getByLabelText<HTMLTextAreaElement>('驳回理由');
    fireEvent.change(reason, { target: { value: '不同意' } });
    fireEvent.click(dialog.getByRole('button', { name: '驳回' }));
    const told = await dialog.findByText('理由不明');
    expect(told.closest('.ant-form-item')?.contains(reason)).toBe(true);
    await waitFor(() => expect(reason.value).toBe('不同意'));
    expect(asked.at(-1)?.variables).toEqual({
      input: { roleAppointmentId: 'g2', reason: '不同意' },
    });
  });
});
