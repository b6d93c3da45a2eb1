// One line per feature; keep them in order.
import { accounts } from '@/features/accounts/routes';
import { acts } from '@/features/acts/routes';
import { grants } from '@/features/grants/routes';
import { audit } from '@/features/audit/routes';
import { balance } from '@/features/balance/routes';
import { calendar } from '@/features/calendar/routes';
import { check } from '@/features/check/routes';
import { campaign } from '@/features/campaign/routes';
import { form } from '@/features/form/routes';
import { home } from '@/features/home/routes';
import { imports } from '@/features/imports/routes';
import { measure } from '@/features/measure/routes';
import { objection } from '@/features/objection/routes';
import { notify } from '@/features/notify/routes';
import { organisation } from '@/features/organisation/routes';
import { power } from '@/features/power/routes';
import { publicity } from '@/features/publicity/routes';
import { review } from '@/features/review/routes';
import { meeting } from '@/features/meeting/routes';
import { recipe } from '@/features/recipe/routes';
import { risk } from '@/features/risk/routes';
import { riskEdit } from '@/features/riskEdit/routes';
import { security } from '@/features/security/routes';
import { supervision } from '@/features/supervision/routes';
import { instruction } from '@/features/instruction/routes';
import { education } from '@/features/education/routes';
import { indicator } from '@/features/indicator/routes';
import { rulebook } from '@/features/rulebook/routes';
import { proceeding } from '@/features/proceeding/routes';
import { task } from '@/features/task/routes';
import { warning } from '@/features/warning/routes';
import type { Feature, NavItem } from '@/lib/feature';

export const features: Feature[] = [
  accounts,
  acts,
  grants,
  audit,
  balance,
  calendar,
  check,
  campaign,
  form,
  home,
  imports,
  measure,
  objection,
  notify,
  organisation,
  power,
  publicity,
  review,
  meeting,
  recipe,
  risk,
  riskEdit,
  security,
  supervision,
  instruction,
  indicator,
  education,
  rulebook,
  proceeding,
  task,
  warning,
];

/** The entries of the side menu, of all features. */
export const navigation: NavItem[] = features.flatMap((feature) => feature.nav);
