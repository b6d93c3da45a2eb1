import { CombinedError } from 'urql';
import { describe, expect, it } from 'vitest';
import { hasCode, problemsOf } from './errors';

describe('errors', () => {
  it('keep what the server says of each', () => {
    const error = new CombinedError({
      graphQLErrors: [
        { message: '必填', extensions: { code: 'INVALID', field: 'title', requestId: 'r1' } },
        { message: '怪事', extensions: { code: 'SOMETHING_NEW' } },
      ],
    });
    expect(problemsOf(error)).toEqual([
      { code: 'INVALID', message: '必填', field: 'title', requestId: 'r1', reason: undefined },
      {
        code: 'INTERNAL',
        message: '怪事',
        field: undefined,
        requestId: undefined,
        reason: undefined,
      },
    ]);
    expect(hasCode(error, 'INVALID')).toBe(true);
    expect(hasCode(error, 'UNAUTHENTICATED')).toBe(false);
  });

  it('tell a server that cannot be reached', () => {
    const error = new CombinedError({ networkError: new TypeError('failed to fetch') });
    expect(problemsOf(error)).toEqual([{ code: 'NETWORK', message: '' }]);
  });
});
