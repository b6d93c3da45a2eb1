import type { Enum } from '@/gql';
import { flag, listOf, text } from '@/lib/urlState';

const states: Enum<'TaskState'>[] = ['DUE', 'DONE', 'MISSED', 'CANCELLED'];

/** What the address of the list says; no state means those that are open. */
export const taskSpec = { unit: text, state: listOf(states), late: flag };
