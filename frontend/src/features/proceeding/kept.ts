import type { Entry, KeptPause, KeptStep, ProceedingRow, StepEntry } from './query';

interface Kept {
  at: string;
  actorName: string;
  withdrawn: boolean;
  replacedAt: string | null;
}

/** Whether a record holds: nothing took its place, and it takes nothing back. */
export function holds({ withdrawn, replacedAt }: Kept): boolean {
  return !withdrawn && replacedAt === null;
}

/** What a step is known by, whatever is recorded of it. */
export function stepId({ stepName, began }: Pick<KeptStep, 'stepName' | 'began'>): string {
  return `${began} ${stepName}`;
}

/** What a pause is known by. */
export function pauseId({ kind, from }: Pick<KeptPause, 'kind' | 'from'>): string {
  return `${from} ${kind}`;
}

/** The record that took the place of another. */
export function successor<K extends Kept>(
  one: K,
  all: readonly K[],
  idOf: (one: K) => string,
): K | undefined {
  return all.find((other) => other.at === one.replacedAt && idOf(other) === idOf(one));
}

/** Names a proceeding that is there. */
export function named({ power, number }: Pick<ProceedingRow, 'power' | 'number'>): Entry {
  return { powerId: power?.id, number };
}

/** Names a step that is recorded, with who took it: what a record does not say does not stay. */
export function recorded(step: KeptStep): StepEntry {
  return {
    step: step.stepKey || step.stepName,
    began: step.began,
    personId: step.person?.id,
    name: step.person ? '' : step.personName,
  };
}

/** What a form says of a step; the fields are named as the API names them. */
export interface StepValues {
  step?: string;
  began?: string;
  ended?: string;
  outcome?: StepEntry['outcome'];
  personId?: string;
  name?: string;
  note?: string;
}

export const blankStep: StepValues = {
  step: undefined,
  began: undefined,
  ended: undefined,
  outcome: 'PASSED',
  personId: undefined,
  name: undefined,
  note: undefined,
};

export function toStep(values: StepValues): StepEntry {
  const { step = '', began = '', ended, outcome, personId, name = '', note = '' } = values;
  return {
    step: step.trim(),
    began,
    ended,
    outcome: ended ? outcome : undefined,
    personId,
    // Who is chosen from the register needs no name.
    name: personId ? '' : name.trim(),
    note,
  };
}

/** The field of a form that a path of the API's input means: forms record one thing of one proceeding. */
export function fieldOf(path: string): string {
  return path.replace(/^(input\.)?proceedings\.\d+\./, '').replace(/^(steps|pauses)\.\d+\./, '');
}

/** Steps to choose from: by name, or by key where two have one name. */
export function stepOptions(steps: readonly { key: string; name: string }[]) {
  return steps.map(({ key, name }) => {
    const several = steps.filter((other) => other.name === name).length > 1;
    return several ? { value: key, label: `${name}（${key}）` } : { value: name, label: name };
  });
}

/** The choice among the steps of a process that a recorded step stands for. */
export function choiceOf(
  { stepKey, stepName }: Pick<KeptStep, 'stepKey' | 'stepName'>,
  steps: readonly { key: string; name: string }[],
): string {
  const at = steps.findIndex(({ key }) => stepKey !== '' && key === stepKey);
  return stepOptions(steps)[at]?.value ?? stepName;
}
