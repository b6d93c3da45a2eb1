import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  saved: 'Saved',
  actions: 'Actions',
  action: {
    createBelow: 'New unit below',
    createTop: 'New top unit',
    createPost: 'New post',
    addPerson: 'Add a person',
    edit: 'Edit',
    move: 'Move',
    close: 'Close',
    appoint: 'Appoint',
    relieve: 'Relieve',
    assign: 'Assign',
    end: 'End',
    erase: 'Erase personal texts',
  },
  unit: {
    code: 'Code',
    codeHint: 'Unique over the whole system',
    name: 'Name',
    kind: 'Kind',
    sortOrder: 'Order',
    sortOrderHint: 'Place among its siblings, ascending',
    createBelow: 'New unit below {{name}}',
    createTop: 'New top unit',
    created: '{{name}} was created',
    edit: 'Edit {{name}}',
    move: 'Move {{name}}',
    moveFollows:
      'The unit moves with everything below it, its register, risk points and counts: the leaders of its old parent no longer see it, those of the new one do at once.',
    newParent: 'New parent',
    newParentHint: 'Left empty, it becomes a top unit',
    moved: '{{name}} was moved',
    close: 'Close {{name}}',
    closeFollows:
      'From this day on the unit does not exist and nothing new can be recorded in it. Close or move the units below it first. The history of its posts, appointments and register stays.',
    closeOn: 'First day without it',
    closed: '{{name}} was closed',
  },
  post: {
    create: 'New post in {{name}}',
    created: 'The post {{name}} was created',
    edit: 'Edit the post {{name}}',
    name: 'Name',
    duties: 'Duties',
    keyPost: 'Key post',
    rotationYears: 'Rotation limit in years',
    rotationHint: 'Left empty, there is none',
    close: 'Close the post {{name}}',
    closeFollows:
      'From this day on the post does not exist and nobody can be appointed to it. Its history stays.',
    closeOn: 'First day without it',
    closed: 'The post {{name}} was closed',
  },
  person: {
    add: 'Add a person to {{name}}',
    added: '{{name}} was added',
    edit: 'Edit {{name}}',
    editFollows:
      'Another unit changes the payroll alone; posts and portfolios are given and ended on their own.',
    name: 'Name',
    staffNumber: 'Staff number',
    staffNumberHint: 'Unique over the whole system; may be left empty',
    jobTitle: 'Job title',
    politicalStatus: 'Political status',
    unit: 'Unit',
  },
  erase: {
    title: 'Erase the personal texts of {{name}}',
    intro: 'For people who have left: takes out name, staff number and addresses, as the law asks.',
    warning:
      'This cannot be undone: the name, numbers and addresses of {{name}} vanish from the person and from the audit log for good. The entries and their proofs stay.',
    reason: 'Ground',
    reasonHint: '1 to 500 characters, kept in the audit log; do not write names or the like',
    need: 'Give the ground',
    submit: 'Erase for good',
    done: 'Personal texts erased from {{count}} entries',
  },
  office: {
    appoint: 'Appoint: {{name}}',
    appointFollows:
      'From this day on the person answers for the powers and risks of the post and has the rights that come with it.',
    appointed: 'Appointed',
    relieve: 'Relieve: {{name}}',
    relieveFollows:
      'The appointment lasts to the end of this day, and so do the rights that come with it. The history stays.',
    relieved: 'Relieved',
    assign: 'Assign the leadership of {{name}}',
    assignFollows:
      'From this day on the person supervises the risks of the unit and those below it in this share, with the rights to see and decide that come with it.',
    assigned: 'Assigned',
    end: 'End the share of {{name}} ({{kind}})',
    endFollows:
      'It lasts to the end of this day, and so do the rights that come with it. The history stays.',
    ended: 'Ended',
    person: 'Person',
    post: 'Post',
    holder: 'Holder',
    holderSince: '{{name}} (since {{from}})',
    kind: 'Share',
    from: 'From',
    to: 'Last day',
  },
};
export default en;
