import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { LinkRulesDialog, UnlinkDialog } from './LinkDialogs';
import { documentPath } from './path';
import { LinkRulesMutation } from './mutations';
import { ThingRulesQuery, type LinkOfThing } from './query';
import { ReviewsPanel } from './ReviewsPanel';
import { RulesStateTag } from './Tags';
import './rulebook.css';
import { problemsOf } from '@/lib/errors';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Props {
  /** Of a power or a measure. */
  id: string;
  kind: 'power' | 'measure';
}

/** The documents on which a power or a measure stands, those that its text names, and its reviews. */
export default function ThingRules({ id, kind }: Props) {
  const { t } = useTranslation('rulebook');
  const notify = useNotify();
  const [linking, setLinking] = useState(false);
  const [leaving, setLeaving] = useState<LinkOfThing | null>(null);
  const [turn, setTurn] = useState(0);
  const [{ data, error }, reload] = useQuery({
    query: ThingRulesQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const [{ fetching: sending }, link] = useMutation(LinkRulesMutation);
  const node = data?.node;
  const again = () => reload({ requestPolicy: 'network-only' });
  const done = () => {
    setLinking(false);
    setLeaving(null);
    setTurn(turn + 1);
    again();
  };
  if (error) return <ErrorState error={error} onRetry={again} />;
  if (node?.__typename !== 'Measure' && node?.__typename !== 'Power') return null;
  const suggested = node.__typename === 'Measure' ? node.suggestedRules : [];
  const thing = kind === 'measure' ? { measureIds: [id] } : { powerIds: [id] };
  const add = async (documentId: string) => {
    const { error } = await link({ input: { documentIds: [documentId], ...thing } });
    if (error)
      notify.error(
        problemsOf(error)
          .map(({ message }) => message)
          .join('；'),
      );
    else {
      notify.success(t('link.done'));
      done();
    }
  };
  return (
    <>
      <section className="panel" aria-labelledby="rules-title">
        <div className="panel-head">
          <h2 id="rules-title">{t('thing.title')}</h2>
          {node.mayLinkRules && <Button onClick={() => setLinking(true)}>{t('thing.add')}</Button>}
        </div>
        {node.rulesLinks.length > 0 ? (
          <ul className="rules-links">
            {node.rulesLinks.map((row) => (
              <li key={row.id}>
                <Document link={row} />
                {row.mayUnlink && (
                  <Button
                    size="small"
                    aria-label={t('unlink.one', { name: row.document?.title ?? '' })}
                    onClick={() => setLeaving(row)}
                  >
                    {t('unlink.action')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        ) : (
          <Empty text={t('thing.none')} />
        )}
        {node.mayLinkRules && suggested.length > 0 && (
          <>
            <p className="hint">{t('thing.suggested')}</p>
            <ul className="rules-links">
              {suggested.map(({ id, title }) => (
                <li key={id}>
                  <Link to={documentPath(id)}>{title}</Link>
                  <Button
                    size="small"
                    disabled={sending}
                    aria-label={t('thing.takeOne', { title })}
                    onClick={() => void add(id)}
                  >
                    {t('thing.take')}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {node.rulesLinks.length > 0 && (
        <ReviewsPanel
          key={turn}
          filter={kind === 'measure' ? { measureId: id } : { powerId: id }}
          quiet
        />
      )}
      {linking && node.unit && (
        <LinkRulesDialog
          thing={thing}
          unitId={node.unit.id}
          onClose={() => setLinking(false)}
          onDone={done}
        />
      )}
      {leaving && (
        <UnlinkDialog
          linkId={leaving.id}
          thing={t(`thing.${kind}`)}
          title={leaving.document?.title ?? ''}
          onClose={() => setLeaving(null)}
          onDone={done}
        />
      )}
    </>
  );
}

function Document({ link: { document } }: { link: LinkOfThing }) {
  const { t } = useTranslation('rulebook');
  if (!document) return <span className="zero">{t('unseen')}</span>;
  const { id, title, state, holding, unit } = document;
  return (
    <>
      <Link to={documentPath(id)}>{title}</Link> <RulesStateTag state={state} />{' '}
      <span className="hint-inline">
        {[holding?.number, holding && t('edition.of', { revision: holding.revision }), unit.name]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}
