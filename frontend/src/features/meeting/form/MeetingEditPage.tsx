import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useClient, useMutation, useQuery } from 'urql';
import { MeetingQuery, ReviseMeetingMutation, type MeetingDetail } from '../query';
import { MeetingFields } from './MeetingFields';
import { toDetails, valuesOf, type MeetingValues } from './values';
import { PageForm } from '@/ui/edit/PageForm';
import { NotFound } from '@/ui/NotFound';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query: MeetingQuery,
    variables: { id },
    requestPolicy: 'network-only',
  });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
      {({ node }) =>
        node?.__typename === 'Meeting' &&
        node.allowedActions.includes('HOLD_MEETINGS') &&
        node.nextSteps.includes('REVISE') ? (
          <Revise key={node.id} meeting={node} />
        ) : (
          <NotFound />
        )
      }
    </Query>
  );
}

function Revise({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('meeting');
  const client = useClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const [, revise] = useMutation(ReviseMeetingMutation);
  const path = `/meetings/${meeting.id}`;
  return (
    <>
      <PageHeader
        title={t('edit')}
        crumbs={[
          { title: t('title'), to: '/meetings' },
          { title: meeting.title, to: path },
        ]}
      />
      <PageForm<MeetingValues>
        start={valuesOf(meeting)}
        version={meeting.version}
        send={async (values, version) => {
          const { error } = await revise({
            input: { id: meeting.id, expectedVersion: version, details: toDetails(values) },
          });
          if (error) return { error };
          return {
            done: () => {
              notify.success(t('form.revised'));
              void navigate(path, { replace: true });
            },
          };
        }}
        fresh={async () => {
          const { data } = await client
            .query(MeetingQuery, { id: meeting.id }, { requestPolicy: 'network-only' })
            .toPromise();
          return data?.node?.__typename === 'Meeting'
            ? { start: valuesOf(data.node), version: data.node.version }
            : null;
        }}
        onCancel={() => void navigate(path)}
      >
        <MeetingFields unitFixed />
      </PageForm>
    </>
  );
}
