import type { Entry } from './query';
import type { Enum } from '@/gql';
import type { Problem } from '@/lib/errors';
import { currentLanguage, htmlLang } from '@/lib/i18n';
import { serverUrl } from '@/lib/page';
import { problemsTold } from '@/lib/upload';

/** Where something stands in the file; row 0 is the whole sheet. */
export interface Place {
  sheet: string;
  row: number;
}

export interface AtRow extends Place {
  text: string;
}

/** A proceeding of a filled table as the server reads it; nothing is recorded yet. */
export interface FileRow extends Place {
  number: string;
  power: string;
  unit: string;
  fate: Enum<'ProceedingFate'>;
  state: Enum<'ProceedingState'>;
  /** How many steps and pauses would be recorded. */
  recorded: number;
  offMap: string[];
  unmatched: string[];
  /** In words. */
  deviations: string[];
  /** As it is sent. */
  entry: Entry;
}

/** What is not recorded and why, in both languages. */
export interface FileProblem extends Place {
  zh: string;
  en: string;
}

export interface ReadFile {
  proceedings: FileRow[];
  problems: FileProblem[];
  /** Rows of the file that say something of a proceeding. */
  rows: number;
}

export type ReadEnd = { kind: 'read'; file: ReadFile } | { kind: 'failed'; problems: Problem[] };

/** What a table is narrowed to. */
export interface Of {
  powerId?: string;
  unitId?: string;
}

/** Where the table is: of a power, of the powers of a unit and those below it, or of all. */
export function tableUrl({ powerId, unitId }: Of): string {
  const search = powerId
    ? `?power=${encodeURIComponent(powerId)}`
    : unitId
      ? `?unit=${encodeURIComponent(unitId)}`
      : '';
  return serverUrl(`proceedings.xlsx${search}`);
}

/** Has the server read a filled table; rows that name no power are of this one. */
export async function readFile(file: File, powerId: string | undefined): Promise<ReadEnd> {
  const body = new FormData();
  body.append('file', file);
  const search = powerId ? `?power=${encodeURIComponent(powerId)}` : '';
  try {
    const answer = await fetch(serverUrl(`proceedings${search}`), {
      method: 'POST',
      body,
      headers: { 'Accept-Language': htmlLang(currentLanguage()) },
    });
    const value = (await answer.json()) as Partial<ReadFile> & { errors?: unknown };
    if (!answer.ok) return { kind: 'failed', problems: problemsTold(value.errors) };
    const { proceedings = [], problems = [], rows = 0 } = value;
    return { kind: 'read', file: { proceedings, problems, rows } };
  } catch {
    // The line broke, or what came was no answer of the server.
    return { kind: 'failed', problems: [{ code: 'NETWORK', message: '' }] };
  }
}

/** The proceedings that are recorded: what is recorded like that already is left out. */
export function toRecord(file: ReadFile): FileRow[] {
  return file.proceedings.filter(({ fate }) => fate !== 'UNCHANGED');
}

/** Whether the file has several sheets, so that a row alone says too little. */
export function hasSheets({ proceedings, problems }: ReadFile): boolean {
  return new Set([...proceedings, ...problems].map(({ sheet }) => sheet)).size > 1;
}

/** Refusals of what was sent, by the rows of the file; the others as they are. */
export function byRow(problems: Problem[], sent: FileRow[]) {
  const ofRows: AtRow[] = [];
  const rest: Problem[] = [];
  for (const problem of problems) {
    const at = /(?:^|\.)proceedings\.(\d+)(?:\.|$)/.exec(problem.field ?? '')?.[1];
    const of = at === undefined ? undefined : sent[Number(at)];
    if (!of) rest.push(problem);
    else ofRows.push({ sheet: of.sheet, row: of.row, text: `${of.number}：${problem.message}` });
  }
  return { ofRows, rest };
}
