// One line per feature; keep them in order.
import type { Feature } from './types';
import { accounts } from '@/features/accounts/routes';
import { grants } from '@/features/grants/routes';
import { audit } from '@/features/audit/routes';
import { home } from '@/features/home/routes';
import { imports } from '@/features/imports/routes';
import { measure } from '@/features/measure/routes';
import { meeting } from '@/features/meeting/routes';
import { organisation } from '@/features/organisation/routes';
import { power } from '@/features/power/routes';
import { recipe } from '@/features/recipe/routes';
import { risk } from '@/features/risk/routes';
import { riskEdit } from '@/features/riskEdit/routes';
import { security } from '@/features/security/routes';
import { supervision } from '@/features/supervision/routes';

export const features: Feature[] = [
  accounts,
  grants,
  audit,
  home,
  imports,
  measure,
  meeting,
  organisation,
  power,
  recipe,
  risk,
  riskEdit,
  security,
  supervision,
];
