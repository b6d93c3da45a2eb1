// One line per feature; keep them in order.
import type { Feature } from './types';
import { home } from '@/features/home/routes';
import { organisation } from '@/features/organisation/routes';
import { risk } from '@/features/risk/routes';
import { supervision } from '@/features/supervision/routes';

export const features: Feature[] = [home, organisation, risk, supervision];
