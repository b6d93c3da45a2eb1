import type { Locale } from '@/locales/types';
import type zh from './zh';

const en: Locale<typeof zh> = {
  signIn: {
    title: 'Sign in',
    loginName: 'Login name',
    password: 'Password',
    submit: 'Sign in',
    needLoginName: 'Enter the login name',
    needPassword: 'Enter the password',
  },
  oidc: {
    with: 'Sign in with {{name}}',
    failed:
      'The sign-in by the identity provider failed. Try again, or sign in with login name and password.',
  },
  code: {
    title: 'Second factor',
    intro: 'The password of {{name}} was right. A code of your authenticator app is needed too.',
    app: 'Code',
    appHint: 'The six digits that your authenticator app shows',
    recovery: 'Recovery code',
    recoveryHint: 'One of the codes kept when the second factor was set up; each is good once',
    any: 'Code or recovery code',
    anyHint: 'The six digits that your authenticator app shows, or a recovery code',
    useRecovery: 'No app at hand? Use a recovery code',
    useApp: 'Use a code of the app',
  },
  enrol: {
    title: 'Set up the second factor',
    forced: 'Your account must have a second factor. Set it up to go on.',
  },
  setUp: {
    title: 'Set up the system',
    intro:
      'The three administrators are never the same person: each signs up by a link of their own, which works once. Do not pass it on.',
    systemAdmin: 'System administrator',
    systemAdminDuty: 'Accounts, organisation data, configuration; sees no risk content',
    securityAdmin: 'Security administrator',
    securityAdminDuty: 'Grants and revokes roles; cannot create accounts, sees no risk content',
    auditor: 'Auditor',
    auditorDuty: 'Reads and verifies the audit log; changes nothing',
    submit: 'Sign up',
    noToken:
      'The link is incomplete: its one-time token is missing. Use the whole link that the server printed at its start.',
    badLink: 'The link is wrong or was used already. Ask the operator of the server for a new one.',
    done: 'You are signed up; sign in now',
  },
  password: {
    title: 'Change password',
    forced: 'This is a first password. Change it to go on.',
    old: 'Present password',
    new: 'New password',
    repeat: 'New password again',
    rule: 'At least 10 characters with letters and others; without the login name, and not the present password',
    tooShort: 'At least 10 characters',
    tooSimple: 'Letters and other characters are both needed',
    differs: 'The two entries of the new password differ',
    done: 'The password was changed; all other sessions have ended',
    need: 'Fill this in',
  },
};
export default en;
