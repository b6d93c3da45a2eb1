// What other features use of this one.
export { DelegationPanel, mayDelegate } from './DelegationPanel';
export { ReviewActions } from './ReviewActions';
