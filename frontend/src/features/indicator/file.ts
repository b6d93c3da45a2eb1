import type { Enum } from '@/gql';
import type { Problem } from '@/lib/errors';
import { currentLanguage, htmlLang } from '@/lib/i18n';
import { serverUrl } from '@/lib/page';
import { problemsTold } from '@/lib/upload';

/** Where something stands in the file. */
export interface Place {
  /** Name of the sheet; said where there are several. */
  sheet?: string;
  row: number;
}

export interface AtRow extends Place {
  text: string;
}

/** A row of a filled table as the server reads it; nothing is recorded yet. */
export interface FileRow extends Place {
  indicatorId: string;
  unit: string;
  name: string;
  measuredIn: string;
  from: string;
  to: string;
  value: number;
  note: string;
  over: boolean;
  /** The value that it would take the place of. */
  was?: number | null;
  fate: Enum<'ReadingFate'>;
}

/** What is wrong with a row, in both languages. */
export interface FileProblem extends Place {
  zh: string;
  en: string;
}

export interface ReadFile {
  readings: FileRow[];
  problems: FileProblem[];
  /** Rows without a value. */
  blank: number;
}

export type ReadEnd = { kind: 'read'; file: ReadFile } | { kind: 'failed'; problems: Problem[] };

/** Where the table is of what the viewer is to read, of a unit and those below it or of all. */
export function tableUrl(unitId: string | undefined): string {
  return serverUrl(`readings.xlsx${unitId ? `?unit=${encodeURIComponent(unitId)}` : ''}`);
}

/** Has the server read a filled table. */
export async function readFile(file: File): Promise<ReadEnd> {
  const body = new FormData();
  body.append('file', file);
  try {
    const answer = await fetch(serverUrl('readings'), {
      method: 'POST',
      body,
      headers: { 'Accept-Language': htmlLang(currentLanguage()) },
    });
    const value = (await answer.json()) as Partial<ReadFile> & { errors?: unknown };
    if (!answer.ok) return { kind: 'failed', problems: problemsTold(value.errors) };
    return {
      kind: 'read',
      file: {
        readings: value.readings ?? [],
        problems: value.problems ?? [],
        blank: value.blank ?? 0,
      },
    };
  } catch {
    // The line broke, or what came was no answer of the server.
    return { kind: 'failed', problems: [{ code: 'NETWORK', message: '' }] };
  }
}

/** The rows that are recorded: what is recorded like that already is left out. */
export function toRecord(file: ReadFile): FileRow[] {
  return file.readings.filter(({ fate }) => fate !== 'UNCHANGED');
}

/** Whether the file has several sheets, so that a row alone says too little. */
export function hasSheets({ readings, problems }: ReadFile): boolean {
  return new Set([...readings, ...problems].map(({ sheet }) => sheet)).size > 1;
}

/** Refusals of the rows that were sent, by the rows of the file; the others as they are. */
export function byRow(problems: Problem[], sent: FileRow[]) {
  const ofRows: AtRow[] = [];
  const rest: Problem[] = [];
  for (const problem of problems) {
    const at = /(?:^|\.)readings\.(\d+)(?:\.|$)/.exec(problem.field ?? '')?.[1];
    const of = at === undefined ? undefined : sent[Number(at)];
    if (!of) rest.push(problem);
    else ofRows.push({ sheet: of.sheet, row: of.row, text: problem.message });
  }
  return { ofRows, rest };
}
