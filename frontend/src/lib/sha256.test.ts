import { afterEach, expect, it, vi } from 'vitest';
import { sha256 } from './sha256';

afterEach(() => vi.unstubAllGlobals());

it('is the digest that the server works out', async () => {
  expect(await sha256('四能')).toBe(
    '9ccd5dd1b3af8e66e946dad5e9838729dfd34af79fcac0875c5f8ef458d2080b',
  );
});

it('is empty where the browser offers none, so that the whole document is sent', async () => {
  vi.stubGlobal('crypto', {});
  expect(await sha256('四能')).toBe('');
});
