import { useTranslation } from 'react-i18next';
import type { RecordRiskMutation } from './query';
import type { ResultOf } from '@/gql';

type Recorded = NonNullable<ResultOf<typeof RecordRiskMutation>>['recordRiskPoint']['riskPoint'];

/** What is said of a risk point that was recorded: its proposed grade and what decided it. */
export function useRecordedWords() {
  const { t, i18n } = useTranslation(['riskEdit', 'risk', 'common']);
  // A body may have rules of its own, which have no word here.
  const ruleWord = (rule: string) => {
    const key = `assessment.rules.${rule}`;
    return i18n.exists(`risk:${key}`) ? t(`risk:${key}` as 'risk:assessment.rules.count') : rule;
  };
  return (risk: Recorded | undefined) => {
    const grade = risk?.proposedGrade;
    const why = risk?.assessments[0];
    if (!grade || !why) return t('riskEdit:recorded');
    return t('riskEdit:recordedWithGrade', {
      grade: `${grade} ${t(`common:grade.${grade}`)}`,
      rule: ruleWord(why.rule),
      clause: why.clause,
    });
  };
}
