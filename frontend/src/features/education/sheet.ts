import type { Mark, Marks } from './roll';
import type { Problem } from '@/lib/errors';
import { currentLanguage, htmlLang } from '@/lib/i18n';
import { serverUrl } from '@/lib/page';
import { problemsTold } from '@/lib/upload';

/** A row of a filled sheet as the server reads it; nothing is recorded yet. */
interface SheetMark extends Pick<Mark, 'attendance' | 'note'> {
  participantId: string;
  madeUpOn: string | null;
  /** Whether it says something else than what is recorded, or than that somebody came. */
  changed: boolean;
}

/** What is wrong with a row, in both languages. */
export interface SheetProblem {
  sheet: string;
  row: number;
  zh: string;
  en: string;
}

export interface ReadSheet {
  marks: SheetMark[];
  problems: SheetProblem[];
  /** Rows that say nothing of the attendance. */
  blank: number;
}

export type SheetEnd = { kind: 'read'; sheet: ReadSheet } | { kind: 'failed'; problems: Problem[] };

/** Where the sheet of a session is. */
export function sheetUrl(sessionId: string): string {
  return serverUrl(`attendance/${sessionId}.xlsx`);
}

/** Has the server read a filled sheet. */
export async function readSheet(sessionId: string, file: File): Promise<SheetEnd> {
  const body = new FormData();
  body.append('file', file);
  try {
    const answer = await fetch(serverUrl(`attendance/${sessionId}`), {
      method: 'POST',
      body,
      headers: { 'Accept-Language': htmlLang(currentLanguage()) },
    });
    const value = (await answer.json()) as Partial<ReadSheet> & { errors?: unknown };
    if (!answer.ok) return { kind: 'failed', problems: problemsTold(value.errors) };
    const { marks = [], problems = [], blank = 0 } = value;
    return { kind: 'read', sheet: { marks, problems, blank } };
  } catch {
    // The line broke, or what came was no answer of the server.
    return { kind: 'failed', problems: [{ code: 'NETWORK', message: '' }] };
  }
}

/** The marks that a sheet makes. */
export function marksOf({ marks }: ReadSheet): Marks {
  return Object.fromEntries(
    marks.map(({ participantId, attendance, note, madeUpOn }) => [
      participantId,
      { attendance, note, madeUpOn: madeUpOn ?? undefined },
    ]),
  );
}
