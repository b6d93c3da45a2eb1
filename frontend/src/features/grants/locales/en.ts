import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  operator: 'operator of the server',
  named: '{{person}} ({{login}})',
  wholeSystem: 'whole system',
  since: 'since {{from}}',
  fromTo: '{{from}} to {{to}}',
  field: {
    holder: 'Holder',
    role: 'Role',
    unit: 'Unit',
    term: 'Term',
    reason: 'Reason',
    grantedBy: 'Granted by',
  },
  origin: {
    granted: 'granted by {{name}}, {{time}}',
    confirmed: 'confirmed by {{name}}, {{time}}',
    declined: 'declined by {{name}}, {{time}}',
    reason: 'reason: {{reason}}',
    and: '; ',
  },
  confirm: {
    action: 'Confirm',
    title: 'Confirm a grant',
    follows:
      'The role comes into force at once, and its holder signs in again. The audit log keeps who confirmed it.',
    done: 'The grant was confirmed; the role is in force',
  },
  decline: {
    action: 'Decline',
    title: 'Decline a grant',
    follows:
      'The role does not come into force; the record of the grant stays. Who granted it may withdraw it so.',
    reason: 'Reason for declining',
    done: 'The grant was declined',
  },
};
export default en;
