import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  greeting: 'Welcome, {{name}}',
  roles: 'Your roles',
  noRoles: 'You have no role yet; ask the security administrator',
  todo: 'To do',
  todoNone: 'Nothing waits for you today',
  todoEmpty: 'None',
  todoList: '{{kind}}: all {{count}}',
  todoMore: 'More than {{count}}',
  todoDue: 'due {{due}}',
  todoOn: 'on {{due}}',
  todoFeedback: 'Feedback on {{unit}}',
  todoObjection: 'Objection of {{who}}',
  supervision: 'Risk points that you supervise',
  all: 'All portfolios (each risk point counted once)',
  worst: 'Worst grade',
  wholeSystem: 'The whole system',
  since: 'Last 30 days (since {{since}})',
  noChange: 'No changes',
  drill: 'Where they are',
  list: 'List',
  uncontrolled: 'A risks without defence',
  noPortfolios: 'There is no unit that you supervise',
  units: 'Your unit',
  shortcuts: 'Shortcuts',
  record: 'Record a risk point',
  mine: 'Risk points that concern me',
  conflicts: 'Conflicts of balance: {{open}} ({{high}} severe)',
};
export default en;
