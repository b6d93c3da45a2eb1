import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Balance } from './query';
import { useEnum } from '@/lib/enumLabel';

interface TableProps {
  label: string;
  heads: string[];
  children: ReactNode;
}

function Table({ label, heads, children }: TableProps) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="grid-table balance-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** Steps of which nobody is known to hold them. */
export function Unknowns({ unknowns }: Pick<Balance, 'unknowns'>) {
  const { t } = useTranslation('balance');
  const { label } = useEnum('UnknownHolderWhy');
  return (
    <Table label={t('unknown.title')} heads={[t('power'), t('unknown.step'), t('unknown.why')]}>
      {unknowns.map(({ power, stepKey, stepName, why }) => (
        <tr key={`${power.id} ${stepKey}`}>
          <td>
            <Link to={`/powers/${power.id}`}>{power.name}</Link>
          </td>
          <td>{stepName || stepKey || '—'}</td>
          <td>{label(why)}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Terms on key posts beyond their limit or near it. */
export function Terms({ terms }: Pick<Balance, 'terms'>) {
  const { t } = useTranslation('balance');
  const heads = [t('term.person'), t('term.post'), t('term.from'), t('term.limit'), t('term.left')];
  return (
    <Table label={t('term.title')} heads={heads}>
      {terms.map(({ person, post, from, limit, daysLeft }) => (
        <tr key={`${person?.id ?? from} ${post?.id ?? limit}`}>
          <td>{person?.name ?? t('hidden')}</td>
          <td>{post?.name ?? t('hidden')}</td>
          <td className="nowrap">{from}</td>
          <td className="nowrap">{limit}</td>
          <td className="nowrap">
            {daysLeft <= 0 ? (
              <span className="tag tag-alarm">{t('term.beyond', { days: -daysLeft })}</span>
            ) : (
              <span className="tag tag-wait">{t('term.near', { days: daysLeft })}</span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Who holds how many steps of each grade. */
export function Loads({ loads }: { loads: NonNullable<Balance['loads']> }) {
  const { t } = useTranslation('balance');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('load.title')}>
      <table className="grid-table balance-table">
        <thead>
          <tr>
            <th scope="col">{t('load.person')}</th>
            {(['A', 'B', 'C'] as const).map((grade) => (
              <th key={grade} scope="col" className="number">
                {t('load.steps', { grade })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {loads.map(({ person, a, b, c }) => (
            <tr key={person.id}>
              <td>{person.name}</td>
              <td className="number">{a}</td>
              <td className="number">{b}</td>
              <td className="number">{c}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Powers that no post supervises. */
export function Unsupervised({ powers }: { powers: Balance['unsupervised'] }) {
  return (
    <ul className="balance-list">
      {powers.map(({ id, name }) => (
        <li key={id}>
          <Link to={`/powers/${id}`}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}
