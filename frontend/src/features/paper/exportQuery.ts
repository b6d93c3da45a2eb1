import { graphql } from '@/gql';
import { JobItem } from '@/features/campaign/door';

export const ExportCampaignMutation = graphql(
  `
    mutation ExportCampaign($input: ExportCampaignInput!) {
      exportCampaign(input: $input) {
        job {
          ...JobItem
        }
      }
    }
  `,
  [JobItem],
);

export const ExportJobQuery = graphql(
  `
    query ExportJob($id: ID!) {
      job(id: $id) {
        ...JobItem
      }
    }
  `,
  [JobItem],
);
