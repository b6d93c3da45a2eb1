import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  save: 'Save',
  cancel: 'Cancel',
  shortcut: 'Ctrl+Enter submits',
  // antd puts the label of the field in.
  required: '${label} is required',
  reason: { label: 'Reason', hint: 'The audit log keeps it; at most 500 characters' },
  leave: {
    title: 'Not saved yet',
    text: 'What you typed on this page will be lost when you leave.',
    stay: 'Stay',
    leave: 'Leave without saving',
  },
  close: { text: 'What you typed will be lost.', leave: 'Close without saving' },
  stale: {
    title: 'Somebody else has changed this meanwhile',
    text: 'Everything you typed is still here. After loading the latest content, the fields that you left alone follow it and those that you changed stay as they are; check and save again.',
    reload: 'Load the latest and keep what I typed',
    merged: 'The latest content was loaded; check it and save.',
    clashes: 'You and somebody else both changed {{count}} fields; they are marked.',
    theirs: 'Somebody else wrote: {{text}}',
    theirsOther: 'Somebody else changed this too; please check',
    theirsEmpty: 'Somebody else emptied this',
    gone: 'It does not exist any more, or you may no longer see it.',
  },
  draft: { restored: 'What you had typed and not sent is back.', discard: 'Start afresh' },
};
export default en;
