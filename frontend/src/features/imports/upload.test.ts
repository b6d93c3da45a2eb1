import { describe, expect, it } from 'vitest';
import { downloadUrl, sumOf } from './job';
import { readAnswer } from '@/lib/upload';

describe('the answer to a file', () => {
  it('is the id of what was taken', () => {
    expect(readAnswer(200, '{"id":"up1"}')).toEqual({ kind: 'done', id: 'up1' });
  });

  it('is a refusal in the words of the server', () => {
    const body = JSON.stringify({
      errors: [{ message: '文件超过 20 MB', extensions: { code: 'INVALID', requestId: 'r-1' } }],
    });
    expect(readAnswer(413, body)).toEqual({
      kind: 'failed',
      problems: [{ code: 'INVALID', message: '文件超过 20 MB', requestId: 'r-1' }],
    });
  });

  it.each([
    [0, ''],
    [502, '<html>Bad Gateway</html>'],
    [200, '{}'],
    [200, 'null'],
  ])('that is none of the two is a broken line (%i)', (status, body) => {
    expect(readAnswer(status, body)).toEqual({
      kind: 'failed',
      problems: [{ code: 'NETWORK', message: '' }],
    });
  });
});

describe('an import', () => {
  it('is summed up', () => {
    const figures = [
      { created: 1, changed: 2, unchanged: 3, unwritten: 1 },
      { created: 10, changed: 0, unchanged: 7, unwritten: 0 },
    ];
    expect(sumOf(figures)).toEqual({ created: 11, changed: 2, unchanged: 10, unwritten: 1 });
  });

  it('is downloaded from where the page is served', () => {
    const base = 'https://host.test/sineng/';
    expect(downloadUrl('imports/j1/problems', base)).toBe(
      'https://host.test/sineng/imports/j1/problems',
    );
    expect(downloadUrl('/sineng/imports/j1', base)).toBe('https://host.test/sineng/imports/j1');
  });
});
