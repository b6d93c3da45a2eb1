import { useState } from 'react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { MeetingDetail } from '../query';
import { MeetingView } from './MeetingPage';
import { meeting, refusal, stale } from './samples';
import { renderPage } from '@/testing/renderPage';

describe('a meeting that is planned', () => {
  const planned = {
    ...meeting,
    state: 'PLANNED',
    openedAt: null,
    nextSteps: ['REVISE', 'OPEN', 'CANCEL'],
  } as unknown as MeetingDetail;
  const candidate = {
    id: 'r2',
    title: '泄露信息',
    grade: 'B',
    proposedGrade: 'A',
    unit: { id: 'u1', name: '许可科' },
  };
  const answers = { AgendaCandidates: { data: { riskPoints: { nodes: [candidate] } } } };

  it('opens with its attendance once its agenda is saved', async () => {
    const onChanged = vi.fn();
    const { asked } = renderPage(<MeetingView meeting={planned} onChanged={onChanged} />, {
      answers: {
        ...answers,
        SetAgenda: { data: { setAgenda: { meeting: { id: 'm1', version: 4 } } } },
        OpenMeeting: refusal('到会人数不足法定人数', { code: 'INVALID', reason: 'NO_QUORUM' }),
      },
    });
    const begin = () =>
      screen.getByRole<HTMLButtonElement>('button', { name: /登记到会并开始会议$/ });
    expect(begin().disabled).toBe(false);
    fireEvent.click(screen.getByRole('checkbox', { name: '乙' }));
    fireEvent.change(screen.getByLabelText('乙 缺席原因'), { target: { value: '出差' } });
    fireEvent.click(await screen.findByRole('button', { name: '列入议程 泄露信息' }));
    expect(begin().disabled).toBe(true);
    expect(screen.getByText('议程有改动，请先保存议程，再开始会议。')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '保存议程' }));
    expect(await screen.findByText('议程已保存')).toBeDefined();
    expect(asked.find(({ operationName }) => operationName === 'SetAgenda')?.variables).toEqual({
      input: {
        meetingId: 'm1',
        expectedVersion: 3,
        items: [
          { riskPointId: 'r1', grade: 'A' },
          { riskPointId: 'r2', grade: 'A' },
        ],
      },
    });
    await waitFor(() => expect(begin().disabled).toBe(false));
    fireEvent.click(begin());
    expect(await screen.findByText('到会人数不足法定人数')).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('乙 缺席原因').value).toBe('出差');
    expect(
      asked.find(({ operationName }) => operationName === 'OpenMeeting')?.variables,
    ).toMatchObject({
      input: {
        attendance: [
          { memberId: 'h', present: true, absence: '' },
          { memberId: 'a', present: true, absence: '' },
          { memberId: 'b', present: false, absence: '出差' },
        ],
      },
    });
  });

  it('keeps an agenda that somebody else was faster with, and lets choose between both', async () => {
    const sent: { expectedVersion: number }[] = [];
    function Page() {
      const [now, setNow] = useState(planned);
      const theirs = { ...planned, version: 4, items: [] };
      return <MeetingView meeting={now} onChanged={() => setNow(theirs)} />;
    }
    renderPage(<Page />, {
      answers: {
        ...answers,
        SetAgenda: ({ variables }) => {
          sent.push(variables.input as { expectedVersion: number });
          return sent.length === 1
            ? stale
            : { data: { setAgenda: { meeting: { id: 'm1', version: 5 } } } };
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '列入议程 泄露信息' }));
    fireEvent.click(screen.getByRole('button', { name: '保存议程' }));
    expect(await screen.findByText('会议已被他人修改，您的改动还没有保存')).toBeDefined();
    expect(screen.getByText('最新议程：议程为空。请核对后选择保留哪一份。')).toBeDefined();
    expect(screen.getByRole('link', { name: '选择性收件' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '保留我的议程' }));
    fireEvent.click(screen.getByRole('button', { name: /保存议程$/ }));
    expect(await screen.findByText('议程已保存')).toBeDefined();
    expect(sent.map(({ expectedVersion }) => expectedVersion)).toEqual([3, 4]);
  });
});
