import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { InstructionActions } from './InstructionActions';
import { InstructionStateTag } from './InstructionStateTag';
import { InstructionTimeline } from './InstructionTimeline';
import { InstructionQuery, type OpenInstruction } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { useChanged } from '@/lib/useLive';
import { Facts } from '@/ui/Facts';
import { GradeBadge } from '@/ui/GradeBadge';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';
import './instruction.css';

/** One instruction: what is asked of whom until when, and what happened to it. */
export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: InstructionQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  useChanged('INSTRUCTION', again, id);
  return (
    <Query result={result} onRetry={again} rows={8}>
      {({ node }) =>
        node?.__typename === 'Instruction' ? (
          <Instruction instruction={node} onDone={again} />
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

interface Props {
  instruction: OpenInstruction;
  onDone: () => void;
}

function Instruction({ instruction, onDone }: Props) {
  const { t } = useTranslation('instruction');
  const roles = useEnum('Role');
  const { addressee, tier, unit, upTier, upTo, answer, answerBy, closedAt } = instruction;
  const named = (name: string | undefined, role: typeof tier) =>
    name ? `${name}（${roles.label(role)}）` : roles.label(role);
  return (
    <>
      <PageHeader
        title={`${instruction.number} ${instruction.title}`}
        crumbs={[{ title: t('title'), to: '/instructions' }]}
        tags={<InstructionStateTag instruction={instruction} />}
      />
      <section className="panel" aria-label={t('asked')}>
        <p className="instruction-text">{instruction.demand}</p>
        <Facts
          items={[
            [t('head.unit'), unit.name],
            [
              t('head.giver'),
              t('givenBy', {
                name: instruction.giverName,
                role: roles.label(instruction.giverRole),
                at: formatTime(instruction.givenAt),
              }),
            ],
            [t('head.asked'), named(addressee?.name, tier)],
            ...(answerBy ? ([[t('answerBy'), answerBy]] as [string, string][]) : []),
            [t('head.dueOn'), instruction.dueOn],
            ...(upTier ? ([[t('upTo'), named(upTo?.name, upTier)]] as [string, string][]) : []),
            ...(closedAt ? ([[t('closedAt'), formatTime(closedAt)]] as [string, string][]) : []),
          ]}
        />
        {answer && (
          <div className="instruction-answer">
            <h2>{t('answer', { at: formatTime(instruction.answeredAt) })}</h2>
            <p className="instruction-text">{answer}</p>
          </div>
        )}
        <InstructionActions instruction={instruction} onDone={onDone} />
      </section>
      {instruction.risks.length > 0 && (
        <section className="panel" aria-label={t('named')}>
          <h2>{t('named')}</h2>
          <p className="hint">{t('namedHint')}</p>
          <ol className="instruction-risks">
            {instruction.risks.map((risk) => (
              <li key={risk.position}>
                <GradeBadge grade={risk.grade} />{' '}
                <Link to={`/risks/${risk.riskPointId}`}>{risk.title}</Link>
              </li>
            ))}
          </ol>
        </section>
      )}
      <InstructionTimeline events={instruction.events} />
    </>
  );
}
