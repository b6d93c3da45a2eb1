import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  newTitle: 'Draft a measure',
  editTitle: 'Revise the measure',
  what: 'Measure',
  who: 'Who and when',
  writtenHint: 'Where it is a post, a department or several people and not one person',
  frequencyHint: 'For what is not done once: monthly, every batch',
  recorded: 'The measure was drafted',
  revised: 'The measure was revised',
};
export default en;
