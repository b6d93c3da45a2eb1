import { useTranslation } from 'react-i18next';
import { ColourMark } from './ColourMark';
import type { OpenWarning } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';

/** All that happened to a warning, the earliest first. */
export function Timeline({ events }: { events: OpenWarning['events'] }) {
  const { t } = useTranslation('warning');
  const kinds = useEnum('WarningEventKind');
  const roles = useEnum('Role');
  return (
    <section className="panel" aria-label={t('timeline')}>
      <h2>{t('timeline')}</h2>
      <ol className="warning-timeline">
        {events.map((event) => (
          <li key={event.position}>
            <strong>{kinds.label(event.kind)}</strong>{' '}
            <span className="hint-inline">
              {formatTime(event.at)} {event.actorName || t('program')}
            </span>
            <div>
              <ColourMark colour={event.colour} />{' '}
              {t('askedThen', {
                who: event.addressee
                  ? `${event.addressee.name}（${roles.label(event.tier)}）`
                  : roles.label(event.tier),
              })}
              {event.dueOn && t('until', { day: event.dueOn })}
            </div>
            {event.text && <p className="warning-text">{event.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
