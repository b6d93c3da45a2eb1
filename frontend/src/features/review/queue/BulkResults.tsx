import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

export interface BulkResult {
  id: string;
  name: string;
  /** Where the form stands now; null where it is not seen any more. */
  state: Enum<'FormState'> | null;
  /** What kept it from being answered; none where it was. */
  errors: string[];
}

/** What became of each of several forms that were answered at once. */
export function BulkResults({ results }: { results: BulkResult[] }) {
  const { t } = useTranslation('review');
  const state = useEnum('FormState');
  if (results.length === 0) return null;
  const refused = results.filter(({ errors }) => errors.length > 0);
  return (
    <section className="panel" role="status">
      <h2>
        {t('queue.outcome', { done: results.length - refused.length, refused: refused.length })}
      </h2>
      <ul className="bulk-results">
        {results.map(({ id, name, state: now, errors }) => (
          <li key={id}>
            <Link to={`/review/${id}`}>{name}</Link>{' '}
            {errors.length > 0 ? (
              <span className="bulk-refused">{errors.join(' ')}</span>
            ) : (
              <span className="hint-inline">{now ? state.label(now) : t('queue.gone')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
