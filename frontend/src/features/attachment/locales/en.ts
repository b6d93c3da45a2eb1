import type zh from './zh';
import type { Locale } from '@/locales/types';

const en: Locale<typeof zh> = {
  title: 'Supporting files',
  none: 'No files yet',
  add: 'Add a file',
  bounds: '{{types}}; at most {{size}} each and {{count}} in all.',
  sending: 'Sending {{name}}',
  cancel: 'Cancel',
  added: '{{name}} was added',
  onRow: 'Row {{number}}: {{text}}',
  rowGone: 'Its row is not in the table any more',
  inForm: 'Handed in with a form',
  refused: {
    type: '{{name}} is of a type that is not taken; these are: {{types}}',
    size: '{{name}} is larger than {{size}}',
    empty: '{{name}} is empty',
    count: 'At most {{count}} files; remove one that is not needed first',
  },
  remove: {
    action: 'Remove',
    named: 'Remove {{name}}',
    follows: 'It is not shown any more; the file and the reason stay on record.',
    done: 'The file was removed',
  },
};
export default en;
