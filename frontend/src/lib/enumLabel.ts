import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { enums, type Enum, type EnumName } from '@/gql';

/** Words for the values of an enumeration, and the options for a picker. */
export function useEnum<N extends EnumName>(name: N) {
  const { i18n, t } = useTranslation('enums');
  return useMemo(() => {
    // The table of labels is complete by type (locales/enums.*), so the key exists.
    const word = i18n.getFixedT(i18n.language, 'enums') as unknown as (key: string) => string;
    const label = (value: Enum<N> | null | undefined) => (value ? word(`${name}.${value}`) : '—');
    const words = i18n.getResource(i18n.language, 'enums', name) as
      Record<string, string> | undefined;
    const shell: Partial<Record<EnumName, readonly string[]>> = enums;
    const values = (shell[name] ?? Object.keys(words ?? {})) as readonly Enum<N>[];
    return { label, options: values.map((value) => ({ value, label: label(value) })) };
    // `t` changes when the language does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [i18n, name, t]);
}
