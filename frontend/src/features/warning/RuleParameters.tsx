import { useTranslation } from 'react-i18next';
import { ColourMark } from './ColourMark';
import type { WarningRule } from './query';
import { useEnum } from '@/lib/enumLabel';
import { Facts } from '@/ui/Facts';

/** The numbers and choices of a rule. */
export function RuleParameters({ rule }: { rule: WarningRule }) {
  const { t } = useTranslation('warning');
  const kinds = useEnum('WarningKind');
  const roles = useEnum('Role');
  const units = useEnum('ClockUnit');
  const severities = useEnum('BalanceSeverity');
  const lasting = (count: number) =>
    t('rules.lasting', { count, unit: units.label(rule.countedIn) });
  return (
    <Facts
      items={[
        [t('kind'), kinds.label(rule.kind)],
        ...(rule.grades.length > 0
          ? ([[t('rules.grades'), rule.grades.join('、')]] as [string, string][])
          : []),
        ...(rule.severities.length > 0
          ? ([
              [t('rules.severities'), rule.severities.map((s) => severities.label(s)).join('、')],
            ] as [string, string][])
          : []),
        [t('rules.days'), t('rules.calendarDays', { count: rule.days })],
        [t('head.colour'), <ColourMark key="colour" colour={rule.colour} />],
        [t('rules.to'), roles.label(rule.to)],
        [t('rules.answerIn'), lasting(rule.answerIn)],
        [t('rules.hopIn'), lasting(rule.hopIn)],
      ]}
    />
  );
}
