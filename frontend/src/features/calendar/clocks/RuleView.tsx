import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClockRule } from './query';
import { basesText } from './rule';
import { formatTime } from '@/lib/format';

interface Props {
  rule: ClockRule;
  /** Whether it is set on the unit that is shown. */
  here: boolean;
  onTry: (rule: ClockRule) => void;
  /** More buttons. */
  children?: ReactNode;
}

/** A rule that holds: what it says in words, what it rests on, and who set it. */
export function RuleView({ rule, here, onTry, children }: Props) {
  const { t } = useTranslation('clock');
  const { code, name, words, unit, version, actorName, setAt, reason, bases } = rule;
  return (
    <li className="clock-rule">
      <h3>
        {name} <code>{code}</code>
      </h3>
      <p>{words}</p>
      <p className="hint">
        {bases.length > 0 && t('bases', { bases: basesText(bases) })}
        {inForce(t, rule)}
        {unit && (
          <>
            {t(here ? 'setHereBy' : 'setAbove', { unit: unit.name, version })} {actorName}{' '}
            {setAt && formatTime(setAt)}（{reason}）
          </>
        )}
      </p>
      <div className="clock-buttons">
        <Button size="small" onClick={() => onTry(rule)} aria-label={t('tryRule', { name })}>
          {t('try')}
        </Button>
        {children}
      </div>
    </li>
  );
}

/** From which day to which a rule is in force. */
export function inForce(
  t: ReturnType<typeof useTranslation<'clock'>>['t'],
  { from, to }: Pick<ClockRule, 'from' | 'to'>,
): string {
  return to ? t('inForceTo', { from, to }) : t('inForceFrom', { from });
}
