import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { balancePath } from './path';
import { useViewer } from '@/lib/viewer';
import { Empty } from '@/ui/Empty';
import { PageHeader } from '@/ui/PageHeader';

/** Leads to the balance of the viewer's own unit, or lets them choose among several. */
export function Component() {
  const { t } = useTranslation('balance');
  const { homeUnits } = useViewer();
  const [home, second] = homeUnits;
  if (home && !second) return <Navigate to={balancePath(home.id)} replace />;
  return (
    <>
      <PageHeader title={t('title')} />
      <section className="panel">
        {homeUnits.length === 0 ? (
          <Empty />
        ) : (
          <ul>
            {homeUnits.map((unit) => (
              <li key={unit.id}>
                <Link to={balancePath(unit.id)}>{unit.name}</Link>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
