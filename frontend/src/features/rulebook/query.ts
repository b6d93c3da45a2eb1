import { graphql, type ResultOf } from '@/gql';

export const RulesFields = graphql(`
  fragment RulesFields on RulesDocument @_unmask {
    id
    version
    title
    kind
    state
    unit {
      id
      name
    }
    inForceFrom
    repealedFrom
    holding {
      id
      revision
      number
      from
    }
  }
`);
export type RulesRow = ResultOf<typeof RulesFields>;

export const RulesListQuery = graphql(
  `
    query RulesList($filter: RulesDocumentFilter, $after: String, $count: Boolean!) {
      rulesDocuments(filter: $filter, first: 50, after: $after) {
        nodes {
          ...RulesFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,
  [RulesFields],
);

export const RulesDocumentQuery = graphql(
  `
    query RulesDocument($id: ID!) {
      node(id: $id) {
        __typename
        ... on RulesDocument {
          ...RulesFields
          repealedReason
          repealedReviewDays
          mayChange
          editions {
            id
            revision
            number
            issuedBy
            issuedOn
            from
            to
            changes
            link
            text
            reviewWithinDays
            at
            actorName
            withdrawnAt
            withdrawnReason
            holds
            coming
          }
        }
      }
    }
  `,
  [RulesFields],
);
type Node = NonNullable<ResultOf<typeof RulesDocumentQuery>['node']>;
export type RulesDocument = Extract<Node, { __typename: 'RulesDocument' }>;
export type Edition = RulesDocument['editions'][number];

export const RulesStandingQuery = graphql(`
  query RulesStanding($id: ID!, $after: String, $count: Boolean!) {
    node(id: $id) {
      __typename
      ... on RulesDocument {
        id
        links(first: 50, after: $after) {
          nodes {
            id
            at
            actorName
            mayUnlink
            power {
              id
              code
              name
              unit {
                name
              }
            }
            measure {
              id
              content
              status
              unit {
                name
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount @include(if: $count)
        }
      }
    }
  }
`);
type StandingNode = NonNullable<ResultOf<typeof RulesStandingQuery>['node']>;
export type Standing = Extract<
  StandingNode,
  { __typename: 'RulesDocument' }
>['links']['nodes'][number];

export const ReviewFields = graphql(`
  fragment ReviewFields on RulesReview @_unmask {
    id
    version
    title
    subject
    unit {
      name
    }
    document {
      id
    }
    edition {
      id
      revision
      number
    }
    power {
      id
    }
    measure {
      id
    }
    tier
    person {
      id
      name
    }
    askedOn
    dueOn
    state
    overdue
    note
    answeredAt
    answeredName
    mayAnswer
  }
`);
export type ReviewRow = ResultOf<typeof ReviewFields>;

export const RulesReviewsQuery = graphql(
  `
    query RulesReviews($filter: RulesReviewFilter, $after: String, $count: Boolean!) {
      rulesReviews(filter: $filter, first: 50, after: $after) {
        nodes {
          ...ReviewFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,
  [ReviewFields],
);

export const RulesReviewQuery = graphql(
  `
    query RulesReview($id: ID!) {
      node(id: $id) {
        __typename
        ... on RulesReview {
          ...ReviewFields
          document {
            id
            repealedFrom
            repealedReason
          }
          edition {
            id
            revision
            number
            from
            issuedBy
            changes
            link
            text
          }
        }
      }
    }
  `,
  [ReviewFields],
);
type ReviewNode = NonNullable<ResultOf<typeof RulesReviewQuery>['node']>;
export type Review = Extract<ReviewNode, { __typename: 'RulesReview' }>;

const LinkOfThing = graphql(`
  fragment LinkOfThing on RulesLink @_unmask {
    id
    at
    actorName
    mayUnlink
    document {
      id
      title
      kind
      state
      unit {
        name
      }
      holding {
        revision
        number
      }
    }
  }
`);
export type LinkOfThing = ResultOf<typeof LinkOfThing>;

/** The documents that a power or a measure stands on, and those that its text names besides. */
export const ThingRulesQuery = graphql(
  `
    query ThingRules($id: ID!) {
      node(id: $id) {
        __typename
        ... on Measure {
          id
          unit {
            id
          }
          mayLinkRules
          rulesLinks {
            ...LinkOfThing
          }
          suggestedRules {
            id
            title
          }
        }
        ... on Power {
          id
          unit {
            id
          }
          mayLinkRules
          rulesLinks {
            ...LinkOfThing
          }
        }
      }
    }
  `,
  [LinkOfThing],
);

export const MeasuresToLinkQuery = graphql(`
  query MeasuresToLink($filter: MeasureFilter) {
    measures(filter: $filter, first: 50) {
      nodes {
        id
        content
        status
        unit {
          name
        }
      }
    }
  }
`);

export const RulesToLinkQuery = graphql(`
  query RulesToLink($filter: RulesDocumentFilter) {
    rulesDocuments(filter: $filter, first: 50) {
      nodes {
        id
        title
        unit {
          name
        }
        holding {
          number
        }
      }
    }
  }
`);
