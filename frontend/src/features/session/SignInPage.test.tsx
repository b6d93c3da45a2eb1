import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Component as SignInPage } from './SignInPage';
import { renderPage, someViewer } from '@/testing/renderPage';

const options = (oidc: object | null) => ({
  SignInOptions: { data: { signInOptions: { password: true, oidc } } },
});
const provider = { name: '单点登录', startUrl: '/oidc/start' };

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
      answers: {
        ...options(null),
        SignIn: { data: { signIn: { viewer: { account: { id: 'a1' } } } } },
      },
    });
    signIn(' wang ', 'secret-1234');
    await waitFor(() => expect(refresh).toHaveBeenCalled());
    expect(asked.find((one) => one.operationName === 'SignIn')?.variables).toEqual({
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
    const { asked } = renderPage(<SignInPage />, { viewer: null, answers: options(null) });
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByText('请输入账号')).toBeDefined();
    expect(asked.some((one) => one.operationName === 'SignIn')).toBe(false);
  });

  it('offers the identity provider, and leads back to where one wanted to go', async () => {
    renderPage(<SignInPage />, {
      viewer: null,
      answers: options(provider),
      path: '/sign-in?next=%2Frisks%3Fgrade%3DA',
    });
    const link = await screen.findByRole('link', { name: '通过单点登录登录' });
    expect(link.getAttribute('href')).toBe('/oidc/start?next=%2Frisks%3Fgrade%3DA');
  });

  it('says why the identity provider refused, and in general where it does not know', async () => {
    const { unmount } = renderPage(<SignInPage />, {
      viewer: null,
      answers: options(provider),
      path: '/signin?error=OIDC_CANCELLED',
    });
    expect(screen.getByRole('alert').textContent).toContain('取消登录');
    unmount();
    renderPage(<SignInPage />, { viewer: null, answers: options(null), path: '/signin?error=X' });
    expect(screen.getByRole('alert').textContent).toContain('未成功');
  });
});

describe('the second step of signing in', () => {
  const viewer = {
    ...someViewer,
    secondFactor: { required: false, enabled: true, pending: true },
  };

  it('asks for the code of the app and goes on', async () => {
    const refresh = vi.fn();
    const { asked } = renderPage(<SignInPage />, {
      viewer,
      session: { refresh },
      answers: {
        SubmitSecondFactor: { data: { submitSecondFactor: { __typename: 'X' } } },
      },
    });
    const field = screen.getByLabelText('验证码');
    expect(field.getAttribute('autocomplete')).toBe('one-time-code');
    fireEvent.change(field, { target: { value: ' 123456 ' } });
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    await waitFor(() => expect(refresh).toHaveBeenCalled());
    expect(asked[0]?.variables).toEqual({ input: { code: '123456' } });
  });

  it('takes a recovery code, and says at the field what is wrong with it', async () => {
    renderPage(<SignInPage />, {
      viewer,
      answers: {
        SubmitSecondFactor: {
          errors: [
            { message: '验证码不正确', extensions: { code: 'INVALID', field: 'input.code' } },
          ],
        },
      },
    });
    fireEvent.click(screen.getByRole('button', { name: /使用恢复码/ }));
    const field = screen.getByLabelText<HTMLInputElement>('恢复码');
    expect(field.getAttribute('autocomplete')).toBe('off');
    fireEvent.change(field, { target: { value: 'AAAA-BBBB-CCCC-DDDD' } });
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    const text = await screen.findByText('验证码不正确');
    expect(text.closest('.ant-form-item')?.contains(field)).toBe(true);
    expect(field.value).toBe('AAAA-BBBB-CCCC-DDDD');
  });

  it('can be left by signing out', async () => {
    const signOut = vi.fn(async () => undefined);
    renderPage(<SignInPage />, { viewer, session: { signOut } });
    fireEvent.click(screen.getByRole('button', { name: '退出登录' }));
    await waitFor(() => expect(signOut).toHaveBeenCalled());
  });
});
