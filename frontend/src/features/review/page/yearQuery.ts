import { graphql } from '@/gql';

/** Of which department and campaign a form is. */
export const FormKinQuery = graphql(`
  query FormKin($id: ID!) {
    node(id: $id) {
      __typename
      ... on Form {
        id
        kind
        person {
          id
          name
        }
        unit {
          id
          name
        }
        campaign {
          id
          title
        }
      }
    }
  }
`);

export const DepartmentFormsQuery = graphql(`
  query DepartmentForms($filter: FormFilter) {
    forms(filter: $filter, first: 10) {
      nodes {
        id
        kind
      }
    }
  }
`);

export const YearDifferenceQuery = graphql(`
  query YearDifference($id: ID!) {
    node(id: $id) {
      __typename
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
        title
        columns {
          code
          title
        }
      }
    }
    yearDifference(formId: $id) {
      explained
      unexplained
      confirmed
      form {
        id
        kind
        unit {
          id
          name
        }
        campaign {
          id
          year
        }
      }
      comparison {
        beforeYear
        beforeRevision
        beforeAt
        same
        added
        removed
        changed
        fields {
          code
          before
          after
          changed
        }
        sections {
          code
          rows {
            key
            kind
            note
            cells {
              code
              before
              after
              changed
            }
          }
        }
      }
    }
  }
`);
