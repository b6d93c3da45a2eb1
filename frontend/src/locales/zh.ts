// One line per feature; keep them in order.
import antd from 'antd/es/locale/zh_CN';
import common from './common.zh';
import enums from './enums.zh';
import home from '@/features/home/locales/zh';
import measure from '@/features/measure/locales/zh';
import notify from '@/features/notify/locales/zh';
import organisation from '@/features/organisation/locales/zh';
import power from '@/features/power/locales/zh';
import risk from '@/features/risk/locales/zh';
import session from '@/features/session/locales/zh';
import supervision from '@/features/supervision/locales/zh';
import edit from '@/ui/edit/locales/zh';
import list from '@/ui/list/locales/zh';

const zh = {
  common,
  enums,
  edit,
  home,
  list,
  measure,
  notify,
  organisation,
  power,
  risk,
  session,
  supervision,
};
export default zh;
export { antd };
