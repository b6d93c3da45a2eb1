import type { AgendaItem, Candidate, MeetingDetail, Member, SetAgendaMutation } from '../query';
import type { Enum, VariablesOf } from '@/gql';

/** An item of an agenda that is being written. */
export interface Entry {
  kind: Enum<'ItemKind'>;
  /** The risk point, the unit or the measure. */
  id: string;
  title: string;
  unit: string;
  /** The grade that is voted on; of grades alone. */
  grade: Enum<'Grade'>;
  /** Why to retire a risk point, or the comprehensive measure. */
  content: string;
  /** Of a retirement alone. */
  ground: Enum<'RetireGround'>;
}

export function entriesOf(items: AgendaItem[]): Entry[] {
  return items.flatMap((item) => {
    const about = item.riskPoint ?? item.aboutUnit ?? item.measure;
    if (!about) return [];
    const { kind, title, unitName, content } = item;
    const grade = item.grade ?? 'A';
    return [
      {
        kind,
        id: about.id,
        title,
        unit: unitName,
        grade,
        content,
        ground: item.ground ?? 'NO_RISK',
      },
    ];
  });
}

/** An entry as the server takes it. */
export function inputOf({
  kind,
  id,
  grade,
  content,
  ground,
}: Entry): VariablesOf<typeof SetAgendaMutation>['input']['items'][number] {
  switch (kind) {
    case 'GRADE':
      return { riskPointId: id, grade };
    case 'RETIREMENT':
      return { kind, riskPointId: id, content, ground };
    case 'OPENING_DECISION':
      return { kind, unitId: id };
    case 'COMPREHENSIVE_MEASURE':
      return { kind, measureId: id, content };
  }
}

/** Puts a risk point at the end, with the grade that was proposed for it. */
export function addTo(entries: Entry[], risk: Omit<Candidate, 'grade'>): Entry[] {
  if (entries.some((entry) => entry.id === risk.id)) return entries;
  const grade = risk.proposedGrade ?? 'A';
  return [
    ...entries,
    {
      kind: 'GRADE',
      id: risk.id,
      title: risk.title,
      unit: risk.unit?.name ?? '',
      grade,
      content: '',
      ground: 'NO_RISK',
    },
  ];
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
  state: 'uncounted' | 'recused' | 'unsigned' | 'voted' | 'next' | 'waiting';
  /** Whether the vote was recorded from paper. */
  paper: boolean;
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
      const cast = item.votes.find((v) => v.memberId === member.id);
      const vote = cast?.vote ?? null;
      const paper = cast?.manner === 'PAPER';
      if (item.count.uncounted.includes(member.id))
        return { member, state: 'uncounted', vote, paper };
      if (item.count.recused.includes(member.id)) return { member, state: 'recused', vote, paper };
      if (item.count.unsigned.includes(member.id))
        return { member, state: 'unsigned', vote, paper };
      if (vote) return { member, state: 'voted', vote, paper };
      // Only the head has to wait for the others.
      const may = !member.head || next === member.id;
      return { member, state: may ? 'next' : 'waiting', vote, paper };
    });
}

/** The member whose vote others have recorded and countersigned, and who may yet confirm it. */
export function unconfirmed(
  item: Pick<AgendaItem, 'votes' | 'count'>,
  members: Member[],
  person: string | undefined,
): string | undefined {
  const me = members.find((member) => !!member.person && member.person.id === person)?.id;
  const own = item.votes.find(
    ({ memberId, manner, countersignerId }) =>
      memberId === me && manner === 'PAPER' && countersignerId !== null && countersignerId !== me,
  );
  return own && !item.count.uncounted.includes(own.memberId) ? own.memberId : undefined;
}

/** The vote that a key stands for. */
export function voteOfKey(key: string): Enum<'Vote'> | undefined {
  return ({ '1': 'FOR', '2': 'AGAINST', '3': 'ABSTAIN' } as const)[key];
}
