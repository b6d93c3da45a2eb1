import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useClient, useMutation, useQuery } from 'urql';
import { GroundFields } from './GroundFields';
import { ReviseRiskMutation, RiskForEditQuery, type RiskForEdit } from './query';
import { ContentFields, PeopleFields } from './RiskFields';
import { toReviseInput, valuesOf, type ReviseValues } from './values';
import { PageForm } from '@/ui/edit/PageForm';
import { NotFound } from '@/ui/NotFound';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: RiskForEditQuery,
    variables: { id },
    // What is edited must be what the server holds now.
    requestPolicy: 'network-only',
  });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
      {({ node }) =>
        node?.__typename === 'RiskPoint' && node.allowedActions.includes('RECORD_RISK') ? (
          <Revise key={node.id} risk={node} />
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

function Revise({ risk }: { risk: RiskForEdit }) {
  const { t } = useTranslation(['riskEdit', 'risk']);
  const client = useClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const [, revise] = useMutation(ReviseRiskMutation);
  const path = `/risks/${risk.id}`;

  const send = async (values: ReviseValues, version: number) => {
    const { error } = await revise({ input: toReviseInput(risk.id, version, values) });
    if (error) return { error };
    return {
      done: () => {
        notify.success(t('riskEdit:revised'));
        void navigate(path, { replace: true });
      },
    };
  };

  const fresh = async () => {
    const { data } = await client
      .query(RiskForEditQuery, { id: risk.id }, { requestPolicy: 'network-only' })
      .toPromise();
    return data?.node?.__typename === 'RiskPoint'
      ? { start: valuesOf(data.node), version: data.node.version }
      : null;
  };

  return (
    <>
      <PageHeader
        title={t('riskEdit:editTitle')}
        crumbs={[
          { title: t('risk:detail.crumb'), to: '/risks' },
          { title: risk.title, to: path },
        ]}
      />
      <PageForm<ReviseValues>
        start={valuesOf(risk)}
        version={risk.version}
        send={send}
        fresh={fresh}
        onCancel={() => void navigate(path)}
      >
        <GroundFields unitFixed />
        <ContentFields />
        <PeopleFields />
        <p className="hint">
          {t('riskEdit:gradeElsewhere')} <Link to={path}>{risk.title}</Link>
        </p>
      </PageForm>
    </>
  );
}
