import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  title: 'To confirm',
  waiting: 'Acts that wait for your confirmation',
  intro:
    'A role, a portfolio, a delegation, a reset of a password and the like are confirmed by a second person, who neither began them nor gains by them, and who has had their own password and second factor to themself for 7 days.',
  none: 'Nothing waits for a confirmation',
  more: 'There are more; they show once these are decided.',
  own: 'What you began',
  noneOwn: 'You have begun nothing that needs a confirmation',
  from: 'you may confirm it from {{time}}',
  firstBy: 'confirmed by {{name}}; another administrator must too',
  asked: 'may be confirmed by {{names}}',
  and: ', ',
  field: {
    kind: 'Act',
    subject: 'What',
    reason: 'Reason',
    begunBy: 'Begun by',
    until: 'Good until / takes effect',
    good: 'Good until',
    effect: 'Takes effect',
    status: 'Status',
    actions: 'Actions',
  },
  word: {
    person: 'Person',
    login: 'Account',
    unit: 'Unit',
    role: 'Role',
    kind: 'Portfolio',
    post: 'Post',
    deputy: 'Deputy',
    represented: 'Represented',
    from: 'From',
    to: 'Last day',
    issuer: 'Identity provider',
    subject: 'Identity',
    title: 'Name',
    grade: 'Grade',
    file: 'File',
    rows: 'Items',
    parent: 'New parent',
    offices: 'Offices and moves',
  },
  startUp: {
    title: 'What waits during start-up',
    intro:
      'Until the first principal leader has signed in, two of the three administrators confirm what is listed here: it takes effect once both have. Check each person, account and scope.',
    confirm: 'Confirm all',
    follows:
      '{{count}} acts will be confirmed. They take effect once another administrator has confirmed them too.',
    done: 'Confirmed',
  },
  confirm: {
    action: 'Confirm',
    title: 'Confirm an act',
    follows: 'It takes effect at once, and the audit log names you. Check it first.',
    done: 'The act was confirmed and has taken effect',
    first: 'Your confirmation is noted; another administrator must confirm it too',
  },
  decline: {
    action: 'Decline',
    title: 'Decline an act',
    follows: 'Nothing of it happens. Who began it is notified.',
    reason: 'Reason for declining',
    done: 'The act was declined',
  },
  withdraw: {
    action: 'Withdraw',
    title: 'Withdraw an act',
    follows: 'Nothing of it happens; the record stays.',
    done: 'The act was withdrawn',
  },
};
export default en;
