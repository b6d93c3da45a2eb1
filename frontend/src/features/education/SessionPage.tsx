import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { CancelDialog } from './CancelDialog';
import { listPath } from './path';
import { SessionQuery, type Session } from './query';
import { ReviseDialog } from './ReviseDialog';
import { RollPanel } from './RollPanel';
import { Attended, SessionStateTag, useHours } from './SessionState';
import './education.css';
import { Attachments } from '@/features/attachment/door';
import { useEnum } from '@/lib/enumLabel';
import { Facts } from '@/ui/Facts';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

/** One session: what it is, who is expected, and how they took part. */
export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: SessionQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Query result={result} onRetry={again} rows={8}>
      {({ node }) =>
        node?.__typename === 'EducationSession' ? (
          <Shown session={node} onDone={again} />
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

interface ShownProps {
  session: Session;
  onDone: () => void;
}

function Shown({ session, onDone }: ShownProps) {
  const { t } = useTranslation('education');
  const [open, setOpen] = useState<'revise' | 'cancel' | null>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    onDone();
  };
  return (
    <>
      <PageHeader
        title={session.topic}
        crumbs={[{ title: t('title'), to: listPath }]}
        tags={<SessionStateTag session={session} />}
        actions={
          session.mayChange && (
            <>
              <Button onClick={() => setOpen('revise')}>{t('revise.action')}</Button>
              <Button danger onClick={() => setOpen('cancel')}>
                {t('cancel.action')}
              </Button>
            </>
          )
        }
      />
      <About session={session} />
      <RollPanel session={session} onDone={onDone} />
      <Attachments ownerId={session.id} version={session.version} hint={t('fileHint')} />
      {open === 'revise' && <ReviseDialog session={session} onClose={close} onDone={done} />}
      {open === 'cancel' && <CancelDialog session={session} onClose={close} onDone={done} />}
    </>
  );
}

function About({ session }: { session: Session }) {
  const { t } = useTranslation('education');
  const kinds = useEnum('EducationKind');
  const hours = useHours();
  const { leader, namesLeader, leaderText, measures, mine, cancelReason, notes } = session;
  return (
    <section className="panel">
      <h2>{t('about')}</h2>
      <Facts
        items={[
          [t('field.unit'), session.unit.name],
          [t('field.kind'), kinds.label(session.kind)],
          [t('field.heldOn'), session.heldOn],
          [t('field.hours'), hours(session.minutes)],
          [t('field.place'), session.place],
          [t('field.leader'), leader?.name ?? (namesLeader ? t('unseenLeader') : leaderText)],
          ...(mine ? ([[t('mine.title'), <Attended {...mine} />]] as [string, ReactNode][]) : []),
          ...(cancelReason ? ([[t('cancel.reason'), cancelReason]] as [string, string][]) : []),
        ]}
      />
      {notes && <p className="prose">{notes}</p>}
      {measures.length > 0 && (
        <>
          <h3>{t('field.measures')}</h3>
          <ul className="education-measures">
            {measures.map(({ id, content }) => (
              <li key={id}>
                <Link to={`/measures/${id}`}>{content}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
