import AuditAction from './auditActions.zh';
import balanced from './enumsBalance.zh';
import importing from './enumsImport.zh';
import processes from './enumsProcess.zh';
import seldom from './enumsSeldom.zh';
import instructed from './enumsInstruction.zh';
import tasked from './enumsTask.zh';
import measured from './enumsIndicator.zh';
import taught from './enumsEducation.zh';
import ruled from './enumsRules.zh';
import proceeded from './enumsProceeding.zh';
import warned from './enumsWarning.zh';
import accounts from '@/features/accounts/locales/zh';
import hint from '@/features/hint/locales/zh';
import attachment from '@/features/attachment/locales/zh';
import audit from '@/features/audit/locales/zh';
import balance from '@/features/balance/locales/zh';
import balanceCompare from '@/features/balance/compare/locales/zh';
import balanceRules from '@/features/balance/rules/locales/zh';
import calendar from '@/features/calendar/locales/zh';
import clock from '@/features/calendar/clocks/locales/zh';
import check from '@/features/check/locales/zh';
import campaign from '@/features/campaign/locales/zh';
import form from '@/features/form/locales/zh';
import acts from '@/features/acts/locales/zh';
import grants from '@/features/grants/locales/zh';
import imports from '@/features/imports/locales/zh';
import measureEdit from '@/features/measure/form/locales/zh';
import meeting from '@/features/meeting/locales/zh';
import objection from '@/features/objection/locales/zh';
import organisationEdit from '@/features/organisation/edit/locales/zh';
import paper from '@/features/paper/locales/zh';
import powerEdit from '@/features/power/form/locales/zh';
import powerMap from '@/features/power/map/locales/zh';
import publicity from '@/features/publicity/locales/zh';
import recipe from '@/features/recipe/locales/zh';
import review from '@/features/review/locales/zh';
import riskEdit from '@/features/riskEdit/locales/zh';
import security from '@/features/security/locales/zh';
import instruction from '@/features/instruction/locales/zh';
import indicator from '@/features/indicator/locales/zh';
import education from '@/features/education/locales/zh';
import rulebook from '@/features/rulebook/locales/zh';
import proceeding from '@/features/proceeding/locales/zh';
import task from '@/features/task/locales/zh';
import warning from '@/features/warning/locales/zh';

// Words that only some pages need, and that come with the first of them.
const later = {
  // Of the words of enumerations these are not in the shell.
  enums: {
    AuditAction,
    ...balanced,
    ...importing,
    ...processes,
    ...seldom,
    ...warned,
    ...instructed,
    ...tasked,
    ...measured,
    ...ruled,
    ...taught,
    ...proceeded,
  },
  accounts,
  hint,
  attachment,
  audit,
  balance,
  balanceCompare,
  balanceRules,
  calendar,
  clock,
  campaign,
  check,
  form,
  acts,
  grants,
  imports,
  measureEdit,
  meeting,
  objection,
  organisationEdit,
  paper,
  powerEdit,
  powerMap,
  publicity,
  recipe,
  review,
  riskEdit,
  security,
  instruction,
  indicator,
  education,
  rulebook,
  proceeding,
  task,
  warning,
};
export default later;
