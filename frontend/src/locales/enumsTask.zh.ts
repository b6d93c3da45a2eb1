import type { Enum, EnumName } from '@/gql';

/** What is said of tasks of measures; the pages that tell of them load these words. */
export type TaskEnum = Extract<EnumName, `Task${string}` | 'Recurrence'>;

// Words of the enumerations of tasks; the type keeps them complete.
const labels: { [N in TaskEnum]: { [V in Enum<N>]: string } } = {
  TaskKind: { WORK: '日常落实', EFFECT: '效果检查' },
  TaskState: { DUE: '待完成', DONE: '已完成', MISSED: '未按期完成', CANCELLED: '已取消' },
  TaskFinding: { EFFECTIVE: '有效', INEFFECTIVE: '无效' },
  Recurrence: {
    WEEKLY: '每周',
    MONTHLY: '每月',
    QUARTERLY: '每季度',
    HALF_YEARLY: '每半年',
    YEARLY: '每年',
  },
};
export default labels;
