import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { RecipeQuery, type InForce, type Version } from './query';
import { RecipeEditor } from './RecipeEditor';
import { boundsWords, isKnown } from './recipe';
import './recipe.css';
import { formatTime } from '@/lib/format';
import { text, useUrlState } from '@/lib/urlState';
import { can, useViewer } from '@/lib/viewer';
import { Empty } from '@/ui/Empty';
import { Facts } from '@/ui/Facts';
import { Field } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';
import { UnitSelect } from '@/ui/UnitSelect';

const spec = { unit: text };

export function Component() {
  const { t } = useTranslation('recipe');
  const viewer = useViewer();
  const [state, change] = useUrlState(spec);
  const unitId = state.unit ?? viewer.homeUnits[0]?.id;
  return (
    <>
      <PageHeader title={t('title')} />
      <section className="panel filter-bar" aria-label={t('unit')}>
        <Field label={t('unit')}>
          {(id) => (
            <UnitSelect
              id={id}
              value={unitId}
              onChange={(unit) => change({ unit })}
              className="filter-unit"
            />
          )}
        </Field>
      </section>
      {unitId ? <OfUnit key={unitId} unitId={unitId} /> : <Empty text={t('pickUnit')} />}
    </>
  );
}

function OfUnit({ unitId }: { unitId: string }) {
  const viewer = useViewer();
  const [result, reload] = useQuery({
    query: RecipeQuery,
    variables: { unitId },
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Query result={result} onRetry={again} rows={6}>
      {({ gradeRecipe, gradeRecipes }) => (
        <>
          <Current recipe={gradeRecipe} />
          {can(viewer, 'SET_RECIPES') && (
            <RecipeEditor unitId={unitId} inForce={gradeRecipe} onSaved={again} />
          )}
          <History versions={gradeRecipes.nodes} />
        </>
      )}
    </Query>
  );
}

function Current({ recipe }: { recipe: InForce }) {
  const { t } = useTranslation('recipe');
  const { name } = recipe;
  return (
    <section className="panel">
      <h2>{t('current')}</h2>
      <Facts
        items={[
          [
            t('field.name'),
            `${isKnown(name) ? t(`names.${name}`) : name}（${t('version', { version: recipe.version })}）`,
          ],
          [
            t('field.by'),
            recipe.set ? t('from', { unit: recipe.set.unit?.name ?? '—' }) : t('builtIn'),
          ],
          [t('field.a'), String(recipe.bounds.a)],
          [t('field.b'), String(recipe.bounds.b)],
        ]}
      />
      <p>{isKnown(name) && `${t(`about.${name}`)} ${boundsWords(t, name, recipe.bounds)}`}</p>
      <p className="hint">{t('overrides')}</p>
    </section>
  );
}

function History({ versions }: { versions: Version[] }) {
  const { t } = useTranslation('recipe');
  return (
    <section className="panel">
      <h2>{t('history')}</h2>
      {versions.length === 0 ? (
        <p className="hint">{t('noHistory')}</p>
      ) : (
        <ol className="recipe-history">
          {versions.map((v) => (
            <li key={v.id}>
              <strong>
                {isKnown(v.name) ? t(`names.${v.name}`) : v.name}{' '}
                {t('version', { version: v.number })}
              </strong>{' '}
              {isKnown(v.name) && boundsWords(t, v.name, v.bounds)}
              <div className="prose">{v.reason}</div>
              <div className="history-foot">
                <time dateTime={v.at}>{formatTime(v.at)}</time> {v.actorName}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
