import type { Column } from '../query';

/** What is offered for a cell. */
export interface Suggestion {
  /** Put into the cell. */
  text: string;
  /** Tells two of the same text apart. */
  hint?: string;
}

const manyInputs: readonly Column['input'][] = ['CHOICES', 'POSTS', 'PERSONS', 'RISKS'];
const divider = '、';

/** Whether a cell takes several, divided by 、. */
export function takesMany(input: Column['input']): boolean {
  return manyInputs.includes(input);
}

/** Whether something is offered while the cell is typed into. */
export function suggests(input: Column['input']): boolean {
  return takesMany(input) || ['CHOICE', 'POST', 'PERSON', 'POWER'].includes(input);
}

/** What is being typed: all of it, or behind the last 、. Whole ones are not looked for again. */
export function tokenOf(
  input: Column['input'],
  text: string,
  picked: (token: string) => boolean,
): string {
  if (!takesMany(input)) return text.trim();
  const token = text.split(divider).at(-1)?.trim() ?? '';
  return picked(token) ? '' : token;
}

/** The text with what was chosen in place of what was being typed. */
export function withChoice(
  input: Column['input'],
  text: string,
  chosen: string,
  picked: (token: string) => boolean,
): string {
  if (!takesMany(input)) return chosen;
  const parts = text
    .split(divider)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const last = parts.at(-1);
  const open = !text.trimEnd().endsWith(divider);
  if (open && last !== undefined && !picked(last)) parts.pop();
  if (!parts.includes(chosen)) parts.push(chosen);
  return parts.join(divider);
}

/** Those that begin with what is typed before those that only hold it. */
export function narrowed(options: readonly Suggestion[], token: string): Suggestion[] {
  if (token === '') return [...options];
  const found = options.filter(({ text, hint }) => text.includes(token) || hint?.includes(token));
  return [
    ...found.filter(({ text }) => text.startsWith(token)),
    ...found.filter(({ text }) => !text.startsWith(token)),
  ];
}
