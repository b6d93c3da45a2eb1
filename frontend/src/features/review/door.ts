// What other features use of this one.
export { DelegationPanel } from './DelegationPanel';
export { ReviewActions } from './ReviewActions';
