import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Difference } from './Difference';
import { DepartmentFormsQuery, FormKinQuery, YearDifferenceQuery } from './yearQuery';
import '../review.css';
import { enums, type Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { Empty } from '@/ui/Empty';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

/**
 * What differs between the years, with the explanations: of a person's form, or of all forms
 * of the department that a form is of.
 */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation('review');
  const [result, reload] = useQuery({ query: FormKinQuery, variables: { id } });
  const form = result.data?.node?.__typename === 'Form' ? result.data.node : null;
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={8}>
      {() =>
        form ? (
          <>
            <PageHeader
              title={t('year.title')}
              crumbs={[{ title: t('year.form'), to: `/forms/${form.id}` }]}
              tags={<span className="tag">{form.person?.name ?? form.unit?.name}</span>}
              actions={<Button onClick={() => window.print()}>{t('year.print')}</Button>}
            />
            <div className="year-report">
              {form.person || !form.unit || !form.campaign ? (
                <YearOf formId={form.id} />
              ) : (
                <YearOfDepartment campaignId={form.campaign.id} unitId={form.unit.id} />
              )}
            </div>
          </>
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

const ofDepartment: Enum<'FormKind'>[] = enums.FormKind.filter((kind) => kind !== 'PERSONAL');

function YearOfDepartment({ campaignId, unitId }: { campaignId: string; unitId: string }) {
  const [result, reload] = useQuery({
    query: DepartmentFormsQuery,
    variables: { filter: { campaignId, unitId, unitOnly: true, kinds: ofDepartment } },
  });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={8}>
      {({ forms }) =>
        ofDepartment
          .flatMap((kind) => forms.nodes.filter((form) => form.kind === kind))
          .map(({ id }) => <YearOf key={id} formId={id} />)
      }
    </Query>
  );
}

/** What differs between a form and that of the year before. */
function YearOf({ formId }: { formId: string }) {
  const { t } = useTranslation('review');
  const kind = useEnum('FormKind');
  const [result, reload] = useQuery({ query: YearDifferenceQuery, variables: { id: formId } });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={4}>
      {({ node, yearDifference: found, formLayouts }) => {
        const of = node?.__typename === 'Form' ? kind.label(node.kind) : '';
        const layout = formLayouts.find((one) => one.kind === found?.form.kind);
        return (
          <section className="panel" aria-label={of}>
            {found && layout ? (
              <>
                <h2>
                  {t('year.between', {
                    what: `${found.form.unit?.name ?? ''} ${of}`,
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
              <>
                <h2>{of}</h2>
                <Empty text={t('year.none')} />
              </>
            )}
          </section>
        );
      }}
    </Query>
  );
}
