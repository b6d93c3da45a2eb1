import type zh from './enumsEducation.zh';

const labels: typeof zh = {
  EducationKind: {
    WARNING_CASES: 'Warning cases',
    PARTY_LESSON: 'Party lesson on integrity',
    STUDY: 'Study together',
    TALK: 'Talk on integrity',
    TRAINING: 'Training for the post',
    VISIT: 'Visit',
    OTHER: 'Other',
  },
  EducationState: { PLANNED: 'Planned', HELD: 'Held', CANCELLED: 'Cancelled' },
  Attendance: { ATTENDED: 'Attended', EXCUSED: 'Excused', ABSENT: 'Absent' },
};
export default labels;
