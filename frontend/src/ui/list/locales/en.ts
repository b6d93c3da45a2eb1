import type zh from './zh';
import type { Locale } from '@/locales/types';

const en: Locale<typeof zh> = {
  label: 'Conditions',
  all: 'All',
  text: 'Text',
  only: 'This unit only, without those below',
  more: 'More conditions',
  less: 'Fewer conditions',
  clear: 'Clear conditions',
  clearSet: 'Clear conditions ({{count}} set)',
  columns: 'Columns',
  columnsReset: 'Columns as at first',
};
export default en;
