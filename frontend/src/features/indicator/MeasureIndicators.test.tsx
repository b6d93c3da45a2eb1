import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import MeasureIndicators from './MeasureIndicators';
import { connection, someRow } from './samples';
import { renderPage } from '@/testing/renderPage';

const measure = { id: 'm1', indicator: '', threshold: '' };

function open(mayDefine: boolean) {
  const view = renderPage(<MeasureIndicators measure={measure} mayDefine={mayDefine} />, {
    answers: {
      IndicatorList: ({ variables }: { variables: Record<string, unknown> }) => {
        const { stopped } = variables.filter as { stopped: boolean };
        const old = someRow({ id: 'i2', name: '旧指标', stoppedReason: '不用了', dueOn: null });
        return { data: { indicators: connection([stopped ? old : someRow()]) } };
      },
      DefineIndicator: { data: { defineIndicator: { indicator: { id: 'i3' } } } },
      PeopleNames: { data: { nodes: [] } },
    },
  });
  const asked = (stopped: boolean) =>
    view.asked.filter(
      ({ operationName, variables }) =>
        operationName === 'IndicatorList' &&
        (variables.filter as { stopped: boolean }).stopped === stopped,
    ).length;
  return { asked };
}

describe('the indicators of a measure', () => {
  it('are shown, and those that are stopped where somebody asks', async () => {
    const { asked } = open(false);
    const link = await screen.findByRole('link', { name: '超期办结件数' });
    expect(link.getAttribute('href')).toBe('/indicators/i1');
    expect(screen.queryByRole('button', { name: '新增监测指标' })).toBeNull();
    expect(asked(true)).toBe(0);
    fireEvent.click(screen.getByRole('checkbox', { name: '显示已停用的' }));
    expect(await screen.findByRole('link', { name: '旧指标' })).toBeDefined();
    expect(screen.queryByRole('button', { name: '录入：旧指标' })).toBeNull();
  });

  it('are read anew once another is defined', async () => {
    const { asked } = open(true);
    await screen.findByRole('link', { name: '超期办结件数' });
    fireEvent.click(screen.getByRole('button', { name: '新增监测指标' }));
    fireEvent.change(await screen.findByLabelText('指标名称'), { target: { value: '办结率' } });
    fireEvent.change(screen.getByLabelText('阈值'), { target: { value: '95' } });
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(asked(false)).toBe(2));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
