import { formatDocument, stringifyDocument } from 'urql';
import { readEvents } from './eventStream';
import { currentLanguage, htmlLang } from './i18n';
import { serverUrl } from './page';
import { graphql, type Enum, type ResultOf } from '@/gql';

const LiveSubscription = graphql(`
  subscription Live($after: String) {
    live(after: $after) {
      id
      anew
      unreadNotices
      toDo {
        kind
        count
      }
      changed {
        kind
        ids
        more
      }
    }
  }
`);

/** What of the reader's own has changed. */
export type News = ResultOf<typeof LiveSubscription>['live'];

interface Answer {
  data?: ResultOf<typeof LiveSubscription> | null;
  errors?: { extensions?: { code?: string; reason?: string } }[];
}

function reasonOf(answer: Answer) {
  return answer.errors?.[0]?.extensions ?? {};
}

/** The server gives a sign of life every 15 s: a stream that is silent for longer than this is dead. */
const silence = 45_000;
/** How long a page that is not looked at keeps its stream. */
const patience = 30_000;
const firstPause = 1000;
const longestPause = 60_000;

/** How long to wait before the stream is opened again, after so many failures in a row; `chance` is from 0 to 1. */
export function pauseAfter(failures: number, chance: number): number {
  return Math.min(longestPause, firstPause * 2 ** failures) * (0.5 + chance / 2);
}

/** Whether things of a kind, or one of them, have changed by what was told. */
export function concerns(news: News, kind: Enum<'LiveKind'>, id?: string): boolean {
  return (
    news.anew ||
    news.changed.some(
      (change) =>
        change.kind === kind && (id === undefined || change.more || change.ids.includes(id)),
    )
  );
}

/**
 * The stream of what changes, for one who is signed in. A page that is not looked at has none after a while, so that
 * many tabs do not use up the few connections that a browser opens to a server; it goes on from where it was when it
 * is looked at again. Where no stream comes through, the pages ask by themselves as they would without.
 */
export class LiveStream {
  private readonly listeners = new Set<(news: News) => void>();
  private readonly onSignedOut: () => void;
  private last: string | null = null;
  private failures = 0;
  private heardAt = 0;
  private running = false;
  private abort: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly lookedAt = () => {
    clearTimeout(this.hiding);
    if (document.visibilityState === 'hidden') {
      this.hiding = setTimeout(() => this.close(), patience);
    } else if (!this.abort) {
      this.failures = 0;
      this.open();
    }
  };
  private hiding: ReturnType<typeof setTimeout> | undefined;

  constructor(onSignedOut: () => void) {
    this.onSignedOut = onSignedOut;
  }

  /** Whether changes are told at this moment. */
  get alive(): boolean {
    return this.abort !== null && Date.now() - this.heardAt < silence;
  }

  listen(on: (news: News) => void): () => void {
    this.listeners.add(on);
    return () => {
      this.listeners.delete(on);
    };
  }

  start() {
    this.running = true;
    document.addEventListener('visibilitychange', this.lookedAt);
    if (document.visibilityState !== 'hidden') this.open();
  }

  stop() {
    this.running = false;
    document.removeEventListener('visibilitychange', this.lookedAt);
    clearTimeout(this.hiding);
    this.close();
  }

  private close() {
    clearTimeout(this.timer);
    this.abort?.abort();
    this.abort = null;
  }

  private open() {
    this.close();
    const abort = new AbortController();
    this.abort = abort;
    this.heardAt = 0;
    void this.follow(abort).then((pause) => {
      // It was closed, or another was opened in its place.
      if (this.abort !== abort) return;
      this.abort = null;
      if (!this.running || document.visibilityState === 'hidden') return;
      this.timer = setTimeout(() => this.open(), pause);
    });
  }

  /** Follows one stream to its end, and returns after which pause to open the next. */
  private async follow(abort: AbortController): Promise<number> {
    let watch: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      this.heardAt = Date.now();
      clearTimeout(watch);
      watch = setTimeout(() => abort.abort(), silence);
    };
    let told = false;
    let ended = false;
    try {
      clearTimeout(watch);
      watch = setTimeout(() => abort.abort(), silence);
      const response = await fetch(serverUrl('graphql'), {
        method: 'POST',
        credentials: 'same-origin',
        signal: abort.signal,
        headers: {
          'Content-Type': 'application/json',
          Accept: 'text/event-stream, application/json',
          'Accept-Language': htmlLang(currentLanguage()),
        },
        body: JSON.stringify({
          operationName: 'Live',
          query: stringifyDocument(formatDocument(LiveSubscription)),
          variables: { after: this.last },
        }),
      });
      const kind = response.headers.get('Content-Type') ?? '';
      if (!response.body || !kind.startsWith('text/event-stream')) {
        // No place is free, or something between here and the server lets no stream through.
        const answer = kind.includes('json') ? ((await response.json()) as Answer) : {};
        if (this.refused(answer)) return longestPause;
        return pauseAfter(++this.failures + 3, Math.random());
      }
      heard();
      const since = Date.now();
      await readEvents(
        response.body,
        ({ event, data }) => {
          if (event !== 'next' || abort.signal.aborted) return;
          const answer = JSON.parse(data) as Answer;
          if (answer.data) {
            told = true;
            this.tell(answer.data.live);
          } else {
            // A session that ends may have been exchanged for another, as when a second factor is set up, here or
            // in another tab: only who is refused from the start is signed out.
            const began = told || Date.now() - since > firstPause;
            ended = (began && reasonOf(answer).code === 'UNAUTHENTICATED') || !this.refused(answer);
          }
        },
        heard,
      );
    } catch {
      // The connection was cut, or nothing came for too long.
    } finally {
      clearTimeout(watch);
    }
    // The server ended it: soon again, but not all pages at once.
    if (ended) return pauseAfter(0, Math.random());
    return pauseAfter(this.failures++, Math.random());
  }

  private tell(news: News) {
    this.failures = 0;
    this.last = news.id;
    for (const on of [...this.listeners]) on(news);
  }

  /** Whether an answer says that there is no session, which ends the stream for good. */
  private refused(answer: Answer): boolean {
    const { code, reason } = reasonOf(answer);
    if (code === 'UNAUTHENTICATED') {
      this.stop();
      this.onSignedOut();
      return true;
    }
    // What others may see of what is shown is another now.
    if (reason === 'RIGHTS_CHANGED') this.last = null;
    return false;
  }
}
