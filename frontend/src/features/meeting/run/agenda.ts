import type { AgendaItem, Candidate, MeetingDetail, Member } from '../query';
import type { Enum } from '@/gql';

/** A risk point on an agenda that is being written. */
export interface Entry {
  id: string;
  title: string;
  unit: string;
  /** The grade that is voted on. */
  grade: Enum<'Grade'>;
}

export function entriesOf(items: AgendaItem[]): Entry[] {
  return items.flatMap(({ riskPoint, proposed }) =>
    riskPoint
      ? [
          {
            id: riskPoint.id,
            title: riskPoint.title,
            unit: riskPoint.unit?.name ?? '',
            grade: proposed,
          },
        ]
      : [],
  );
}

/** Puts a risk point at the end, with the grade that was proposed for it. */
export function addTo(entries: Entry[], risk: Omit<Candidate, 'grade'>): Entry[] {
  if (entries.some((entry) => entry.id === risk.id)) return entries;
  const grade = risk.proposedGrade ?? 'A';
  return [...entries, { id: risk.id, title: risk.title, unit: risk.unit?.name ?? '', grade }];
}

/** Moves an entry up (-1) or down (1). */
export function move(entries: Entry[], from: number, by: -1 | 1): Entry[] {
  const to = from + by;
  const [one, two] = [entries[from], entries[to]];
  if (!one || !two) return entries;
  return entries.map((entry, i) => (i === from ? two : i === to ? one : entry));
}

/** Whether votes on an item can be cast. */
export function isRunning(
  { nextSteps }: Pick<MeetingDetail, 'nextSteps'>,
  item: Pick<AgendaItem, 'state'> | undefined,
): boolean {
  return nextSteps.includes('VOTE') && (item?.state === 'PENDING' || item?.state === 'VOTING');
}

export interface Attendee {
  member: Member;
  state: 'recused' | 'voted' | 'next' | 'waiting';
  vote: Enum<'Vote'> | null;
}

/** Who attends, and where each stands with an item: the head is the last to vote. */
export function attendeesOf(
  members: Member[],
  item: Pick<AgendaItem, 'votes' | 'count'>,
): Attendee[] {
  const next = item.count.missing[0];
  return members
    .filter((member) => member.present)
    .map((member) => {
      const vote = item.votes.find((v) => v.memberId === member.id)?.vote ?? null;
      if (item.count.recused.includes(member.id)) return { member, state: 'recused', vote };
      if (vote) return { member, state: 'voted', vote };
      // Only the head has to wait for the others.
      const may = !member.head || next === member.id;
      return { member, state: may ? 'next' : 'waiting', vote };
    });
}

/** The vote that a key stands for. */
export function voteOfKey(key: string): Enum<'Vote'> | undefined {
  return ({ '1': 'FOR', '2': 'AGAINST', '3': 'ABSTAIN' } as const)[key];
}
