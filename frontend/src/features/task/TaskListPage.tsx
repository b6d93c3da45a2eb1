import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { taskSpec } from './state';
import { TaskTable } from './TaskTable';
import { useTasks, type Filter } from './useTasks';
import { useUrlState, writeState } from '@/lib/urlState';
import { useViewer } from '@/lib/viewer';
import { EnumSelect } from '@/ui/EnumSelect';
import { Field } from '@/ui/Field';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { UnitSelect } from '@/ui/UnitSelect';
import './task.css';

/** What the reader is asked to do, and below it all tasks of a unit that they may see. */
export function Component() {
  const { t } = useTranslation('task');
  const viewer = useViewer();
  const [state, change] = useUrlState(taskSpec);
  const unit = state.unit ?? viewer.homeUnits[0]?.id;
  return (
    <>
      <PageHeader title={t('title')} />
      <h2>{t('mine')}</h2>
      <Rows of="mine" filter={{}} label={t('mine')} empty={t('noneMine')} />
      {unit && (
        <>
          <h2>{t('all')}</h2>
          <section className="panel filter-bar" aria-label={t('filter')}>
            <Field label={t('head.unit')}>
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
                  name="TaskState"
                  value={state.state}
                  onChange={(next) => change({ state: next })}
                  placeholder={t('open')}
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
            of={writeState(taskSpec, { ...state, unit })}
            filter={{
              unitId: unit,
              states: state.state.length > 0 ? state.state : undefined,
              overdue: state.late,
            }}
            label={t('all')}
            empty={t('noneAll')}
          />
        </>
      )}
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
  const list = useTasks(of, filter);
  return (
    <ListPanel list={list} empty={empty}>
      {(rows) => <TaskTable rows={rows} label={label} />}
    </ListPanel>
  );
}
