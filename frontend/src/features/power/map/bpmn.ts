import { planOf, type Plan, type Step, type Way } from './plan';
import type { Problem } from '@/lib/errors';
import { currentLanguage, htmlLang } from '@/lib/i18n';
import { serverUrl } from '@/lib/page';
import { problemsTold } from '@/lib/upload';

/** Something that a file holds and a process does not, in words. */
export interface BpmnNote {
  code: string;
  message: string;
  line: number;
}

/** One process of a file, as it may be edited. */
export interface BpmnProcess {
  name: string;
  lanes: string[];
  notes: BpmnNote[];
  plan: Plan;
}

export interface BpmnFile {
  name: string;
  tool: string;
  notes: BpmnNote[];
  processes: BpmnProcess[];
}

export type BpmnRead = { kind: 'read'; file: BpmnFile } | { kind: 'failed'; problems: Problem[] };

interface Answer {
  name: string;
  tool: string;
  notes: BpmnNote[];
  processes: (Omit<BpmnProcess, 'plan'> & { explanation: string; steps: Step[]; edges: Way[] })[];
}

/** Has the server read a BPMN file for a power; nothing is kept there. */
export async function readBpmn(powerId: string, file: File): Promise<BpmnRead> {
  const body = new FormData();
  body.append('file', file);
  try {
    const response = await fetch(serverUrl(`power/${powerId}/bpmn`), {
      method: 'POST',
      body,
      headers: { 'Accept-Language': htmlLang(currentLanguage()) },
    });
    const answer = (await response.json()) as Answer & { errors?: unknown };
    if (!response.ok) return { kind: 'failed', problems: problemsTold(answer.errors) };
    const processes = answer.processes.map(({ explanation, steps, edges, ...rest }) => ({
      ...rest,
      plan: planOf({ explanation, steps, edges }),
    }));
    return { kind: 'read', file: { ...answer, processes } };
  } catch {
    return { kind: 'failed', problems: problemsTold(undefined) };
  }
}

/** The address of a version as a BPMN file. */
export function bpmnAddress(processId: string): string {
  return serverUrl(`process/${processId}.bpmn`);
}
