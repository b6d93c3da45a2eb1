import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  nav: 'Grading rules',
  title: 'How risks are graded',
  unit: 'Unit',
  pickUnit: 'Choose a unit',
  current: 'Rule in force',
  from: 'Set by {{unit}}',
  builtIn: 'Built in',
  version: 'version {{version}}',
  names: { 'worse-of': 'Worse of both', product: 'Product' },
  about: {
    'worse-of':
      'The worse of likelihood and consequence; a crime is A, a breach of discipline B, a minor matter C.',
    product: 'Likelihood times severity.',
  },
  overrides:
    'Power without a reasonable limit on discretion, or a breach that happened before, is A under any rule.',
  bounds: {
    'worse-of': 'A from a likelihood of {{a}}, B from {{b}}',
    product: 'A from a product of {{a}}, B from {{b}}',
  },
  history: 'Versions of this unit',
  noHistory: 'This unit has set no rule of its own',
  field: {
    name: 'Rule',
    a: 'A begins at',
    b: 'B begins at',
    reason: 'Reason',
    by: 'Set by',
    at: 'Set at',
  },
  edit: 'Change the rule',
  editIntro:
    'Look at what it changes first. It applies to what is proposed from then on and changes no grade.',
  preview: 'Show what changes',
  save: 'Put in force',
  saved: 'The rule is in force; no grade was changed',
  needReason: 'Give a reason',
  changed: 'Of {{total}} risk points, the computed grade of {{changed}} would be another',
  now: 'Now',
  would: 'Would be',
  risk: 'Risk point',
  decided: 'Decided grade',
  cells: 'Computed grades by the rule in force and by this one',
  rows: 'Risk points whose computed grade would be another',
  more: 'Only the first {{count}} are listed',
  regrade: 'Propose again by the rule in force ({{count}} chosen)',
  regradeIntro:
    'The rule is in force. A proposal can be added for these; what was decided stays as it is.',
  choose: 'Choose {{title}}',
  all: 'All',
  regraded: '{{done}} proposed again, {{same}} need no change, {{failed}} failed',
};
export default en;
