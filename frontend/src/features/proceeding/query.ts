import { graphql, type ResultOf, type VariablesOf } from '@/gql';

export const ProceedingFields = graphql(`
  fragment ProceedingFields on Proceeding @_unmask {
    id
    version
    power {
      id
      name
    }
    unit {
      id
      name
    }
    number
    receivedOn
    state
    closedOn
    result
    limit
    dueOn
    deviations {
      kind
      message
      stepKey
      otherKey
      ruleCode
      from
      to
      person {
        id
        name
      }
    }
    mayRecord
  }
`);
export type ProceedingRow = ResultOf<typeof ProceedingFields>;
export type Deviation = ProceedingRow['deviations'][number];

export const ProceedingListQuery = graphql(
  `
    query ProceedingList($filter: ProceedingFilter, $after: String, $count: Boolean!) {
      proceedings(filter: $filter, first: 50, after: $after) {
        nodes {
          ...ProceedingFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,
  [ProceedingFields],
);

export const ProceedingQuery = graphql(
  `
    query Proceeding($id: ID!) {
      node(id: $id) {
        __typename
        ... on Proceeding {
          ...ProceedingFields
          limitDays
          process {
            id
            revision
            steps {
              key
              name
            }
          }
          steps(corrected: true) {
            stepKey
            stepName
            began
            ended
            outcome
            person {
              id
              name
            }
            personName
            note
            source
            at
            actorName
            withdrawn
            replacedAt
          }
          pauses(corrected: true) {
            kind
            from
            to
            note
            source
            at
            actorName
            withdrawn
            replacedAt
          }
        }
      }
    }
  `,
  [ProceedingFields],
);
type Node = NonNullable<ResultOf<typeof ProceedingQuery>['node']>;
export type Proceeding = Extract<Node, { __typename: 'Proceeding' }>;
export type KeptStep = Proceeding['steps'][number];
export type KeptPause = Proceeding['pauses'][number];

/** The steps that a new proceeding of a power may begin with. */
export const StepsOfPowerQuery = graphql(`
  query StepsOfPower($id: ID!) {
    node(id: $id) {
      __typename
      ... on Power {
        id
        name
        mayRecordProceedings
        processes {
          id
          current
          steps {
            key
            name
          }
        }
      }
    }
  }
`);

export const PowerProceedingsQuery = graphql(
  `
    query PowerProceedings($id: ID!, $strays: [DeviationKind!]) {
      node(id: $id) {
        __typename
        ... on Power {
          id
          mayRecordProceedings
        }
      }
      last: proceedings(filter: { powerId: $id }, first: 5) {
        nodes {
          ...ProceedingFields
        }
        totalCount
      }
      underWay: proceedings(filter: { powerId: $id, states: [UNDER_WAY, PAUSED] }, first: 1) {
        totalCount
      }
      straying: proceedings(filter: { powerId: $id, strays: $strays, lasting: true }, first: 1) {
        totalCount
      }
    }
  `,
  [ProceedingFields],
);

export const ProceedingFiguresQuery = graphql(`
  query ProceedingFigures($powerId: ID!, $from: Date, $to: Date) {
    proceedingFigures(powerId: $powerId, from: $from, to: $to) {
      from
      to
      total
      over
      strays {
        kind
        count
      }
      medianMinutes
      steps {
        stepKey
        stepName
        count
        ended
        medianMinutes
        late
        skipped
        returned
      }
    }
  }
`);
export type Figures = ResultOf<typeof ProceedingFiguresQuery>['proceedingFigures'];
export type StepFigures = Figures['steps'][number];

export const RecordProceedingsMutation = graphql(`
  mutation RecordProceedings($input: RecordProceedingsInput!) {
    recordProceedings(input: $input) {
      outcomes {
        proceeding {
          id
          version
        }
        fate
        offMap
        unmatched
      }
    }
  }
`);

/** Only tells what would be recorded. */
export const TryProceedingsMutation = graphql(`
  mutation TryProceedings($input: RecordProceedingsInput!) {
    recordProceedings(input: $input) {
      outcomes {
        offMap
        unmatched
        deviations {
          message
          to
        }
      }
    }
  }
`);
export type Entry = VariablesOf<typeof RecordProceedingsMutation>['input']['proceedings'][number];
export type StepEntry = NonNullable<Entry['steps']>[number];
