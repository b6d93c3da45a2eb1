import { useEffect, useRef } from 'react';
import { CustomChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { init, use as register, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { chartHeight, type ChartOption } from './chartOption';

register([CustomChart, GridSimpleComponent, SVGRenderer]);

interface Props {
  option: ChartOption;
  rows: number;
  /** What the chart shows, in a sentence; details are in the table. */
  label: string;
  onCell: (row: number, column: number) => void;
  onRow: (row: number) => void;
}

export default function MatrixChart({ option, rows, label, onCell, onRow }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const handlers = useRef({ onCell, onRow });

  useEffect(() => {
    handlers.current = { onCell, onRow };
  }, [onCell, onRow]);

  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, null, { renderer: 'svg' });
    chart.current = made;
    made.on('click', (event) => {
      if (event.componentType === 'series') {
        const [column, row] = event.value as number[];
        if (column !== undefined && row !== undefined) handlers.current.onCell(row, column);
      } else if (event.componentType === 'yAxis') {
        // ECharts gives the place of the label on the axis beside its text.
        const { dataIndex } = event as { dataIndex?: number };
        if (dataIndex !== undefined) handlers.current.onRow(dataIndex);
      }
    });
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.resize({ height: chartHeight(rows) });
    chart.current?.setOption(option, { notMerge: true });
  }, [option, rows]);

  return <div ref={box} role="img" aria-label={label} style={{ height: chartHeight(rows) }} />;
}
