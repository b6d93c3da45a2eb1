import { graphql, type Enum, type ResultOf } from '@/gql';
import { listOf } from '@/lib/urlState';

/** Half a page of a screen or two; the rest comes page by page. */
export const WeakStepsQuery = graphql(`
  query WeakSteps($unitId: ID!, $filter: WeakStepFilter, $after: String) {
    weakSteps(unitId: $unitId) {
      stepCount
      counts {
        tier
        grade
        count
      }
      steps(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          tier
          power {
            id
            name
            unit {
              id
              name
            }
          }
          step {
            id
            key
            name
            post {
              id
              name
            }
          }
          defence {
            grade
            riskPoints
            points
            target
            score
            weaknesses {
              code
              message
            }
          }
        }
      }
    }
  }
`);
export type WeakSteps = ResultOf<typeof WeakStepsQuery>['weakSteps'];
export type WeakStep = WeakSteps['steps']['nodes'][number];

/** The tiers that may answer for a step, the lowest first. */
export const tiers = [
  'DEPT_HEAD',
  'LEADER_IN_CHARGE',
  'PRINCIPAL_LEADER',
  'LEADING_GROUP',
] as const;
export type Tier = (typeof tiers)[number];

/** The grades in the order of the list; U is for none decided. */
export const grades = ['A', 'B', 'U', 'C'] as const;
export type GradeChoice = (typeof grades)[number];

export interface WeakChoice {
  tier: Tier[];
  grade: GradeChoice[];
}

/** What of the list is asked for, in the address. */
export const weakSpec = { tier: listOf(tiers), grade: listOf(grades) };

/** The choice as the API takes it. */
export function weakFilter({ tier, grade }: WeakChoice) {
  const decided = grade.filter((each): each is Enum<'Grade'> => each !== 'U');
  return {
    tiers: tier.length > 0 ? tier : undefined,
    grades: decided.length > 0 ? decided : undefined,
    ungraded: grade.includes('U') || undefined,
  };
}

/** How many weak steps of a grade a tier answers for. */
export function weakCount(counts: WeakSteps['counts'], tier: Tier, grade: GradeChoice): number {
  const wanted = grade === 'U' ? null : grade;
  return counts.find((each) => each.tier === tier && each.grade === wanted)?.count ?? 0;
}
