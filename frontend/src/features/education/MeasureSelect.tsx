import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { EducationMeasureNamesQuery, EducationMeasuresQuery } from './query';
import { RemoteSelect } from '@/ui/RemoteSelect';

interface Props {
  /** Given by Form.Item. */
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}

/** Picks measures of education by their words. */
export function MeasureSelect(props: Props) {
  const { t } = useTranslation('education');
  const client = useClient();
  const search = useCallback(
    async (text: string) => {
      // Either makes a measure one of education.
      const asked = [
        { kinds: ['EDUCATION' as const] },
        { mechanisms: ['DAILY_EDUCATION' as const] },
      ];
      const found = await Promise.all(
        asked.map((by) =>
          client
            .query(EducationMeasuresQuery, { filter: { ...by, text: text || undefined } })
            .toPromise(),
        ),
      );
      const rows = new Map<string, string>();
      for (const { data, error } of found) {
        if (error || !data) throw error;
        for (const { id, content } of data.measures.nodes) rows.set(id, content);
      }
      return [...rows].map(([value, label]) => ({ value, label }));
    },
    [client],
  );
  const resolve = useCallback(
    async (ids: string[]) => {
      const { data } = await client.query(EducationMeasureNamesQuery, { ids }).toPromise();
      return (data?.nodes ?? []).flatMap((n) =>
        n?.__typename === 'Measure' ? [{ value: n.id, label: n.content }] : [],
      );
    },
    [client],
  );
  return (
    <RemoteSelect
      {...props}
      multiple
      placeholder={t('plan.measures')}
      search={search}
      resolve={resolve}
    />
  );
}
