import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Difference } from './Difference';
import { YearDifferenceQuery } from '../query';
import '../review.css';
import { useEnum } from '@/lib/enumLabel';
import { Empty } from '@/ui/Empty';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

/** What differs between a form and that of the year before, with the explanations. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation('review');
  const kind = useEnum('FormKind');
  const [result, reload] = useQuery({ query: YearDifferenceQuery, variables: { id } });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={8}>
      {({ yearDifference: found, formLayouts }) => {
        const layout = formLayouts.find((one) => one.kind === found?.form.kind);
        return (
          <>
            <PageHeader
              title={t('year.title')}
              crumbs={found ? [{ title: kind.label(found.form.kind), to: `/forms/${id}` }] : []}
            />
            <section className="panel">
              {found && layout ? (
                <>
                  <h2>
                    {t('year.between', {
                      what: `${found.form.unit?.name ?? ''} ${kind.label(found.form.kind)}`,
                      before: found.comparison.beforeYear,
                      after: found.form.campaign?.year ?? '',
                    })}
                  </h2>
                  <p className="hint">
                    {t('year.explained', {
                      explained: found.explained,
                      unexplained: found.unexplained,
                    })}{' '}
                    {t(found.confirmed ? 'year.confirmed' : 'year.unconfirmed')} {t('year.where')}
                  </p>
                  <Difference comparison={found.comparison} layout={layout} />
                </>
              ) : (
                <Empty text={t('year.none')} />
              )}
            </section>
          </>
        );
      }}
    </Query>
  );
}
