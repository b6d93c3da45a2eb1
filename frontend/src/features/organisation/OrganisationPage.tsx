import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddTopUnit } from './edit/PartActions';
import { UnitPane } from './UnitPane';
import { UnitTree } from './UnitTree';
import './organisation.css';
import { text, useUrlState } from '@/lib/urlState';
import { Empty } from '@/ui/Empty';
import { PageHeader } from '@/ui/PageHeader';

const spec = { unit: text };

/** The tree on the left, the chosen unit on the right. */
export function Component() {
  const { t } = useTranslation('organisation');
  const [{ unit }, change] = useUrlState(spec);
  const [generation, setGeneration] = useState(0);
  const treeChanged = useCallback(() => setGeneration((n) => n + 1), []);
  return (
    <>
      <PageHeader title={t('title')} actions={<AddTopUnit onChanged={treeChanged} />} />
      <div className="organisation">
        <section className="panel" aria-label={t('tree')}>
          <UnitTree
            selected={unit}
            onSelect={(id) => change({ unit: id })}
            generation={generation}
          />
        </section>
        <div>
          {unit ? (
            <UnitPane key={unit} id={unit} onTreeChanged={treeChanged} />
          ) : (
            <section className="panel">
              <Empty text={t('choose')} />
            </section>
          )}
        </div>
      </div>
    </>
  );
}
