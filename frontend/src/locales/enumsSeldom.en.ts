import type zh from './enumsSeldom.zh';

// Words of the enumerations that meetings, records of persons, jobs and the like show.
const labels: typeof zh = {
  FeedbackState: { RECEIVED: 'Received', HANDLED: 'Handled' },
  HintKind: {
    COPY_ELSEWHERE: 'Copied from elsewhere',
    COPY_HERE: 'Repeated in the form',
    COPY_OF_LAST_YEAR: 'As last year',
    WITHOUT_SUBSTANCE: 'Without substance',
    POWER_WITHOUT_RISK: 'Power without a risk',
    NOTHING_GRAVE: 'No A and no B',
    NOTHING_FILLED: 'Nothing found',
    NOBODY_CHECKS: 'Nobody can check it',
  },
  HintLack: { ACTOR: 'actor', TIME: 'date or frequency', INDICATOR: 'indicator' },
  AuditActorKind: {
    ACCOUNT: 'Account',
    TOKEN: 'Token',
    PROGRAM: 'Program',
    NOBODY: 'Not signed in',
  },
  AuditOp: { CREATE: 'Created', UPDATE: 'Changed', DELETE: 'Deleted', STATE: 'As it stands' },
  Bar: {
    PREPARED: 'Prepared it',
    SUBJECT: 'It is about them',
    SIGNED: 'Signed another stage',
    ABSENT: 'Cannot act at present',
  },
  Comprehensive: { ADOPTED: 'Adopted', DECLINED: 'Declined' },
  GrantStatus: { PENDING: 'To be confirmed', ACTIVE: 'In force', DECLINED: 'Declined' },
  SignInMethod: { PASSWORD: 'Password', OIDC: 'Identity provider' },
  Verdict: { APPROVED: 'Approved', RETURNED: 'Returned' },
  VotingBody: { MEMBERS: 'Members who attend', LEADING_GROUP: 'Leading group' },
  ItemKind: {
    GRADE: 'Grade',
    RETIREMENT: 'Retirement',
    OPENING_DECISION: 'Opening decision',
    COMPREHENSIVE_MEASURE: 'Comprehensive measure',
  },
  ItemState: {
    PENDING: 'Pending',
    VOTING: 'Voting',
    DECIDED: 'Decided',
    DEFERRED: 'Deferred',
    WITHDRAWN: 'Withdrawn',
  },
  JobKind: { OPEN_CAMPAIGN: 'Open a campaign', EXPORT_CAMPAIGN: 'Export the forms of a campaign' },
  JobState: {
    QUEUED: 'Queued',
    RUNNING: 'Running',
    DONE: 'Done',
    FAILED: 'Failed',
    CANCELLED: 'Cancelled',
  },
  ObjectionOutcome: { UPHELD: 'Upheld', PARTLY_UPHELD: 'Partly upheld', REJECTED: 'Rejected' },
  ObjectionState: { RAISED: 'Raised', ANSWERED: 'Answered', WITHDRAWN: 'Withdrawn' },
  RecordKind: {
    RISK_POINT: 'Risk point',
    ASSESSMENT: 'Assessment',
    FORM: 'Own form',
    REVIEW_DECISION: 'Review decision',
  },
  RecordRelation: {
    STANDS_ON: 'Stands on me',
    EXPOSED: 'Exposed',
    DIRECT_OWNER: 'Direct owner',
    DEPARTMENT_OWNER: 'Department owner',
    LEADER_OWNER: 'Leader responsible',
    OWN_FORM: 'My own form',
  },
  SkippedReason: {
    DECIDED_BEFORE: 'Decided before',
    NO_PAPER_GRADE: 'No grade in the paper register',
  },
  TokenScope: {
    READ_ORGANISATION: 'Organisation: units, posts, people and who leads what',
    READ_REGISTER:
      'Register: powers, risk points and measures (with the organisation and the counts)',
    READ_OVERVIEW: 'Counts of risks by unit and grade (with the organisation)',
    READ_AUDIT: 'Audit log (for auditors)',
  },
  UnusualReason: { MANY_PEOPLE: 'Many people', AT_NIGHT: 'At night', DAY_OFF: 'On a day off' },
  VoteManner: { SIGNED_IN: 'Signed in', PAPER: 'Recorded from paper' },
};
export default labels;
