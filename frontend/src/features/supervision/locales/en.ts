import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  nav: 'Tiered supervision',
  title: 'Where the risks are',
  top: 'All units in sight',
  drill: 'Level',
  by: 'Rows',
  mode: { label: 'Show as', chart: 'Chart', table: 'Table' },
  since: 'Compare since',
  sinceHint: 'Shows what changed since that day (for units below only)',
  last30: 'Last 30 days',
  total: 'Total',
  self: 'The unit itself',
  none: 'None',
  worst: 'Worst',
  column: {
    A: 'A High',
    B: 'B Medium',
    C: 'C Low',
    UNGRADED: 'Ungraded',
    UNCONTROLLED_A: 'A uncontrolled',
  },
  change: { added: 'Added', raised: 'Raised', lowered: 'Lowered', retired: 'Retired' },
  changeColumn: 'Changes since {{since}}',
  totals: '{{total}} risk points in all',
  matrix: 'Grades by {{by}}',
  chartHint: 'Shades compare within a column: the darker, the more.',
  cell: '{{row}}, {{column}}: {{count}}',
  open: 'Open the list',
  severalTypes:
    'A risk point of several types is counted under each of them, and once in the total',
  truncated: 'Only the 200 posts with the worst risks are shown',
  noRows: 'No units below, or nothing matches the conditions',
  conflicts: 'Conflicts of balance',
};
export default en;
