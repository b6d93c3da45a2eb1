import type zh from './zh';
import type { Locale } from '@/locales/types';

const en: Locale<typeof zh> = {
  content: 'What the form holds',
  menu: {
    label: 'Print and files',
    print: 'Print',
    xlsx: 'Export as xlsx',
    docx: 'Export as docx',
    zip: 'Export all forms of the department (zip)',
    import: 'Import a filled xlsx',
  },
  campaign: {
    export: 'Export all forms',
    cancel: 'Cancel the export',
    cancelled: 'The export was cancelled',
    download: 'Download the archive',
    failed: 'The export failed ({{reason}})',
  },
  print: {
    title: 'Print',
    now: 'Print',
    back: 'Back to the form',
    hint: 'Paper and page footers are set; choose default margins and background graphics when printing.',
  },
  import: {
    title: 'Import a filled form',
    intro:
      'Choose the xlsx file that was exported here and filled in. You see first what it would change; only then it goes into the draft, as if you had typed it.',
    choose: 'Choose a file',
    commit: 'Put into the draft',
    done: 'The draft holds it now',
    nothing: 'The file says what the form says; there is nothing to change',
    bad: '{{count}} cells cannot be read; correct them and choose the file again',
    figures:
      '{{added}} rows added, {{changed}} changed, {{removed}} removed, {{unchanged}} unchanged',
    problems: 'To be corrected',
    remarks: 'Please note',
    changes: 'What would change',
    row: 'Row',
    column: 'Column',
    before: 'Now',
    after: 'Then',
    form: 'Head of the form',
    atRow: 'Row {{row}}:',
    kind: {
      ADDED: 'Added (row {{row}} of the file)',
      CHANGED: 'Changed (row {{row}} of the file)',
      REMOVED: 'Removed',
    },
  },
};
export default en;
