import { useTranslation } from 'react-i18next';
import type { OpenInstruction } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';

/** All that happened to an instruction, the earliest first. */
export function InstructionTimeline({ events }: { events: OpenInstruction['events'] }) {
  const { t } = useTranslation('instruction');
  const kinds = useEnum('InstructionEventKind');
  const roles = useEnum('Role');
  return (
    <section className="panel" aria-label={t('timeline')}>
      <h2>{t('timeline')}</h2>
      <ol className="instruction-timeline">
        {events.map((event) => (
          <li key={event.position}>
            <strong>{kinds.label(event.kind)}</strong>{' '}
            <span className="hint-inline">
              {formatTime(event.at)} {event.actorName || t('program')}
            </span>
            <div>
              {t(event.kind === 'ESCALATE' ? 'wentUp' : 'askedThen', {
                who: event.person
                  ? `${event.person.name}（${roles.label(event.tier)}）`
                  : roles.label(event.tier),
                day: event.dueOn,
              })}
            </div>
            {event.text && <p className="instruction-text">{event.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
