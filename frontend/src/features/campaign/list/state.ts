import { enums, type Enum } from '@/gql';
import { flag, listOf, text, type Param, type StateOf } from '@/lib/urlState';

/** A year of four digits. */
const year: Param<number | undefined> = {
  read: (value) => (value && /^\d{4}$/.test(value) ? Number(value) : undefined),
  write: (value) => (value === undefined ? null : String(value)),
};

export const campaignSpec = {
  unit: text,
  year,
  phase: listOf(enums.CampaignPhase),
  running: flag,
};
export type CampaignState = StateOf<typeof campaignSpec>;

export function toCampaignFilter(state: CampaignState) {
  return {
    unitId: state.unit,
    year: state.year,
    phases: state.phase.length > 0 ? state.phase : undefined,
    running: state.running,
  };
}

/** In which part of its life a campaign is. */
export function statusOf(campaign: {
  phase: Enum<'CampaignPhase'>;
  openedAt: string | null;
  closedAt: string | null;
}): 'PLANNED' | 'RUNNING' | 'CLOSED' | 'ARCHIVED' {
  if (campaign.phase === 'ARCHIVED') return 'ARCHIVED';
  if (campaign.closedAt) return 'CLOSED';
  return campaign.openedAt ? 'RUNNING' : 'PLANNED';
}
