import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { FileRow, ReadFile } from './file';
import { FileDialog } from './FileDialog';
import { refusal } from './samples';
import { renderPage } from '@/testing/renderPage';

const row = (changes: Partial<FileRow>): FileRow => ({
  row: 5,
  indicatorId: 'i1',
  unit: '财务科',
  name: '超期件数',
  measuredIn: '件',
  from: '2026-11-01',
  to: '2026-11-30',
  value: 12.5,
  note: '',
  over: false,
  fate: 'RECORDED',
  ...changes,
});

const filled: ReadFile = {
  readings: [
    row({ over: true }),
    row({ row: 6, indicatorId: 'i2', fate: 'UNCHANGED', was: 12.5, name: '退件数' }),
    row({ row: 7, indicatorId: 'i3', fate: 'CORRECTED', was: 3, note: '漏统计', name: '办结率' }),
  ],
  problems: [{ row: 8, zh: '监测值应为数字', en: 'A value is a number' }],
  blank: 2,
};

function open(answer: () => Response, record: object = {}, unitId?: string) {
  const asked: { url: string; init?: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    asked.push({ url, init });
    return answer();
  });
  const onDone = vi.fn();
  const view = renderPage(
    <FileDialog unitId={unitId} onClose={() => undefined} onDone={onDone} />,
    { answers: { RecordReadings: record } },
  );
  return { ...view, posted: asked, onDone };
}

function choose() {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file input');
  fireEvent.change(input, { target: { files: [new File(['x'], '监测值.xlsx')] } });
}

const read = (file: ReadFile) => () => new Response(JSON.stringify(file));
const commit = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('recording readings of a table', () => {
  it('leads to the table of the unit that the list shows', () => {
    open(read(filled), {}, 'u1');
    const link = screen.getByRole('link', { name: '下载待录入的表' });
    expect(link.getAttribute('href')).toBe('/readings.xlsx?unit=u1');
    expect(commit('录入 0 个监测值').disabled).toBe(true);
  });

  it('shows what would be recorded, and records it on demand', async () => {
    const { posted, asked, onDone } = open(read(filled), {
      data: { recordReadings: { outcomes: [] } },
    });
    choose();
    const table = within(await screen.findByRole('table', { name: '将要录入的监测值' }));
    expect(posted[0]?.url).toBe('/readings');
    expect(posted[0]?.init?.method).toBe('POST');
    expect((posted[0]?.init?.body as FormData).get('file')).toBeInstanceOf(File);
    const [, first, second, ...more] = table.getAllByRole('row');
    expect(more).toEqual([]);
    expect(first?.textContent).toContain('12.5 件');
    expect(first?.textContent).toContain('2026年11月');
    expect(first?.textContent).toContain('超出阈值');
    expect(second?.textContent).toContain('更正原值 3 件');
    expect(screen.getByText('新录入 1 个，更正 1 个，其中超出阈值 1 个')).toBeDefined();
    expect(screen.getByText('另有 1 行与已录入的值相同，不再录入。')).toBeDefined();
    expect(screen.getByText('第 8 行：监测值应为数字')).toBeDefined();
    expect(screen.getByText('另有 2 行未填监测值。')).toBeDefined();
    expect(asked).toEqual([]);
    fireEvent.click(commit('录入 2 个监测值'));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(asked[0]?.variables).toEqual({
      input: {
        fromFile: true,
        readings: [
          { indicatorId: 'i1', period: '2026-11-01', value: 12.5, note: '', corrects: false },
          { indicatorId: 'i3', period: '2026-11-01', value: 12.5, note: '漏统计', corrects: true },
        ],
      },
    });
    expect(await screen.findByText('已录入 2 个监测值')).toBeDefined();
  });

  it('names the row of the file that is refused at last, and stays', async () => {
    const { onDone } = open(
      read(filled),
      refusal('该监测期已录入 9', 'READING_EXISTS', 'readings.1.value', 'CONFLICT'),
    );
    choose();
    await screen.findByRole('table', { name: '将要录入的监测值' });
    fireEvent.click(commit('录入 2 个监测值'));
    expect(await screen.findByText('第 7 行：该监测期已录入 9')).toBeDefined();
    expect(screen.getByRole('table', { name: '将要录入的监测值' })).toBeDefined();
    expect(onDone).not.toHaveBeenCalled();
  });

  it('has nothing to record where all of it is recorded', async () => {
    open(read({ readings: [row({ fate: 'UNCHANGED', was: 12.5 })], problems: [], blank: 0 }));
    choose();
    expect(await screen.findByText('文件中没有需要录入的监测值')).toBeDefined();
    expect(commit('录入 0 个监测值').disabled).toBe(true);
  });

  it('says of which sheet a row is where there are several', async () => {
    const problems = [{ sheet: '一科', row: 2, zh: '监测值应为数字', en: 'A value is a number' }];
    open(read({ readings: [row({ sheet: '二科', row: 2 })], problems, blank: 0 }));
    choose();
    expect(await screen.findByText('“一科”第 2 行：监测值应为数字')).toBeDefined();
    expect(screen.getByRole('cell', { name: '二科' })).toBeDefined();
  });

  it('says why a file is refused', async () => {
    const errors = [{ message: '这不是监测值表', extensions: { code: 'INVALID' } }];
    open(() => new Response(JSON.stringify({ errors }), { status: 400 }));
    choose();
    expect(await screen.findByText('这不是监测值表')).toBeDefined();
  });

  it('says so where the line breaks', async () => {
    open(() => {
      throw new Error('gone');
    });
    choose();
    expect(await screen.findByRole('alert')).toBeDefined();
  });
});
