import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgendaItem, MeetingDetail } from '../query';
import { VotePanel } from './VotePanel';
import { useEnum } from '@/lib/enumLabel';
import { Empty } from '@/ui/Empty';
import { GradeBadge } from '@/ui/GradeBadge';

interface Props {
  meeting: MeetingDetail;
  onChanged: () => void;
}

/** The agenda in order, with the votes on each item. */
export function AgendaItems({ meeting, onChanged }: Props) {
  const { t } = useTranslation('meeting');
  return (
    <section className="panel" aria-labelledby="agenda-title">
      <h2 id="agenda-title">{t('agenda.title')}</h2>
      {meeting.items.length === 0 && <Empty text={t('agenda.empty')} />}
      {meeting.items.length > 0 && (
        <ol className="agenda-items">
          {meeting.items.map((item) => (
            <li key={item.id}>
              <Item item={item} meeting={meeting} onChanged={onChanged} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Item({ item, meeting, onChanged }: Props & { item: AgendaItem }) {
  const { t } = useTranslation('meeting');
  const state = useEnum('ItemState');
  const kind = useEnum('ItemKind');
  const ground = useEnum('RetireGround');
  const risk = item.riskPoint;
  return (
    <article aria-label={item.title}>
      <h3>
        {risk ? <Link to={`/risks/${risk.id}`}>{item.title}</Link> : item.title}{' '}
        <span className="tag">{state.label(item.state)}</span>
      </h3>
      <p>
        <span className="tag">{kind.label(item.kind)}</span> {item.unitName}{' '}
        {risk && (
          <>
            {t('agenda.now')} <GradeBadge grade={risk.grade} />{' '}
          </>
        )}
        {item.grade && (
          <>
            {t('agenda.proposed')} <GradeBadge grade={item.grade} />
          </>
        )}
        {item.ground && ground.label(item.ground)}
        {item.state === 'DECIDED' && (
          <>
            {' '}
            {item.grade && (
              <>
                {t('agenda.decided')} <GradeBadge grade={item.decided} />{' '}
              </>
            )}
            {t(item.count.result === 'REJECTED' ? 'vote.lost' : 'vote.won')}
            {item.isProposal && ` ${t('vote.isProposal')}`}
          </>
        )}
      </p>
      {item.content && <p className="prose">{item.content}</p>}
      {item.opening && <p>{t('agenda.openingCounts', item.opening)}</p>}
      {item.state === 'DECIDED' && item.kind === 'OPENING_DECISION' && <Opened item={item} />}
      {risk?.manifestation && <p className="prose">{risk.manifestation}</p>}
      {item.reason && (
        <p className="prose">
          {t('vote.reason')}：{item.reason}
        </p>
      )}
      {meeting.openedAt && <VotePanel item={item} meeting={meeting} onChanged={onChanged} />}
    </article>
  );
}

/** What an opening decision decided, and what it left as it was. */
function Opened({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('meeting');
  const why = useEnum('SkippedReason');
  return (
    <>
      <p>{t('agenda.opened', { settled: item.settled, skipped: item.skipped.length })}</p>
      <ul>
        {item.skipped.map(({ riskPoint, why: reason }, i) => (
          <li key={riskPoint?.id ?? i}>
            {riskPoint && <Link to={`/risks/${riskPoint.id}`}>{riskPoint.title}</Link>}{' '}
            {why.label(reason)}
          </li>
        ))}
      </ul>
    </>
  );
}
