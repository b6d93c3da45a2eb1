import{t as e}from"./gql.js";var t=e(`
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
`),n=e(`
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
`);export{t as n,n as t};