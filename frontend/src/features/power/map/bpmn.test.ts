import { afterEach, expect, test, vi } from 'vitest';
import { bpmnAddress, readBpmn } from './bpmn';

afterEach(() => vi.unstubAllGlobals());

test('files come from this server and go to it', async () => {
  expect(bpmnAddress('P1')).toBe('/process/P1.bpmn');
  const asked = vi.fn<(address: string) => Promise<Response>>(() =>
    Promise.resolve(Response.json({ name: 'a', tool: '', notes: [], processes: [] })),
  );
  vi.stubGlobal('fetch', asked);
  const read = await readBpmn('W1', new File(['<a/>'], 'a.bpmn'));
  expect(read.kind).toBe('read');
  expect(asked.mock.calls[0]?.[0]).toBe('/power/W1/bpmn');
});
