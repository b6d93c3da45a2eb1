import type { Enum, EnumName } from '@/gql';

/** What is said of instructions; the pages that tell of them load these words. */
export type InstructionEnum = Extract<EnumName, `Instruction${string}`>;

// Words of the enumerations of instructions; the type keeps them complete.
const labels: { [N in InstructionEnum]: { [V in Enum<N>]: string } } = {
  InstructionAction: {
    ACKNOWLEDGE: '签收',
    ANSWER: '答复',
    REPORT: '报结',
    ACCEPT: '验收',
    RETURN: '退回',
    EXTEND: '延期',
    WITHDRAW: '撤回',
  },
  InstructionEventKind: {
    ORDER: '交办',
    ACKNOWLEDGE: '签收',
    ANSWER: '答复',
    REPORT: '报结',
    ACCEPT: '验收',
    RETURN: '退回',
    EXTEND: '延期',
    WITHDRAW: '撤回',
    ESCALATE: '上报',
    READDRESS: '改送',
    REMIND: '催收',
  },
  InstructionState: {
    ORDERED: '待签收',
    ACKNOWLEDGED: '已签收',
    ANSWERED: '办理中',
    REPORTED: '待验收',
    RETURNED: '退回续办',
    ACCEPTED: '已办结',
    WITHDRAWN: '已撤回',
  },
};
export default labels;
