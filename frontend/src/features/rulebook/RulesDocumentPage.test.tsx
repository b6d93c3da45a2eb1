import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as RulesDocumentPage } from './RulesDocumentPage';
import { connection, someDocument, someEdition } from './samples';
import { renderPage } from '@/testing/renderPage';

function open(document = someDocument()) {
  const view = renderPage(<RulesDocumentPage />, {
    answers: {
      RulesDocument: { data: { node: document } },
      RulesStanding: {
        data: { node: { __typename: 'RulesDocument', id: 'd1', links: connection([]) } },
      },
      RulesReviews: { data: { rulesReviews: connection([]) } },
      Attachments: {
        data: {
          attachments: {
            files: [],
            rows: [],
            mayAttach: false,
            removable: [],
            mostBytes: 1,
            mostFiles: 1,
            types: [],
          },
        },
      },
      IssueRulesEdition: { data: { issueRulesEdition: { document: { id: 'd1' } } } },
      WithdrawRulesEdition: { data: { withdrawRulesEdition: { document: { id: 'd1' } } } },
    },
  });
  const sent = (name: string) =>
    view.asked.filter((one) => one.operationName === name).map((one) => one.variables.input);
  return { sent };
}

describe('a rules document', () => {
  it('gets another edition', async () => {
    const { sent } = open();
    fireEvent.click(await screen.findByRole('button', { name: '发布新版本' }));
    fireEvent.change(await screen.findByLabelText('施行日期'), { target: { value: '2026-04-01' } });
    fireEvent.change(screen.getByLabelText('修改内容'), { target: { value: '修改第三条' } });
    fireEvent.click(screen.getByRole('button', { name: /^发\s*布$/ }));
    await waitFor(() => expect(sent('IssueRulesEdition')).toHaveLength(1));
    expect(sent('IssueRulesEdition')[0]).toMatchObject({
      documentId: 'd1',
      expectedVersion: 4,
      edition: { from: '2026-04-01', changes: '修改第三条', reviewWithinDays: 30 },
    });
  });

  it('lets only an edition to come be corrected and withdrawn', async () => {
    const coming = someEdition({
      id: 'e2',
      revision: 2,
      holds: false,
      coming: true,
      from: '2099-01-01',
    });
    const { sent } = open(someDocument({ editions: [coming, someEdition({ to: '2098-12-31' })] }));
    fireEvent.click(await screen.findByRole('button', { name: '撤回第 2 版' }));
    expect(screen.queryByRole('button', { name: '撤回第 1 版' })).toBeNull();
    fireEvent.change(await screen.findByLabelText(/原因|理由/), { target: { value: '未通过' } });
    fireEvent.click(screen.getByRole('button', { name: /^撤\s*回$/ }));
    await waitFor(() =>
      expect(sent('WithdrawRulesEdition')).toEqual([
        { editionId: 'e2', expectedVersion: 4, reason: '未通过' },
      ]),
    );
  });

  it('that is repealed takes no more editions', async () => {
    open(
      someDocument({ state: 'REPEALED', repealedFrom: '2026-01-01', repealedReason: '机构改革' }),
    );
    expect(await screen.findByText('机构改革')).toBeDefined();
    expect(screen.queryByRole('button', { name: '发布新版本' })).toBeNull();
    expect(screen.queryByRole('button', { name: '废止' })).toBeNull();
  });
});
