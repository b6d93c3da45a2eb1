import type { Enum, EnumName } from '@/gql';

/** What is said of education sessions; the pages that tell of them load these words. */
export type EducationEnum = Extract<EnumName, `Education${string}` | 'Attendance'>;

// Words of the enumerations of education; the type keeps them complete.
const labels: { [N in EducationEnum]: { [V in Enum<N>]: string } } = {
  EducationKind: {
    WARNING_CASES: '警示教育',
    PARTY_LESSON: '廉政党课',
    STUDY: '集中学习',
    TALK: '廉政谈话',
    TRAINING: '岗位培训',
    VISIT: '参观',
    OTHER: '其他',
  },
  EducationState: { PLANNED: '已计划', HELD: '已举行', CANCELLED: '已取消' },
  Attendance: { ATTENDED: '参加', EXCUSED: '请假', ABSENT: '缺席' },
};
export default labels;
