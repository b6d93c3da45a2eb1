import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  nav: 'Measures',
  title: 'Measures',
  pickRisk: 'Choose risk points',
  field: {
    content: 'Content',
    unit: 'Unit',
    kind: 'Kind',
    mechanism: 'Mechanism',
    scope: 'Scope',
    status: 'Status',
    owner: 'Owner',
    supervisor: 'Supervisor',
    ownerText: 'Owner as written',
    supervisorText: 'Supervisor as written',
    dueOn: 'Due on',
    frequency: 'Frequency',
    due: 'Due or frequency',
    indicator: 'Indicator',
    threshold: 'Threshold',
    rulesDocument: 'Rules document',
    evidence: 'Evidence',
    asksComprehensive: 'Asks the leading group for a comprehensive measure',
    risk: 'Risk point',
    risks: 'Guards',
    createdAt: 'Recorded at',
    updatedAt: 'Changed at',
  },
  filter: {
    textHint: 'Content',
    due: 'Due before and not done',
  },
  list: {
    draft: 'Draft a measure',
    choose: 'Choose',
    chooseAll: 'Choose all measures that are listed',
    chooseOne: 'Choose: {{what}}',
    schedule: {
      WORK: 'Schedule tasks ({{count}})',
      EFFECT: 'Schedule checks of effect ({{count}})',
    },
  },
  detail: { facts: 'Content', risks: 'Risk points it guards', edit: 'Edit', crumb: 'Measure' },
  comprehensive: {
    title: 'Comprehensive measure of the leading group',
    outcome: 'Outcome',
    adopted: 'The measure adopted',
    declined: 'Why it was declined',
    meeting: 'Decided by',
    waits: 'The leading group has not decided yet.',
  },
  advance: {
    title: '{{step}}',
    APPROVE: 'Once approved, the measure can be activated.',
    ACTIVATE: 'Once active, its risk points count as controlled.',
    FIND_EFFECTIVE: 'Its risk points go on counting as controlled. Write down on what ground.',
    FIND_INEFFECTIVE:
      'The measure no longer defends anything and has to be revised or retired. Write down on what ground.',
    REVISE:
      'The measure no longer defends anything and has to be approved again after its revision.',
    RETIRE: 'This cannot be undone. The measure no longer defends anything; its history stays.',
    evidenceHint: 'Records of checks, names or numbers of documents',
    done: 'The measure is now: {{status}}',
  },
};
export default en;
