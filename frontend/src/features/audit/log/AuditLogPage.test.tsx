import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component } from './AuditLogPage';
import { renderPage, someViewer } from '@/testing/renderPage';

const log = {
  data: {
    auditLog: {
      __typename: 'AuditLog',
      size: 40,
      waiting: 1,
      origin: 'sineng/x',
      publicKey: 'sineng/x+1+key',
      interval: 60,
      checkpoint: null,
      witnesses: [
        {
          __typename: 'AuditWitness',
          name: '见证一',
          size: 30,
          at: '2026-03-01T01:02:03Z',
          failure: 'timeout',
        },
      ],
      forks: [
        {
          __typename: 'WitnessedFork',
          id: 'f1',
          origin: 'log.example/other',
          size: 7,
          at: '2026-03-01T01:02:03Z',
          refused: 'the refused one',
          witnessed: null,
        },
      ],
    },
  },
};
const running = {
  __typename: 'Verification',
  startedAt: '2026-03-01T01:02:03Z',
  endedAt: null,
  entries: 10,
  rows: 0,
  checkpoints: 0,
  findings: [],
  total: 0,
  accepted: [],
  failure: null,
};
const finding = {
  __typename: 'VerificationFinding',
  reason: 'ROW_CHANGED',
  entry: 7,
  object: { __typename: 'AuditObject', type: 'RiskPoint', id: 'r1' },
  message: '与日志不符',
};
const ended = {
  ...running,
  endedAt: '2026-03-01T01:03:03Z',
  entries: 40,
  rows: 90,
  findings: [finding],
  total: 1,
  accepted: [{ ...finding, reason: 'ENTRY_MISSING', object: null, message: '已由备份说明' }],
};

const viewer = { ...someViewer, actions: ['READ_LOG' as const] };

describe('the state of the log', () => {
  it('follows a verification to its end and lists what it found', async () => {
    const answers = [null, running, ended];
    let begun = false;
    renderPage(<Component />, {
      viewer,
      answers: {
        AuditLog: log,
        LogVerification: () => ({
          data: {
            verification: begun ? (answers.length > 1 ? answers.splice(1, 1)[0] : ended) : null,
          },
        }),
        VerifyLog: () => {
          begun = true;
          return {
            data: { verifyLog: { __typename: 'VerifyLogPayload', verification: running } },
          };
        },
      },
    });
    await screen.findByText('本系统启动以来尚未校验。');
    expect(screen.getByText('失败：timeout')).toBeDefined();
    const forks = screen.getByRole('region', { name: '见证到的日志分叉' });
    expect(forks.textContent).toContain('log.example/other');
    expect(forks.textContent).toContain('the refused one');
    expect(forks.textContent).toContain('空日志');
    fireEvent.click(screen.getByRole('button', { name: '立即校验' }));
    await screen.findByText(/已核对 10 条，共约 40 条/);
    await waitFor(() => screen.getByText('校验完成，发现 1 处问题'), { timeout: 4000 });
    expect(screen.getByRole('link', { name: '风险点 r1' }).getAttribute('href')).toBe(
      '/audit?object=r1',
    );
    expect(screen.getByRole('region', { name: '已确认的缺失' }).textContent).toContain(
      '已由备份说明',
    );
  });

  it('leaves verification and archive to the auditors of the whole system', async () => {
    renderPage(<Component />, {
      viewer,
      answers: {
        AuditLog: log,
        LogVerification: {
          data: { verification: null },
          errors: [{ message: '没有权限', extensions: { code: 'FORBIDDEN' } }],
        },
      },
    });
    await screen.findByText(/由全系统的审计员办理/);
    expect(screen.queryByRole('button', { name: '立即校验' })).toBeNull();
    expect(screen.queryByText('下载日志归档')).toBeNull();
  });
});
