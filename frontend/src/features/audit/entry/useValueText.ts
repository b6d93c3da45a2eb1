import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Value } from './columns';
import { enums } from '@/gql';
import { formatSecond } from '@/lib/format';

/** Writes a column's value as the rest of the page writes such values. */
export function useValueText(): (value: Value) => string {
  const { t, i18n } = useTranslation('common');
  return useCallback(
    (value: Value) => {
      switch (value.as) {
        case 'text':
          return value.text;
        case 'day':
          return value.day;
        case 'time':
          return formatSecond(value.time);
        case 'flag':
          return t(value.yes ? 'state.yes' : 'state.no');
        case 'enum': {
          const known: readonly string[] =
            (enums as Partial<Record<string, readonly string[]>>)[value.name] ?? [];
          // Every value of an enumeration has its word (locales/enums.*).
          const word = i18n.getFixedT(i18n.language, 'enums') as unknown as (key: string) => string;
          return value.values
            .map((one) => {
              if (value.name === 'Grade') {
                return known.includes(one) ? `${one} ${word(`Grade.${one}`)}` : t('grade.none');
              }
              return i18n.exists(`${value.name}.${one}`, { ns: 'enums' })
                ? word(`${value.name}.${one}`)
                : one;
            })
            .join('、');
        }
      }
    },
    [t, i18n],
  );
}
