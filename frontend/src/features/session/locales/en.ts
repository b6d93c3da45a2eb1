import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  signIn: { title: 'Sign in' },
  setUp: { title: 'Set up the system' },
  password: { title: 'Change password' },
};
export default en;
