import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { RiskSelect } from '../RiskSelect';
import { clearedMeasures, type MeasureState } from './state';
import { DateInput } from '@/ui/DateInput';
import { EnumSelect } from '@/ui/EnumSelect';
import { Field } from '@/ui/Field';
import { PersonSelect } from '@/ui/PersonSelect';
import { UnitSelect } from '@/ui/UnitSelect';

interface Props {
  state: MeasureState;
  onChange: (changes: Partial<MeasureState>) => void;
}

export function MeasureFilters({ state, onChange }: Props) {
  const { t } = useTranslation('measure');
  return (
    <section className="panel filter-bar" aria-label={t('filter.label')}>
      <Field label={t('filter.text')}>
        {(id) => (
          <Input.Search
            // Another address means another text to begin with.
            key={state.q ?? ''}
            id={id}
            allowClear
            defaultValue={state.q}
            placeholder={t('filter.textHint')}
            onSearch={(q) => onChange({ q: q.trim() || undefined })}
            className="filter-unit"
          />
        )}
      </Field>
      <Field label={t('field.unit')}>
        {(id) => (
          <UnitSelect
            id={id}
            value={state.unit}
            onChange={(unit) => onChange({ unit })}
            className="filter-unit"
          />
        )}
      </Field>
      <Field label={t('field.status')}>
        {(id) => (
          <EnumSelect
            id={id}
            name="MeasureStatus"
            value={state.status}
            onChange={(status) => onChange({ status })}
            placeholder={t('filter.all')}
          />
        )}
      </Field>
      <Field label={t('field.kind')}>
        {(id) => (
          <EnumSelect
            id={id}
            name="MeasureKind"
            value={state.kind}
            onChange={(kind) => onChange({ kind })}
            placeholder={t('filter.all')}
          />
        )}
      </Field>
      <Field label={t('field.mechanism')}>
        {(id) => (
          <EnumSelect
            id={id}
            name="Mechanism"
            value={state.mechanism}
            onChange={(mechanism) => onChange({ mechanism })}
            placeholder={t('filter.all')}
          />
        )}
      </Field>
      <Field label={t('field.owner')}>
        {(id) => (
          <PersonSelect
            id={id}
            value={state.owner}
            onChange={(owner) => onChange({ owner })}
            className="filter-select"
          />
        )}
      </Field>
      <Field label={t('field.risk')}>
        {(id) => (
          <RiskSelect
            id={id}
            value={state.risk}
            onChange={(risk) => onChange({ risk })}
            className="filter-unit"
          />
        )}
      </Field>
      <Field label={t('filter.due')}>
        {(id) => <DateInput id={id} value={state.due} onChange={(due) => onChange({ due })} />}
      </Field>
      <Checkbox
        checked={state.only === true}
        onChange={(event) => onChange({ only: event.target.checked || undefined })}
      >
        {t('filter.only')}
      </Checkbox>
      <Button onClick={() => onChange(clearedMeasures)}>{t('filter.clear')}</Button>
    </section>
  );
}
