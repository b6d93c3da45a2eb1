import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { MeasureSearchQuery } from './query';
import { useEnum } from '@/lib/enumLabel';
import { RemoteSelect, type PickerProps } from '@/ui/RemoteSelect';

/** Picks a measure that is carried out, by its text: of the unit, or, where it has none such, of any that may be seen. */
export function MeasureSelect({ unitId, ...props }: PickerProps & { unitId: string }) {
  const { t } = useTranslation('balance');
  const client = useClient();
  const status = useEnum('MeasureStatus').label;
  const search = useCallback(
    async (text: string) => {
      const look = async (at?: string) => {
        const filter = {
          statuses: ['ACTIVE' as const, 'EFFECTIVE' as const],
          text: text || undefined,
          unitId: at,
        };
        const { data, error } = await client.query(MeasureSearchQuery, { filter }).toPromise();
        if (error || !data) throw error;
        return data.measures.nodes;
      };
      const own = await look(unitId);
      return (own.length > 0 ? own : await look()).map((m) => ({
        value: m.id,
        label: `${m.content}（${[m.unit?.name, status(m.status)].filter(Boolean).join('，')}）`,
      }));
    },
    [client, status, unitId],
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
