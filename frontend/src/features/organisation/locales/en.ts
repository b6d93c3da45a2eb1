import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  nav: 'Units and posts',
  title: 'Units and posts',
  tree: 'Organisation',
  search: 'Find a unit',
  found: '{{count}} units found',
  foundMany: 'Only the first {{count}} are shown; type more',
  choose: 'Choose a unit on the left',
  closed: 'Closed since {{date}}',
  field: {
    code: 'Code',
    kind: 'Kind',
    parent: 'Above',
    children: 'Units below',
    level: 'Level',
  },
  counts: 'Risk points',
  toSupervision: 'Where the risks are',
  toRisks: 'List of risk points',
  portfolios: 'Who leads it',
  noPortfolios: 'Nobody leads it yet',
  person: 'Person',
  kind: 'Share',
  since: 'Since',
  posts: 'Posts',
  noPosts: 'No posts yet',
  post: {
    name: 'Post',
    duties: 'Duties',
    key: 'Key post',
    rotation: 'Rotation',
    holders: 'Holders',
  },
  years: '{{count}} years',
  vacant: 'Vacant',
  people: 'People',
  noPeople: 'No people',
  staff: {
    number: 'Staff number',
    name: 'Name',
    jobTitle: 'Job title',
    political: 'Political status',
    unit: 'Unit',
  },
};
export default en;
