import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  title: 'Hints',
  what: 'For whoever fills in and reviews the form; they stop nothing.',
  none: 'No hints',
  likeness: '{{percent}}% alike',
  year: ' ({{year}})',
  and: ', ',
  lacks: 'lacks {{what}}',
  asLastYear: '{{count}} risk points are nearly those that were filed the year before',
  nothingFilled: 'The form is empty; be sure that there is nothing to tell before it is handed in',
  nothingGrave: 'Of {{count}} risk points none is A or B',
};
export default en;
