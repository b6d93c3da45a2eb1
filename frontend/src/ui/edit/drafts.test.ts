import { afterEach, describe, expect, it } from 'vitest';
import { draftKey, dropDraft, dropForeignDrafts, readDraft, writeDraft } from './drafts';

afterEach(() => sessionStorage.clear());

const mine = draftKey('a1', '/risks/new');
const draft = { values: { title: '写了一半' }, base: {}, version: 3, savedAt: 1000 };

describe('a draft', () => {
  it('is found again until it is dropped', () => {
    writeDraft(mine, draft);
    expect(readDraft(mine, 2000)).toEqual(draft);
    dropDraft(mine);
    expect(readDraft(mine, 2000)).toBeNull();
  });

  it('does not outlive the day', () => {
    writeDraft(mine, draft);
    expect(readDraft(mine, 1000 + 13 * 60 * 60 * 1000)).toBeNull();
  });

  it('is removed when another account works in the tab', () => {
    writeDraft(mine, draft);
    dropForeignDrafts('a1');
    expect(readDraft(mine, 2000)).not.toBeNull();
    dropForeignDrafts('a12');
    expect(sessionStorage.length).toBe(0);
  });

  it('that cannot be read is none', () => {
    sessionStorage.setItem(mine, '{');
    expect(readDraft(mine, 2000)).toBeNull();
  });
});
