import { graphql, type ResultOf } from '@/gql';

const CampaignPlan = graphql(`
  fragment CampaignPlan on Campaign @_unmask {
    id
    version
    unit {
      id
      name
    }
    year
    title
    description
    phase
    kinds
    phases {
      phase
      from
      to
      due {
        kind
        on
      }
    }
    publicityDays
    objectionDays
    publicNames
    previous {
      id
      title
      year
    }
    openedAt
    closedAt
    allowedActions
  }
`);
export type CampaignPlan = ResultOf<typeof CampaignPlan>;

export const CampaignPlanQuery = graphql(
  `
    query CampaignPlan($id: ID!) {
      node(id: $id) {
        __typename
        ...CampaignPlan
      }
    }
  `,
  [CampaignPlan],
);

export const EarlierCampaignsQuery = graphql(`
  query EarlierCampaigns($unitId: ID!) {
    campaigns(filter: { unitId: $unitId }, first: 50) {
      nodes {
        id
        title
        year
        unit {
          id
        }
      }
    }
  }
`);

export const PlanCampaignMutation = graphql(`
  mutation PlanCampaign($input: PlanCampaignInput!) {
    planCampaign(input: $input) {
      campaign {
        id
      }
    }
  }
`);

export const ReviseCampaignMutation = graphql(
  `
    mutation ReviseCampaign($input: ReviseCampaignInput!) {
      reviseCampaign(input: $input) {
        campaign {
          ...CampaignPlan
        }
      }
    }
  `,
  [CampaignPlan],
);
