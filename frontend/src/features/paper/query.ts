import { graphql, type ResultOf } from '@/gql';

export const PaperQuery = graphql(`
  query FormPaper($id: ID!) {
    node(id: $id) {
      ... on Form {
        id
        paper {
          title
          status
          landscape
          grid
          hash
          revision
          foot
          footEnd
          header {
            columns
            text
          }
          blocks {
            headings
            lines {
              columns
              down
              text
              look
            }
          }
        }
      }
    }
  }
`);

export type Paper = Extract<
  NonNullable<ResultOf<typeof PaperQuery>['node']>,
  { paper: unknown }
>['paper'];
export type PaperCell = Paper['blocks'][number]['lines'][number][number];

export const ColumnsQuery = graphql(`
  query FormColumns($id: ID!) {
    node(id: $id) {
      ... on Form {
        id
        kind
      }
    }
    formLayouts {
      kind
      fields {
        code
        title
      }
      tables {
        code
        columns {
          code
          title
        }
      }
    }
  }
`);
