import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useClient, useMutation, useQuery, type Client } from 'urql';
import { ProcessQuery, type ProcessDetail } from '../detail/query';
import { ProcessPreview } from './ProcessPreview';
import { ProcessForEditQuery, SaveProcessMutation } from './query';
import { StepRows } from './StepRows';
import { emptyProcess, toInput, valuesOf, type ProcessValues } from './values';
import { WayRows } from './WayRows';
import '../detail/power.css';
import './editor.css';
import { PageForm } from '@/ui/edit/PageForm';
import { NotFound } from '@/ui/NotFound';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: ProcessForEditQuery,
    variables: { id },
    requestPolicy: 'network-only',
  });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
      {({ node }) => {
        const power = node?.__typename === 'Power' ? node : null;
        if (!power?.unit?.allowedActions.includes('EDIT_REGISTER')) return <NotFound />;
        const current = power.processes.find((process) => process.current) ?? power.processes[0];
        return current ? (
          <WithProcess key={power.id} power={power} id={current.id} />
        ) : (
          <Editor key={power.id} power={power} process={null} />
        );
      }}
    </Query>
  );
}

interface Power {
  id: string;
  name: string;
}

function WithProcess({ power, id }: { power: Power; id: string }) {
  const [result, reload] = useQuery({
    query: ProcessQuery,
    variables: { id },
    requestPolicy: 'network-only',
  });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
      {({ node }) =>
        node?.__typename === 'Process' ? <Editor power={power} process={node} /> : <NotFound />
      }
    </Query>
  );
}

function Editor({ power, process }: { power: Power; process: ProcessDetail | null }) {
  const { t } = useTranslation('power');
  const client = useClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const [, save] = useMutation(SaveProcessMutation);
  const path = `/powers/${power.id}`;
  const risks = new Map(process?.steps.map((step) => [step.key, step.riskPoints]));

  const send = async (values: ProcessValues, revision: number) => {
    const { data, error } = await save({ input: toInput(power.id, revision, values) });
    if (error) return { error };
    return {
      done: () => {
        notify.success(
          t('process.saved', { revision: data?.saveProcess.process.revision ?? revision + 1 }),
        );
        void navigate(path, { replace: true });
      },
    };
  };

  return (
    <>
      <PageHeader
        title={t(process ? 'process.edit' : 'process.first')}
        crumbs={[
          { title: t('title'), to: '/powers' },
          { title: power.name, to: path },
        ]}
      />
      <PageForm<ProcessValues>
        start={process ? valuesOf(process) : emptyProcess()}
        version={process?.revision ?? 0}
        send={send}
        fresh={() => newest(client, power.id)}
        submitLabel={t('process.save')}
        onCancel={() => void navigate(path)}
      >
        <p className="hint">{t('process.hint')}</p>
        <StepRows risks={risks} />
        <WayRows />
        <ProcessPreview risks={risks} />
      </PageForm>
    </>
  );
}

async function newest(client: Client, powerId: string) {
  const network = { requestPolicy: 'network-only' } as const;
  const { data } = await client.query(ProcessForEditQuery, { id: powerId }, network).toPromise();
  const power = data?.node?.__typename === 'Power' ? data.node : null;
  const current = power?.processes.find((process) => process.current) ?? power?.processes[0];
  if (!current) return null;
  const answer = await client.query(ProcessQuery, { id: current.id }, network).toPromise();
  const process = answer.data?.node;
  return process?.__typename === 'Process'
    ? { start: valuesOf(process), version: process.revision }
    : null;
}
