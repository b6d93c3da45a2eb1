import{t as e}from"./gql.js";var t=e(`
  query FormsToReview($filter: FormsToReviewFilter, $after: String, $count: Boolean!) {
    formsToReview(filter: $filter, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        kind
        state
        revision
        dueOn
        containsA
        submittedAt
        unit {
          id
          name
        }
        person {
          id
          name
        }
        campaign {
          id
          year
        }
      }
    }
  }
`),n=e(`
  query ReviewStand($id: ID!) {
    node(id: $id) {
      __typename
      ... on Form {
        id
        version
        state
        overdue
        allowedReviewActions
        returnTo
      }
    }
  }
`),r=e(`
  query FormReview($id: ID!, $with: ComparisonBase!) {
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
    node(id: $id) {
      __typename
      ... on Form {
        id
        version
        kind
        state
        revision
        dueOn
        containsA
        filedNumber
        filedHash
        returnReason
        unit {
          id
          name
        }
        person {
          id
          name
        }
        addressee {
          id
          name
        }
        campaign {
          id
          year
          title
        }
        submissions {
          id
          number
          revision
          hash
          submitterName
          at
          late
          endedBy
          endReason
        }
        opinions {
          id
          submissionId
          stage
          verdict
          text
          returnedTo
          signerName
          signerTitle
          signerRole
          behalfName
          at
          voidedAt
          voidReason
        }
        comparison(with: $with) {
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
  }
`),i=e(`
  query YearDifference($id: ID!) {
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
`),a=e(`
  mutation SubmitForm($input: SubmitFormInput!) {
    submitForm(input: $input) {
      submitted
      problems {
        section
        key
        column
        message
      }
      form {
        id
        version
        state
      }
    }
  }
`),o=e(`
  mutation RecallForm($input: RecallFormInput!) {
    recallForm(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`),s=e(`
  mutation ApproveForm($input: ApproveFormInput!) {
    approveForm(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`),c=e(`
  mutation ReturnForm($input: ReturnFormInput!) {
    returnForm(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`),l=e(`
  mutation ReviewForms($input: ReviewFormsInput!) {
    reviewForms(input: $input) {
      results {
        formId
        form {
          id
          version
          state
        }
        errors {
          reason
          message
        }
      }
    }
  }
`),u=e(`
  mutation AskRevision($input: AskRevisionInput!) {
    askRevision(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`),d=e(`
  mutation AllowRevision($input: AllowRevisionInput!) {
    allowRevision(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`),f=e(`
  mutation RefuseRevision($input: RefuseRevisionInput!) {
    refuseRevision(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`),p=e(`
  query Delegations {
    delegations(first: 50) {
      nodes {
        id
        version
        personName
        deputyName
        from
        to
        reason
        mayEnd
      }
    }
  }
`),m=e(`
  mutation Delegate($input: DelegateInput!) {
    delegate(input: $input) {
      delegation {
        id
      }
    }
  }
`),h=e(`
  mutation EndDelegation($input: EndDelegationInput!) {
    endDelegation(input: $input) {
      delegation {
        id
      }
    }
  }
`);export{p as a,t as c,c as d,l as f,i as h,m as i,o as l,a as m,s as n,h as o,n as p,u as r,r as s,d as t,f as u};