import { Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { listPath } from './path';
import { YearDepartmentsQuery, YearPeopleQuery, YearQuery } from './query';
import { useHours } from './SessionState';
import { yearSpec } from './state';
import './education.css';
import { today } from '@/lib/format';
import { useUrlState } from '@/lib/urlState';
import { useConnection } from '@/lib/useConnection';
import { useViewer } from '@/lib/viewer';
import { Empty } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';
import { UnitSelect } from '@/ui/UnitSelect';

interface Asked {
  unitId: string;
  year: number;
  least: number;
}

/** How far education reached in a year: by department, and who took part in what. */
export function Component() {
  const { t } = useTranslation('education');
  const { homeUnits } = useViewer();
  const [state, change] = useUrlState(yearSpec);
  const now = Number(today().slice(0, 4));
  const unitId = state.unit ?? homeUnits[0]?.id;
  const year = Number(state.year) || now;
  const least = Math.min(Math.max(Math.round(Number(state.least)) || 1, 1), 100);
  const few = state.few.length > 0;
  return (
    <>
      <PageHeader title={t('year.title')} crumbs={[{ title: t('title'), to: listPath }]} />
      <section className="panel">
        <div className="education-asked">
          <Field label={t('year.unit')}>
            {(id) => (
              <UnitSelect
                id={id}
                value={unitId}
                allowClear={false}
                onChange={(unit) => change({ unit })}
                className="filter-unit"
              />
            )}
          </Field>
          <Field label={t('year.year')}>
            {(id) => (
              <Select<number>
                id={id}
                value={year}
                options={Array.from({ length: 6 }, (_, n) => ({
                  value: now - n,
                  label: t('year.of', { year: now - n }),
                }))}
                onChange={(chosen) => change({ year: String(chosen) })}
              />
            )}
          </Field>
          <Field label={t('year.least')}>
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                max={100}
                precision={0}
                value={least}
                onChange={(n) => change({ least: n && n > 1 ? String(n) : undefined })}
              />
            )}
          </Field>
        </div>
        {!unitId && <Empty text={t('year.noUnit')} />}
      </section>
      {unitId && (
        <>
          <Whole asked={{ unitId, year, least }} />
          <Departments asked={{ unitId, year, least }} onOpen={(unit) => change({ unit })} />
          <section className="panel education-people">
            <Checkbox
              checked={few}
              onChange={({ target }) => change({ few: target.checked ? ['few'] : [] })}
            >
              {least === 1
                ? t(year === now ? 'year.noneYet' : 'year.noneThen')
                : t('year.fewer', { count: least })}
            </Checkbox>
          </section>
          <People asked={{ unitId, year, least }} few={few} />
        </>
      )}
    </>
  );
}

function Whole({ asked: { unitId, year, least } }: { asked: Asked }) {
  const { t } = useTranslation('education');
  const [result, reload] = useQuery({
    query: YearQuery,
    variables: { unitId, year, atLeast: least },
    requestPolicy: 'cache-and-network',
  });
  return (
    <section className="panel" aria-labelledby="year-whole">
      <h2 id="year-whole">{t('year.whole')}</h2>
      <Query result={result} onRetry={() => reload()} rows={2}>
        {({ educationOfPeople: { whole, day } }) => (
          <>
            <p className="education-share">
              {t('year.share', { ...whole, percent: percent(whole), count: least })}
            </p>
            <p className="hint">{t('year.day', { day })}</p>
          </>
        )}
      </Query>
    </section>
  );
}

interface Reach {
  people: number;
  reached: number;
}

function percent({ people, reached }: Reach): number {
  return people === 0 ? 0 : Math.round((reached * 100) / people);
}

interface DepartmentsProps {
  asked: Asked;
  onOpen: (unitId: string) => void;
}

/** The units directly below, each with all below it. */
function Departments({ asked: { unitId, year, least }, onOpen }: DepartmentsProps) {
  const { t } = useTranslation('education');
  const client = useClient();
  const list = useConnection<{
    id: string;
    name: string;
    people: number;
    reached: number;
    none: number;
  }>(
    `${unitId} ${year} ${least}`,
    async (after) => {
      const { data, error } = await client
        .query(
          YearDepartmentsQuery,
          { unitId, year, atLeast: least, after, count: after === null },
          { requestPolicy: 'network-only' },
        )
        .toPromise();
      const found = data?.educationOfPeople.departments;
      return {
        page: found && {
          ...found,
          nodes: found.nodes.map(({ unit, ...counts }) => ({ ...unit, ...counts })),
        },
        error,
      };
    },
    { stay: true },
  );
  if (list.state.rows.length === 0 && !list.state.fetching && !list.state.error) return null;
  return (
    <ListPanel list={list} empty={t('year.noUnits')} intro={t('year.departments')}>
      {(rows) => (
        <div className="table-scroll" role="region" tabIndex={0} aria-label={t('year.departments')}>
          <table className="grid-table">
            <caption className="visually-hidden">{t('year.departments')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('year.unit')}</th>
                <th scope="col" className="number">
                  {t('year.people')}
                </th>
                <th scope="col" className="number">
                  {t('year.reached', { count: least })}
                </th>
                <th scope="col" className="number">
                  {t('year.percent')}
                </th>
                <th scope="col" className="number">
                  {t('year.none')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <button type="button" className="education-link" onClick={() => onOpen(row.id)}>
                      {row.name}
                    </button>
                  </th>
                  <td className="number">{row.people}</td>
                  <td className="number">{row.reached}</td>
                  <td className="number">{row.people > 0 ? `${percent(row)}%` : '—'}</td>
                  <td className="number">
                    {row.none > 0 ? <strong>{row.none}</strong> : <span className="zero">0</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ListPanel>
  );
}

/** Who holds a post there, and what they took part in. */
function People({ asked: { unitId, year, least }, few }: { asked: Asked; few: boolean }) {
  const { t } = useTranslation('education');
  const client = useClient();
  const hours = useHours();
  const list = useConnection(
    `${unitId} ${year} ${few ? least : ''}`,
    async (after) => {
      const { data, error } = await client
        .query(
          YearPeopleQuery,
          { unitId, year, fewerThan: few ? least : undefined, after, count: after === null },
          { requestPolicy: 'network-only' },
        )
        .toPromise();
      const found = data?.educationOfPeople.people;
      return {
        page: found && {
          ...found,
          // Somebody whom the reader does not see has no id.
          nodes: found.edges.map(({ cursor, node }) => ({
            ...node,
            id: node.person?.id ?? cursor,
          })),
        },
        error,
      };
    },
    { stay: true },
  );
  return (
    <ListPanel list={list} empty={t(few ? 'year.allReached' : 'year.nobody')}>
      {(rows) => (
        <div className="table-scroll" role="region" tabIndex={0} aria-label={t('year.byPerson')}>
          <table className="grid-table">
            <caption className="visually-hidden">{t('year.byPerson')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('roll.name')}</th>
                <th scope="col">{t('roll.department')}</th>
                <th scope="col">{t('roll.post')}</th>
                <th scope="col" className="number">
                  {t('year.sessions')}
                </th>
                <th scope="col" className="number">
                  {t('year.hours')}
                </th>
                <th scope="col" className="number">
                  {t('year.missed')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.name}</th>
                  <td>{row.department}</td>
                  <td>{row.post}</td>
                  <td className="number">
                    {row.sessions === 0 ? (
                      <span className="tag tag-late">{t('year.none')}</span>
                    ) : (
                      row.sessions
                    )}
                  </td>
                  <td className="number">{hours(row.minutes)}</td>
                  <td className="number">{row.missed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ListPanel>
  );
}
