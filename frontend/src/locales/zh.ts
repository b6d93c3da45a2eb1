// One line per feature; keep them in order.
import antd from 'antd/es/locale/zh_CN';
import common from './common.zh';
import enums from './enums.zh';
import home from '@/features/home/locales/zh';
import organisation from '@/features/organisation/locales/zh';
import risk from '@/features/risk/locales/zh';
import session from '@/features/session/locales/zh';
import supervision from '@/features/supervision/locales/zh';

const zh = { common, enums, home, organisation, risk, session, supervision };
export default zh;
export { antd };
