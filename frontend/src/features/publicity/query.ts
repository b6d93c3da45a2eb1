import { graphql, type ResultOf } from '@/gql';

export const FeedbackQuery = graphql(`
  query PublicFeedback($filter: PublicFeedbackFilter, $after: String, $count: Boolean!) {
    publicFeedback(filter: $filter, first: 50, after: $after) {
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
        form {
          id
          kind
        }
        text
        contact
        receivedOn
        state
        handling
        handler {
          id
          name
        }
        handledAt
        noticePath
      }
    }
  }
`);
export type Feedback = ResultOf<typeof FeedbackQuery>['publicFeedback']['nodes'][number];

export const FeedbackStandQuery = graphql(`
  query FeedbackStand($id: ID!) {
    node(id: $id) {
      __typename
      ... on PublicFeedback {
        id
        version
        handling
      }
    }
  }
`);

export const HandleFeedbackMutation = graphql(`
  mutation HandleFeedback($input: HandleFeedbackInput!) {
    handleFeedback(input: $input) {
      feedback {
        id
        version
        state
      }
    }
  }
`);
