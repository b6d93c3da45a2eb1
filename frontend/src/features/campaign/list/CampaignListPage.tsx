import { Button, Checkbox, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { CampaignPageQuery, type CampaignItem } from './query';
import { campaignSpec, statusOf, toCampaignFilter, type CampaignState } from './state';
import { useEnum } from '@/lib/enumLabel';
import { useConnection } from '@/lib/useConnection';
import { useUrlState, writeState } from '@/lib/urlState';
import { can, useViewer } from '@/lib/viewer';
import { EnumSelect } from '@/ui/EnumSelect';
import { Field } from '@/ui/Field';
import { LinkButton } from '@/ui/LinkButton';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { UnitSelect } from '@/ui/UnitSelect';

export function Component() {
  const { t } = useTranslation('campaign');
  const [state, change] = useUrlState(campaignSpec);
  const viewer = useViewer();
  const client = useClient();
  const list = useConnection<CampaignItem>(writeState(campaignSpec, state), async (after) => {
    const { data, error } = await client
      .query(
        CampaignPageQuery,
        { filter: toCampaignFilter(state), after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.campaigns, error };
  });
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          can(viewer, 'MANAGE_CAMPAIGNS') && (
            <LinkButton type="primary" to="/campaigns/new">
              {t('new')}
            </LinkButton>
          )
        }
      />
      <Filters state={state} onChange={change} />
      <ListPanel list={list} empty={t('empty')}>
        {(rows) => <CampaignTable rows={rows} />}
      </ListPanel>
    </>
  );
}

interface FilterProps {
  state: CampaignState;
  onChange: (changes: Partial<CampaignState>) => void;
}

function Filters({ state, onChange }: FilterProps) {
  const { t } = useTranslation('campaign');
  return (
    <section className="panel filter-bar" aria-label={t('filter.label')}>
      <Field label={t('field.unit')}>
        {(id) => (
          <UnitSelect
            id={id}
            from="all"
            value={state.unit}
            onChange={(unit) => onChange({ unit })}
            className="filter-unit"
          />
        )}
      </Field>
      <Field label={t('filter.year')}>
        {(id) => (
          <InputNumber
            id={id}
            min={1949}
            max={2199}
            value={state.year ?? null}
            onChange={(year) => onChange({ year: year ?? undefined })}
          />
        )}
      </Field>
      <Field label={t('filter.phase')}>
        {(id) => (
          <EnumSelect
            id={id}
            name="CampaignPhase"
            value={state.phase}
            onChange={(phase) => onChange({ phase })}
            placeholder={t('filter.all')}
          />
        )}
      </Field>
      <Checkbox
        checked={state.running === true}
        onChange={(event) => onChange({ running: event.target.checked || undefined })}
      >
        {t('filter.running')}
      </Checkbox>
      <Button
        onClick={() =>
          onChange({ unit: undefined, year: undefined, phase: [], running: undefined })
        }
      >
        {t('filter.clear')}
      </Button>
    </section>
  );
}

function CampaignTable({ rows }: { rows: CampaignItem[] }) {
  const { t } = useTranslation('campaign');
  const phase = useEnum('CampaignPhase');
  const kind = useEnum('FormKind');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('title')}>
      <table className="grid-table list-table">
        <caption className="visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.title')}</th>
            <th scope="col">{t('field.year')}</th>
            <th scope="col">{t('field.unit')}</th>
            <th scope="col">{t('field.phase')}</th>
            <th scope="col">{t('field.kinds')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/campaigns/${row.id}`}>{row.title}</Link>
              </th>
              <td>{row.year}</td>
              <td>{row.unit?.name ?? '—'}</td>
              <td className="nowrap">
                {phase.label(row.phase)} <span className="tag">{t(`status.${statusOf(row)}`)}</span>
              </td>
              <td>{row.kinds.map((one) => kind.label(one)).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
