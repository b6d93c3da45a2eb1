import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { collusionWord, isAlone } from './figures';
import type { Collusion } from './query';
import { useEnum } from '@/lib/enumLabel';
import './balance.css';

/** How few people could carry each power together, the fewest first. */
export function Collusions({ collusions }: { collusions: Collusion[] }) {
  const { t } = useTranslation('balance');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('collusion.title')}>
      <table className="grid-table balance-table">
        <thead>
          <tr>
            <th scope="col">{t('power')}</th>
            <th scope="col">{t('collusion.title')}</th>
            <th scope="col">{t('collusion.people')}</th>
            <th scope="col">{t('collusion.run')}</th>
          </tr>
        </thead>
        <tbody>
          {collusions.map((one) => (
            <tr key={one.power.id}>
              <td>
                <Link to={`/powers/${one.power.id}`}>{one.power.name}</Link>
              </td>
              <td className="nowrap">
                <CollusionNumber collusion={one} />
              </td>
              <td>{one.people.map(({ name }) => name).join('、') || '—'}</td>
              <td className="balance-text">{one.run.map(({ name }) => name).join(' → ') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The number, or its bounds and why there is no number; one person is an alarm. */
export function CollusionNumber({ collusion }: { collusion: Collusion }) {
  const { t } = useTranslation('balance');
  const { label } = useEnum('CollusionState');
  const word = collusionWord(collusion);
  if (word.kind === 'undefined') return <span className="zero">{label('UNDEFINED')}</span>;
  const number =
    word.kind === 'exact'
      ? t('collusion.exact', { n: word.n })
      : t('collusion.bounds', { least: word.least, most: word.most });
  return (
    <>
      {isAlone(collusion) ? (
        <span className="tag tag-alarm">{t('collusion.alone')}</span>
      ) : (
        <strong>{number}</strong>
      )}
      {collusion.state !== 'EXACT' && (
        <div className="hint-inline balance-small">{label(collusion.state)}</div>
      )}
    </>
  );
}
