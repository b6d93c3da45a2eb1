import { CombinedError } from 'urql';

const reasons: unknown[] = ['BAD_DECIMAL', 'DECIMAL_TOO_FINE', 'OUT_OF_RANGE'];

/** A number that is none is refused before the server knows where it stands; the form has one field for numbers. */
export function withDecimalAt(field: string, error: CombinedError): CombinedError {
  if (error.networkError) return error;
  return new CombinedError({
    graphQLErrors: error.graphQLErrors.map(({ message, extensions }) => ({
      message,
      extensions:
        extensions.field === undefined && reasons.includes(extensions.reason)
          ? { ...extensions, field }
          : extensions,
    })),
  });
}
