import { useTranslation } from 'react-i18next';
import type { UnitPartProps } from './UnitPane';
import { useEnum } from '@/lib/enumLabel';
import { formatDate } from '@/lib/format';
import { Empty } from '@/ui/Empty';

/** Who leads the unit today. */
export function UnitPortfolios({ unit }: UnitPartProps) {
  const { t } = useTranslation('organisation');
  const kind = useEnum('PortfolioKind');
  return (
    <section className="panel">
      <h2 className="panel-head">{t('portfolios')}</h2>
      {unit.portfolios.length === 0 ? (
        <Empty text={t('noPortfolios')} />
      ) : (
        <div className="table-scroll">
          <table className="grid-table">
            <thead>
              <tr>
                <th scope="col">{t('kind')}</th>
                <th scope="col">{t('person')}</th>
                <th scope="col">{t('staff.jobTitle')}</th>
                <th scope="col">{t('since')}</th>
              </tr>
            </thead>
            <tbody>
              {unit.portfolios.map((portfolio) => (
                <tr key={portfolio.id}>
                  <td>{kind.label(portfolio.kind)}</td>
                  <td>{portfolio.person?.name ?? '—'}</td>
                  <td>{portfolio.person?.jobTitle || '—'}</td>
                  <td>{formatDate(portfolio.from)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
