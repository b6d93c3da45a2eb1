import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OwnRule } from './query';
import { sentence, type Words } from './sentence';
import { SeverityTag } from '../SeverityTag';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';

interface Props {
  rule: OwnRule;
  words: Words;
  onEdit: () => void;
  /** Begins another rule with this one; missing for those who write none. */
  onCopy?: () => void;
  onSwitch: () => void;
}

const look = { DRAFT: 'tag', ON: 'tag tag-good', OFF: 'tag tag-wait' } as const;

/** A rule of a body's own: what it says, whether it is on, and what was done with it. */
export function OwnRuleView({ rule, words, onEdit, onCopy, onSwitch }: Props) {
  const { t } = useTranslation('balanceRules');
  const state = useEnum('RuleState');
  return (
    <li className="rule">
      <h3>
        {rule.name} <SeverityTag severity={rule.severity} />{' '}
        <span className={look[rule.state]}>{state.label(rule.state)}</span>
      </h3>
      <p className="rule-sentence">{sentence(rule, words)}</p>
      <p className="prose">{rule.reason}</p>
      {rule.example && <p className="hint">{t('forExample', { text: rule.example })}</p>}
      <p className="hint-inline">
        {t('setBy', { unit: rule.unit.name })} · <code>{rule.code}</code>
      </p>
      {rule.changes.length > 0 && (
        <details>
          <summary>{t('history')}</summary>
          <ol className="rule-history">
            {rule.changes.map(({ at, to, reason, by }) => (
              <li key={`${at} ${to}`}>
                <time dateTime={at}>{formatTime(at)}</time>{' '}
                {t('change', {
                  by: by ? by.personName || by.loginName : t('program'),
                  to: state.label(to),
                })}
                {reason && <span className="prose"> {reason}</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
      <Space>
        {rule.mayChange && (
          <Button onClick={onSwitch}>{t(rule.state === 'ON' ? 'off' : 'on')}</Button>
        )}
        {rule.mayChange && rule.state === 'DRAFT' && <Button onClick={onEdit}>{t('edit')}</Button>}
        {onCopy && <Button onClick={onCopy}>{t('copy')}</Button>}
      </Space>
    </li>
  );
}
