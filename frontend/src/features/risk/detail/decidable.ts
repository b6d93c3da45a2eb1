import { enums, type Enum } from '@/gql';

type Grade = Enum<'Grade'>;

/** Grades that the viewer's actions on this risk point let them decide. */
export function decidableGrades(actions: readonly Enum<'Action'>[]): Grade[] {
  return enums.Grade.filter((grade) => actions.includes(`DECIDE_${grade}`));
}

/** A is the worst, so a later letter is the milder grade. */
export function lowers(from: Grade | null, to: Grade): boolean {
  return from !== null && to > from;
}
