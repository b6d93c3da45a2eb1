import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { riskListPath } from '../riskState';
import { AssessmentHistory } from './AssessmentHistory';
import { RiskDetailQuery, type RiskDetail } from './query';
import { RiskActions } from './RiskActions';
import { RiskFacts } from './RiskFacts';
import { RiskMeasures } from './RiskMeasures';
import { StepInProcess } from './StepInProcess';
import './detail.css';
import { Attachments } from '@/features/attachment/door';
import { GiveLink, RiskInstructions } from '@/features/instruction/door';
import { useEnum } from '@/lib/enumLabel';
import { useViewer } from '@/lib/viewer';
import { firstOpen } from '@/lib/withinHome';
import { GradeBadge } from '@/ui/GradeBadge';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({ query: RiskDetailQuery, variables: { id } });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Query result={result} onRetry={again} rows={12}>
      {({ node }) =>
        node?.__typename === 'RiskPoint' ? <Detail risk={node} onChanged={again} /> : <NotFound />
      }
    </Query>
  );
}

function Detail({ risk, onChanged }: { risk: RiskDetail; onChanged: () => void }) {
  const { t } = useTranslation('risk');
  const status = useEnum('RiskStatus');
  const { homeUnits } = useViewer();
  const units = risk.unit?.path ?? [];
  const first = firstOpen(units, homeUnits);
  return (
    <>
      <PageHeader
        title={risk.title}
        crumbs={[
          { title: t('detail.crumb'), to: '/risks' },
          ...units.map((unit, i) => ({
            title: unit.name,
            to: i < first ? undefined : riskListPath({ unit: unit.id }),
          })),
        ]}
        tags={
          <>
            <GradeBadge grade={risk.grade} />
            <span className="tag">{status.label(risk.status)}</span>
            {risk.outdated && <span className="tag tag-alarm">{t('detail.outdated')}</span>}
            {risk.opening && <span className="tag">{t('detail.opening')}</span>}
            {risk.retiring && <span className="tag">{t('detail.awaitsRetirement')}</span>}
            {!risk.retiring && risk.retirementAct && (
              <Link className="tag" to="/acts">
                {t('detail.retirementWaits')}
              </Link>
            )}
            {risk.endorsedGrade && (
              <span className="tag">
                {t('detail.awaitsConcurrence', { grade: risk.endorsedGrade })}
              </span>
            )}
            <span className={risk.controlled ? 'tag' : 'tag tag-alarm'}>
              {t(risk.controlled ? 'controlled.yes' : 'controlled.no')}
            </span>
          </>
        }
        actions={
          <>
            {risk.unit && <GiveLink about={{ unit: risk.unit.id, risk: risk.id }} />}
            <RiskActions risk={risk} onChanged={onChanged} />
          </>
        }
      />
      <div className="risk-detail">
        <div>
          <RiskFacts risk={risk} />
          {risk.step && <StepInProcess step={risk.step} powerId={risk.power?.id} />}
          <RiskMeasures risk={risk} />
          <Suspense fallback={null}>
            <RiskInstructions riskId={risk.id} />
          </Suspense>
          <Attachments ownerId={risk.id} />
        </div>
        <AssessmentHistory assessments={risk.assessments} />
      </div>
    </>
  );
}
