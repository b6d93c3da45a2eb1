import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { CreateTokenDialog } from './CreateTokenDialog';
import { renderPage } from '@/testing/renderPage';

it('says of the scopes that write that they do', async () => {
  const onDone = vi.fn();
  const { asked } = renderPage(<CreateTokenDialog onClose={() => undefined} onDone={onDone} />, {
    answers: { CreateToken: { data: { createToken: { token: { id: 't1' }, secret: 's' } } } },
  });
  fireEvent.click(await screen.findByRole('checkbox', { name: /^权力台账/ }));
  expect(screen.queryByText(/可以写入：持有此令牌的程序/)).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: /^报送监测值/ }));
  expect(await screen.findByText(/可以写入：持有此令牌的程序/)).toBeDefined();
  fireEvent.click(screen.getByRole('checkbox', { name: /^报送办件/ }));
  expect(await screen.findByText(/录入和更正办件/)).toBeDefined();
  fireEvent.change(screen.getByLabelText('名称'), { target: { value: '指标报送' } });
  fireEvent.click(screen.getByRole('button', { name: '创建' }));
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(asked.find((one) => one.operationName === 'CreateToken')?.variables.input).toMatchObject({
    scopes: ['READ_REGISTER', 'WRITE_INDICATORS', 'WRITE_PROCEEDINGS'],
  });
});
