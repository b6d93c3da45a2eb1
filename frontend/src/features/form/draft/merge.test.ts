import { describe, expect, it } from 'vitest';
import { merge, settle } from './merge';
import { sheetOf, type Sheet } from './sheet';
import { contentOf, twoRows } from '../samples';

const saying = (...fields: string[]): Sheet => ({ ...sheetOf(contentOf(twoRows)), fields });

describe('a cell that stands once', () => {
  it('takes the newer text where it was left alone here, and keeps its own where it was not', () => {
    const { sheet, clashes } = merge(saying('', ''), saying('本人', ''), saying('', '他人'));
    expect(sheet.fields).toEqual(['本人', '他人']);
    expect(clashes).toEqual([]);
  });

  it('is a question where both wrote into it, and is taken as it is answered', () => {
    const { sheet, clashes } = merge(
      saying('', '', ''),
      saying('本人', '也是', ''),
      saying('他人', '', '另一处'),
    );
    expect(clashes).toMatchObject([
      { section: '', columns: [0], mine: { cells: ['本人', '也是', '另一处'] } },
    ]);
    expect(settle(sheet, clashes, new Set()).fields).toEqual(['本人', '也是', '另一处']);
    expect(settle(sheet, clashes, new Set(['/'])).fields).toEqual(['他人', '也是', '另一处']);
  });
});
