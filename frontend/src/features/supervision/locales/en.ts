import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = { nav: 'Tiered supervision' };
export default en;
