import { useTranslation } from 'react-i18next';
import type { Deviation, ProceedingRow } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

const looks: Record<Enum<'ProceedingState'>, string> = {
  UNDER_WAY: '',
  PAUSED: 'tag-wait',
  CLOSED: 'tag-good',
  DISCONTINUED: '',
};

/** How far a proceeding is. */
export function ProceedingStateTag({ state }: Pick<ProceedingRow, 'state'>) {
  const states = useEnum('ProceedingState');
  return <span className={`tag ${looks[state]}`}>{states.label(state)}</span>;
}

/** The last day of a proceeding, whether it is beyond it, and what is not known of it. */
export function Due({
  proceeding: { dueOn, limit, deviations },
}: {
  proceeding: Pick<ProceedingRow, 'dueOn' | 'limit' | 'deviations'>;
}) {
  const { t } = useTranslation('proceeding');
  const limits = useEnum('LimitState');
  const late = deviations.some(({ kind }) => kind === 'LATE');
  const unknown = limit === 'STOPPED' || limit === 'NO_DATA';
  if (!dueOn && !late && !unknown) return <span className="zero">—</span>;
  return (
    <>
      {dueOn && <span className="nowrap">{dueOn}</span>}{' '}
      {late && <span className="tag tag-late">{t('late')}</span>}
      {unknown && <div className="hint-inline">{limits.label(limit)}</div>}
    </>
  );
}

interface StraysProps {
  deviations: readonly Deviation[];
}

/** How a proceeding strays: a tag for each kind, with what happened as its text. */
export function Strays({ deviations }: StraysProps) {
  const groups = byKind(deviations);
  if (groups.length === 0) return <span className="zero">—</span>;
  return (
    <ul className="proceeding-strays">
      {groups.map(([key, group]) => (
        <li key={key}>
          <StrayTag deviations={group} told />
        </li>
      ))}
    </ul>
  );
}

type Group = readonly [Deviation, ...Deviation[]];

/** Deviations of one kind together, those that were made good apart from those that last. */
function byKind(deviations: readonly Deviation[]): [string, Group][] {
  const groups = new Map<string, Group>();
  for (const one of deviations) {
    const key = `${one.kind} ${one.to === null}`;
    const [first, ...rest] = groups.get(key) ?? [];
    groups.set(key, first ? [first, ...rest, one] : [one]);
  }
  return [...groups];
}

/** A kind of straying and how often; `told` where the messages stand nowhere beside it. */
export function StrayTag({ deviations, told = false }: { deviations: Group; told?: boolean }) {
  const { t } = useTranslation('proceeding');
  const kinds = useEnum('DeviationKind');
  const [{ kind, to }] = deviations;
  const messages = deviations.map(({ message }) => message).join('；');
  const label = kinds.label(kind);
  return (
    <span className={to ? 'tag' : 'tag tag-late'} title={told ? messages : undefined}>
      {to ? t('madeGood', { kind: label }) : label}
      {deviations.length > 1 && ` ×${deviations.length}`}
      {told && <span className="visually-hidden">：{messages}</span>}
    </span>
  );
}
