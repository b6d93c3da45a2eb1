import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { FileRow, Of, ReadFile } from './file';
import { FileDialog } from './FileDialog';
import { recordedAs, refusal } from './samples';
import { renderPage } from '@/testing/renderPage';

const row = (changes: Partial<FileRow>): FileRow => ({
  sheet: '办件',
  row: 5,
  number: '17',
  power: '食品经营许可',
  unit: '许可科',
  fate: 'RECORDED',
  state: 'UNDER_WAY',
  recorded: 2,
  offMap: [],
  unmatched: [],
  deviations: [],
  entry: { powerId: 'w1', number: changes.number ?? '17', steps: [], pauses: [] },
  ...changes,
});

const filled: ReadFile = {
  proceedings: [
    row({ deviations: ['未经“审核”即进入“决定”'], offMap: ['会商'], unmatched: ['赵某'] }),
    row({ row: 6, number: '18', fate: 'UNCHANGED', recorded: 0 }),
    row({ row: 7, number: '19', fate: 'CHANGED', state: 'CLOSED' }),
  ],
  problems: [
    { sheet: '办件', row: 8, zh: '开始时间看不懂', en: 'No time' },
    { sheet: '办件', row: 0, zh: '此表未读取', en: 'Not read' },
  ],
  rows: 4,
};

function open(answer: () => Response, record: object = {}, of: Of = {}) {
  const posted: { url: string; init?: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    posted.push({ url, init });
    return answer();
  });
  const onDone = vi.fn();
  const view = renderPage(<FileDialog of={of} onClose={() => undefined} onDone={onDone} />, {
    answers: { RecordProceedings: record },
  });
  const parts = () =>
    view.asked.map((one) => one.variables.input as { fromFile: boolean; proceedings: object[] });
  return { ...view, posted, onDone, parts };
}

function choose() {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file input');
  fireEvent.change(input, { target: { files: [new File(['x'], '办件.xlsx')] } });
}

const read = (file: ReadFile) => () => new Response(JSON.stringify(file));
const commit = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('recording proceedings of a table', () => {
  it('leads to the table of the power, else of the unit', () => {
    const first = open(read(filled), {}, { powerId: 'w1', unitId: 'u1' });
    const href = () => screen.getByRole('link', { name: '下载办件表' }).getAttribute('href');
    expect(href()).toBe('/proceedings.xlsx?power=w1');
    expect(commit('录入 0 个办件').disabled).toBe(true);
    first.unmount();
    open(read(filled), {}, { unitId: 'u1' });
    expect(href()).toBe('/proceedings.xlsx?unit=u1');
  });

  it('shows what would be recorded, what not and why, and records it on demand', async () => {
    const { posted, parts, onDone } = open(read(filled), recordedAs(), { powerId: 'w1' });
    choose();
    const table = within(await screen.findByRole('table', { name: '将要录入的办件' }));
    expect(posted[0]?.url).toBe('/proceedings?power=w1');
    expect(table.getAllByRole('row')).toHaveLength(3);
    for (const text of [
      '未经“审核”即进入“决定”',
      '流程图外环节：会商',
      '未找到唯一的办理人：赵某',
      '补充或更正',
    ]) {
      expect(table.getByText(text)).toBeDefined();
    }
    expect(screen.getByText('第 8 行：开始时间看不懂')).toBeDefined();
    expect(screen.getByText('“办件”：此表未读取')).toBeDefined();
    expect(screen.getByText(/另有 1 个办件与已录入的相同/)).toBeDefined();
    expect(screen.getByText(/新录入 1 个，补充或更正 1 个；其中 1 个偏离流程/)).toBeDefined();
    expect(parts()).toEqual([]);
    fireEvent.click(commit('录入 2 个办件'));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(parts()).toEqual([
      { fromFile: true, proceedings: [filled.proceedings[0]?.entry, filled.proceedings[2]?.entry] },
    ]);
    expect(await screen.findByText('已录入 2 个办件')).toBeDefined();
  });

  it('sends many in parts, and says what was not sent when one is refused', async () => {
    const proceedings = Array.from({ length: 450 }, (_, i) =>
      row({ row: i + 2, number: `n${i}`, entry: { powerId: 'w1', number: `n${i}` } }),
    );
    let refuses = true;
    let asks = 0;
    const { parts, onDone } = open(read({ proceedings, problems: [], rows: 450 }), () =>
      ++asks === 2 && refuses
        ? refusal('该环节已另有记录', 'STEP_EXISTS', 'proceedings.3.steps.0.step', 'CONFLICT')
        : recordedAs(),
    );
    choose();
    await screen.findByRole('table', { name: '将要录入的办件' });
    fireEvent.click(commit('录入 450 个办件'));
    // The fourth of the second part is the 204th of the file.
    expect(await screen.findByText('第 205 行：n203：该环节已另有记录')).toBeDefined();
    expect(screen.getByText(/已录入 200 个；其余 250 个没有录入/)).toBeDefined();
    expect(parts().map((part) => part.proceedings.length)).toEqual([200, 200]);
    expect(onDone).not.toHaveBeenCalled();
    // What was recorded is not sent once more.
    refuses = false;
    fireEvent.click(await screen.findByRole('button', { name: /录入余下 250 个办件$/ }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(parts().map((part) => part.proceedings.length)).toEqual([200, 200, 200, 50]);
    expect(parts()[2]?.proceedings[0]).toMatchObject({ number: 'n200' });
    expect(await screen.findByText('已录入 450 个办件')).toBeDefined();
  });

  it('has nothing to record where all of it is recorded', async () => {
    const proceedings = [row({ fate: 'UNCHANGED' })];
    open(read({ proceedings, problems: [], rows: 1 }));
    choose();
    expect(await screen.findByText('文件中没有需要录入的办件')).toBeDefined();
    expect(commit('录入 0 个办件').disabled).toBe(true);
  });

  it('says why a file is refused, and where the line breaks', async () => {
    const errors = [{ message: '文件中没有找到办件表', extensions: { code: 'INVALID' } }];
    const first = open(() => new Response(JSON.stringify({ errors }), { status: 400 }));
    choose();
    expect(await screen.findByText('文件中没有找到办件表')).toBeDefined();
    first.unmount();
    open(() => {
      throw new Error('gone');
    });
    choose();
    expect(await screen.findByRole('alert')).toBeDefined();
  });
});
