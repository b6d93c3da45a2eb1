import { graphql, type ResultOf } from '@/gql';

export const MyRecordQuery = graphql(`
  query MyRecord {
    myRecord {
      more
      items {
        aboutId
        kind
        relations
        unit {
          id
          name
        }
        title
        text
        grade
        at
        by
        byRole
        objections {
          id
          version
          text
          tier
          dueOn
          overdue
          state
          outcome
          answer
          answererName
          answererRole
          answeredAt
          createdAt
        }
      }
    }
  }
`);
export type RecordItem = ResultOf<typeof MyRecordQuery>['myRecord']['items'][number];
export type OwnObjection = RecordItem['objections'][number];

export const ObjectionsQuery = graphql(`
  query Objections($filter: ObjectionFilter, $after: String, $count: Boolean!) {
    objections(filter: $filter, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        unit {
          id
          name
        }
        person {
          id
          name
        }
        aboutText
        text
        tier
        dueOn
        overdue
        state
        outcome
        answer
        answererName
        createdAt
        mayAnswer
      }
    }
  }
`);
export type Objection = ResultOf<typeof ObjectionsQuery>['objections']['nodes'][number];

export const ObjectionStandQuery = graphql(`
  query ObjectionStand($id: ID!) {
    node(id: $id) {
      __typename
      ... on Objection {
        id
        version
        mayAnswer
      }
    }
  }
`);

export const RaiseObjectionMutation = graphql(`
  mutation RaiseObjection($input: RaiseObjectionInput!) {
    raiseObjection(input: $input) {
      objection {
        id
        tier
        dueOn
      }
    }
  }
`);

export const WithdrawObjectionMutation = graphql(`
  mutation WithdrawObjection($input: WithdrawObjectionInput!) {
    withdrawObjection(input: $input) {
      objection {
        id
        version
        state
      }
    }
  }
`);

export const AnswerObjectionMutation = graphql(`
  mutation AnswerObjection($input: AnswerObjectionInput!) {
    answerObjection(input: $input) {
      objection {
        id
        version
        state
      }
    }
  }
`);
