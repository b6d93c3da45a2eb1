import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  nav: 'Accounts and roles',
  title: 'Accounts and roles',
  filter: 'Filter',
  search: 'Find an account',
  searchHint: 'Login name or person',
  field: {
    loginName: 'Login name',
    person: 'Person',
    roles: 'Granted roles',
    state: 'State',
    lastSignInAt: 'Last sign-in',
    actions: 'Actions',
  },
  never: 'never',
  noRoles: 'none granted',
  roleOn: '{{role}} ({{unit}})',
  wholeSystem: 'whole system',
  since: 'since {{from}}',
  fromTo: '{{from}} to {{to}}',
  state: {
    open: 'Open',
    disabled: 'Disabled',
    locked: 'Locked until {{time}}',
    factorOn: 'Second factor on',
    factorOff: 'No second factor',
  },
  firstPassword: { label: 'First password', make: 'Make one' },
  waits: 'A second person must confirm this for {{name}}; until then everything stays as it is',
  waitsFor: 'waits: {{act}} ({{names}})',
  nobody: 'nobody yet may confirm it',
  and: ', ',
  create: {
    action: 'New account',
    title: 'New account',
    follows:
      'Hand the first password over in person or by another safe way; it must be changed at the first sign-in.',
    personHint: 'The person behind the account, if it is staff',
    done: 'The account {{name}} was created',
    waits: 'The account {{name}} was created; it opens once a second person has confirmed it',
  },
  reset: {
    action: 'Reset password',
    title: 'Reset the password of {{name}}',
    follows:
      'All sessions of the account end at once and it is unlocked; its owner signs in with the first password and changes it.',
    done: 'The password of {{name}} was reset',
  },
  resetFactor: {
    action: 'Reset second factor',
    title: 'Reset the second factor of {{name}}',
    follows:
      'For somebody who has lost the app and the recovery codes; make sure that it is them. Signing in will take the password alone, and all sessions of the account end at once.',
    done: 'The second factor of {{name}} was reset',
  },
  disable: {
    action: 'Disable',
    title: 'Disable the account {{name}}',
    follows:
      'Nobody signs in with it, and all its sessions end at once. Its roles stay; it can be enabled again.',
    done: 'The account {{name}} was disabled',
  },
  enable: {
    action: 'Enable',
    title: 'Enable the account {{name}}',
    follows: 'Its owner can sign in again, with the roles that the account has.',
    done: 'The account {{name}} was enabled',
  },
  grant: {
    action: 'Grant a role',
    title: 'Grant {{name}} a role',
    follows:
      'The role reaches the unit and everything below it. One person may hold only one of system administrator, security administrator and auditor. A second person confirms every role but that of staff in a single department before it comes into force.',
    role: 'Role',
    unit: 'Unit',
    unitHint: 'Left empty, the role reaches the whole system',
    from: 'From',
    to: 'Last day',
    toHint: 'Left empty, it stays in force',
    reason: 'Reason',
    done: 'The role was granted',
    waits: 'The role was granted; it waits for a second person to confirm it',
  },
  revoke: {
    action: 'Revoke',
    title: 'Revoke a role of {{name}}: {{role}}',
    follows:
      'The role lasts to the end of the day, or ends at once where none is given; all sessions of the account end at once. The record of the role stays.',
    to: 'Last day',
    toHint: 'Left empty, it ends at once, also on the day it was granted',
    endedAt: 'ended at once, {{time}}',
    reason: 'Reason',
    done: 'The role was revoked',
  },
};
export default en;
