import { graphql, type ResultOf } from '@/gql';

export const CountsFields = graphql(`
  fragment CountsFields on RiskCounts @_unmask {
    a
    b
    c
    ungraded
    total
    uncontrolledA
    worst
  }
`);
export type Counts = ResultOf<typeof CountsFields>;

export const ChangesFields = graphql(`
  fragment ChangesFields on RiskChanges @_unmask {
    added
    raised
    lowered
    retired
  }
`);
export type Changes = ResultOf<typeof ChangesFields>;

export const MatrixQuery = graphql(
  `
    query Matrix($unitId: ID, $by: MatrixBy!, $filter: CountFilter, $since: Date) {
      gradeMatrix(unitId: $unitId, by: $by, filter: $filter, since: $since) {
        unit {
          id
          name
          kind
          path {
            id
            name
          }
        }
        by
        columns
        totals
        truncated
        rows {
          key
          label
          worst
          counts
          unit {
            id
            childCount
            conflictCounts {
              severity
              open
            }
          }
          post {
            id
            name
            unit {
              id
              name
            }
          }
          changes {
            ...ChangesFields
          }
        }
      }
    }
  `,
  [ChangesFields],
);
export type Matrix = ResultOf<typeof MatrixQuery>['gradeMatrix'];
export type MatrixRow = Matrix['rows'][number];
