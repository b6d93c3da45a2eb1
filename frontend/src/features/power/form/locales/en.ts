import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  newTitle: 'Register a power',
  editTitle: 'Revise the power',
  base: 'Main content',
  posts: 'Posts',
  disclosure: 'Disclosure',
  held: 'Responsibilities',
  codeHint: 'Unique within the unit',
  days: 'days',
  frequencyHint: 'e.g. daily, twice a month, on application',
  basis: 'Legal basis {{n}}',
  law: 'Law',
  lawHint: 'e.g. Administrative Licensing Law',
  article: 'Article',
  articleHint: 'e.g. article 34',
  text: 'Text',
  addBasis: 'Add a legal basis',
  removeBasis: 'Remove legal basis {{n}}',
  registered: 'The power was registered',
  revised: 'The power was revised',
};
export default en;
