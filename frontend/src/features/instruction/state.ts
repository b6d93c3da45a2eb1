import type { Enum } from '@/gql';
import { flag, listOf, text } from '@/lib/urlState';

const states: Enum<'InstructionState'>[] = [
  'ORDERED',
  'ACKNOWLEDGED',
  'ANSWERED',
  'REPORTED',
  'RETURNED',
  'ACCEPTED',
  'WITHDRAWN',
];

/** What the address of the list says; no state means those that are not over. */
export const instructionSpec = { unit: text, state: listOf(states), late: flag };
