import type { Problem } from '@/lib/errors';
import { currentLanguage, htmlLang } from '@/lib/i18n';
import { serverUrl } from '@/lib/page';
import { problemsTold } from '@/lib/upload';

export interface CellChange {
  code: string;
  before: string;
  after: string;
  clash: boolean;
}
export interface RowChange {
  section: string;
  kind: 'ADDED' | 'CHANGED' | 'REMOVED';
  key: string;
  number: number;
  cells: CellChange[];
}
export interface Remark {
  section: string;
  number: number;
  column: string;
  reason: string;
  message: string;
}
/** What a filled file does, or did, to a form. */
export interface FormImport {
  draftVersion: number;
  committed: boolean;
  unchanged: number;
  fields: CellChange[];
  rows: RowChange[];
  problems: Remark[];
  remarks: Remark[];
}

export type ImportEnd =
  { kind: 'done'; result: FormImport } | { kind: 'failed'; problems: Problem[] };

/** Sends a filled form: as a dry run, or into the draft of the version that the dry run told. */
export async function importFile(
  formId: string,
  file: File,
  draftVersion?: number,
): Promise<ImportEnd> {
  const body = new FormData();
  body.append('file', file);
  const commit = draftVersion === undefined ? '' : `?commit=${draftVersion}`;
  try {
    const answer = await fetch(serverUrl(`form/${encodeURIComponent(formId)}/import${commit}`), {
      method: 'POST',
      body,
      headers: { 'Accept-Language': htmlLang(currentLanguage()) },
    });
    const value = (await answer.json()) as FormImport & { errors?: unknown };
    if (answer.ok) return { kind: 'done', result: value };
    return { kind: 'failed', problems: problemsTold(value.errors) };
  } catch {
    // The line broke, or what came was no answer of the server.
    return { kind: 'failed', problems: [{ code: 'NETWORK', message: '' }] };
  }
}
