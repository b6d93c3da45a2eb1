// One line per feature; keep them in order.
import antd from 'antd/es/locale/zh_CN';
import common from './common.zh';
import enums from './enums.zh';
import accounts from '@/features/accounts/locales/zh';
import grants from '@/features/grants/locales/zh';
import attachment from '@/features/attachment/locales/zh';
import audit from '@/features/audit/locales/zh';
import campaign from '@/features/campaign/locales/zh';
import form from '@/features/form/locales/zh';
import home from '@/features/home/locales/zh';
import hint from '@/features/hint/locales/zh';
import imports from '@/features/imports/locales/zh';
import measure from '@/features/measure/locales/zh';
import objection from '@/features/objection/locales/zh';
import notify from '@/features/notify/locales/zh';
import meeting from '@/features/meeting/locales/zh';
import organisation from '@/features/organisation/locales/zh';
import organisationEdit from '@/features/organisation/edit/locales/zh';
import paper from '@/features/paper/locales/zh';
import power from '@/features/power/locales/zh';
import publicity from '@/features/publicity/locales/zh';
import review from '@/features/review/locales/zh';
import recipe from '@/features/recipe/locales/zh';
import risk from '@/features/risk/locales/zh';
import riskEdit from '@/features/riskEdit/locales/zh';
import security from '@/features/security/locales/zh';
import session from '@/features/session/locales/zh';
import supervision from '@/features/supervision/locales/zh';
import edit from '@/ui/edit/locales/zh';

const zh = {
  common,
  enums,
  accounts,
  attachment,
  audit,
  campaign,
  edit,
  form,
  grants,
  hint,
  home,
  imports,
  measure,
  objection,
  notify,
  meeting,
  organisation,
  organisationEdit,
  paper,
  power,
  publicity,
  review,
  recipe,
  risk,
  riskEdit,
  security,
  session,
  supervision,
};
export default zh;
export { antd };
