import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import PowerProceedings from './PowerProceedings';
import ProceedingFigures from './ProceedingFigures';
import { recordedAs, refusal, someFigures, someRow, someSteps, triedAs } from './samples';
import { renderPage } from '@/testing/renderPage';

function open(total: number, mayRecord = true, record: object = recordedAs('RECORDED', 'b9')) {
  return renderPage(<PowerProceedings powerId="w1" />, {
    path: '/powers/w1',
    answers: {
      PowerProceedings: {
        data: {
          node: { __typename: 'Power', id: 'w1', mayRecordProceedings: mayRecord },
          last: { nodes: total > 0 ? [someRow()] : [], totalCount: total },
          underWay: { totalCount: 3 },
          straying: { totalCount: 2 },
        },
      },
      StepsOfPower: {
        data: {
          node: {
            __typename: 'Power',
            id: 'w1',
            name: '食品经营许可',
            mayRecordProceedings: true,
            processes: [{ id: 'v1', current: true, steps: someSteps }],
          },
        },
      },
      PowerNames: { data: { nodes: [] } },
      TryProceedings: triedAs(),
      RecordProceedings: record,
    },
  });
}

describe('the proceedings of a power', () => {
  it('are counted, with ways into the list', async () => {
    open(12, false);
    const to = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(await screen.findByText(/共 12 件/)).toBeDefined();
    expect(to('未办结 3 件')).toBe('/proceedings?power=w1&state=UNDER_WAY,PAUSED');
    expect(to('偏离流程未了结 2 件')).toBe('/proceedings?power=w1&lasting=true');
    expect(to('许字2026-17')).toBe('/proceedings/b1');
    expect(screen.queryByRole('button', { name: '录入办件' })).toBeNull();
  });

  it('begin with a number and a first step, and lead to the new one', async () => {
    const { asked, router } = open(0);
    expect(await screen.findByText('尚未录入办件。')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '录入办件' }));
    const dialog = within(await screen.findByRole('dialog'));
    const fill = (label: string, value: string) =>
      fireEvent.change(dialog.getByLabelText(label), { target: { value } });
    fill('办件编号', '20');
    fill('受理日期', '2026-11-02');
    fill('环节', '受理');
    fireEvent.click(dialog.getByRole('button', { name: '录入' }));
    // A step has a beginning.
    expect(await dialog.findByText('请填写开始时间')).toBeDefined();
    fill('开始时间', '2026-11-02T09:00');
    fireEvent.click(dialog.getByRole('button', { name: '录入' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/proceedings/b9'));
    const sent = asked.find((one) => one.operationName === 'RecordProceedings');
    expect(sent?.variables.input).toMatchObject({
      proceedings: [
        { powerId: 'w1', number: '20', receivedOn: '2026-11-02', steps: [{ step: '受理' }] },
      ],
    });
  });

  it('say at the field what is wrong with a new one', async () => {
    open(0, true, refusal('该办件已另有记录', 'PROCEEDING_EXISTS', 'proceedings.0.receivedOn'));
    fireEvent.click(await screen.findByRole('button', { name: '录入办件' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('办件编号'), { target: { value: '20' } });
    fireEvent.click(dialog.getByRole('button', { name: '录入' }));
    const at = await dialog.findByText('该办件已另有记录');
    expect(at.closest('.ant-form-item')?.textContent).toContain('受理日期');
    expect(dialog.getByLabelText<HTMLInputElement>('办件编号').value).toBe('20');
  });
});

describe('the figures of a power', () => {
  it('are told in a table and on the map, of another time where asked', async () => {
    const onMarks = vi.fn();
    const { asked, unmount } = renderPage(
      <ProceedingFigures powerId="w1" stepKeys={['s1', 's2']} onMarks={onMarks} />,
      {
        answers: {
          ProceedingFigures: {
            data: {
              proceedingFigures: {
                from: '2025-12-04',
                to: '2026-12-03',
                total: 12,
                over: 9,
                strays: [{ kind: 'SKIPPED', count: 3 }],
                medianMinutes: 7 * 24 * 60,
                steps: [
                  someFigures(),
                  someFigures({ stepKey: '', stepName: '会商', count: 1, medianMinutes: null }),
                ],
              },
            },
          },
        },
      },
    );
    const table = within(await screen.findByRole('table', { name: '各环节办件情况' }));
    expect(screen.getByText(/共受理 12 件，已了结 9 件，办结用时中位数 7 天/)).toBeDefined();
    expect(screen.getByText('偏离流程：跳过环节 3 件')).toBeDefined();
    expect(table.getAllByRole('row').map((one) => one.textContent)).toEqual([
      '环节办理次数用时中位数退回超时跳过',
      '受理 122 小时 30 分钟000',
      '会商 流程图外1—000',
    ]);
    await waitFor(() => expect([...onMarks.mock.lastCall![0].keys()]).toEqual(['s1']));
    fireEvent.change(screen.getByLabelText(/受理日期自/), { target: { value: '2026-06-01' } });
    await waitFor(() => expect(asked.at(-1)?.variables).toMatchObject({ from: '2026-06-01' }));
    unmount();
    expect(onMarks).toHaveBeenLastCalledWith(undefined);
  });
});
