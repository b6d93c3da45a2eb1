import { riskSpec } from '@/features/risk/door';
import { flag, text, writeState, type StateOf } from '@/lib/urlState';

/** Where an instruction is shown. */
export const instructionPath = (id: string) => `/instructions/${id}`;

/** What the address of the page says on which an instruction is given: the unit, and which of its risk points are meant. */
export const newSpec = {
  ...riskSpec,
  /** One risk point. */
  risk: text,
  /** `yes`: the risk points that the other conditions select; else the unit as a whole. */
  selection: flag,
};
export type NewState = StateOf<typeof newSpec>;

/** The page on which an instruction is given. */
export function newInstructionPath(state: Partial<NewState>): string {
  const search = writeState(newSpec, state);
  return search ? `/instructions/new?${search}` : '/instructions/new';
}
