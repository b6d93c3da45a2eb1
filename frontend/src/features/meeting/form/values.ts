import type { MeetingDetail, PlanMeetingMutation } from '../query';
import type { VariablesOf } from '@/gql';

/** Fields of the form; named as the API names them, so that its problems find them. */
export interface MeetingValues {
  unitId?: string;
  head?: string;
  details: {
    title?: string;
    heldOn?: string;
    place?: string;
    campaignId?: string;
    quorum?: number | null;
    recorderId?: string;
    /** Ids of people. */
    members: string[];
  };
}

export type MeetingDetails = VariablesOf<typeof PlanMeetingMutation>['input']['details'];

export function newMeeting(
  unitId: string | undefined,
  heldOn: string,
  title?: string,
): MeetingValues {
  return {
    unitId,
    head: undefined,
    details: {
      title,
      heldOn,
      place: undefined,
      campaignId: undefined,
      quorum: undefined,
      recorderId: undefined,
      members: [],
    },
  };
}

export function valuesOf(meeting: MeetingDetail): MeetingValues {
  const seen = meeting.members.flatMap((m) =>
    m.person ? [{ id: m.person.id, head: m.head }] : [],
  );
  return {
    unitId: meeting.unit?.id,
    head: seen.find((m) => m.head)?.id,
    details: {
      title: meeting.title,
      heldOn: meeting.heldOn,
      place: meeting.place || undefined,
      campaignId: meeting.campaign?.id,
      quorum: meeting.quorum,
      recorderId: meeting.recorder?.id,
      members: seen.map((m) => m.id),
    },
  };
}

export function toDetails({ head, details }: MeetingValues): MeetingDetails {
  return {
    title: details.title ?? '',
    heldOn: details.heldOn ?? '',
    place: details.place ?? '',
    campaignId: details.campaignId,
    quorum: details.quorum ?? undefined,
    recorderId: details.recorderId,
    // The head sits first.
    members: [...details.members]
      .sort((a, b) => Number(b === head) - Number(a === head))
      .map((personId) => ({ personId, head: personId === head })),
  };
}
