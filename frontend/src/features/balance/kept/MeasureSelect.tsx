import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { MeasureSearchQuery } from './query';
import { useEnum } from '@/lib/enumLabel';
import { RemoteSelect, type PickerProps } from '@/ui/RemoteSelect';

/** Picks a measure that is carried out, by its text. */
export function MeasureSelect(props: PickerProps) {
  const { t } = useTranslation('balance');
  const client = useClient();
  const status = useEnum('MeasureStatus').label;
  const search = useCallback(
    async (text: string) => {
      const filter = {
        statuses: ['ACTIVE' as const, 'EFFECTIVE' as const],
        text: text || undefined,
      };
      const { data, error } = await client.query(MeasureSearchQuery, { filter }).toPromise();
      if (error || !data) throw error;
      return data.measures.nodes.map((m) => ({
        value: m.id,
        label: `${m.content}（${[m.unit?.name, status(m.status)].filter(Boolean).join('，')}）`,
      }));
    },
    [client, status],
  );
  const resolve = useCallback(() => Promise.resolve([]), []);
  return (
    <RemoteSelect
      placeholder={t('kept.pickMeasure')}
      {...props}
      search={search}
      resolve={resolve}
    />
  );
}
