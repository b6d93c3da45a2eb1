import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { PowerTable } from './PowerTable';
import { PowerPageQuery, type PowerItem } from './query';
import { clearedPowers, powerSpec, toPowerFilter, type PowerState } from './state';
import { useConnection } from '@/lib/useConnection';
import { useUrlState, writeState } from '@/lib/urlState';
import { can, useViewer } from '@/lib/viewer';
import { EnumSelect } from '@/ui/EnumSelect';
import { ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { LinkButton } from '@/ui/LinkButton';
import { ListFoot } from '@/ui/ListFoot';
import { PageHeader } from '@/ui/PageHeader';
import { UnitSelect } from '@/ui/UnitSelect';

export function Component() {
  const { t } = useTranslation('power');
  const [state, change] = useUrlState(powerSpec);
  const viewer = useViewer();
  const client = useClient();
  const {
    state: list,
    more,
    again,
  } = useConnection<PowerItem>(writeState(powerSpec, state), async (after) => {
    const { data, error } = await client
      .query(
        PowerPageQuery,
        { filter: toPowerFilter(state), after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.powers, error };
  });
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          can(viewer, 'EDIT_REGISTER') && (
            <LinkButton
              type="primary"
              to={state.unit ? `/powers/new?unit=${state.unit}` : '/powers/new'}
            >
              {t('list.register')}
            </LinkButton>
          )
        }
      />
      <Filters state={state} onChange={change} />
      {list.error && <ErrorState error={list.error} onRetry={again} />}
      <section className="panel" aria-busy={list.fetching}>
        <PowerTable list={list} />
        <ListFoot list={list} onMore={more} />
      </section>
    </>
  );
}

interface FilterProps {
  state: PowerState;
  onChange: (changes: Partial<PowerState>) => void;
}

function Filters({ state, onChange }: FilterProps) {
  const { t } = useTranslation('power');
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
      <Field label={t('field.type')}>
        {(id) => (
          <EnumSelect
            id={id}
            name="PowerType"
            value={state.type}
            onChange={(type) => onChange({ type })}
            placeholder={t('filter.all')}
          />
        )}
      </Field>
      <Field label={t('field.discretion')}>
        {(id) => (
          <EnumSelect
            id={id}
            name="Discretion"
            value={state.discretion}
            onChange={(discretion) => onChange({ discretion })}
            placeholder={t('filter.all')}
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
        checked={state.retired === true}
        onChange={(event) => onChange({ retired: event.target.checked || undefined })}
      >
        {t('filter.retired')}
      </Checkbox>
      <Button onClick={() => onChange(clearedPowers)}>{t('filter.clear')}</Button>
    </section>
  );
}
