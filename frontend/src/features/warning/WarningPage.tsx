import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ColourMark } from './ColourMark';
import { RuleParameters } from './RuleParameters';
import { Timeline } from './Timeline';
import { WarningQuery, type OpenWarning } from './query';
import { WarningActions } from './WarningActions';
import { WarningStateTag } from './WarningState';
import { rulesPath } from './path';
import { Attachments } from '@/features/attachment/door';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { useChanged } from '@/lib/useLive';
import { Facts } from '@/ui/Facts';
import { GradeBadge } from '@/ui/GradeBadge';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';
import './warning.css';

/** One warning: what is wrong, who is asked until when, and what happened to it. */
export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: WarningQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  useChanged('WARNING', again, id);
  return (
    <Query result={result} onRetry={again} rows={8}>
      {({ node }) =>
        node?.__typename === 'Warning' ? <Warning warning={node} onDone={again} /> : <NotFound />
      }
    </Query>
  );
}

function Warning({ warning, onDone }: { warning: OpenWarning; onDone: () => void }) {
  const { t } = useTranslation('warning');
  const roles = useEnum('Role');
  const kinds = useEnum('WarningKind');
  const { addressee, tier, rule, dueOn, state, concerned, goneOn, answer } = warning;
  return (
    <>
      <PageHeader
        title={warning.bureau ? `${warning.bureau.name} ${warning.number}` : warning.number}
        crumbs={[{ title: t('title'), to: '/warnings' }]}
      />
      <section className="panel" aria-label={t('wrong')}>
        <p className="warning-lead">
          <ColourMark colour={warning.colour} /> <strong>{kinds.label(warning.kind)}</strong>
          {warning.grade && (
            <>
              {' '}
              <GradeBadge grade={warning.grade} />
            </>
          )}
          ：<Link to={warning.subjectPath}>{warning.subjectText}</Link>
        </p>
        <Facts
          items={[
            [t('head.unit'), warning.unit.name],
            [t('since'), goneOn ? t('gone', { since: warning.since, goneOn }) : warning.since],
            ...(concerned ? ([[t('concerned'), concerned.name]] as [string, string][]) : []),
            [t('raisedAt'), formatTime(warning.raisedAt)],
            [
              t('head.asked'),
              addressee ? `${addressee.name}（${roles.label(tier)}）` : roles.label(tier),
            ],
            [
              t(state === 'VERIFIED' ? 'goneBy' : 'head.dueOn'),
              state === 'LIFTED' ? '' : (dueOn ?? t('noDay')),
            ],
            [t('head.state'), <WarningStateTag key="state" warning={warning} />],
          ]}
        />
        {rule.asks && (
          <p>
            {t('asks')}：{rule.asks}
          </p>
        )}
        {answer && (
          <div className="warning-answer">
            <h2>{t('answer', { at: formatTime(warning.answeredAt) })}</h2>
            <p className="warning-text">{answer}</p>
          </div>
        )}
        <WarningActions warning={warning} onDone={onDone} />
      </section>
      <Attachments ownerId={warning.id} version={warning.version} hint={t('evidence')} />
      <section className="panel" aria-label={t('rule')}>
        <h2>{t('rule')}</h2>
        <p>{rule.sentence}</p>
        <RuleParameters rule={rule} />
        <Link to={rulesPath(warning.unit.id)}>{t('rulesOf')}</Link>
      </section>
      <Timeline events={warning.events} />
    </>
  );
}
