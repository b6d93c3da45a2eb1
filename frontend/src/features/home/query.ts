import { ChangesFields, CountsFields } from '@/features/supervision/door';
import { graphql, type ResultOf } from '@/gql';

export const HomeSupervisionQuery = graphql(
  `
    query HomeSupervision($since: Date) {
      supervision(since: $since) {
        counts {
          ...CountsFields
        }
        portfolios {
          role
          portfolio {
            id
            kind
          }
          unit {
            id
            name
            conflictCounts {
              severity
              open
            }
          }
          counts {
            ...CountsFields
          }
          changes {
            ...ChangesFields
          }
        }
      }
    }
  `,
  [CountsFields, ChangesFields],
);
export type Supervision = ResultOf<typeof HomeSupervisionQuery>['supervision'];

export const HomeUnitsQuery = graphql(
  `
    query HomeUnits($ids: [ID!]!) {
      nodes(ids: $ids) {
        __typename
        ... on Unit {
          id
          name
          conflictCounts {
            severity
            open
          }
          riskCounts {
            ...CountsFields
          }
        }
      }
    }
  `,
  [CountsFields],
);

export const ToDoQuery = graphql(`
  query ToDo {
    toDo {
      kind
      count
      more
      items {
        id
        path
        title
        formKind
        formState
        actKind
        unit
        person
        dueOn
      }
    }
  }
`);
export type ToDoSection = ResultOf<typeof ToDoQuery>['toDo'][number];
