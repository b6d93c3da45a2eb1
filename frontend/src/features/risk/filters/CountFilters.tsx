import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { gradeChoices, type CountState, type GradeChoice } from '../riskState';
import { DateInput } from '@/ui/DateInput';
import { EnumSelect } from '@/ui/EnumSelect';
import { Field } from '@/ui/Field';
import { UnitSelect } from '@/ui/UnitSelect';

interface Props {
  state: CountState;
  onChange: (changes: Partial<CountState>) => void;
  /** Counts cannot be asked for the ungraded alone; the list can. */
  ungraded?: boolean;
}

/** The conditions that supervision and the risk list share. */
export function CountFilters({ state, onChange, ungraded = false }: Props) {
  const { t } = useTranslation(['risk', 'common']);
  const grades = gradeChoices
    .filter((grade) => ungraded || grade !== 'NONE')
    .map((grade) => ({
      value: grade,
      label: grade === 'NONE' ? t('common:grade.none') : `${grade} ${t(`common:grade.${grade}`)}`,
    }));
  return (
    <>
      <Field label={t('risk:field.unit')}>
        {(id) => (
          <UnitSelect
            id={id}
            value={state.unit}
            onChange={(unit) => onChange({ unit })}
            className="filter-unit"
          />
        )}
      </Field>
      <Field label={t('risk:field.grade')}>
        {(id) => (
          <Select<GradeChoice[]>
            id={id}
            mode="multiple"
            allowClear
            value={state.grade}
            onChange={(grade) => onChange({ grade })}
            options={grades}
            placeholder={t('risk:filter.all')}
            maxTagCount="responsive"
            showSearch={false}
            className="filter-select"
          />
        )}
      </Field>
      <Field label={t('risk:field.riskType')}>
        {(id) => (
          <EnumSelect
            id={id}
            name="RiskType"
            value={state.type}
            onChange={(type) => onChange({ type })}
            placeholder={t('risk:filter.all')}
          />
        )}
      </Field>
      <Field label={t('risk:field.powerType')}>
        {(id) => (
          <EnumSelect
            id={id}
            name="PowerType"
            value={state.power}
            onChange={(power) => onChange({ power })}
            placeholder={t('risk:filter.all')}
          />
        )}
      </Field>
      <Field label={t('risk:field.status')}>
        {(id) => (
          <EnumSelect
            id={id}
            name="RiskStatus"
            value={state.status}
            onChange={(status) => onChange({ status })}
            placeholder={t('risk:filter.inForce')}
          />
        )}
      </Field>
      <Field label={t('risk:field.controlled')}>
        {(id) => (
          <Select<string>
            id={id}
            allowClear
            value={state.controlled === undefined ? undefined : state.controlled ? 'yes' : 'no'}
            onChange={(next) => onChange({ controlled: next ? next === 'yes' : undefined })}
            options={[
              { value: 'yes', label: t('risk:controlled.yes') },
              { value: 'no', label: t('risk:controlled.no') },
            ]}
            placeholder={t('risk:filter.all')}
            className="filter-short"
          />
        )}
      </Field>
      <Field label={t('risk:filter.from')}>
        {(id) => (
          <DateInput
            id={id}
            value={state.from}
            max={state.to}
            onChange={(from) => onChange({ from })}
          />
        )}
      </Field>
      <Field label={t('risk:filter.to')}>
        {(id) => (
          <DateInput
            id={id}
            value={state.to}
            min={state.from}
            onChange={(to) => onChange({ to })}
          />
        )}
      </Field>
    </>
  );
}
