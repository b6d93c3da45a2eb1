import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { concerns, LiveStream, pauseAfter, type News } from './live';

const news = (id: string, more: Partial<News> = {}): News => ({
  id,
  anew: false,
  unreadNotices: null,
  toDo: [],
  changed: [],
  ...more,
});

/** A server that is asked for streams. */
class Server {
  asked: (string | null)[] = [];
  streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  refusal: object | null = null;
  private readonly encoder = new TextEncoder();

  fetch = async (_: unknown, init?: RequestInit) => {
    this.asked.push(JSON.parse(String(init?.body)).variables.after);
    if (this.refusal)
      return new Response(JSON.stringify(this.refusal), {
        headers: { 'Content-Type': 'application/json' },
      });
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.streams.push(controller);
        init?.signal?.addEventListener('abort', () =>
          controller.error(new DOMException('gone', 'AbortError')),
        );
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  };

  write(text: string) {
    this.streams.at(-1)?.enqueue(this.encoder.encode(text));
  }

  tell(what: News) {
    this.write(
      `id: ${what.id}\nevent: next\ndata: ${JSON.stringify({ data: { live: what } })}\n\n`,
    );
  }

  fail(code: string, reason: string) {
    const errors = [{ message: '', extensions: { code, reason } }];
    this.write(`event: next\ndata: ${JSON.stringify({ data: null, errors })}\n\n`);
    this.write('event: complete\ndata:\n\n');
    this.streams.at(-1)?.close();
  }
}

let server: Server;
let visible: DocumentVisibilityState;
const signedOut = vi.fn();
const passed = (ms: number) => vi.advanceTimersByTimeAsync(ms);
function look(state: DocumentVisibilityState) {
  visible = state;
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  visible = 'visible';
  signedOut.mockReset();
  vi.stubGlobal('fetch', server.fetch);
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visible);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function started() {
  const stream = new LiveStream(signedOut);
  const heard: string[] = [];
  stream.listen(({ id }) => heard.push(id));
  stream.start();
  await passed(0);
  return { stream, heard };
}

describe('the stream of what changes', () => {
  it('goes on from what was heard last when the connection is cut', async () => {
    const { stream, heard } = await started();
    server.tell(news('1'));
    server.tell(news('2'));
    await passed(0);
    expect(heard).toEqual(['1', '2']);
    expect(stream.alive).toBe(true);
    server.streams[0]!.error(new TypeError('network'));
    await passed(0);
    expect(stream.alive).toBe(false);
    await passed(1000);
    expect(server.asked).toEqual([null, '2']);
    stream.stop();
  });

  it('takes a stream that is silent for dead, and signs of life for life', async () => {
    const { stream } = await started();
    for (let n = 0; n < 10; n++) {
      server.write(':\n\n');
      await passed(15_000);
    }
    expect(server.asked).toHaveLength(1);
    await passed(46_000);
    expect(server.asked).toHaveLength(2);
    stream.stop();
  });

  it('is closed while nobody looks, and opened again at once', async () => {
    const { stream } = await started();
    server.tell(news('1'));
    look('hidden');
    await passed(29_000);
    expect(stream.alive).toBe(true);
    await passed(2000);
    expect(stream.alive).toBe(false);
    await passed(600_000);
    expect(server.asked).toHaveLength(1);
    look('visible');
    await passed(0);
    expect(server.asked).toEqual([null, '1']);
    // A short look elsewhere closes nothing.
    look('hidden');
    await passed(5000);
    look('visible');
    await passed(60_000 - 20_000);
    expect(server.asked).toHaveLength(2);
    stream.stop();
  });

  it('reads all anew where rights have changed, and ends with the session', async () => {
    const { stream } = await started();
    server.tell(news('1'));
    await passed(0);
    server.fail('FORBIDDEN', 'RIGHTS_CHANGED');
    await passed(1000);
    expect(server.asked).toEqual([null, null]);
    server.fail('UNAUTHENTICATED', 'SIGNED_OUT');
    await passed(600_000);
    expect(signedOut).toHaveBeenCalledOnce();
    expect(server.asked).toHaveLength(2);
    stream.stop();
  });

  it('goes on in the session that took the place of another', async () => {
    const { stream, heard } = await started();
    server.tell(news('1'));
    await passed(0);
    server.fail('UNAUTHENTICATED', 'SIGNED_OUT');
    await passed(1000);
    expect(signedOut).not.toHaveBeenCalled();
    expect(server.asked).toEqual([null, '1']);
    server.tell(news('2'));
    await passed(0);
    expect(heard).toEqual(['1', '2']);
    // Who is refused from the start has no session any more.
    server.refusal = {
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'SIGNED_OUT' } }],
    };
    server.fail('UNAUTHENTICATED', 'SIGNED_OUT');
    await passed(600_000);
    expect(signedOut).toHaveBeenCalledOnce();
    expect(server.asked).toHaveLength(3);
    stream.stop();
  });

  it('asks ever more seldom where no stream comes through', async () => {
    server.refusal = {
      errors: [{ extensions: { code: 'RATE_LIMITED', reason: 'TOO_MANY_STREAMS' } }],
    };
    const { stream } = await started();
    await passed(600_000);
    expect(server.asked.length).toBeGreaterThan(5);
    expect(server.asked.length).toBeLessThan(25);
    expect(stream.alive).toBe(false);
    stream.stop();
    const asked = server.asked.length;
    await passed(600_000);
    expect(server.asked).toHaveLength(asked);
  });
});

describe('pauses', () => {
  it('grow to a minute and differ from page to page', () => {
    expect([0, 1, 2, 5, 6, 60].map((n) => pauseAfter(n, 1))).toEqual([
      1000, 2000, 4000, 32_000, 60_000, 60_000,
    ]);
    expect(pauseAfter(3, 0)).toBe(4000);
  });
});

describe('what concerns a page', () => {
  const changed = [{ kind: 'WARNING' as const, ids: ['w1'], more: false }];
  it('is its kind, and its object', () => {
    expect(concerns(news('1', { changed }), 'WARNING')).toBe(true);
    expect(concerns(news('1', { changed }), 'WARNING', 'w1')).toBe(true);
    expect(concerns(news('1', { changed }), 'WARNING', 'w2')).toBe(false);
    expect(concerns(news('1', { changed }), 'CHECK')).toBe(false);
    expect(concerns(news('1', { anew: true }), 'CHECK', 'c1')).toBe(true);
    expect(
      concerns(news('1', { changed: [{ ...changed[0]!, more: true }] }), 'WARNING', 'w2'),
    ).toBe(true);
  });
});
