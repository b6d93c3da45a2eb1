import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SampleItem } from './query';
import { useEnum } from '@/lib/enumLabel';
import { AsWritten } from '@/ui/AsWritten';
import { GradeBadge } from '@/ui/GradeBadge';

/** What a check looked at and found, to be read. */
export function SampleView({ items, summary }: { items: SampleItem[]; summary: string }) {
  const { t } = useTranslation('check');
  const outcomes = useEnum('CheckOutcome');
  return (
    <section className="panel" aria-label={t('found')}>
      <h2>{t('found')}</h2>
      {items.map((item) => (
        <article key={item.riskPointId} className="check-item">
          <p>
            <ItemTitle item={item} />{' '}
            <span className={item.outcome === 'DEFECT' ? 'tag tag-late' : 'tag tag-good'}>
              {item.outcome ? outcomes.label(item.outcome) : t('notLooked')}
            </span>
          </p>
          {item.finding && <AsWritten text={item.finding} />}
        </article>
      ))}
      <h3>{t('summary')}</h3>
      {summary ? <AsWritten text={summary} /> : <p className="hint">{t('noSummary')}</p>}
    </section>
  );
}

/** The number and name of a risk point of a sample, with the measures that fence it. */
export function ItemTitle({ item }: { item: SampleItem }) {
  const { t } = useTranslation('check');
  const { position, riskPoint } = item;
  if (!riskPoint) return t('hiddenItem', { position });
  return (
    <>
      {position}. <Link to={`/risks/${riskPoint.id}`}>{riskPoint.title}</Link>{' '}
      <GradeBadge grade={riskPoint.grade} />
    </>
  );
}
