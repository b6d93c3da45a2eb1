// What other features use of this one.
export { ExportCampaignButton } from './ExportCampaignButton';
export { FormContent } from './FormContent';
export { PaperMenu } from './PaperMenu';
