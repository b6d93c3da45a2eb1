import type zh from './enumsInstruction.zh';

const labels: typeof zh = {
  InstructionAction: {
    ACKNOWLEDGE: 'Acknowledge',
    ANSWER: 'Answer',
    REPORT: 'Report done',
    ACCEPT: 'Accept',
    RETURN: 'Return',
    EXTEND: 'Give more time',
    WITHDRAW: 'Withdraw',
  },
  InstructionEventKind: {
    ORDER: 'Given',
    ACKNOWLEDGE: 'Acknowledged',
    ANSWER: 'Answered',
    REPORT: 'Reported done',
    ACCEPT: 'Accepted',
    RETURN: 'Returned',
    EXTEND: 'Given more time',
    WITHDRAW: 'Withdrawn',
    ESCALATE: 'Gone up',
    READDRESS: 'Given to somebody else',
    REMIND: 'Reminded of accepting',
  },
  InstructionState: {
    ORDERED: 'Given',
    ACKNOWLEDGED: 'Acknowledged',
    ANSWERED: 'Under way',
    REPORTED: 'Reported done',
    RETURNED: 'Returned',
    ACCEPTED: 'Accepted',
    WITHDRAWN: 'Withdrawn',
  },
};
export default labels;
