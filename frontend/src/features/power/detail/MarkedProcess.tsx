import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { StepMark } from '../map/shapes';
import { ProcessQuery, type ProcessDetail } from './query';
import { useReading } from './reading';
import { Loading } from '@/ui/Loading';
import { Query } from '@/ui/Query';

const MapCanvas = lazy(() => import('../map/MapCanvas'));

interface Props {
  /** Version of a process. */
  id: string;
  /** What is told of its steps, by their keys. */
  marks: Map<string, StepMark>;
}

/** The map of a process with what happened at its steps. */
export default function MarkedProcess({ id, marks }: Props) {
  const [result, reload] = useQuery({ query: ProcessQuery, variables: { id } });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
      {({ node }) =>
        node?.__typename === 'Process' ? <Drawn process={node} marks={marks} /> : null
      }
    </Query>
  );
}

/** What a version of a process has of risk points is not what happened at its steps. */
function bare(process: ProcessDetail): ProcessDetail {
  const steps = process.steps.map((step) => ({ ...step, riskPoints: [] }));
  return { ...process, stood: [], steps };
}

function Drawn({ process, marks }: { process: ProcessDetail; marks: Props['marks'] }) {
  const { t } = useTranslation('power');
  const shown = useMemo(() => bare(process), [process]);
  const reading = useReading(shown, 'none', undefined, marks);
  return (
    <Suspense fallback={<Loading rows={5} />}>
      <MapCanvas
        laid={reading.laid}
        views={reading.views}
        words={reading.words}
        label={t('graph.label', { count: process.steps.length })}
        most={720}
      />
    </Suspense>
  );
}
