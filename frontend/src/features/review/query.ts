import { graphql, type ResultOf } from '@/gql';

export const FormsToReviewQuery = graphql(`
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
`);
export type QueueRow = ResultOf<typeof FormsToReviewQuery>['formsToReview']['nodes'][number];

export const ReviewStandQuery = graphql(`
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
`);
type StandNode = NonNullable<ResultOf<typeof ReviewStandQuery>['node']>;
export type Stand = Extract<StandNode, { __typename: 'Form' }>;

export const FormReviewQuery = graphql(`
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
`);
type ReviewData = ResultOf<typeof FormReviewQuery>;
export type ReviewedForm = Extract<NonNullable<ReviewData['node']>, { __typename: 'Form' }>;
export type Comparison = NonNullable<ReviewedForm['comparison']>;
export type ReviewLayout = ReviewData['formLayouts'][number];

export const SubmitFormMutation = graphql(`
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
`);

export const RecallFormMutation = graphql(`
  mutation RecallForm($input: RecallFormInput!) {
    recallForm(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`);

export const ApproveFormMutation = graphql(`
  mutation ApproveForm($input: ApproveFormInput!) {
    approveForm(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`);

export const ReturnFormMutation = graphql(`
  mutation ReturnForm($input: ReturnFormInput!) {
    returnForm(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`);

export const ReviewFormsMutation = graphql(`
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
`);

export const AskRevisionMutation = graphql(`
  mutation AskRevision($input: AskRevisionInput!) {
    askRevision(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`);

export const AllowRevisionMutation = graphql(`
  mutation AllowRevision($input: AllowRevisionInput!) {
    allowRevision(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`);

export const RefuseRevisionMutation = graphql(`
  mutation RefuseRevision($input: RefuseRevisionInput!) {
    refuseRevision(input: $input) {
      form {
        id
        version
        state
      }
    }
  }
`);

export const DelegationsQuery = graphql(`
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
`);

export const DelegateMutation = graphql(`
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
`);

export const EndDelegationMutation = graphql(`
  mutation EndDelegation($input: EndDelegationInput!) {
    endDelegation(input: $input) {
      delegation {
        id
      }
    }
  }
`);
