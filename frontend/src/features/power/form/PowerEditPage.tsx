import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useClient, useMutation, useQuery } from 'urql';
import { PowerFields } from './PowerFields';
import { PowerForEditQuery, RevisePowerMutation, type PowerForEdit } from './query';
import { toDetails, valuesOf, type PowerValues } from './values';
import './form.css';
import { PageForm } from '@/ui/edit/PageForm';
import { NotFound } from '@/ui/NotFound';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: PowerForEditQuery,
    variables: { id },
    // What is edited must be what the server holds now.
    requestPolicy: 'network-only',
  });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
      {({ node }) =>
        node?.__typename === 'Power' && node.unit?.allowedActions.includes('EDIT_REGISTER') ? (
          <Revise key={node.id} power={node} />
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

function Revise({ power }: { power: PowerForEdit }) {
  const { t } = useTranslation('power');
  const client = useClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const [, revise] = useMutation(RevisePowerMutation);
  const path = `/powers/${power.id}`;

  const send = async (values: PowerValues, version: number) => {
    const { error } = await revise({
      input: { id: power.id, expectedVersion: version, details: toDetails(values) },
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
      .query(PowerForEditQuery, { id: power.id }, { requestPolicy: 'network-only' })
      .toPromise();
    return data?.node?.__typename === 'Power'
      ? { start: valuesOf(data.node), version: data.node.version }
      : null;
  };

  return (
    <>
      <PageHeader
        title={t('form.editTitle')}
        crumbs={[
          { title: t('title'), to: '/powers' },
          { title: power.name, to: path },
        ]}
      />
      <PageForm<PowerValues>
        start={valuesOf(power)}
        version={power.version}
        send={send}
        fresh={fresh}
        onCancel={() => void navigate(path)}
      >
        <PowerFields unitFixed />
      </PageForm>
    </>
  );
}
