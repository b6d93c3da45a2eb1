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
        turn
        passedOver {
          person {
            id
            name
          }
          role
          because
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
        reviewDecisions {
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
`),a=e(`
  mutation RecallForm($input: RecallFormInput!) {
    recallForm(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`),o=e(`
  mutation ApproveForm($input: ApproveFormInput!) {
    approveForm(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`),s=e(`
  mutation ReturnForm($input: ReturnFormInput!) {
    returnForm(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`),c=e(`
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
`),l=e(`
  mutation AskRevision($input: AskRevisionInput!) {
    askRevision(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`),u=e(`
  mutation AllowRevision($input: AllowRevisionInput!) {
    allowRevision(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`),d=e(`
  mutation RefuseRevision($input: RefuseRevisionInput!) {
    refuseRevision(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`),f=e(`
  query Delegations {
    waitingActs(filter: { kinds: [DELEGATE] }, first: 50) {
      acts {
        id
        until
        words {
          name
          value
        }
      }
    }
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
`),p=e(`
  mutation Delegate($input: DelegateInput!) {
    delegate(input: $input) {
      act {
        id
      }
      delegation {
        id
      }
    }
  }
`),m=e(`
  mutation EndDelegation($input: EndDelegationInput!) {
    endDelegation(input: $input) {
      delegation {
        id
      }
    }
  }
`);export{f as a,t as c,s as d,c as f,p as i,a as l,i as m,o as n,m as o,n as p,l as r,r as s,u as t,d as u};