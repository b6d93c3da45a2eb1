import { describe, expect, it } from 'vitest';
import { powerListPath, powerSpec, toPowerFilter } from './state';
import { readState, writeState } from '@/lib/urlState';

const read = (search: string) => readState(powerSpec, new URLSearchParams(search));

describe('the address of the list of powers', () => {
  it('and its conditions are the same', () => {
    const search = 'unit=u1&only=yes&type=LICENSING,FINANCE&discretion=WIDE&retired=yes&q=许可';
    const state = read(search);
    expect(toPowerFilter(state)).toEqual({
      unitId: 'u1',
      unitOnly: true,
      types: ['LICENSING', 'FINANCE'],
      discretions: ['WIDE'],
      includeRetired: true,
      text: '许可',
    });
    expect(decodeURIComponent(writeState(powerSpec, state))).toBe(search);
  });

  it('leaves out what is not asked, and what it does not know', () => {
    expect(powerListPath({})).toBe('/powers');
    expect(toPowerFilter(read('type=NONSENSE&discretion='))).toEqual({});
  });
});
