import { Form, Input as Text, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { instructionPath, newSpec, type NewState } from './path';
import { DraftInstructionQuery, GiveInstructionMutation, type InstructionDraft } from './query';
import { riskListPath, toRiskFilter } from '@/features/risk/door';
import type { VariablesOf } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { daysBefore } from '@/lib/format';
import { useUrlState } from '@/lib/urlState';
import { DateInput } from '@/ui/DateInput';
import { NewPage } from '@/ui/edit/NewPage';
import { Field } from '@/ui/Field';
import { GradeBadge } from '@/ui/GradeBadge';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';
import { UnitSelect } from '@/ui/UnitSelect';
import './instruction.css';

type About = VariablesOf<typeof DraftInstructionQuery>['about'];

/** What the address says that the instruction is about. */
function aboutOf(unitId: string, state: NewState): About {
  if (state.risk) return { unitId, riskIds: [state.risk] };
  return { unitId, risks: state.selection ? toRiskFilter(state) : undefined };
}

/** Gives an instruction about a unit, a risk point or the risk points of a list. */
export function Component() {
  const { t } = useTranslation('instruction');
  const [state, change] = useUrlState(newSpec);
  const { unit } = state;
  if (!unit) {
    return (
      <>
        <PageHeader title={t('new')} crumbs={[{ title: t('title'), to: '/instructions' }]} />
        <section className="panel">
          <Field label={t('unit')}>
            {(id) => (
              <UnitSelect
                id={id}
                onChange={(next) => change({ unit: next })}
                className="filter-unit"
              />
            )}
          </Field>
          <p className="hint">{t('pickUnit')}</p>
        </section>
      </>
    );
  }
  return <About about={aboutOf(unit, state)} />;
}

function About({ about }: { about: About }) {
  const { t } = useTranslation('instruction');
  const [result, reload] = useQuery({ query: DraftInstructionQuery, variables: { about } });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={8}>
      {({ draftInstruction: draft }) =>
        draft.usual ? (
          <Give about={about} draft={draft} />
        ) : (
          <>
            <PageHeader title={t('new')} crumbs={[{ title: t('title'), to: '/instructions' }]} />
            <section className="panel">
              <p>{t('nobody', { unit: draft.unit.name })}</p>
              <Link to="/instructions">{t('back')}</Link>
            </section>
          </>
        )
      }
    </Query>
  );
}

interface Values {
  addresseeId: string | undefined;
  title: string;
  demand: string;
  dueOn: string | undefined;
  answerIn: number;
  hopIn: number;
}

/** How many days there usually are to do what is asked. */
const usualDays = 30;

function Give({ about, draft }: { about: About; draft: InstructionDraft }) {
  const { t } = useTranslation('instruction');
  const roles = useEnum('Role');
  const { candidates, usual } = draft;
  const people = candidates.flatMap(({ tier, person }) =>
    person ? [{ value: person.id, label: `${person.name}（${roles.label(tier)}）` }] : [],
  );
  return (
    <NewPage<Values, { giveInstruction: { instruction: { id: string; number: string } } }, Input>
      title={t('new')}
      crumbs={[{ title: t('title'), to: '/instructions' }]}
      start={{
        addresseeId: usual?.person?.id,
        title: '',
        demand: '',
        dueOn: daysBefore(-usualDays, new Date()),
        answerIn: 5,
        hopIn: 7,
      }}
      mutation={GiveInstructionMutation}
      input={({ dueOn = '', ...values }) => ({ ...values, dueOn, about })}
      recorded={(data) => ({
        said: t('sent', { number: data?.giveInstruction.instruction.number }),
        path: data ? instructionPath(data.giveInstruction.instruction.id) : '/instructions',
      })}
      submitLabel={t('give')}
    >
      <AboutWhat draft={draft} />
      <Form.Item name="addresseeId" label={t('head.asked')} rules={[{ required: true }]}>
        <Select options={people} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item
        name="title"
        label={t('head.title')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Text maxLength={100} showCount />
      </Form.Item>
      <Form.Item name="demand" label={t('demand')} rules={[{ required: true, whitespace: true }]}>
        <Text.TextArea rows={5} maxLength={4000} showCount />
      </Form.Item>
      <div className="instruction-limits">
        <Form.Item name="dueOn" label={t('head.dueOn')} rules={[{ required: true }]}>
          <DateInput />
        </Form.Item>
        <Form.Item name="answerIn" label={t('answerIn')} rules={[{ required: true }]}>
          <InputNumber
            min={1}
            max={60}
            precision={0}
            suffix={t('workingDays')}
            className="instruction-days"
          />
        </Form.Item>
        <Form.Item name="hopIn" label={t('hopIn')} rules={[{ required: true }]}>
          <InputNumber
            min={1}
            max={60}
            precision={0}
            suffix={t('days')}
            className="instruction-days"
          />
        </Form.Item>
      </div>
      <p className="hint">{t('hopHint')}</p>
    </NewPage>
  );
}

type Input = VariablesOf<typeof GiveInstructionMutation>['input'];

/** What the instruction is about: the unit, and the risk points that it will name. */
function AboutWhat({ draft }: { draft: InstructionDraft }) {
  const { t } = useTranslation('instruction');
  const [search] = useSearchParams();
  const { unit, riskCount, samples } = draft;
  if (riskCount === 0 && search.get('selection')) {
    return <p className="instruction-about">{t('noRisks', { unit: unit.name })}</p>;
  }
  if (riskCount === 0) {
    return (
      <p className="instruction-about">
        {t('aboutUnit', { unit: unit.name })}{' '}
        <Link to={riskListPath({ unit: unit.id })}>{t('pickRisks')}</Link>
      </p>
    );
  }
  return (
    <div className="instruction-about">
      <p>{t('aboutRisks', { unit: unit.name, count: riskCount })}</p>
      <ul>
        {samples.map((risk) => (
          <li key={risk.id}>
            <GradeBadge grade={risk.grade} /> {risk.title}
          </li>
        ))}
      </ul>
      {riskCount > samples.length && (
        <Link to={`/risks?${search.toString()}`}>{t('allRisks', { count: riskCount })}</Link>
      )}
    </div>
  );
}
