import type { Problem } from '@/lib/errors';

/** Name of a form's field, as antd writes it. */
export type FieldName = (string | number)[];

/** `details.legalBases.0.law` → [`details`, `legalBases`, 0, `law`]. */
export function fieldName(path: string): FieldName {
  const parts = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return parts[0] === 'input' ? parts.slice(1) : parts;
}

export function nameKey(name: FieldName): string {
  return name.join('.');
}

export interface SortedProblems {
  /** Fields of the form with what is wrong in each. */
  fields: { name: FieldName; errors: string[] }[];
  /** What no field of the form stands for. */
  rest: Problem[];
  /** Somebody else saved in between. */
  stale: boolean;
}

/** A newer version exists: not a fault of any field, and the form can catch up with it. */
export function isStale(problem: Problem): boolean {
  return problem.code === 'CONFLICT' && (problem.reason ?? '').startsWith('STALE');
}

/**
 * Finds the field for each problem. Forms name their fields as the API names its
 * inputs, so the paths are the same; a problem inside a field (one id of a list)
 * belongs to that field. Where they are not, `fieldOf` tells the field of a path.
 */
export function sortProblems(
  problems: Problem[],
  registered: FieldName[],
  fieldOf = (path: string) => path,
): SortedProblems {
  const names = new Map(registered.map((name) => [nameKey(name), name]));
  const errors = new Map<string, string[]>();
  const rest: Problem[] = [];
  let stale = false;
  for (const problem of problems) {
    if (isStale(problem)) {
      stale = true;
      continue;
    }
    const key = nearest(problem.field && fieldOf(problem.field), names);
    if (key === undefined) rest.push(problem);
    else errors.set(key, [...(errors.get(key) ?? []), problem.message]);
  }
  // In the order of the form, not of the answer.
  const fields = [...names].flatMap(([key, name]) => {
    const found = errors.get(key);
    return found ? [{ name, errors: found }] : [];
  });
  return { fields, rest, stale };
}

function nearest(path: string | undefined, names: Map<string, FieldName>): string | undefined {
  if (!path) return undefined;
  const name = fieldName(path);
  for (let length = name.length; length > 0; length--) {
    const key = nameKey(name.slice(0, length));
    if (names.has(key)) return key;
  }
  return undefined;
}
