import { graphql, type ResultOf } from '@/gql';

export const SessionFields = graphql(`
  fragment SessionFields on EducationSession @_unmask {
    id
    version
    unit {
      id
      name
    }
    kind
    topic
    heldOn
    place
    minutes
    state
    overdue
    counts {
      expected
      attended
      excused
      absent
      madeUp
    }
    mine {
      id
      attendance
      note
      madeUpOn
    }
  }
`);
export type SessionRow = ResultOf<typeof SessionFields>;

export const SessionListQuery = graphql(
  `
    query EducationSessionList($filter: EducationSessionFilter, $after: String, $count: Boolean!) {
      educationSessions(filter: $filter, first: 50, after: $after) {
        nodes {
          ...SessionFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,
  [SessionFields],
);

export const SessionQuery = graphql(
  `
    query EducationSession($id: ID!) {
      node(id: $id) {
        __typename
        ... on EducationSession {
          ...SessionFields
          leader {
            id
            name
          }
          namesLeader
          leaderText
          notes
          cancelReason
          measures {
            id
            content
          }
          completable {
            id
            version
            work
            dueOn
            wantsFile
          }
          mayChange
        }
      }
    }
  `,
  [SessionFields],
);
type Node = NonNullable<ResultOf<typeof SessionQuery>['node']>;
export type Session = Extract<Node, { __typename: 'EducationSession' }>;

export const ParticipantsQuery = graphql(`
  query EducationParticipants($id: ID!, $after: String, $count: Boolean!) {
    node(id: $id) {
      __typename
      ... on EducationSession {
        id
        participants(first: 100, after: $after) {
          nodes {
            id
            name
            department
            post
            attendance
            note
            madeUpOn
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount @include(if: $count)
        }
      }
    }
  }
`);
type ParticipantsNode = NonNullable<ResultOf<typeof ParticipantsQuery>['node']>;
export type Participant = Extract<
  ParticipantsNode,
  { __typename: 'EducationSession' }
>['participants']['nodes'][number];

export const ExpectedQuery = graphql(`
  query ExpectedAtEducation($on: Date!, $invitation: EducationInvitation!) {
    expectedAtEducation(on: $on, invitation: $invitation) {
      name
      department
      post
    }
  }
`);

export const EducationMeasuresQuery = graphql(`
  query EducationMeasures($filter: MeasureFilter) {
    measures(filter: $filter, first: 30) {
      nodes {
        id
        content
      }
    }
  }
`);

export const EducationMeasureNamesQuery = graphql(`
  query EducationMeasureNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Measure {
        id
        content
      }
    }
  }
`);

export const YearQuery = graphql(`
  query EducationYear($unitId: ID!, $year: Int!, $atLeast: Int!) {
    educationOfPeople(unitId: $unitId, year: $year) {
      day
      unit {
        id
        name
      }
      whole(atLeast: $atLeast) {
        people
        reached
        none
      }
      direct(atLeast: $atLeast) {
        people
        reached
        none
      }
    }
  }
`);

export const YearDepartmentsQuery = graphql(`
  query EducationYearDepartments(
    $unitId: ID!
    $year: Int!
    $atLeast: Int!
    $after: String
    $count: Boolean!
  ) {
    educationOfPeople(unitId: $unitId, year: $year) {
      departments(atLeast: $atLeast, first: 50, after: $after) {
        nodes {
          unit {
            id
            name
          }
          people
          reached
          none
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  }
`);

export const YearPeopleQuery = graphql(`
  query EducationYearPeople(
    $unitId: ID!
    $year: Int!
    $fewerThan: Int
    $after: String
    $count: Boolean!
  ) {
    educationOfPeople(unitId: $unitId, year: $year) {
      people(fewerThan: $fewerThan, first: 50, after: $after) {
        edges {
          cursor
          node {
            person {
              id
            }
            name
            department
            post
            sessions
            minutes
            missed
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  }
`);

export const RecordMutation = graphql(`
  mutation RecordEducationSession($input: RecordEducationSessionInput!) {
    recordEducationSession(input: $input) {
      session {
        id
      }
    }
  }
`);

export const HoldMutation = graphql(`
  mutation HoldEducationSession($input: HoldEducationSessionInput!) {
    holdEducationSession(input: $input) {
      session {
        id
      }
    }
  }
`);

export const ReviseMutation = graphql(`
  mutation ReviseEducationSession($input: ReviseEducationSessionInput!) {
    reviseEducationSession(input: $input) {
      session {
        id
      }
    }
  }
`);

export const SetParticipantsMutation = graphql(`
  mutation SetEducationParticipants($input: SetEducationParticipantsInput!) {
    setEducationParticipants(input: $input) {
      session {
        id
      }
    }
  }
`);

export const CancelMutation = graphql(`
  mutation CancelEducationSession($input: CancelEducationSessionInput!) {
    cancelEducationSession(input: $input) {
      session {
        id
      }
    }
  }
`);
