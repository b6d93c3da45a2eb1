import { graphql, type ResultOf } from '@/gql';

const FormColumnItem = graphql(`
  fragment FormColumnItem on FormColumn @_unmask {
    code
    title
    input
    options
    required
    most
    width
    group
    decided
  }
`);
export type Column = ResultOf<typeof FormColumnItem>;

export const FormLayoutsQuery = graphql(
  `
    query FormLayouts {
      formLayouts {
        kind
        number
        title
        fields {
          ...FormColumnItem
        }
        tables {
          code
          title
          columns {
            ...FormColumnItem
          }
        }
      }
    }
  `,
  [FormColumnItem],
);
export type Layout = ResultOf<typeof FormLayoutsQuery>['formLayouts'][number];

export const FormContentItem = graphql(`
  fragment FormContentItem on FormContent @_unmask {
    draftVersion
    draftSavedAt
    fields
    sections {
      code
      rows {
        key
        cells
        note
        edited
        removed
        editedColumns
      }
    }
    problems {
      section
      key
      column
      reason
      message
    }
    unexplained {
      section
      key
      column
      reason
      message
    }
    confirmed
  }
`);
export type Content = ResultOf<typeof FormContentItem>;
export type FormProblem = Content['problems'][number];

export const FormHeadItem = graphql(`
  fragment FormHeadItem on Form @_unmask {
    id
    version
    kind
    state
    revision
    dueOn
    overdue
    returnedAt
    returnReason
    stageSince
    submittedAt
    filedNumber
    mayFill
    mayAssign
    campaign {
      id
      title
      year
    }
    unit {
      id
      name
      allowedActions
    }
    person {
      id
      name
    }
    preparer {
      id
      name
    }
  }
`);
export type FormHead = ResultOf<typeof FormHeadItem>;

export const FormEntryQuery = graphql(
  `
    query FormEntry($id: ID!) {
      node(id: $id) {
        __typename
        ... on Form {
          ...FormHeadItem
          content {
            ...FormContentItem
          }
        }
      }
    }
  `,
  [FormHeadItem, FormContentItem],
);

export const SaveFormDraftMutation = graphql(
  `
    mutation SaveFormDraft($input: SaveFormDraftInput!) {
      saveFormDraft(input: $input) {
        content {
          ...FormContentItem
        }
      }
    }
  `,
  [FormContentItem],
);

export const ApplyFormMutation = graphql(
  `
    mutation ApplyForm($input: ApplyFormInput!) {
      applyForm(input: $input) {
        applied
        content {
          ...FormContentItem
        }
      }
    }
  `,
  [FormContentItem],
);

export const AssignFormMutation = graphql(
  `
    mutation AssignForm($input: AssignFormInput!) {
      assignForm(input: $input) {
        form {
          ...FormHeadItem
        }
      }
    }
  `,
  [FormHeadItem],
);
