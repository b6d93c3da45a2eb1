import { useMemo } from 'react';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { actionGroups, clearedAudit, type ActionGroup, type AuditState } from '../state';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { DateInput } from '@/ui/DateInput';
import { Field } from '@/ui/Field';
import { UnitSelect } from '@/ui/UnitSelect';

type AuditAction = Enum<'AuditAction'>;

interface Props {
  state: AuditState;
  onChange: (changes: Partial<AuditState>) => void;
  /** Names of what is filtered by. */
  actor: string;
  object: string;
}

export function AuditFilters({ state, onChange, actor, object }: Props) {
  const { t } = useTranslation('audit');
  return (
    <section className="panel filter-bar" aria-label={t('filter.label')}>
      <Field label={t('field.action')}>
        {(id) => (
          <ActionSelect
            id={id}
            value={state.action}
            onChange={(action) => onChange({ action })}
            placeholder={t('filter.all')}
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
      <Field label={t('filter.from')}>
        {(id) => (
          <DateInput
            id={id}
            value={state.from}
            max={state.to}
            onChange={(from) => onChange({ from })}
          />
        )}
      </Field>
      <Field label={t('filter.to')}>
        {(id) => (
          <DateInput
            id={id}
            value={state.to}
            min={state.from}
            onChange={(to) => onChange({ to })}
          />
        )}
      </Field>
      <Button onClick={() => onChange(clearedAudit)}>{t('filter.clear')}</Button>
      {(state.actor || state.object) && (
        <ul className="filter-tags" aria-label={t('filter.applied')}>
          {state.actor && (
            <Removable
              text={t('filter.actorTag', { name: actor })}
              label={t('filter.removeActor')}
              onRemove={() => onChange({ actor: undefined })}
            />
          )}
          {state.object && (
            <Removable
              text={t('filter.objectTag', { name: object })}
              label={t('filter.removeObject')}
              onRemove={() => onChange({ object: undefined })}
            />
          )}
        </ul>
      )}
    </section>
  );
}

interface RemovableProps {
  text: string;
  label: string;
  onRemove: () => void;
}

function Removable({ text, label, onRemove }: RemovableProps) {
  return (
    <li className="tag filter-tag">
      {text}
      <button type="button" aria-label={label} title={label} onClick={onRemove}>
        ×
      </button>
    </li>
  );
}

interface SelectProps {
  id: string;
  value: AuditAction[];
  onChange: (actions: AuditAction[]) => void;
  placeholder: string;
}

function ActionSelect({ value, ...rest }: SelectProps) {
  const { t } = useTranslation('audit');
  const action = useEnum('AuditAction');
  const options = useMemo(
    () =>
      (Object.keys(actionGroups) as ActionGroup[]).map((group) => ({
        label: t(`group.${group}`),
        title: t(`group.${group}`),
        options: actionGroups[group].map((one) => ({
          value: one as string,
          label: action.label(one),
        })),
      })),
    [t, action],
  );
  return (
    <Select<AuditAction[]>
      {...rest}
      mode="multiple"
      value={value}
      options={options}
      maxTagCount="responsive"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      popupMatchSelectWidth={false}
      className="filter-unit"
    />
  );
}
