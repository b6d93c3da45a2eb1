import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ComprehensiveOutcome } from './ComprehensiveOutcome';
import { MeasureActions } from './MeasureActions';
import { MeasureDetailQuery, type MeasureDetail } from './query';
import '../measure.css';
import { Attachments } from '@/features/attachment/door';
import { MeasureSessions } from '@/features/education/door';
import { MeasureIndicators } from '@/features/indicator/door';
import { ThingRules } from '@/features/rulebook/door';
import { MeasureTasks } from '@/features/task/door';
import { useEnum } from '@/lib/enumLabel';
import { formatDate, formatTime } from '@/lib/format';
import { AsWritten } from '@/ui/AsWritten';
import { Facts } from '@/ui/Facts';
import { GradeBadge } from '@/ui/GradeBadge';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({ query: MeasureDetailQuery, variables: { id } });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Query result={result} onRetry={again}>
      {({ node }) =>
        node?.__typename === 'Measure' ? <Detail measure={node} onChanged={again} /> : <NotFound />
      }
    </Query>
  );
}

function Detail({ measure, onChanged }: { measure: MeasureDetail; onChanged: () => void }) {
  const { t } = useTranslation(['measure', 'common']);
  const status = useEnum('MeasureStatus');
  const { content } = measure;
  return (
    <>
      <PageHeader
        title={content.length > 40 ? `${content.slice(0, 40)}…` : content}
        crumbs={[{ title: t('measure:title'), to: '/measures' }]}
        tags={
          <>
            <span className="tag">{status.label(measure.status)}</span>
            {measure.asksComprehensive && (
              <span className="tag">{t('measure:field.asksComprehensive')}</span>
            )}
          </>
        }
        actions={<MeasureActions measure={measure} onChanged={onChanged} />}
      />
      <MeasureFacts measure={measure} />
      {measure.asksComprehensive && <ComprehensiveOutcome measure={measure} />}
      <section className="panel">
        <h2>{t('measure:detail.risks')}</h2>
        <ul className="risk-links">
          {measure.riskPoints.map((risk) => (
            <li key={risk.id}>
              <GradeBadge grade={risk.grade} /> <Link to={`/risks/${risk.id}`}>{risk.title}</Link>{' '}
              <span className="hint-inline">{risk.unit?.name}</span>
            </li>
          ))}
        </ul>
      </section>
      <Suspense fallback={null}>
        <MeasureTasks measure={measure} may={measure.schedulable} />
      </Suspense>
      <Suspense fallback={null}>
        <MeasureIndicators measure={measure} mayDefine={measure.mayDefineIndicator} />
      </Suspense>
      {(measure.kind === 'EDUCATION' || measure.mechanism === 'DAILY_EDUCATION') && (
        <Suspense fallback={null}>
          <MeasureSessions measureId={measure.id} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <ThingRules id={measure.id} kind="measure" />
      </Suspense>
      <Attachments ownerId={measure.id} />
    </>
  );
}

function MeasureFacts({ measure }: { measure: MeasureDetail }) {
  const { t } = useTranslation('measure');
  const kind = useEnum('MeasureKind');
  const mechanism = useEnum('Mechanism');
  const scope = useEnum('MeasureScope');
  const status = useEnum('MeasureStatus');
  const person = (who: MeasureDetail['owner'], written: string) =>
    (who || written) && (
      <>
        {who && (who.jobTitle ? `${who.name}（${who.jobTitle}）` : who.name)}
        <AsWritten text={written} />
      </>
    );
  return (
    <section className="panel">
      <h2>{t('detail.facts')}</h2>
      <Facts
        items={[
          [t('field.status'), status.label(measure.status)],
          [t('field.unit'), measure.unit?.path.map((step) => step.name).join(' / ')],
          [t('field.kind'), kind.label(measure.kind)],
          [t('field.mechanism'), mechanism.label(measure.mechanism)],
          [t('field.scope'), scope.label(measure.scope)],
          [t('field.owner'), person(measure.owner, measure.ownerText)],
          [t('field.supervisor'), person(measure.supervisor, measure.supervisorText)],
          [t('field.dueOn'), measure.dueOn && formatDate(measure.dueOn)],
          [t('field.frequency'), measure.frequency],
          [t('field.indicator'), measure.indicator],
          [t('field.threshold'), measure.threshold],
          [t('field.rulesDocument'), measure.rulesDocument],
          [t('field.createdAt'), formatTime(measure.createdAt)],
          [t('field.updatedAt'), formatTime(measure.updatedAt)],
        ]}
      />
      <Facts
        items={[
          [t('field.content'), <span className="prose">{measure.content}</span>],
          [
            t('field.evidence'),
            measure.evidence && <span className="prose">{measure.evidence}</span>,
          ],
        ]}
      />
    </section>
  );
}
