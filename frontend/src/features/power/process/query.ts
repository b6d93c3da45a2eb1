import { graphql } from '@/gql';

/** The power and the version of its process that is edited: the newest. */
export const ProcessForEditQuery = graphql(`
  query ProcessForEdit($id: ID!) {
    node(id: $id) {
      __typename
      ... on Power {
        id
        name
        retiredOn
        unit {
          id
          allowedActions
        }
        processes {
          id
          revision
          current
        }
      }
    }
  }
`);

export const SaveProcessMutation = graphql(`
  mutation SaveProcess($input: SaveProcessInput!) {
    saveProcess(input: $input) {
      process {
        id
        revision
        power {
          id
        }
      }
    }
  }
`);
