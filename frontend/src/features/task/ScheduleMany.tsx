import { useQuery } from 'urql';
import type { Measure } from './measure';
import { SchedulesQuery } from './query';
import { ScheduleDialog } from './ScheduleDialog';
import type { Enum } from '@/gql';
import { ErrorState } from '@/ui/ErrorState';

interface Props {
  kind: Enum<'TaskKind'>;
  measures: Measure[];
  onClose: () => void;
  onDone: () => void;
}

/** Schedules tasks of many measures alike. */
export default function ScheduleMany({ kind, measures, onClose, onDone }: Props) {
  const [{ data, error }, reload] = useQuery({
    query: SchedulesQuery,
    variables: { measureIds: measures.map(({ id }) => id) },
    requestPolicy: 'network-only',
  });
  if (error) return <ErrorState error={error} onRetry={reload} />;
  if (!data) return null;
  return (
    <ScheduleDialog
      kind={kind}
      measures={measures}
      schedules={data.taskSchedules.filter((one) => one.kind === kind)}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
