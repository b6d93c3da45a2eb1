import { useState } from 'react';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import {
  grades,
  tiers,
  weakCount,
  weakFilter,
  WeakStepsQuery,
  type GradeChoice,
  type Tier,
  type WeakChoice,
  type WeakStep,
  type WeakSteps as Weak,
} from './weak';
import { useEnum } from '@/lib/enumLabel';
import { Empty } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { GradeBadge } from '@/ui/GradeBadge';
import { Query } from '@/ui/Query';

interface Props {
  unitId: string;
  choice: WeakChoice;
  onChoice: (choice: Partial<WeakChoice>) => void;
}

/** 分步设防: the weakly guarded steps of a unit and those below it, by the tier that answers for them. */
export function WeakSteps({ unitId, choice, onChoice }: Props) {
  const { t } = useTranslation('balance');
  return (
    <section className="panel">
      <h2>{t('weak.title')}</h2>
      <p className="hint-inline">{t('weak.hint')}</p>
      <div className="filter-bar">
        <Choice<Tier>
          label={t('weak.tier')}
          value={choice.tier}
          values={tiers}
          word={useEnum('Role').label}
          onChange={(tier) => onChoice({ tier })}
        />
        <Choice<GradeChoice>
          label={t('weak.grade')}
          value={choice.grade}
          values={grades}
          word={useGradeWord()}
          onChange={(grade) => onChoice({ grade })}
        />
      </div>
      {/* Another question begins with its first page. */}
      <Listed
        key={`${unitId} ${choice.tier.join()} ${choice.grade.join()}`}
        unitId={unitId}
        choice={choice}
      />
    </section>
  );
}

function useGradeWord() {
  const { t } = useTranslation();
  return (grade: GradeChoice) =>
    grade === 'U' ? t('grade.none') : `${grade} ${t(`grade.${grade}`)}`;
}

interface ChoiceProps<V extends string> {
  label: string;
  value: V[];
  values: readonly V[];
  word: (value: V) => string;
  onChange: (value: V[]) => void;
}

function Choice<V extends string>({ label, value, values, word, onChange }: ChoiceProps<V>) {
  const { t } = useTranslation('balance');
  return (
    <Field label={label}>
      {(id) => (
        <Select<V[]>
          id={id}
          mode="multiple"
          allowClear
          value={value}
          onChange={onChange}
          placeholder={t('weak.all')}
          options={values.map((each) => ({ value: each as string, label: word(each) }))}
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
          className="filter-select"
        />
      )}
    </Field>
  );
}

function Listed({ unitId, choice }: Pick<Props, 'unitId' | 'choice'>) {
  const { t } = useTranslation(['balance', 'common']);
  // The cursors of the pages gone through; the last is the one shown.
  const [way, setWay] = useState<(string | null)[]>([null]);
  const [result, reload] = useQuery({
    query: WeakStepsQuery,
    variables: { unitId, filter: weakFilter(choice), after: way.at(-1) },
  });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={4}>
      {({ weakSteps: { counts, stepCount, steps } }) => (
        <div aria-busy={result.fetching}>
          <Counts counts={counts} stepCount={stepCount} />
          {steps.nodes.length === 0 ? (
            counts.length > 0 && <Empty text={t('balance:weak.noneSuch')} />
          ) : (
            <>
              <Table steps={steps.nodes} />
              <div className="list-foot" role="status">
                {t('common:state.total', { count: steps.totalCount })}
                <Button
                  size="small"
                  disabled={way.length === 1}
                  onClick={() => setWay(way.slice(0, -1))}
                >
                  {t('common:action.previous')}
                </Button>
                <Button
                  size="small"
                  disabled={!steps.pageInfo.hasNextPage}
                  onClick={() => setWay([...way, steps.pageInfo.endCursor])}
                >
                  {t('common:action.next')}
                </Button>
              </div>
            </>
          )}
        </div>
      )}
    </Query>
  );
}

/** How many there are by tier and grade. */
function Counts({ counts, stepCount }: Pick<Weak, 'counts' | 'stepCount'>) {
  const { t } = useTranslation('balance');
  const role = useEnum('Role');
  const word = useGradeWord();
  if (counts.length === 0)
    return <p className="hint-inline">{t('weak.none', { steps: stepCount })}</p>;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('weak.counts')}>
      <table className="grid-table balance-table">
        <caption className="balance-caption">{t('weak.counted', { steps: stepCount })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('weak.tier')}</th>
            {grades.map((grade) => (
              <th key={grade} scope="col" className="number">
                {word(grade)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier) => (
            <tr key={tier}>
              <th scope="row">{role.label(tier)}</th>
              {grades.map((grade) => (
                <td key={grade} className="number">
                  {weakCount(counts, tier, grade)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Table({ steps }: { steps: WeakStep[] }) {
  const { t } = useTranslation('balance');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('weak.title')}>
      <table className="grid-table balance-table">
        <thead>
          <tr>
            <th scope="col">{t('weak.grade')}</th>
            <th scope="col">{t('weak.step')}</th>
            <th scope="col">{t('power')}</th>
            <th scope="col">{t('weak.tier')}</th>
            <th scope="col">{t('weak.score')}</th>
            <th scope="col">{t('weak.why')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Row key={step.step.id} of={step} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ of: { tier, power, step, defence } }: { of: WeakStep }) {
  const { t } = useTranslation('balance');
  const role = useEnum('Role');
  const code = useEnum('StepWeaknessCode');
  const { score, points, target } = defence;
  return (
    <tr>
      <td className="nowrap">
        <GradeBadge grade={defence.grade} />
      </td>
      <th scope="row">
        <Link to={`/powers/${power.id}?step=${encodeURIComponent(step.key)}`}>
          {step.name || step.key}
        </Link>
        {step.post && <div className="balance-small">{step.post.name}</div>}
      </th>
      <td>
        {power.name}
        <div className="balance-small">{power.unit?.name}</div>
      </td>
      <td className="nowrap">{role.label(tier)}</td>
      <td className="nowrap">
        {score === null ? t('weak.noRisk') : t('weak.points', { score, points, target })}
      </td>
      <td className="balance-text">
        <ul className="balance-ways">
          {defence.weaknesses.map((weakness, i) => (
            <li key={i}>
              <strong>{code.label(weakness.code)}</strong>：{weakness.message}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
