import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { RelationsQuery, type Relation } from './query';
import { DeclareDialog, EndRelationDialog } from './RelationDialogs';
import { useEnum } from '@/lib/enumLabel';
import { Query } from '@/ui/Query';

/** The declared close relations of the signed-in person, which count where they hold what must be apart. */
export function CloseRelations({ personId }: { personId: string }) {
  const { t } = useTranslation('balance');
  const kind = useEnum('RelationKind');
  const [result, reload] = useQuery({
    query: RelationsQuery,
    variables: { personId },
    requestPolicy: 'cache-and-network',
  });
  const [open, setOpen] = useState<'declare' | Relation | null>(null);
  const frame = {
    onClose: () => setOpen(null),
    onDone: () => reload({ requestPolicy: 'network-only' }),
  };
  return (
    <section className="panel">
      <h2>{t('relation.title')}</h2>
      <p className="hint">{t('relation.intro')}</p>
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={2}>
        {({ closeRelations }) =>
          closeRelations.length === 0 ? (
            <p className="hint-inline">{t('relation.none')}</p>
          ) : (
            <ul>
              {closeRelations.map((relation) => (
                <li key={relation.id}>
                  {[relation.person, relation.other]
                    .map((person) => person?.name ?? t('hidden'))
                    .join(' · ')}{' '}
                  <span className="tag">{kind.label(relation.kind)}</span>{' '}
                  {t('relation.days', {
                    from: relation.from,
                    to: relation.to ?? t('relation.open'),
                  })}{' '}
                  {relation.note}{' '}
                  {relation.mayEnd && relation.to === null && (
                    <Button size="small" onClick={() => setOpen(relation)}>
                      {t('relation.end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Query>
      <Button onClick={() => setOpen('declare')}>{t('relation.declare')}</Button>
      {open === 'declare' && <DeclareDialog personId={personId} {...frame} />}
      {open !== null && open !== 'declare' && <EndRelationDialog relation={open} {...frame} />}
    </section>
  );
}
