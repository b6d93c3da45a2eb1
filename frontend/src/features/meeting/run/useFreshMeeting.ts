import { useClient } from 'urql';
import { MeetingQuery, type MeetingDetail } from '../query';

/**
 * Reads a meeting as it stands now, for a dialog that begins with `start`; none where it no longer
 * allows what the dialog asks. Things of the meeting that count by themselves name their version.
 */
export function useFreshMeeting(id: string) {
  const client = useClient();
  return async <V extends object>(
    start: V,
    allows: (meeting: MeetingDetail) => boolean,
    versionOf: (meeting: MeetingDetail) => number | undefined = ({ version }) => version,
  ) => {
    const { data } = await client
      .query(MeetingQuery, { id }, { requestPolicy: 'network-only' })
      .toPromise();
    const meeting = data?.node?.__typename === 'Meeting' ? data.node : undefined;
    const version = meeting && allows(meeting) ? versionOf(meeting) : undefined;
    return version === undefined ? null : { start, version };
  };
}
