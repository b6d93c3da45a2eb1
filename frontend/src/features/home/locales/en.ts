import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = { greeting: 'Welcome, {{name}}' };
export default en;
