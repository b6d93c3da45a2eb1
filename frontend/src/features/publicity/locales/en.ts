import type zh from './zh';
import type { Locale } from '@/locales/types';

const en: Locale<typeof zh> = {
  nav: 'Public feedback',
  title: 'Public feedback',
  intro: 'The address and the device of who wrote, and the time of day, are not kept.',
  publicPage: 'Open the public page',
  filter: 'Filter feedback',
  all: 'All',
  none: 'No feedback',
  field: {
    receivedOn: 'Received',
    about: 'About',
    text: 'What was written',
    contact: 'Contact',
    state: 'State',
    handling: 'What was done',
    actions: 'Actions',
  },
  handle: {
    action: 'Handle',
    again: 'Write it again',
    title: 'Handle feedback',
    done: 'What was done is on record',
  },
};
export default en;
