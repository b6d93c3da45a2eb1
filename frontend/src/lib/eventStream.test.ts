import { describe, expect, it } from 'vitest';
import { readEvents, type ServerEvent } from './eventStream';

/** The pieces as they come from the network. */
function body(...pieces: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function read(...pieces: Uint8Array[]) {
  const events: ServerEvent[] = [];
  let heard = 0;
  await readEvents(
    body(...pieces),
    (event) => events.push(event),
    () => heard++,
  );
  return { events, heard };
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('an event stream', () => {
  it('is read whatever the pieces are that it comes in', async () => {
    const text = bytes(
      ':\n\nid: a\nevent: next\ndata: {"n":"预警"}\n\n:\n\nevent: complete\ndata:\n\n',
    );
    for (let at = 0; at <= text.length; at++) {
      const { events } = await read(text.slice(0, at), text.slice(at));
      expect(events).toEqual([
        { event: 'next', data: '{"n":"预警"}' },
        { event: 'complete', data: '' },
      ]);
    }
  });

  it('tells of signs of life, and not of an event that was cut off', async () => {
    const { events, heard } = await read(
      bytes(':\n\n'),
      bytes(':\n\n'),
      bytes('event: next\ndata: 1\n'),
    );
    expect(events).toEqual([]);
    expect(heard).toBe(3);
  });
});
