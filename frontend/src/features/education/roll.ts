import type { Participant } from './query';
import type { Enum } from '@/gql';

/** How somebody took part, as it is marked. */
export interface Mark {
  attendance: Enum<'Attendance'>;
  note: string;
  madeUpOn?: string;
}

/** By participant; who is not marked stays as they are. */
export type Marks = Readonly<Record<string, Mark>>;

/** How a participant is shown while marking: all came of whom nothing else is said. */
export function markOf(one: Participant, marks: Marks): Mark {
  return (
    marks[one.id] ?? {
      attendance: one.attendance ?? 'ATTENDED',
      note: one.note,
      madeUpOn: one.madeUpOn ?? undefined,
    }
  );
}

/** The mark with a change; whoever attended has nothing to make up for. */
export function withChange(mark: Mark, change: Partial<Mark>): Mark {
  const next = { ...mark, ...change };
  return next.attendance === 'ATTENDED' ? { ...next, madeUpOn: undefined } : next;
}

function says(one: Participant, { attendance, note, madeUpOn }: Mark): boolean {
  const before = markOf(one, {});
  return (
    before.attendance === attendance && before.note === note.trim() && before.madeUpOn === madeUpOn
  );
}

/** What is sent of marks: those that say something else than what is recorded, or than that somebody came. */
export function changesOf(people: readonly Participant[], marks: Marks) {
  return people.flatMap((one) => {
    const mark = marks[one.id];
    if (!mark || says(one, mark)) return [];
    return [{ participantId: one.id, ...mark, note: mark.note.trim() }];
  });
}

/** Whether marks take back what was recorded; that somebody made up for it since does not. */
export function takesBack(people: readonly Participant[], marks: Marks): boolean {
  return people.some((one) => {
    const mark = marks[one.id];
    if (!mark || one.attendance === null) return false;
    return !says(one, one.madeUpOn ? mark : { ...mark, madeUpOn: undefined });
  });
}

/** How many are marked how. */
export function totalsOf(people: readonly Participant[], marks: Marks) {
  const totals = { expected: people.length, attended: 0, excused: 0, absent: 0 };
  for (const one of people) {
    const { attendance } = markOf(one, marks);
    if (attendance === 'ATTENDED') totals.attended++;
    else if (attendance === 'EXCUSED') totals.excused++;
    else totals.absent++;
  }
  return totals;
}
