import { Suspense, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { PowerFacts } from './PowerFacts';
import { ProcessPanel } from './ProcessPanel';
import { PowerDetailQuery, type PowerDetail } from './query';
import { RetirePowerDialog } from './RetirePowerDialog';
import './power.css';
import { PowerBalance } from '@/features/balance/door';
import { ThingRules } from '@/features/rulebook/door';
import { PowerProceedings } from '@/features/proceeding/door';
import { riskListPath } from '@/features/risk/door';
import { GradeBadge } from '@/ui/GradeBadge';
import { LinkButton } from '@/ui/LinkButton';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({ query: PowerDetailQuery, variables: { id } });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Query result={result} onRetry={again} rows={10}>
      {({ node }) =>
        node?.__typename === 'Power' ? <Detail power={node} onChanged={again} /> : <NotFound />
      }
    </Query>
  );
}

function Detail({ power, onChanged }: { power: PowerDetail; onChanged: () => void }) {
  const { t } = useTranslation('power');
  const [retiring, setRetiring] = useState(false);
  const allowed = power.unit?.allowedActions ?? [];
  const edit = allowed.includes('EDIT_REGISTER') && !power.retiredOn;
  return (
    <>
      <PageHeader
        title={power.name}
        crumbs={[{ title: t('title'), to: '/powers' }]}
        tags={
          <>
            <GradeBadge grade={power.worstGrade} />
            {power.retiredOn && (
              <span className="tag">{t('retiredTag', { date: power.retiredOn })}</span>
            )}
          </>
        }
        actions={
          <>
            <LinkButton to={riskListPath({ powerId: power.id })}>{t('detail.risks')}</LinkButton>
            {allowed.includes('RECORD_RISK') && !power.retiredOn && (
              <LinkButton to={`/risks/new?unit=${power.unit?.id ?? ''}&power=${power.id}`}>
                {t('detail.recordRisk')}
              </LinkButton>
            )}
            {edit && (
              <>
                <LinkButton to={`/powers/${power.id}/edit`}>{t('detail.edit')}</LinkButton>
                <Button danger onClick={() => setRetiring(true)}>
                  {t('detail.retire')}
                </Button>
              </>
            )}
          </>
        }
      />
      <PowerFacts power={power} />
      <ProcessPanel power={power} editable={edit} />
      <Suspense fallback={null}>
        <PowerProceedings powerId={power.id} />
      </Suspense>
      {!power.retiredOn && <PowerBalance powerId={power.id} />}
      <Suspense fallback={null}>
        <ThingRules id={power.id} kind="power" />
      </Suspense>
      {retiring && (
        <RetirePowerDialog
          power={power}
          onClose={() => setRetiring(false)}
          onDone={() => {
            setRetiring(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}
