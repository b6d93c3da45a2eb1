// What other features use of this one.
export { useAccountName } from './accountName';
export { ConfirmGrantDialog, DeclineGrantDialog } from './GrantDialogs';
export { GrantStatusTag } from './GrantStatusTag';
