import type { CustomSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { columns, type Column } from './state';
import { colour } from '@/ui/tokens';

export type ChartOption = ComposeOption<CustomSeriesOption | GridComponentOption>;

export interface ChartRow {
  label: string;
  /** One number per entry of `columns`. */
  counts: number[];
}

// From the lightest to the darkest of each column, on which white or dark ink is readable.
const shades: Record<Column, [string, string]> = {
  A: [colour('grade-a-paper'), colour('grade-a')],
  B: [colour('grade-b-paper'), colour('grade-b')],
  C: [colour('grade-c-paper'), colour('grade-c')],
  UNGRADED: [colour('grade-none-paper'), colour('grade-none')],
  UNCONTROLLED_A: [colour('grade-a-paper'), colour('grade-a-deep')],
};

export const rowHeight = 30;

/** Height in pixels that shows every row with its number. */
export function chartHeight(rows: number): number {
  return 40 + rows * rowHeight;
}

/** One cell: its place, its number, and the colours that tell how much it is. */
export interface Cell {
  value: [column: number, row: number, count: number];
  fill: string;
  ink: string;
}

/**
 * The cells of all rows. Each column has its own colour and its own scale: ten A
 * are many, ten C are few. The number in the cell says the same without colour.
 */
export function cells(rows: ChartRow[]): Cell[] {
  return columns.flatMap((column, x) => {
    const most = Math.max(1, ...rows.map((row) => row.counts[x] ?? 0));
    const [light, dark] = shades[column];
    return rows.map((row, y) => {
      const count = row.counts[x] ?? 0;
      const share = count / most;
      return {
        value: [x, y, count] as Cell['value'],
        fill: mix(light, dark, share),
        // Between the two no ink is readable on both sides of one half.
        ink: share > 0.5 ? colour('on-dark') : colour('ink'),
      };
    });
  });
}

/** A colour between two, written #rrggbb. Some darkness is skipped, where neither ink is readable. */
export function mix(light: string, dark: string, share: number): string {
  const at = share > 0.5 ? 0.8 + (share - 0.5) * 0.4 : share * 0.6;
  const part = (i: number) => {
    const from = parseInt(light.slice(i, i + 2), 16);
    const to = parseInt(dark.slice(i, i + 2), 16);
    return Math.round(from + (to - from) * at)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

/**
 * A heat map drawn cell by cell. ECharts' own kind needs its visual map, which
 * would make the page 60 KB larger and can scale only over all columns.
 */
export function chartOption(rows: ChartRow[], words: Record<Column, string>): ChartOption {
  const data = cells(rows);
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 4, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      position: 'top',
      data: columns.map((column) => words[column]),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: colour('ink'), fontSize: 13, interval: 0 },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.label),
      triggerEvent: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: colour('blue'),
        fontSize: 13,
        interval: 0,
        width: 220,
        overflow: 'truncate',
      },
    },
    series: [
      {
        type: 'custom',
        data: data.map((cell) => cell.value),
        renderItem: ({ dataIndex }, api) => {
          const cell = data[dataIndex];
          if (!cell) return null;
          const [x = 0, y = 0] = api.coord([cell.value[0], cell.value[1]]);
          const [width = 0, height = 0] = api.size?.([1, 1]) as number[];
          return {
            type: 'rect',
            shape: {
              x: x - width / 2 + 1,
              y: y - height / 2 + 1,
              width: width - 2,
              height: height - 2,
            },
            style: { fill: cell.fill },
            emphasis: { style: { stroke: colour('ink'), lineWidth: 1 } },
            textConfig: { position: 'inside' },
            textContent: {
              type: 'text',
              style: { text: String(cell.value[2]), fill: cell.ink, fontSize: 13 },
            },
          };
        },
      },
    ],
  };
}
