import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { heat, share, sumOver, toneOf, type Heading } from './progress';
import { CampaignProgressQuery, type CampaignProgress } from './query';
import { enums, type Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { serverUrl } from '@/lib/page';
import { listOf, text, useUrlState, writeState, type StateOf } from '@/lib/urlState';
import { Empty } from '@/ui/Empty';
import { EnumSelect } from '@/ui/EnumSelect';
import { Field } from '@/ui/Field';
import { Query } from '@/ui/Query';

const spec = { unit: text, kind: listOf(enums.FormKind) };
type State = StateOf<typeof spec>;

/** How far a campaign is, per unit below one, down to the department. */
export function ProgressPanel({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('campaign');
  const [state, change] = useUrlState(spec);
  const [result, reload] = useQuery({
    query: CampaignProgressQuery,
    variables: { campaignId, unitId: state.unit ?? null },
  });
  const query = state.unit ? `?unit=${encodeURIComponent(state.unit)}` : '';
  return (
    <section className="panel" aria-labelledby="progress-title">
      <h2 id="progress-title">{t('progress.title')}</h2>
      <div className="progress-head">
        <Field label={t('progress.kinds')}>
          {(id) => (
            <EnumSelect
              id={id}
              name="FormKind"
              value={state.kind}
              onChange={(kind) => change({ kind })}
              placeholder={t('progress.allKinds')}
            />
          )}
        </Field>
        <Button
          icon={
            <span aria-hidden="true">
              <DownloadOutlined />
            </span>
          }
          href={serverUrl(`campaign/${campaignId}/progress.xlsx${query}`)}
        >
          {t('progress.export')}
        </Button>
      </div>
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
        {({ campaignProgress }) => (
          <>
            <DrillPath progress={campaignProgress} state={state} />
            {campaignProgress.rows.length === 0 ? (
              <Empty text={t('progress.empty')} />
            ) : (
              <ProgressTable progress={campaignProgress} state={state} />
            )}
          </>
        )}
      </Query>
    </section>
  );
}

function pathTo(state: State, unit: string | undefined): string {
  return `?${writeState(spec, { ...state, unit })}`;
}

function DrillPath({ progress, state }: { progress: CampaignProgress; state: State }) {
  const { t } = useTranslation('campaign');
  const { unit } = progress;
  return (
    <nav aria-label={t('progress.drill')}>
      <ol className="breadcrumb">
        {unit.path.map((step) => (
          <li key={step.id}>
            {step.id === unit.id ? (
              <strong aria-current="location">{step.name}</strong>
            ) : (
              <Link to={pathTo(state, step.id)}>{step.name}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ProgressTable({ progress, state }: { progress: CampaignProgress; state: State }) {
  const { t } = useTranslation('campaign');
  const heading = useEnum('ProgressHeading');
  const totals = sumOver(progress, progress.totals, state.kind);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('progress.table')}>
      <table className="grid-table">
        <caption className="visually-hidden">{t('progress.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('progress.unit')}</th>
            {progress.headings.map((one) => (
              <th key={one} scope="col" className="number">
                {heading.label(one)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('progress.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {progress.rows.map((row) => {
            const label = row.itself
              ? t('progress.itself', { unit: row.unit.name })
              : row.unit.name;
            return (
              <tr key={row.itself ? 'itself' : row.unit.id}>
                <th scope="row">
                  {row.itself ? label : <Link to={pathTo(state, row.unit.id)}>{label}</Link>}
                </th>
                <Cells
                  label={label}
                  headings={progress.headings}
                  counts={sumOver(progress, row.counts, state.kind)}
                />
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('progress.total')}</th>
            {totals.map((count, i) => (
              <td key={progress.headings[i]} className="number">
                {count}
              </td>
            ))}
            <td className="number">{rateOf(progress.headings, totals)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface CellsProps {
  label: string;
  headings: readonly Enum<'ProgressHeading'>[];
  counts: number[];
}

function Cells({ label, headings, counts }: CellsProps) {
  const { t } = useTranslation('campaign');
  const words = useEnum('ProgressHeading');
  const expected = counts[headings.indexOf('EXPECTED')] ?? 0;
  return (
    <>
      {headings.map((heading, i) => {
        const count = counts[i] ?? 0;
        return (
          <td
            key={heading}
            className={`number ${tint(heading, count, expected)}`}
            title={t('progress.cell', { row: label, heading: words.label(heading), count })}
          >
            {count === 0 ? <span className="zero">0</span> : count}
          </td>
        );
      })}
      <td className="number">{rateOf(headings, counts)}</td>
    </>
  );
}

function tint(heading: Heading, count: number, expected: number): string {
  const tone = toneOf(heading);
  const depth = heat(count, expected);
  if (tone === 'none' || depth === 0) return '';
  return tone === 'plain' ? `heat-${depth}` : `heat-${tone} heat-${depth}`;
}

function rateOf(headings: readonly Heading[], counts: number[]): string {
  return share(counts[headings.indexOf('FILED')] ?? 0, counts[headings.indexOf('EXPECTED')] ?? 0);
}
