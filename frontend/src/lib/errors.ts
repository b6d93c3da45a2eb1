import type { CombinedError } from 'urql';
import { enums, type Enum } from '@/gql';

/** One entry of the server's `errors`, or what went wrong before there was one. */
export interface Problem {
  code: Enum<'ErrorCode'> | 'NETWORK';
  /** Already in the language of the page. Empty for NETWORK. */
  message: string;
  reason?: string;
  /** Path of the input that is wrong, e.g. `details.title`. */
  field?: string;
  requestId?: string;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isCode(value: unknown): value is Enum<'ErrorCode'> {
  return enums.ErrorCode.some((code) => code === value);
}

export function problemsOf(error: CombinedError | undefined): Problem[] {
  if (!error) return [];
  if (error.graphQLErrors.length === 0) return [{ code: 'NETWORK', message: '' }];
  return error.graphQLErrors.map(({ message, extensions }) => ({
    code: isCode(extensions.code) ? extensions.code : 'INTERNAL',
    message,
    reason: text(extensions.reason),
    field: text(extensions.field),
    requestId: text(extensions.requestId),
  }));
}

export function hasCode(error: CombinedError | undefined, code: Problem['code']): boolean {
  return problemsOf(error).some((problem) => problem.code === code);
}
