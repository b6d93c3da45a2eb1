import { useTranslation } from 'react-i18next';
import { AssignPortfolio, mayEditPeople, PortfolioActions } from './edit/PartActions';
import type { UnitPartProps } from './unitPart';
import { useEnum } from '@/lib/enumLabel';
import { formatDate } from '@/lib/format';
import { Empty } from '@/ui/Empty';

/** Who leads the unit today. */
export function UnitPortfolios({ unit, onChanged }: UnitPartProps) {
  const { t } = useTranslation(['organisation', 'organisationEdit']);
  const edit = mayEditPeople(unit);
  const kind = useEnum('PortfolioKind');
  return (
    <section className="panel">
      <h2 className="panel-head">
        {t('organisation:portfolios')}
        <AssignPortfolio unit={unit} onChanged={onChanged} />
      </h2>
      {unit.portfolios.length === 0 ? (
        <Empty text={t('organisation:noPortfolios')} />
      ) : (
        <div className="table-scroll">
          <table className="grid-table">
            <thead>
              <tr>
                <th scope="col">{t('organisation:kind')}</th>
                <th scope="col">{t('organisation:person')}</th>
                <th scope="col">{t('organisation:staff.jobTitle')}</th>
                <th scope="col">{t('organisation:since')}</th>
                {edit && <th scope="col">{t('organisationEdit:actions')}</th>}
              </tr>
            </thead>
            <tbody>
              {unit.portfolios.map((portfolio) => (
                <tr key={portfolio.id}>
                  <td>{kind.label(portfolio.kind)}</td>
                  <td>{portfolio.person?.name ?? '—'}</td>
                  <td>{portfolio.person?.jobTitle || '—'}</td>
                  <td>{formatDate(portfolio.from)}</td>
                  {edit && (
                    <td>
                      <PortfolioActions portfolio={portfolio} onChanged={onChanged} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
