import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UnitWaitingAct } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';

/** What waits for a second person on a unit: nothing of it holds yet. */
export function UnitWaiting({ acts }: { acts: UnitWaitingAct[] }) {
  const { t } = useTranslation('organisation');
  const kind = useEnum('PortfolioKind');
  const line = ({ kind: what, words }: UnitWaitingAct) => {
    const word = (name: string) => words.find((each) => each.name === name)?.value ?? '';
    switch (what) {
      case 'ASSIGN_PORTFOLIO':
        return t('waiting.portfolio', {
          person: word('person'),
          kind: kind.label(word('kind') as Parameters<typeof kind.label>[0]),
          from: word('from'),
        });
      case 'APPOINT':
        return t('waiting.appointment', {
          person: word('person'),
          post: word('post'),
          from: word('from'),
        });
      case 'MOVE_UNIT':
        return t('waiting.move', { unit: word('unit') });
      case 'CLOSE_UNIT':
        return t('waiting.close', { unit: word('unit'), from: word('from') });
      default:
        return t('waiting.list', { count: Number(word('rows')), offices: word('offices') });
    }
  };
  if (acts.length === 0) return null;
  return (
    <Alert
      className="unit-waiting"
      type="warning"
      showIcon
      title={t('waiting.title')}
      description={
        <ul>
          {acts.map((act) => (
            <li key={act.id}>
              {line(act)} {t('waiting.until', { until: formatTime(act.until) })}
            </li>
          ))}
        </ul>
      }
    />
  );
}
