import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ConflictLink } from './ConflictLink';
import { HomeUnitsQuery } from './query';
import { riskListPath } from '@/features/risk/door';
import { CountTiles } from '@/features/supervision/door';
import { useViewer } from '@/lib/viewer';
import { Query } from '@/ui/Query';

/** The figures of the units that the viewer works in. */
export function UnitFigures() {
  const { t } = useTranslation('home');
  const ids = useViewer().homeUnits.map((unit) => unit.id);
  const [result, reload] = useQuery({
    query: HomeUnitsQuery,
    variables: { ids: ids.slice(0, 100) },
    pause: ids.length === 0,
  });
  if (ids.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('units')}</h2>
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
        {({ nodes }) =>
          nodes.map(
            (unit) =>
              unit?.__typename === 'Unit' && (
                <article key={unit.id} className="portfolio">
                  <h3>{unit.name}</h3>
                  {unit.riskCounts && <CountTiles counts={unit.riskCounts} unitId={unit.id} />}
                  <div className="portfolio-foot">
                    <Link to={riskListPath({ unit: unit.id })}>{t('list')}</Link>
                    <ConflictLink unit={unit} />
                    <Link to={`/organisation?unit=${unit.id}`}>{unit.name}</Link>
                  </div>
                </article>
              ),
          )
        }
      </Query>
    </section>
  );
}
