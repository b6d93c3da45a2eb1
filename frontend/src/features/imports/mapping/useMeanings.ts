import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from './draft';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

type WordKind = Enum<'ImportWordKind'>;

/** Fields whose words are those of an enumeration. */
export const wordKindOf: Partial<Record<Field, WordKind>> = {
  GRADE: 'GRADE',
  PROPOSED: 'GRADE',
  RISK_TYPE: 'RISK_TYPE',
  LIKELIHOOD: 'LIKELIHOOD',
  SEVERITY: 'SEVERITY',
  CONSEQUENCE: 'CONSEQUENCE',
  POWER_TYPE: 'POWER_TYPE',
};

export interface Meaning {
  value: string;
  label: string;
}

const points = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

/** What words of a kind may mean, in words. */
export function useMeanings(kind: WordKind | undefined): Meaning[] {
  const { t } = useTranslation('imports');
  const grade = useEnum('Grade').options;
  const type = useEnum('RiskType').options;
  const consequence = useEnum('ConsequenceKind').options;
  const power = useEnum('PowerType').options;
  return useMemo(() => {
    switch (kind) {
      case 'GRADE':
        return [
          ...grade.map(({ value, label }) => ({ value, label: `${value} ${label}` })),
          { value: 'OPEN', label: t('mapping.noGrade') },
        ];
      case 'RISK_TYPE':
        return [
          ...type.filter(({ value }) => value !== 'UNCLASSIFIED'),
          { value: 'OPEN', label: t('mapping.keptAsText') },
        ];
      case 'LIKELIHOOD':
      case 'SEVERITY':
        return points;
      case 'CONSEQUENCE':
        return consequence;
      case 'POWER_TYPE':
        return power;
      case undefined:
        return [];
    }
  }, [kind, grade, type, consequence, power, t]);
}

/** A meaning in words; several types are joined. */
export function labelOf(meanings: Meaning[], value: string): string {
  return value
    .split('+')
    .map((one) => meanings.find((meaning) => meaning.value === one)?.label ?? one)
    .join('、');
}
