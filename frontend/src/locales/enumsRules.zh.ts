import type { Enum, EnumName } from '@/gql';

/** What is said of rules documents; the pages that tell of them load these words. */
export type RulesEnum = Extract<EnumName, `Rules${string}`>;

// Words of the enumerations of rules documents; the type keeps them complete.
const labels: { [N in RulesEnum]: { [V in Enum<N>]: string } } = {
  RulesKind: { RULES: '制度', WORKING_RULES: '工作规则' },
  RulesState: { NOT_YET: '尚未施行', IN_FORCE: '现行', REPEALED: '已废止' },
  RulesReviewState: { OPEN: '待复核', KEPT: '无需调整', CHANGED: '已调整', DROPPED: '已终止' },
  RulesReviewOutcome: { KEPT: '无需调整', CHANGED: '已调整' },
};
export default labels;
