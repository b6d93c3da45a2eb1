import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Component as SignInPage } from './SignInPage';
import { renderPage } from '@/lib/testing';

function signIn(loginName: string, password: string) {
  fireEvent.change(screen.getByLabelText('账号'), { target: { value: loginName } });
  fireEvent.change(screen.getByLabelText('密码'), { target: { value: password } });
  fireEvent.click(screen.getByRole('button', { name: '登录' }));
}

describe('the sign-in page', () => {
  it('asks the server, and then who is signed in', async () => {
    const refresh = vi.fn();
    const { asked } = renderPage(<SignInPage />, {
      viewer: null,
      session: { refresh },
      answers: { SignIn: { data: { signIn: { viewer: { account: { id: 'a1' } } } } } },
    });
    signIn(' wang ', 'secret-1234');
    await waitFor(() => expect(refresh).toHaveBeenCalled());
    expect(asked[0]?.variables).toEqual({
      input: { loginName: 'wang', password: 'secret-1234' },
    });
  });

  it('shows why the server refuses, with the number that finds it in the log', async () => {
    const message = '账户已锁定，请15分钟后再试';
    renderPage(<SignInPage />, {
      viewer: null,
      answers: {
        SignIn: {
          errors: [{ message, extensions: { code: 'RATE_LIMITED', requestId: 'r-42' } }],
        },
      },
    });
    signIn('wang', 'wrong');
    expect(await screen.findByText(message)).toBeDefined();
    expect(screen.getByText('r-42')).toBeDefined();
  });

  it('shows a problem with a field at that field', async () => {
    renderPage(<SignInPage />, {
      viewer: null,
      answers: {
        SignIn: {
          errors: [{ message: '账号太长', extensions: { code: 'INVALID', field: 'loginName' } }],
        },
      },
    });
    signIn('wang', 'wrong');
    const text = await screen.findByText('账号太长');
    expect(text.closest('.ant-form-item')?.querySelector('#loginName')).not.toBeNull();
  });

  it('sends nothing while a field is empty', async () => {
    const { asked } = renderPage(<SignInPage />, { viewer: null });
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByText('请输入账号')).toBeDefined();
    expect(asked).toEqual([]);
  });
});
