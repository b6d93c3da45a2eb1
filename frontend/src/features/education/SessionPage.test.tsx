import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Participant, Session } from './query';
import { connection, somebody, someSession } from './samples';
import { Component as SessionPage } from './SessionPage';
import { renderPage } from '@/testing/renderPage';

const people = [somebody('a', '甲'), somebody('b', '乙'), somebody('c', '丙')];

function open(session: Session, participants: Participant[] = people) {
  const done = { data: { x: { session: { id: session.id } } } };
  return renderPage(<SessionPage />, {
    path: '/education/e1',
    answers: {
      EducationSession: { data: { node: session } },
      EducationParticipants: {
        data: {
          node: {
            __typename: 'EducationSession',
            id: session.id,
            participants: connection(participants),
          },
        },
      },
      Attachments: { data: { attachments: { canAttach: false, files: [] } } },
      HoldEducationSession: done,
      SetEducationParticipants: done,
    },
  });
}

const rowOf = async (name: string) =>
  (await screen.findByRole('rowheader', { name })).closest('tr') as HTMLElement;
const pick = async (name: string, word: string) =>
  fireEvent.click(within(await rowOf(name)).getByRole('radio', { name: word }));

describe('the page of a session', () => {
  it('records that all came but those who are marked, and completes a task', async () => {
    const task = {
      id: 't1',
      version: 4,
      work: '每月警示教育',
      dueOn: '2020-03-31',
      wantsFile: false,
    };
    const { asked } = open(someSession({ completable: [task] }));
    fireEvent.click(await screen.findByRole('button', { name: '登记参加情况' }));
    await pick('乙', '缺席');
    await pick('丙', '请假');
    fireEvent.change(screen.getByRole('textbox', { name: '丙的备注' }), {
      target: { value: '病假' },
    });
    expect(screen.getByText('应到 3 人，参加 1 人，请假 1 人，缺席 1 人。')).toBeDefined();
    fireEvent.click(screen.getByRole('checkbox', { name: /每月警示教育/ }));
    fireEvent.click(screen.getByRole('button', { name: '登记为已举行' }));
    await waitFor(() =>
      expect(asked.some((one) => one.operationName === 'HoldEducationSession')).toBe(true),
    );
    expect(asked.find((one) => one.operationName === 'HoldEducationSession')?.variables).toEqual({
      input: {
        sessionId: 'e1',
        expectedVersion: 2,
        marks: [
          { participantId: 'b', attendance: 'ABSENT', note: '' },
          { participantId: 'c', attendance: 'EXCUSED', note: '病假' },
        ],
        completes: [{ taskId: 't1', expectedVersion: 4 }],
      },
    });
  });

  it('asks for a reason where something is taken back, and for none where somebody makes up for it', async () => {
    const held = [
      somebody('a', '甲', { attendance: 'ATTENDED' }),
      somebody('b', '乙', { attendance: 'ABSENT' }),
    ];
    const { asked } = open(someSession({ state: 'HELD', overdue: false }), held);
    fireEvent.click(await screen.findByRole('button', { name: '更正或补课' }));
    const reason = screen.getByLabelText<HTMLTextAreaElement>(/更正原因/);
    fireEvent.change(await screen.findByLabelText('乙的补课日期'), {
      target: { value: '2020-03-09' },
    });
    expect(reason.required).toBe(false);
    await pick('甲', '请假');
    expect(reason.required).toBe(true);
    fireEvent.change(reason, { target: { value: '代签' } });
    fireEvent.click(screen.getByRole('checkbox', { name: '移除乙' }));
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(asked.some((one) => one.operationName === 'SetEducationParticipants')).toBe(true),
    );
    expect(
      asked.find((one) => one.operationName === 'SetEducationParticipants')?.variables.input,
    ).toEqual({
      sessionId: 'e1',
      expectedVersion: 2,
      remove: ['b'],
      marks: [{ participantId: 'a', attendance: 'EXCUSED', note: '' }],
      reason: '代签',
    });
  });

  it('fills in what a sheet says, to be looked at before it is sent', async () => {
    const posted = vi.fn<typeof fetch>(() =>
      Promise.resolve(
        new Response(
          JSON.stringify({
            marks: [
              {
                row: 4,
                participantId: 'b',
                name: '乙',
                attendance: 'EXCUSED',
                note: '病假',
                madeUpOn: null,
                changed: true,
              },
            ],
            problems: [
              { sheet: '签到表', row: 6, zh: '参加人员名单中没有“赵六”', en: 'Nobody is Zhao Liu' },
            ],
            blank: 1,
          }),
        ),
      ),
    );
    vi.stubGlobal('fetch', posted);
    const { asked } = open(someSession());
    expect((await screen.findByRole('link', { name: '下载签到表' })).getAttribute('href')).toBe(
      '/attendance/e1.xlsx',
    );
    fireEvent.click(await screen.findByRole('button', { name: '登记参加情况' }));
    fireEvent.change(screen.getByLabelText('读取填好的签到表', { selector: 'input' }), {
      target: { files: [new File(['x'], '签到表.xlsx')] },
    });
    expect(
      await screen.findByText(/已读取 1 人的参加情况，其中 1 人有变动，1 行未填/),
    ).toBeDefined();
    expect(screen.getByText('第 6 行： 参加人员名单中没有“赵六”')).toBeDefined();
    expect(posted.mock.calls[0]?.[0]).toBe('/attendance/e1');
    expect(screen.getByText('应到 3 人，参加 2 人，请假 1 人，缺席 0 人。')).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '乙的备注' }).value).toBe('病假');
    expect(asked.some((one) => one.operationName === 'HoldEducationSession')).toBe(false);
    vi.unstubAllGlobals();
  });

  it('only takes people out before the day has come', async () => {
    open(someSession({ heldOn: '2099-01-01', overdue: false }));
    fireEvent.click(await screen.findByRole('button', { name: '移除参加人员' }));
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByRole('checkbox', { name: '移除甲' })).toBeDefined();
  });

  it('shows to who is only expected what is said of them', async () => {
    const mine = { id: 'a', attendance: 'ABSENT' as const, note: '', madeUpOn: '2026-03-10' };
    open(someSession({ state: 'HELD', overdue: false, counts: null, mayChange: false, mine }), [
      somebody('a', '甲', mine),
    ]);
    expect(await screen.findByText('这里只显示您本人的参加情况。')).toBeDefined();
    expect(screen.getAllByText(/2026-03-10 补课/).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: '修改' })).toBeNull();
  });
});
