// One line per feature; keep them in order.
import antd from 'antd/es/locale/en_US';
import common from './common.en';
import enums from './enums.en';
import type zh from './zh';
import type { Locale } from './types';
import accounts from '@/features/accounts/locales/en';
import grants from '@/features/grants/locales/en';
import attachment from '@/features/attachment/locales/en';
import audit from '@/features/audit/locales/en';
import campaign from '@/features/campaign/locales/en';
import form from '@/features/form/locales/en';
import home from '@/features/home/locales/en';
import hint from '@/features/hint/locales/en';
import imports from '@/features/imports/locales/en';
import measure from '@/features/measure/locales/en';
import objection from '@/features/objection/locales/en';
import notify from '@/features/notify/locales/en';
import meeting from '@/features/meeting/locales/en';
import organisation from '@/features/organisation/locales/en';
import organisationEdit from '@/features/organisation/edit/locales/en';
import paper from '@/features/paper/locales/en';
import power from '@/features/power/locales/en';
import publicity from '@/features/publicity/locales/en';
import review from '@/features/review/locales/en';
import recipe from '@/features/recipe/locales/en';
import risk from '@/features/risk/locales/en';
import riskEdit from '@/features/riskEdit/locales/en';
import security from '@/features/security/locales/en';
import session from '@/features/session/locales/en';
import supervision from '@/features/supervision/locales/en';
import edit from '@/ui/edit/locales/en';

const en: Locale<typeof zh> = {
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
export default en;
export { antd };
