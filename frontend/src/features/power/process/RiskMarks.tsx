import { enums, type Enum } from '@/gql';
import { GradeBadge } from '@/ui/GradeBadge';

export interface MarkedRisk {
  grade: Enum<'Grade'> | null;
}

/** How many risk points of each decided grade, the worst first. */
export function countByGrade(
  risks: MarkedRisk[],
): { grade: Enum<'Grade'> | null; count: number }[] {
  return [...enums.Grade, null].flatMap((grade) => {
    const count = risks.filter((risk) => risk.grade === grade).length;
    return count > 0 ? [{ grade, count }] : [];
  });
}

/** Grades of the risk points on a step with their numbers; the worst stands first. */
export function RiskMarks({ risks }: { risks: MarkedRisk[] }) {
  return (
    <span className="risk-marks">
      {countByGrade(risks).map(({ grade, count }) => (
        <span key={grade ?? 'none'} className="risk-mark">
          <GradeBadge grade={grade} />×{count}
        </span>
      ))}
    </span>
  );
}
