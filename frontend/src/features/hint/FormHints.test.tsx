import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FormHints } from './FormHints';
import { renderPage } from '@/testing/renderPage';

describe('the hints of a form', () => {
  it('link what is a risk point, and name rows of forms', async () => {
    const row = { rowId: null, title: '拖延办理', unit: '财务处', year: 2025, likeness: 93 };
    const bare = { rowId: 'r1', title: '收受财物', text: '', count: 0, lacks: [] };
    const hint = { ...bare, kind: 'COPY_ELSEWHERE' };
    renderPage(<FormHints formId="f1" />, {
      answers: {
        FormHints: {
          data: {
            node: {
              __typename: 'Form',
              id: 'f1',
              hints: [
                { ...hint, comparedWith: [row] },
                {
                  ...{ ...hint, kind: 'WITHOUT_SUBSTANCE', title: '拖延', comparedWith: [] },
                  text: '加强学习\n提高认识',
                },
                {
                  ...hint,
                  ...{ kind: 'NOTHING_FILLED', rowId: null, title: '', comparedWith: [] },
                },
                {
                  ...hint,
                  kind: 'NOBODY_CHECKS',
                  title: '加强学习',
                  lacks: ['ACTOR', 'TIME'],
                  comparedWith: [],
                },
              ],
            },
          },
        },
      },
    });
    const link = await screen.findByRole('link', { name: '收受财物' });
    expect(link.getAttribute('href')).toBe('/risks/r1');
    expect(screen.getByText(/拖延办理/).textContent).toContain('93%');
    expect(screen.getByText('加强学习；提高认识')).toBeDefined();
    expect(screen.getByText(/表中没有任何内容/)).toBeDefined();
    expect(screen.getByText(/缺少责任人、时限或频次/)).toBeDefined();
  });
});
