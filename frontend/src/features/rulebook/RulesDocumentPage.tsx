import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { CorrectDialog, RepealDialog, WithdrawRepealDialog } from './DocumentDialogs';
import { IssueDialog } from './EditionDialog';
import { EditionsPanel } from './EditionsPanel';
import { listPath } from './path';
import { RulesDocumentQuery, type RulesDocument } from './query';
import { ReviewsPanel } from './ReviewsPanel';
import { StandingPanel } from './StandingPanel';
import { RulesStateTag } from './Tags';
import './rulebook.css';
import { Attachments } from '@/features/attachment/door';
import { useEnum } from '@/lib/enumLabel';
import { Facts } from '@/ui/Facts';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

/** One document: its editions, what stands on it, and the reviews that its changes asked for. */
export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: RulesDocumentQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Query result={result} onRetry={again} rows={8}>
      {({ node }) =>
        node?.__typename === 'RulesDocument' ? (
          <Shown document={node} onDone={again} />
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

type Open = 'issue' | 'correct' | 'repeal' | 'withdrawRepeal';

function Shown({ document, onDone }: { document: RulesDocument; onDone: () => void }) {
  const { t } = useTranslation('rulebook');
  const kinds = useEnum('RulesKind');
  const [open, setOpen] = useState<Open | null>(null);
  // What stands on it and what was asked is read anew with every change of the document.
  const [turn, setTurn] = useState(0);
  const close = () => setOpen(null);
  const done = () => {
    close();
    setTurn(turn + 1);
    onDone();
  };
  const { mayChange, state, repealedFrom, repealedReason } = document;
  const over = state === 'REPEALED';
  return (
    <>
      <PageHeader
        title={document.title}
        crumbs={[{ title: t('title'), to: listPath }]}
        tags={<RulesStateTag state={state} />}
        actions={
          mayChange && (
            <>
              {!over && (
                <Button type="primary" onClick={() => setOpen('issue')}>
                  {t('issue.action')}
                </Button>
              )}
              <Button onClick={() => setOpen('correct')}>{t('correct.action')}</Button>
              {!over && repealedFrom && (
                <Button onClick={() => setOpen('withdrawRepeal')}>
                  {t('withdrawRepeal.action')}
                </Button>
              )}
              {!over && (
                <Button danger onClick={() => setOpen('repeal')}>
                  {t('repeal.action')}
                </Button>
              )}
            </>
          )
        }
      />
      <section className="panel">
        <h2>{t('facts')}</h2>
        <Facts
          items={[
            [t('head.unit'), document.unit.name],
            [t('head.kind'), kinds.label(document.kind)],
            [t('head.number'), document.holding?.number],
            ...(repealedFrom
              ? ([
                  [t('head.repealedFrom'), repealedFrom],
                  [t('repeal.reason'), <span className="prose">{repealedReason}</span>],
                ] as [string, React.ReactNode][])
              : []),
          ]}
        />
      </section>
      <EditionsPanel document={document} onDone={done} />
      <StandingPanel key={`links ${turn}`} document={document} onDone={done} />
      <ReviewsPanel key={`reviews ${turn}`} filter={{ documentId: document.id }} />
      <Attachments ownerId={document.id} />
      {open === 'issue' && <IssueDialog document={document} onClose={close} onDone={done} />}
      {open === 'correct' && <CorrectDialog document={document} onClose={close} onDone={done} />}
      {open === 'repeal' && <RepealDialog document={document} onClose={close} onDone={done} />}
      {open === 'withdrawRepeal' && (
        <WithdrawRepealDialog document={document} onClose={close} onDone={done} />
      )}
    </>
  );
}
