import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MeasureDetail } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatDate } from '@/lib/format';
import { Facts } from '@/ui/Facts';

/** What the leading group decided where the measure asks for a comprehensive one. */
export function ComprehensiveOutcome({
  measure,
}: {
  measure: Pick<MeasureDetail, 'comprehensive' | 'comprehensiveText' | 'comprehensiveMeeting'>;
}) {
  const { t } = useTranslation('measure');
  const outcome = useEnum('Comprehensive');
  const { comprehensive, comprehensiveText: text, comprehensiveMeeting: meeting } = measure;
  return (
    <section className="panel">
      <h2>{t('comprehensive.title')}</h2>
      {comprehensive ? (
        <Facts
          items={[
            [t('comprehensive.outcome'), outcome.label(comprehensive)],
            [
              t(comprehensive === 'ADOPTED' ? 'comprehensive.adopted' : 'comprehensive.declined'),
              text && <span className="prose">{text}</span>,
            ],
            [
              t('comprehensive.meeting'),
              meeting && (
                <Link to={`/meetings/${meeting.id}`}>
                  {formatDate(meeting.heldOn)} {meeting.title}
                </Link>
              ),
            ],
          ]}
        />
      ) : (
        <p>{t('comprehensive.waits')}</p>
      )}
    </section>
  );
}
