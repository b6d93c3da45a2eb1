import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  nav: 'Import',
  title: 'Import',
  another: 'Import another file',
  intro:
    'Brings in units, powers, risk points and measures. Grades are proposed and measures drafted; they are decided and approved in the program. A dry run checks the file without writing anything; once you have seen what it would do, it is written as a whole or not at all.',
  unit: 'Below unit (optional)',
  unitHint: 'Units that the file names without a parent are looked for and created below this one.',
  choose: 'Choose a file',
  formats: 'or drop it here. Excel workbooks (.xlsx) and text tables (.csv)',
  uploading: 'Sending {{name}}',
  uploaded: '{{name}} was sent, checking begins',
  cancelUpload: 'Stop sending',
  replaceOldest: 'Drop the oldest that waits and send {{name}}',
  planning: 'Checking; nothing is written yet.',
  committing: 'Writing.',
  rowsRead: '{{count}} rows read',
  cancel: 'Stop the import',
  cancelled: 'The import was stopped; nothing was written.',
  failed: 'This file cannot be used',
  gone: 'There is no such import; it may be older than an hour, or the server was restarted. Choose the file again.',
  planned: 'Checked: {{created}} would be created, {{changed}} changed',
  plannedNothing: 'Checked: the file agrees with what is there, nothing is to be written',
  plannedRemarks:
    'Checked: nothing is to be written; {{remarks}} cells differ from the register and are not written',
  plannedHint: 'This is a dry run; nothing is written yet.',
  plannedBad:
    'Checked: {{bad}} rows cannot be used; of the rest {{created}} would be created, {{changed}} changed',
  plannedBadHint:
    'Download the bad rows, correct them and import again, or write the good rows now. Nothing is written yet.',
  commit: 'Write it',
  commitGood: 'Write the good rows only',
  dismiss: 'Discard',
  done: 'The import is done',
  waiting:
    '{{count}} portfolios, appointments and moves of the list take effect once a second person has confirmed the list as a whole',
  doneLeftOut: '{{count}} rows were left out; download and correct them to import them again.',
  toRisks: 'See the risk points',
  toOrganisation: 'See the organisation',
  figures: {
    planned: 'What would be written',
    done: 'What was written',
    object: 'Object',
    created: 'New',
    changed: 'Changed',
    unchanged: 'As it was',
    unwritten: 'Partly not written',
    sum: 'Sum',
  },
  preview: {
    title: 'Preview (first {{count}})',
    label: 'Name',
    change: 'Change',
    created: 'new',
    empty: 'empty',
  },
  problems: {
    title: 'Problems ({{count}} rows)',
    download: 'Download the bad rows',
    sheet: 'Sheet',
    row: 'Row',
    column: 'Column',
    found: 'Found',
    wanted: 'Wanted',
    wholeRow: 'whole row',
    more: 'Only the first 200 are shown here; the download holds all of them.',
  },
  remarks: {
    title: 'Differs from the register and is not written ({{count}})',
    hint: 'An import proposes grades and drafts measures; it decides no grade and moves no measure on. What follows differs from the register and is not written.',
    download: 'Download what is not written',
    why: 'Why',
    more: 'Only the first 200 are shown here; the download holds all of them.',
  },
};
export default en;
