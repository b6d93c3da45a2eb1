import type { Session } from './query';
import type { Enum } from '@/gql';

/** What a form says of a session. */
export interface DetailValues {
  kind: Enum<'EducationKind'>;
  topic?: string;
  heldOn?: string;
  hours?: number | null;
  place?: string;
  leaderId?: string;
  leaderText?: string;
  keepsLeader: boolean;
  measureIds: string[];
  notes?: string;
}

export const blankDetails: DetailValues = {
  kind: 'WARNING_CASES',
  topic: undefined,
  heldOn: undefined,
  hours: 1,
  place: undefined,
  leaderId: undefined,
  leaderText: undefined,
  keepsLeader: false,
  measureIds: [],
  notes: undefined,
};

/** Whether the form can't show who leads the session; that is not changed unasked. */
export function hides({ namesLeader, leader }: Pick<Session, 'namesLeader' | 'leader'>): boolean {
  return namesLeader && !leader;
}

export function detailsOf(session: Session): DetailValues {
  return {
    kind: session.kind,
    topic: session.topic,
    heldOn: session.heldOn,
    hours: session.minutes / 60,
    place: session.place,
    leaderId: session.leader?.id,
    leaderText: session.leaderText,
    keepsLeader: hides(session),
    measureIds: session.measures.map(({ id }) => id),
    notes: session.notes,
  };
}

export function toDetails(values: DetailValues) {
  const { kind, topic = '', heldOn = '', hours, place = '', notes = '', measureIds } = values;
  const { leaderId, leaderText = '', keepsLeader } = values;
  return {
    kind,
    topic,
    heldOn,
    minutes: Math.round((hours ?? 0) * 60),
    place,
    notes,
    measureIds,
    leaderId: keepsLeader ? undefined : leaderId,
    leaderText: keepsLeader ? '' : leaderText,
    keepsLeader,
  };
}

/** The field of a form to which the server's name of an input belongs. */
export function fieldOf(path: string): string {
  const field = path.replace(/^(input\.)?(details|invite)\./, '');
  return field === 'minutes' ? 'hours' : field;
}
