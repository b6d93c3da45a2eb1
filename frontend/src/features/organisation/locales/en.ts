import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = { nav: 'Units and posts' };
export default en;
