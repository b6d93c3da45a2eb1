import { useState } from 'react';
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { CountFilters } from '../filters/CountFilters';
import { conditions, type RiskState } from '../riskState';
import { EnumSelect } from '@/ui/EnumSelect';
import { Field } from '@/ui/Field';
import { PersonSelect } from '@/ui/PersonSelect';
import { PostSelect } from '@/ui/PostSelect';

interface Props {
  state: RiskState;
  onChange: (changes: Partial<RiskState>) => void;
}

const cleared: Partial<RiskState> = {
  only: undefined,
  concur: undefined,
  grade: [],
  type: [],
  power: [],
  status: [],
  consequence: [],
  controlled: undefined,
  from: undefined,
  to: undefined,
  powerId: undefined,
  post: undefined,
  person: undefined,
  leader: undefined,
  q: undefined,
};

export function RiskFilters({ state, onChange }: Props) {
  const { t } = useTranslation('risk');
  const rare = [
    state.consequence.length > 0,
    state.post,
    state.person,
    state.leader,
    state.only,
    state.concur,
  ];
  const [more, setMore] = useState(rare.some(Boolean));
  const count = conditions(state);
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
      <CountFilters state={state} onChange={onChange} ungraded />
      {more && (
        <>
          <Field label={t('field.consequence')}>
            {(id) => (
              <EnumSelect
                id={id}
                name="ConsequenceKind"
                value={state.consequence}
                onChange={(consequence) => onChange({ consequence })}
                placeholder={t('filter.all')}
              />
            )}
          </Field>
          <Field label={t('field.post')}>
            {(id) => (
              <PostSelect
                id={id}
                unitId={state.unit}
                value={state.post}
                onChange={(post) => onChange({ post })}
                className="filter-select"
              />
            )}
          </Field>
          <Field label={t('field.person')}>
            {(id) => (
              <PersonSelect
                id={id}
                value={state.person}
                onChange={(person) => onChange({ person })}
                className="filter-select"
              />
            )}
          </Field>
          <Field label={t('field.leaderOwner')}>
            {(id) => (
              <PersonSelect
                id={id}
                value={state.leader}
                onChange={(leader) => onChange({ leader })}
                className="filter-select"
              />
            )}
          </Field>
          <Checkbox
            checked={state.only === true}
            onChange={(event) => onChange({ only: event.target.checked || undefined })}
          >
            {t('filter.only')}
          </Checkbox>
          <Checkbox
            checked={state.concur === true}
            onChange={(event) => onChange({ concur: event.target.checked || undefined })}
          >
            {t('filter.concur')}
          </Checkbox>
        </>
      )}
      <Button onClick={() => setMore(!more)} aria-expanded={more}>
        {more ? t('filter.less') : t('filter.more')}
      </Button>
      {count > 0 && (
        <Button onClick={() => onChange(cleared)}>
          {t('filter.clear')}（{t('filter.set', { count })}）
        </Button>
      )}
    </section>
  );
}
