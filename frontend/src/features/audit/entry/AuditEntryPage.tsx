import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { AuditEntryQuery, type EntryDetail } from '../query';
import { auditListPath } from '../state';
import { useNames } from '../useNames';
import { useAuditWords } from '../words';
import { Changes } from './Changes';
import { changesOf, mentioned } from './columns';
import { Proof } from './Proof';
import '../audit.css';
import { useEnum } from '@/lib/enumLabel';
import { formatSecond } from '@/lib/format';
import { Facts } from '@/ui/Facts';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({ query: AuditEntryQuery, variables: { id } });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={10}>
      {({ node }) => (node?.__typename === 'AuditEntry' ? <Entry entry={node} /> : <NotFound />)}
    </Query>
  );
}

function Entry({ entry }: { entry: EntryDetail }) {
  const { t } = useTranslation('audit');
  const action = useEnum('AuditAction');
  const changes = changesOf(entry.changes, entry.object);
  const names = useNames([entry.object, ...mentioned(changes)]);
  return (
    <>
      <PageHeader
        title={t('entry.title', { index: entry.index, action: action.label(entry.action) })}
        crumbs={[{ title: t('title'), to: '/audit' }]}
      />
      <EntryFacts entry={entry} names={names} />
      <Texts entry={entry} />
      <section className="panel" aria-labelledby="changes-title">
        <h2 id="changes-title">{t('entry.changes')}</h2>
        {changes.length > 0 ? (
          <Changes changes={changes} names={names} />
        ) : (
          <p>{t('entry.noChanges')}</p>
        )}
      </section>
      <Proof entry={entry} />
      <section className="panel" aria-labelledby="body-title">
        <h2 id="body-title">{t('entry.body')}</h2>
        <pre className="audit-note" tabIndex={0} aria-labelledby="body-title">
          {entry.body}
        </pre>
      </section>
    </>
  );
}

interface PartProps {
  entry: EntryDetail;
  names: ReadonlyMap<string, string>;
}

function EntryFacts({ entry, names }: PartProps) {
  const { t } = useTranslation('audit');
  const kind = useEnum('AuditActorKind');
  const right = useEnum('Action');
  const role = useEnum('Role');
  const words = useAuditWords();
  const { actor, authority, object, unit, subjects, request, operation } = entry;
  const items: [string, React.ReactNode][] = [
    [t('field.at'), formatSecond(entry.at)],
    [
      t('field.actor'),
      <span key="actor">
        {actor.accountId ? (
          <Link to={auditListPath({ actor: actor.accountId })}>{words.actor(actor)}</Link>
        ) : (
          words.actor(actor)
        )}{' '}
        <span className="tag">{kind.label(actor.kind)}</span>
      </span>,
    ],
    [
      t('field.object'),
      object && (
        <Link key="object" to={auditListPath({ object: object.id })}>
          {words.object(object, names)}
        </Link>
      ),
    ],
    [t('field.unit'), unit?.name],
    [t('entry.right'), authority ? right.label(authority.action) : t('authority.none')],
  ];
  if (authority) {
    items.push(
      [t('entry.role'), role.label(authority.role)],
      [t('entry.roleUnit'), authority.unit?.name ?? t('authority.whole')],
      [t('entry.basis'), authority.basisId && <code key="basis">{authority.basisId}</code>],
    );
  }
  items.push(
    [t('entry.operation'), operation && <code key="operation">{operation}</code>],
    [t('entry.request'), request && <code key="request">{request}</code>],
  );
  return (
    <section className="panel" aria-labelledby="facts-title">
      <h2 id="facts-title">{t('entry.facts')}</h2>
      <Facts items={items} />
      {subjects.length > 0 && (
        <Facts
          items={[
            [
              t('entry.subjects'),
              <span key="subjects" className="names">
                {subjects.map((person) => (
                  <Link key={person.id} to={auditListPath({ object: person.id })}>
                    {person.name}
                  </Link>
                ))}
              </span>,
            ],
          ]}
        />
      )}
    </section>
  );
}

function Texts({ entry }: { entry: EntryDetail }) {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  if (entry.details.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="texts-title">
      <h2 id="texts-title">{t('entry.details')}</h2>
      <Facts
        items={entry.details.map(({ name, text }) => [
          words.detail(name),
          text === null ? (
            <span key={name} className="tag">
              {t('entry.erased')}
            </span>
          ) : (
            <span key={name} className="prose">
              {text}
            </span>
          ),
        ])}
      />
    </section>
  );
}
