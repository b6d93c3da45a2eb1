import type { CandidateInput } from './query';
import type { Enum } from '@/gql';

/** One change that is considered, as far as it is chosen. */
export type Change =
  | { kind: 'MERGE'; fromUnitId?: string; intoUnitId?: string }
  | { kind: 'APPOINT' | 'RELIEVE'; personId?: string; postId?: string }
  | { kind: 'PORTFOLIO'; personId?: string; unitId?: string; portfolio: Enum<'PortfolioKind'> };
export type ChangeKind = Change['kind'];
export const changeKinds: ChangeKind[] = ['MERGE', 'APPOINT', 'RELIEVE', 'PORTFOLIO'];

/** Changes that are considered together. */
export interface Candidate {
  label: string;
  changes: Change[];
}

/** The most that are compared at once; the server takes more, but nobody reads them side by side. */
export const mostCandidates = 4;

export function newChange(kind: ChangeKind): Change {
  return kind === 'PORTFOLIO' ? { kind, portfolio: 'IN_CHARGE' } : { kind };
}

/** Whether all of a candidate is chosen. */
export function isWhole({ changes }: Candidate): boolean {
  return (
    changes.length > 0 &&
    changes.every((change) => {
      switch (change.kind) {
        case 'MERGE':
          return change.fromUnitId && change.intoUnitId;
        case 'PORTFOLIO':
          return change.personId && change.unitId;
        default:
          return change.personId && change.postId;
      }
    })
  );
}

/** What is asked of a candidate that is whole. */
export function toCandidate({ label, changes }: Candidate): CandidateInput {
  const out = { label, appoint: [], relieve: [], portfolios: [], merge: [] } as {
    label: string;
    appoint: { personId: string; postId: string }[];
    relieve: { personId: string; postId: string }[];
    portfolios: { personId: string; unitId: string; kind: Enum<'PortfolioKind'> }[];
    merge: { fromUnitId: string; intoUnitId: string }[];
  };
  for (const change of changes) {
    if (change.kind === 'MERGE') {
      const { fromUnitId = '', intoUnitId = '' } = change;
      out.merge.push({ fromUnitId, intoUnitId });
    } else if (change.kind === 'PORTFOLIO') {
      const { personId = '', unitId = '', portfolio } = change;
      out.portfolios.push({ personId, unitId, kind: portfolio });
    } else {
      const { personId = '', postId = '' } = change;
      out[change.kind === 'APPOINT' ? 'appoint' : 'relieve'].push({ personId, postId });
    }
  }
  return out;
}
