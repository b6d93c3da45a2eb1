import { useTranslation } from 'react-i18next';
import type { LogState } from '../query';
import { formatSecond } from '@/lib/format';

/** Forks of other logs that this server has seen as their witness, with both signed checkpoints. */
export function Forks({ forks }: { forks: LogState['forks'] }) {
  const { t } = useTranslation('audit');
  if (forks.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="forks-title">
      <h2 id="forks-title">{t('log.forks')}</h2>
      <p className="hint">{t('log.forksHint')}</p>
      <ul>
        {forks.map(({ id, origin, size, at, refused, witnessed }) => (
          <li key={id}>
            <details>
              <summary>{t('log.fork', { origin, size, time: formatSecond(at) })}</summary>
              <h3>{t('log.forkWitnessed')}</h3>
              <pre className="audit-note">{witnessed ?? t('log.forkEmpty')}</pre>
              <h3>{t('log.forkRefused')}</h3>
              <pre className="audit-note">{refused}</pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
