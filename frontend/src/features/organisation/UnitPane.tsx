import { useQuery } from 'urql';
import { UnitPaneQuery } from './query';
import type { UnitPartProps } from './unitPart';
import { UnitPeople } from './UnitPeople';
import { UnitPortfolios } from './UnitPortfolios';
import { UnitPosts } from './UnitPosts';
import { UnitSummary } from './UnitSummary';
import { UnitWaiting } from './UnitWaiting';
import { NotFound } from '@/ui/NotFound';
import { Query } from '@/ui/Query';

interface Props {
  id: string;
  /** To be called when the unit was renamed, moved or closed, or got a unit below it. */
  onTreeChanged: () => void;
}

/** All about one unit. */
export function UnitPane({ id, onTreeChanged }: Props) {
  const [result, reload] = useQuery({ query: UnitPaneQuery, variables: { id } });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Query result={result} onRetry={again} rows={10}>
      {({ node, waitingActs }) => {
        if (node?.__typename !== 'Unit') return <NotFound />;
        const part: UnitPartProps = { unit: node, onChanged: again };
        return (
          <>
            <UnitSummary {...part} onTreeChanged={onTreeChanged} />
            <UnitWaiting acts={waitingActs.acts} />
            <UnitPortfolios {...part} />
            <UnitPosts {...part} />
            <UnitPeople {...part} />
          </>
        );
      }}
    </Query>
  );
}
