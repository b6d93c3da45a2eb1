import { ConflictFields, MovedFields } from '../query';
import { graphql, type ResultOf, type VariablesOf } from '@/gql';

export const CompareQuery = graphql(
  `
    query CompareWhatIf($unitId: ID!, $candidates: [WhatIfCandidateInput!]!, $on: Date) {
      whatIf(unitId: $unitId, candidates: $candidates, on: $on) {
        label
        unchanged
        createdCounts {
          severity
          count
        }
        removedCounts {
          severity
          count
        }
        created {
          ...ConflictFields
        }
        removed {
          ...ConflictFields
        }
        moved {
          ...MovedFields
        }
      }
    }
  `,
  [ConflictFields, MovedFields],
);
export type Compared = ResultOf<typeof CompareQuery>['whatIf'][number];
export type CandidateInput = VariablesOf<typeof CompareQuery>['candidates'][number];
