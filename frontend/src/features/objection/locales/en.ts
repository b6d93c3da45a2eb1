import type zh from './zh';
import type { Locale } from '@/locales/types';

const en: Locale<typeof zh> = {
  nav: { mine: 'My record', list: 'Objections' },
  dueOn: 'To be answered by {{day}}',
  overdueSince: 'Overdue (to be answered by {{day}})',
  raised: 'Objection of {{at}}',
  answeredBy: 'To be answered by: {{role}}, or a tier above',
  mine: {
    title: 'My record',
    intro:
      'Risk points that concern you, how they were graded, your own forms and the review decisions on them. If something is not so, object to it.',
    none: 'Nothing is recorded of you',
    more: 'Only the newest are shown.',
  },
  raise: {
    action: 'Object',
    title: 'Raise an objection',
    follows:
      'A tier above the one that recorded it reviews your objection. It and its answer stay on record as they were written.',
    text: 'What is wrong, and why',
    send: 'Raise the objection',
    done: 'The objection was raised',
  },
  withdraw: {
    action: 'Withdraw',
    title: 'Withdraw the objection',
    follows: 'It is not reviewed any more and stays on record.',
    done: 'The objection was withdrawn',
  },
  answer: {
    action: 'Answer',
    title: 'Answer the objection',
    follows: 'Who raised it reads the answer. It stays on record and cannot be changed.',
    send: 'Send the answer',
    done: 'It is answered',
    gone: 'It was answered or withdrawn, or is not yours to answer any more. What you typed is still below; copy it before you close.',
  },
  list: {
    title: 'Objections',
    filter: 'Filter objections',
    show: 'Show',
    none: 'No objections',
    shows: { mine: 'For my tier to answer', open: 'All that wait', overdue: 'Overdue', all: 'All' },
  },
  field: {
    person: 'Raised by',
    unit: 'Unit',
    about: 'About',
    text: 'Objection',
    tier: 'Answered by',
    due: 'Due',
    outcome: 'Outcome',
    answer: 'Answer',
  },
};
export default en;
