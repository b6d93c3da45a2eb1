import { graphql, type ResultOf } from '@/gql';

const CampaignItem = graphql(`
  fragment CampaignItem on Campaign @_unmask {
    id
    year
    title
    phase
    kinds
    openedAt
    closedAt
    unit {
      id
      name
    }
  }
`);
export type CampaignItem = ResultOf<typeof CampaignItem>;

export const CampaignPageQuery = graphql(
  `
    query CampaignPage($filter: CampaignFilter, $after: String, $count: Boolean!) {
      campaigns(filter: $filter, first: 50, after: $after) {
        nodes {
          ...CampaignItem
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount @include(if: $count)
      }
    }
  `,
  [CampaignItem],
);
