import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { MovedList } from './compare/MovedList';
import { countOf, totalOf } from './figures';
import { PostUnitQuery, WhatIfQuery, type Outcome } from './query';
import { SeverityTag } from './SeverityTag';
import './balance.css';
import type { Enum, VariablesOf } from '@/gql';

type Candidate = VariablesOf<typeof WhatIfQuery>['candidate'];

interface AppointmentProps {
  personId: string | undefined;
  postId: string | undefined;
  /** From when; today where it is not chosen yet. */
  from?: string;
}

/** What an appointment would do to balance; it only tells. */
export function AppointmentWhatIf({ personId, postId, from }: AppointmentProps) {
  const [result] = useQuery({
    query: PostUnitQuery,
    variables: { id: postId ?? '' },
    pause: !personId || !postId,
  });
  const post = result.data?.node;
  if (!personId || !postId || post?.__typename !== 'Post' || !post.unit) return null;
  return <WhatIf unitId={post.unit.id} candidate={{ appoint: [{ personId, postId }] }} on={from} />;
}

interface PortfolioProps {
  personId: string | undefined;
  unitId: string;
  kind: Enum<'PortfolioKind'> | undefined;
  from?: string;
}

/** The same of a portfolio. */
export function PortfolioWhatIf({ personId, unitId, kind, from }: PortfolioProps) {
  if (!personId || !kind) return null;
  return (
    <WhatIf unitId={unitId} candidate={{ portfolios: [{ personId, unitId, kind }] }} on={from} />
  );
}

interface Props {
  unitId: string;
  candidate: Candidate;
  on: string | undefined;
}

function WhatIf({ unitId, candidate, on }: Props) {
  const { t } = useTranslation('balance');
  const [{ data, fetching, error }] = useQuery({
    query: WhatIfQuery,
    variables: { unitId, candidate, on },
    // Days pass and others appoint meanwhile: what was worked out earlier is no answer.
    requestPolicy: 'network-only',
  });
  const outcome = data?.whatIf[0];
  if (error) return <p className="hint">{t('whatIf.unknown')}</p>;
  if (fetching || !outcome) return <p className="hint">{t('whatIf.working')}</p>;
  return <OutcomeView outcome={outcome} />;
}

function OutcomeView({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('balance');
  const created = totalOf(outcome.createdCounts);
  const removed = totalOf(outcome.removedCounts);
  const high = countOf(outcome.createdCounts, 'HIGH');
  return (
    <Alert
      className="balance-whatif"
      showIcon
      role="status"
      type={created > 0 ? (high > 0 ? 'error' : 'warning') : 'success'}
      title={created > 0 ? t('whatIf.created', { count: created, high }) : t('whatIf.none')}
      description={
        <>
          {outcome.created && outcome.created.length > 0 && (
            <ul>
              {outcome.created.map(({ id, severity, rule, message }) => (
                <li key={id}>
                  <SeverityTag severity={severity} /> {rule.name}：{message}
                </li>
              ))}
            </ul>
          )}
          {outcome.moved && outcome.moved.length > 0 && (
            <>
              <div>{t('whatIf.moved')}</div>
              <MovedList moved={outcome.moved} />
            </>
          )}
          {removed > 0 && <div>{t('whatIf.removed', { count: removed })}</div>}
          {created > 0 && <div className="hint-inline">{t('whatIf.free')}</div>}
        </>
      }
    />
  );
}
