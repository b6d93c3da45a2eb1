import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useClient, useMutation, useQuery } from 'urql';
import { MeasureFields } from './MeasureFields';
import { MeasureForEditQuery, ReviseMeasureMutation, type MeasureForEdit } from './query';
import { toDetails, valuesOf, type MeasureValues } from './values';
import { PageForm } from '@/ui/edit/PageForm';
import { NotFound } from '@/ui/NotFound';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: MeasureForEditQuery,
    variables: { id },
    // What is edited must be what the server holds now.
    requestPolicy: 'network-only',
  });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
      {({ node }) =>
        node?.__typename === 'Measure' && node.allowedActions.includes('RECORD_RISK') ? (
          <Revise key={node.id} measure={node} />
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

function Revise({ measure }: { measure: MeasureForEdit }) {
  const { t } = useTranslation('measure');
  const client = useClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const [, revise] = useMutation(ReviseMeasureMutation);
  const path = `/measures/${measure.id}`;

  const send = async (values: MeasureValues, version: number) => {
    const { error } = await revise({
      input: { id: measure.id, expectedVersion: version, details: toDetails(values) },
    });
    if (error) return { error };
    return {
      done: () => {
        notify.success(t('form.revised'));
        void navigate(path, { replace: true });
      },
    };
  };

  const fresh = async () => {
    const { data } = await client
      .query(MeasureForEditQuery, { id: measure.id }, { requestPolicy: 'network-only' })
      .toPromise();
    return data?.node?.__typename === 'Measure'
      ? { start: valuesOf(data.node), version: data.node.version }
      : null;
  };

  return (
    <>
      <PageHeader
        title={t('form.editTitle')}
        crumbs={[
          { title: t('title'), to: '/measures' },
          { title: t('detail.crumb'), to: path },
        ]}
      />
      <PageForm<MeasureValues>
        start={valuesOf(measure)}
        version={measure.version}
        send={send}
        fresh={fresh}
        onCancel={() => void navigate(path)}
      >
        <MeasureFields unitFixed />
      </PageForm>
    </>
  );
}
