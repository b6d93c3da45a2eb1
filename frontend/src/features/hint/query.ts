import { graphql, type ResultOf } from '@/gql';

export const FormHintsQuery = graphql(`
  query FormHints($id: ID!) {
    node(id: $id) {
      __typename
      ... on Form {
        id
        hints {
          kind
          rowId
          title
          text
          count
          lacks
          comparedWith {
            rowId
            title
            unit
            year
            likeness
          }
        }
      }
    }
  }
`);
type Node = NonNullable<ResultOf<typeof FormHintsQuery>['node']>;
export type FormHint = Extract<Node, { __typename: 'Form' }>['hints'][number];
