import type { AccountItem, RoleItem } from './query';

/** What is done with an account or one of its roles, in a dialog. */
export type Open =
  | { kind: 'reset' | 'resetFactor' | 'disable' | 'enable' | 'grant'; account: AccountItem }
  | { kind: 'revoke' | 'confirm' | 'decline'; account: AccountItem; role: RoleItem };
