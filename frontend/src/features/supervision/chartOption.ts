import type { HeatmapSeriesOption } from 'echarts/charts';
import type {
  GridComponentOption,
  TooltipComponentOption,
  VisualMapComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { columns, type Column } from './state';

export type ChartOption = ComposeOption<
  HeatmapSeriesOption | GridComponentOption | TooltipComponentOption | VisualMapComponentOption
>;

export interface ChartRow {
  label: string;
  /** One number per entry of `columns`. */
  counts: number[];
}

// From the lightest to the darkest of each column, on which white or dark ink is readable.
const shades: Record<Column, [string, string]> = {
  A: ['#fbe9e7', '#9b1c1c'],
  B: ['#fff2d9', '#7a4a00'],
  C: ['#e5f0f9', '#1d4f78'],
  UNGRADED: ['#eef1f4', '#4a5866'],
  UNDEFENDED_A: ['#fbe9e7', '#6d0f0f'],
};

export const rowHeight = 30;

/** Height in pixels that shows every row with its number. */
export function chartHeight(rows: number): number {
  return 48 + rows * rowHeight;
}

/**
 * A heat map with one series per column, because each grade has its own colour
 * and its own scale: ten A are many, ten C are few. Every cell shows its number.
 */
export function chartOption(
  rows: ChartRow[],
  words: {
    columns: Record<Column, string>;
    cell: (row: string, column: string, n: number) => string;
  },
): ChartOption {
  return {
    animation: false,
    aria: { enabled: false }, // the page describes the chart itself
    grid: { left: 8, right: 8, top: 36, bottom: 8, containLabel: true },
    tooltip: {
      position: 'top',
      formatter: (item) => {
        const value = Array.isArray(item) ? undefined : (item.value as [number, number, number]);
        const row = value && rows[value[1]];
        const column = value && columns[value[0]];
        // Plain text: names come from people, and this is set as HTML.
        return row && column
          ? escapeHtml(words.cell(row.label, words.columns[column], value[2]))
          : '';
      },
    },
    xAxis: {
      type: 'category',
      position: 'top',
      data: columns.map((column) => words.columns[column]),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: '#1c2733', fontSize: 13, interval: 0 },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.label),
      triggerEvent: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: '#1f4e8c',
        fontSize: 13,
        interval: 0,
        width: 220,
        overflow: 'truncate',
      },
    },
    visualMap: columns.map((column, i) => ({
      type: 'continuous' as const,
      show: false,
      seriesIndex: i,
      dimension: 2,
      min: 0,
      max: Math.max(1, ...rows.map((row) => row.counts[i] ?? 0)),
      inRange: { color: shades[column] },
    })),
    series: columns.map((column, i) => {
      const most = Math.max(1, ...rows.map((row) => row.counts[i] ?? 0));
      return {
        name: column,
        type: 'heatmap' as const,
        data: rows.map((row, y) => {
          const count = row.counts[i] ?? 0;
          return {
            value: [i, y, count],
            label: { color: count / most > 0.45 ? '#ffffff' : '#1c2733' },
          };
        }),
        label: { show: true, fontSize: 13 },
        itemStyle: { borderColor: '#ffffff', borderWidth: 2 },
        emphasis: { itemStyle: { borderColor: '#1c2733' } },
      };
    }),
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
