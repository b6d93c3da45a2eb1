import AuditAction from './auditActions.en';
import balanced from './enumsBalance.en';
import importing from './enumsImport.en';
import processes from './enumsProcess.en';
import seldom from './enumsSeldom.en';
import instructed from './enumsInstruction.en';
import tasked from './enumsTask.en';
import measured from './enumsIndicator.en';
import taught from './enumsEducation.en';
import ruled from './enumsRules.en';
import proceeded from './enumsProceeding.en';
import warned from './enumsWarning.en';
import type { Locale } from './types';
import type zh from './later.zh';
import accounts from '@/features/accounts/locales/en';
import hint from '@/features/hint/locales/en';
import attachment from '@/features/attachment/locales/en';
import audit from '@/features/audit/locales/en';
import balance from '@/features/balance/locales/en';
import balanceCompare from '@/features/balance/compare/locales/en';
import balanceRules from '@/features/balance/rules/locales/en';
import calendar from '@/features/calendar/locales/en';
import clock from '@/features/calendar/clocks/locales/en';
import check from '@/features/check/locales/en';
import campaign from '@/features/campaign/locales/en';
import form from '@/features/form/locales/en';
import acts from '@/features/acts/locales/en';
import grants from '@/features/grants/locales/en';
import imports from '@/features/imports/locales/en';
import measureEdit from '@/features/measure/form/locales/en';
import meeting from '@/features/meeting/locales/en';
import objection from '@/features/objection/locales/en';
import organisationEdit from '@/features/organisation/edit/locales/en';
import paper from '@/features/paper/locales/en';
import powerEdit from '@/features/power/form/locales/en';
import powerMap from '@/features/power/map/locales/en';
import publicity from '@/features/publicity/locales/en';
import recipe from '@/features/recipe/locales/en';
import review from '@/features/review/locales/en';
import riskEdit from '@/features/riskEdit/locales/en';
import security from '@/features/security/locales/en';
import instruction from '@/features/instruction/locales/en';
import indicator from '@/features/indicator/locales/en';
import education from '@/features/education/locales/en';
import rulebook from '@/features/rulebook/locales/en';
import proceeding from '@/features/proceeding/locales/en';
import task from '@/features/task/locales/en';
import warning from '@/features/warning/locales/en';

// Words that only some pages need, and that come with the first of them.
const later: Locale<typeof zh> = {
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
