import type { Problem } from './errors';
import { currentLanguage, htmlLang } from './i18n';
import { serverUrl } from './page';

export type UploadEnd =
  { kind: 'done'; id: string } | { kind: 'cancelled' } | { kind: 'failed'; problems: Problem[] };

export interface Upload {
  end: Promise<UploadEnd>;
  cancel: () => void;
}

/** Sends a file to a path of the server; `fetch` cannot tell how much of it has gone. */
export function sendFile(path: string, file: File, onPercent: (percent: number) => void): Upload {
  const request = new XMLHttpRequest();
  const end = new Promise<UploadEnd>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onPercent(Math.floor((loaded / total) * 100));
    });
    request.addEventListener('load', () =>
      resolve(readAnswer(request.status, request.responseText)),
    );
    request.addEventListener('error', () => resolve(readAnswer(0, '')));
    request.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
    request.open('POST', serverUrl(path));
    request.setRequestHeader('Accept-Language', htmlLang(currentLanguage()));
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
  return { end, cancel: () => request.abort() };
}

interface Answer {
  id?: unknown;
  errors?: unknown;
}

interface Told {
  message?: unknown;
  extensions?: { code?: unknown; reason?: unknown; requestId?: unknown };
}

/** The errors that the server answers beside its API, in the form that the API has them. */
export function problemsTold(errors: unknown): Problem[] {
  const told = (Array.isArray(errors) ? errors : []) as Told[];
  const problems = told.flatMap(({ message, extensions }): Problem[] => {
    if (typeof message !== 'string' || message === '') return [];
    const id = extensions?.requestId;
    const reason = extensions?.reason;
    return [
      {
        code: extensions?.code === 'UNAUTHENTICATED' ? 'UNAUTHENTICATED' : 'INVALID',
        message,
        reason: typeof reason === 'string' ? reason : undefined,
        requestId: typeof id === 'string' ? id : undefined,
      },
    ];
  });
  // A proxy in between may refuse in its own words, or the line may break.
  return problems.length > 0 ? problems : [{ code: 'NETWORK', message: '' }];
}

/** What the server answered: an id, or errors in the form that the API has them. */
export function readAnswer(status: number, body: string): UploadEnd {
  const answer = parse(body);
  if (status >= 200 && status < 300 && typeof answer?.id === 'string') {
    return { kind: 'done', id: answer.id };
  }
  return { kind: 'failed', problems: problemsTold(answer?.errors) };
}

function parse(body: string): Answer | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
