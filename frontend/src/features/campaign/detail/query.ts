import { graphql, type ResultOf } from '@/gql';
import { JobItem } from '../jobs/query';

const CampaignDetail = graphql(
  `
    fragment CampaignDetail on Campaign @_unmask {
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
      nextPhase
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
      expectedAt
      closedAt
      allowedActions
      job {
        ...JobItem
      }
    }
  `,
  [JobItem],
);
export type CampaignDetail = ResultOf<typeof CampaignDetail>;

export const CampaignDetailQuery = graphql(
  `
    query CampaignDetail($id: ID!) {
      node(id: $id) {
        __typename
        ...CampaignDetail
      }
    }
  `,
  [CampaignDetail],
);

export const CampaignProgressQuery = graphql(`
  query CampaignProgress($campaignId: ID!, $unitId: ID) {
    campaignProgress(campaignId: $campaignId, unitId: $unitId) {
      unit {
        id
        name
        path {
          id
          name
        }
      }
      kinds
      headings
      rows {
        itself
        counts
        unit {
          id
          name
          childCount
        }
      }
      totals
    }
  }
`);
export type CampaignProgress = ResultOf<typeof CampaignProgressQuery>['campaignProgress'];

export const OpenCampaignMutation = graphql(`
  mutation OpenCampaign($input: CampaignStepInput!) {
    openCampaign(input: $input) {
      campaign {
        id
        version
        phase
      }
    }
  }
`);

export const AdvanceCampaignMutation = graphql(`
  mutation AdvanceCampaign($input: CampaignStepInput!) {
    advanceCampaign(input: $input) {
      campaign {
        id
        version
        phase
      }
    }
  }
`);

export const CloseCampaignMutation = graphql(`
  mutation CloseCampaign($input: CampaignStepInput!) {
    closeCampaign(input: $input) {
      campaign {
        id
        version
        phase
      }
    }
  }
`);

export const ArchiveCampaignMutation = graphql(`
  mutation ArchiveCampaign($input: CampaignStepInput!) {
    archiveCampaign(input: $input) {
      campaign {
        id
        version
        phase
      }
    }
  }
`);
