import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Conflict } from './query';
import { SeverityTag } from './SeverityTag';
import './balance.css';

interface Props {
  conflicts: Conflict[];
  label: string;
  /** What has become of the conflict at a place; nothing where none is kept. */
  state?: (at: number) => ReactNode;
}

/** Conflicts with why they are one, where they are and what could be done. */
export function ConflictTable({ conflicts, label, state }: Props) {
  const { t } = useTranslation('balance');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="grid-table balance-table">
        <thead>
          <tr>
            <th scope="col">{t('conflict.severity')}</th>
            <th scope="col">{t('conflict.rule')}</th>
            <th scope="col">{t('conflict.message')}</th>
            <th scope="col">{t('conflict.since')}</th>
            <th scope="col">{t('conflict.settlements')}</th>
            {state && <th scope="col">{t('kept.state')}</th>}
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict, at) => (
            <Row key={`${conflict.id} ${at}`} conflict={conflict}>
              {state && <td>{state(at)}</td>}
            </Row>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ conflict, children }: { conflict: Conflict; children?: ReactNode }) {
  const { t } = useTranslation('balance');
  const { severity, rule, message, since, uncertain, settlements } = conflict;
  return (
    <tr>
      <td className="nowrap">
        <SeverityTag severity={severity} />
      </td>
      <td className="balance-rule">
        <details>
          <summary>{rule.name}</summary>
          <p>{t('conflict.reason', { text: rule.reason })}</p>
          <p>{t('conflict.example', { text: rule.example })}</p>
        </details>
      </td>
      <td className="balance-text">
        {message}
        <StepLinks steps={conflict.steps} />
      </td>
      <td className="nowrap">
        {since}
        {uncertain && (
          <div>
            <span className="tag tag-wait" title={t('conflict.uncertainHint')}>
              {t('conflict.uncertain')}
            </span>
          </div>
        )}
      </td>
      <td className="balance-text">
        <ol className="balance-ways">
          {settlements.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ol>
      </td>
      {children}
    </tr>
  );
}

/** The steps that a conflict is about; each leads to its power. */
function StepLinks({ steps }: { steps: Conflict['steps'] }) {
  const { t } = useTranslation('balance');
  if (steps.length === 0) return null;
  return (
    <div className="names balance-steps">
      <span>{t('conflict.steps')}</span>
      {steps.map(({ power, key, name }) => (
        <Link key={`${power.id} ${key}`} to={`/powers/${power.id}`} title={power.name}>
          {name || key}
        </Link>
      ))}
    </div>
  );
}
