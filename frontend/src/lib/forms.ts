import type { FormInstance } from 'antd';
import type { Problem } from './errors';

/** `input.details.title` → [`details`, `title`]; list positions become numbers. */
function namePath(field: string): (string | number)[] {
  const parts = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return parts[0] === 'input' ? parts.slice(1) : parts;
}

/**
 * Shows each problem at its field where the form has that field, by its whole
 * path or by its last name, and gives back those that belong to none.
 */
export function placeProblems<V>(form: FormInstance<V>, problems: Problem[]): Problem[] {
  const known = Object.keys(form.getFieldsValue(true) as object);
  const rest: Problem[] = [];
  const placed: { name: (string | number)[]; errors: string[] }[] = [];
  for (const problem of problems) {
    const path = problem.field ? namePath(problem.field) : [];
    const last = path.at(-1);
    const name = [path, last === undefined ? [] : [last]].find(
      (candidate) =>
        candidate.length > 0 && (known.includes(String(candidate[0])) || hasField(form, candidate)),
    );
    if (!name) rest.push(problem);
    else placed.push({ name, errors: [problem.message] });
  }
  // antd types the names by the form's values, which the server's answer cannot know.
  form.setFields(placed as unknown as Parameters<typeof form.setFields>[0]);
  return rest;
}

function hasField<V>(form: FormInstance<V>, name: (string | number)[]): boolean {
  return form.getFieldInstance(name as Parameters<typeof form.getFieldInstance>[0]) !== undefined;
}
