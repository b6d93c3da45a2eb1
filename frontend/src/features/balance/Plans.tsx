import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ConflictTable } from './ConflictTable';
import { RepairQuery, RotationQuery, type Repair, type Swap } from './query';
import { Empty } from '@/ui/Empty';
import { Query } from '@/ui/Query';

interface Props {
  unitId: string;
  on: string | undefined;
}

/** The cheapest repair, worked out when somebody asks for it, since that takes a while. */
export function RepairPlan(props: Props) {
  const { t } = useTranslation('balance');
  const [asked, setAsked] = useState(false);
  return (
    <section className="panel">
      <h2 className="panel-head">
        {t('repair.title')}
        {!asked && <Button onClick={() => setAsked(true)}>{t('repair.ask')}</Button>}
      </h2>
      {asked ? <RepairOf {...props} /> : <p className="hint-inline">{t('repair.hint')}</p>}
    </section>
  );
}

function RepairOf({ unitId, on }: Props) {
  const [result, reload] = useQuery({ query: RepairQuery, variables: { unitId, on } });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={3}>
      {({ balance }) => <RepairView repair={balance.repair} />}
    </Query>
  );
}

function RepairView({ repair: { steps, left, cost, least } }: { repair: Repair }) {
  const { t } = useTranslation('balance');
  if (steps.length + left.length === 0) return <Empty text={t('repair.none')} />;
  return (
    <>
      <ol>
        {steps.map((step, i) => (
          <li key={i}>{step}</li>
        ))}
      </ol>
      {left.length > 0 && (
        <>
          <h3>{t('repair.left')}</h3>
          <ConflictTable conflicts={left} label={t('repair.left')} />
        </>
      )}
      <p className="hint-inline">
        {cost === least ? t('repair.cheapest', { cost }) : t('repair.bound', { cost, least })}
      </p>
    </>
  );
}

/** Who could change posts with whom, on demand as well. */
export function RotationPlan(props: Props) {
  const { t } = useTranslation('balance');
  const [asked, setAsked] = useState(false);
  return (
    <section className="panel">
      <h2 className="panel-head">
        {t('rotation.title')}
        {!asked && <Button onClick={() => setAsked(true)}>{t('rotation.ask')}</Button>}
      </h2>
      {asked ? <RotationOf {...props} /> : <p className="hint-inline">{t('rotation.hint')}</p>}
    </section>
  );
}

function RotationOf({ unitId, on }: Props) {
  const [result, reload] = useQuery({ query: RotationQuery, variables: { unitId, on } });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={3}>
      {({ balance }) => <Swaps swaps={balance.rotationPlan} />}
    </Query>
  );
}

function Swaps({ swaps }: { swaps: Swap[] }) {
  const { t } = useTranslation('balance');
  if (swaps.length === 0) return <Empty text={t('rotation.none')} />;
  return (
    <ol>
      {swaps.map(({ due, duePost, with: other, withPost }, i) => (
        <li key={i}>
          {t('rotation.swap', {
            due: due?.name ?? t('hidden'),
            duePost: duePost?.name ?? t('hidden'),
            other: other?.name ?? t('hidden'),
            otherPost: withPost?.name ?? t('hidden'),
          })}
        </li>
      ))}
    </ol>
  );
}
