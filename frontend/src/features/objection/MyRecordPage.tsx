import { Suspense, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ObjectionClock } from './ObjectionClock';
import { MyRecordQuery, type OwnObjection, type RecordItem } from './query';
import { RaiseDialog, WithdrawDialog } from './OwnDialogs';
import './objection.css';
import { CloseRelations, OwnLeave } from '@/features/balance/door';
import { OwnSessions } from '@/features/education/door';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { useViewer } from '@/lib/viewer';
import { Empty } from '@/ui/Empty';
import { GradeBadge } from '@/ui/GradeBadge';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

type Open = { kind: 'raise'; item: RecordItem } | { kind: 'withdraw'; objection: OwnObjection };

/** What is recorded of the signed-in person, and objecting to it. */
export function Component() {
  const { t } = useTranslation('objection');
  const [result, reload] = useQuery({ query: MyRecordQuery, requestPolicy: 'cache-and-network' });
  const again = () => reload({ requestPolicy: 'network-only' });
  const { person } = useViewer();
  const [open, setOpen] = useState<Open | null>(null);
  const frame = {
    onClose: () => setOpen(null),
    onDone: () => {
      setOpen(null);
      again();
    },
  };
  return (
    <>
      <PageHeader title={t('mine.title')} />
      <section className="panel">
        <p className="hint">{t('mine.intro')}</p>
        <Query result={result} onRetry={again} rows={6}>
          {({ myRecord }) =>
            myRecord.items.length === 0 ? (
              <Empty text={t('mine.none')} />
            ) : (
              <>
                <ul className="record-list">
                  {myRecord.items.map((item) => (
                    <Item key={item.aboutId} item={item} onOpen={setOpen} />
                  ))}
                </ul>
                {myRecord.more && <p className="hint">{t('mine.more')}</p>}
              </>
            )
          }
        </Query>
      </section>
      {person && <CloseRelations personId={person.id} />}
      {person && <OwnLeave personId={person.id} />}
      {person && (
        <Suspense fallback={null}>
          <OwnSessions personId={person.id} />
        </Suspense>
      )}
      {open?.kind === 'raise' && <RaiseDialog item={open.item} {...frame} />}
      {open?.kind === 'withdraw' && <WithdrawDialog objection={open.objection} {...frame} />}
    </>
  );
}

function Item({ item, onOpen }: { item: RecordItem; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('objection');
  const kind = useEnum('RecordKind');
  const relation = useEnum('RecordRelation');
  const role = useEnum('Role');
  const what = `${kind.label(item.kind)} ${item.title}`;
  const waiting = item.objections.some((one) => one.state === 'RAISED');
  return (
    <li>
      <h2 className="record-title">
        <span className="tag">{kind.label(item.kind)}</span>{' '}
        {item.grade && <GradeBadge grade={item.grade} />} {item.title}
      </h2>
      <p className="hint-inline">
        {[
          item.unit?.name,
          item.relations.map(relation.label).join('、'),
          [item.byRole && role.label(item.byRole), item.by].filter(Boolean).join(' '),
          formatTime(item.at),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {item.text && <p className="prose">{item.text}</p>}
      {item.objections.map((one) => (
        <Raised key={one.id} objection={one} onOpen={onOpen} />
      ))}
      {!waiting && (
        <Button
          size="small"
          aria-label={`${t('raise.action')} ${what}`}
          onClick={() => onOpen({ kind: 'raise', item })}
        >
          {t('raise.action')}
        </Button>
      )}
    </li>
  );
}

function Raised({ objection, onOpen }: { objection: OwnObjection; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('objection');
  const role = useEnum('Role');
  const outcome = useEnum('ObjectionOutcome');
  return (
    <div className="record-objection">
      <p>
        <strong>{t('raised', { at: formatTime(objection.createdAt) })}</strong>{' '}
        <ObjectionClock {...objection} />
      </p>
      <p className="prose">{objection.text}</p>
      {objection.state === 'RAISED' && (
        <p>
          {t('answeredBy', { role: role.label(objection.tier) })}{' '}
          <Button size="small" onClick={() => onOpen({ kind: 'withdraw', objection })}>
            {t('withdraw.action')}
          </Button>
        </p>
      )}
      {objection.state === 'ANSWERED' && (
        <>
          <p>
            <strong>{outcome.label(objection.outcome)}</strong>{' '}
            <span className="hint-inline">
              {objection.answererRole && role.label(objection.answererRole)}{' '}
              {objection.answererName} {formatTime(objection.answeredAt)}
            </span>
          </p>
          <p className="prose">{objection.answer}</p>
        </>
      )}
    </div>
  );
}
