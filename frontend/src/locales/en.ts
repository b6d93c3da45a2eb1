// One line per feature; keep them in order.
import antd from 'antd/es/locale/en_US';
import common from './common.en';
import enums from './enums.en';
import type zh from './zh';
import type { Locale } from './types';
import home from '@/features/home/locales/en';
import organisation from '@/features/organisation/locales/en';
import risk from '@/features/risk/locales/en';
import session from '@/features/session/locales/en';
import supervision from '@/features/supervision/locales/en';

const en: Locale<typeof zh> = { common, enums, home, organisation, risk, session, supervision };
export default en;
export { antd };
