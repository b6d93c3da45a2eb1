import { enums, type Enum } from '@/gql';

/** What decided a grade, taken apart so that it can be said in words. */
export type Clause =
  | { kind: 'consequence'; consequence: Enum<'ConsequenceKind'> }
  | { kind: 'likelihood' | 'product' | 'count'; value: string }
  | { kind: 'pastBreach' | 'unlimitedPower' | 'departs' | 'imported' | 'unassessed' };

const plain: Record<string, Clause> = {
  'override:past-breach': { kind: 'pastBreach' },
  'override:unlimited-power': { kind: 'unlimitedPower' },
  'as written in the file': { kind: 'imported' },
  unassessed: { kind: 'unassessed' },
};

const counted: Record<string, 'likelihood' | 'product' | 'count'> = {
  likelihood: 'likelihood',
  'likelihood×severity': 'product',
  count: 'count',
};

/** Null for a clause of a rule that this page does not know; it is shown as it is. */
export function readClause(clause: string): Clause | null {
  if (plain[clause]) return plain[clause];
  if (clause.startsWith('departs from ')) return { kind: 'departs' };
  const [name = '', value] = clause.split('=');
  if (value === undefined) return null;
  const consequence = enums.ConsequenceKind.find((kind) => kind === value);
  if (name === 'consequence' && consequence) return { kind: 'consequence', consequence };
  const kind = counted[name];
  return kind ? { kind, value } : null;
}
