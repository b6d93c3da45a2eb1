import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { GiveLink } from './GiveLink';
import { InstructionTable } from './InstructionTable';
import { instructionSpec } from './state';
import { useInstructions, type Filter } from './useInstructions';
import { useUrlState, writeState } from '@/lib/urlState';
import { can, useViewer } from '@/lib/viewer';
import { EnumSelect } from '@/ui/EnumSelect';
import { Field } from '@/ui/Field';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { UnitSelect } from '@/ui/UnitSelect';
import './instruction.css';

/** What the reader is asked to do, what they asked of others, and below it all that they may see of a unit. */
export function Component() {
  const { t } = useTranslation('instruction');
  const viewer = useViewer();
  const [state, change] = useUrlState(instructionSpec);
  const unit = state.unit ?? viewer.homeUnits[0]?.id;
  const gives = can(viewer, 'GIVE_INSTRUCTIONS');
  return (
    <>
      <PageHeader title={t('title')} actions={<GiveLink about={{ unit }} />} />
      <Part name="mine" filter={{}} />
      {gives && <Part name="given" filter={{ given: true }} />}
      {unit && (
        <>
          <h2>{t('all')}</h2>
          <section className="panel filter-bar" aria-label={t('filter')}>
            <Field label={t('unit')}>
              {(id) => (
                <UnitSelect
                  id={id}
                  value={unit}
                  onChange={(next) => change({ unit: next })}
                  className="filter-unit"
                />
              )}
            </Field>
            <Field label={t('head.state')}>
              {(id) => (
                <EnumSelect
                  id={id}
                  name="InstructionState"
                  value={state.state}
                  onChange={(next) => change({ state: next })}
                  placeholder={t('notOver')}
                />
              )}
            </Field>
            <Button
              aria-pressed={state.late === true}
              type={state.late ? 'primary' : 'default'}
              onClick={() => change({ late: state.late ? undefined : true })}
            >
              {t('onlyLate')}
            </Button>
          </section>
          <Rows
            key={unit}
            of={writeState(instructionSpec, { ...state, unit })}
            filter={{
              unitId: unit,
              states: state.state.length > 0 ? state.state : undefined,
              overdue: state.late,
            }}
            label={t('all')}
            empty={t('none')}
          />
        </>
      )}
    </>
  );
}

function Part({ name, filter }: { name: 'mine' | 'given'; filter: Filter }) {
  const { t } = useTranslation('instruction');
  return (
    <>
      <h2>{t(name)}</h2>
      <Rows of={name} filter={filter} label={t(name)} empty={t(`empty.${name}`)} />
    </>
  );
}

interface RowsProps {
  of: string;
  filter: Filter;
  label: string;
  empty: string;
}

function Rows({ of, filter, label, empty }: RowsProps) {
  const list = useInstructions(of, filter);
  return (
    <ListPanel list={list} empty={empty}>
      {(rows) => <InstructionTable rows={rows} label={label} />}
    </ListPanel>
  );
}
