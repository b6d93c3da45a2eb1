import { describe, expect, it } from 'vitest';
import { codesFile, groupSecret } from './secret';

describe('what is kept of a second factor', () => {
  it('is read in groups', () => {
    expect(groupSecret('ABCDEFGH')).toBe('ABCD EFGH');
    expect(groupSecret('ABCDEFGHI')).toBe('ABCD EFGH I');
    expect(groupSecret('')).toBe('');
  });

  it('is a file with a code on each line', () => {
    expect(codesFile('wang', ['AAAA-1111', 'BBBB-2222'])).toBe('wang\n\nAAAA-1111\nBBBB-2222\n');
  });
});
