import { useState } from 'react';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { ComprehensiveCandidatesQuery, MeetingGroundQuery } from '../query';
import type { Entry } from './agenda';
import { RiskSelect } from '@/features/measure/door';
import { UnitSelect } from '@/ui/UnitSelect';

interface Props {
  unitId: string | undefined;
  /** What is on the agenda already. */
  taken: string[];
  onAdd: (entry: Entry) => void;
}

/** Items that decide no grade: a retirement, an opening decision, a comprehensive measure. */
export function OtherItems({ unitId, taken, onAdd }: Props) {
  const { t } = useTranslation('meeting');
  const client = useClient();
  const [risk, setRisk] = useState<string>();
  const [unit, setUnit] = useState<string>();
  const [measure, setMeasure] = useState<string>();
  const [{ data }] = useQuery({
    query: ComprehensiveCandidatesQuery,
    variables: { filter: { unitId, awaitsComprehensive: true } },
  });
  const measures = (data?.measures.nodes ?? []).filter(({ id }) => !taken.includes(id));
  const entry = { unit: '', grade: 'A', content: '', ground: 'NO_RISK' } as const;
  const addRisk = async () => {
    if (!risk || taken.includes(risk)) return;
    const { data } = await client.query(MeetingGroundQuery, { id: risk }).toPromise();
    if (data?.node?.__typename !== 'RiskPoint') return;
    const { id, title, unit } = data.node;
    onAdd({ ...entry, kind: 'RETIREMENT', id, title, unit: unit?.path.at(-1)?.name ?? '' });
    setRisk(undefined);
  };
  const addMeasure = () => {
    const found = measures.find(({ id }) => id === measure);
    if (!found) return;
    const { id, content, unit } = found;
    onAdd({ ...entry, kind: 'COMPREHENSIVE_MEASURE', id, title: content, unit: unit?.name ?? '' });
    setMeasure(undefined);
  };
  return (
    <details>
      <summary>{t('agenda.others')}</summary>
      <div className="agenda-add">
        <RiskSelect
          aria-label={t('agenda.retire')}
          unitId={unitId}
          value={risk}
          onChange={setRisk}
          className="filter-unit"
        />
        <Button disabled={!risk} onClick={() => void addRisk()}>
          {t('agenda.retire')}
        </Button>
      </div>
      <div className="agenda-add">
        <UnitSelect
          aria-label={t('agenda.opening')}
          value={unit}
          onChange={(value) => setUnit(value ?? undefined)}
          className="filter-unit"
        />
        <Button
          disabled={!unit || taken.includes(unit)}
          onClick={() => {
            if (!unit) return;
            onAdd({ ...entry, kind: 'OPENING_DECISION', id: unit, title: t('agenda.openingOf') });
            setUnit(undefined);
          }}
        >
          {t('agenda.opening')}
        </Button>
      </div>
      {measures.length > 0 && (
        <div className="agenda-add">
          <Select
            aria-label={t('agenda.comprehensive')}
            value={measure}
            options={measures.map(({ id, content }) => ({ value: id, label: content }))}
            onChange={setMeasure}
            className="filter-unit"
          />
          <Button disabled={!measure} onClick={addMeasure}>
            {t('agenda.comprehensive')}
          </Button>
        </div>
      )}
    </details>
  );
}
