import { useRef } from 'react';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import {
  AppointMutation,
  AssignPortfolioMutation,
  EndPortfolioMutation,
  RelieveMutation,
} from './mutations';
import { newest } from './newest';
import type { PostDialogProps } from './PostDialogs';
import type { UnitDialogProps } from './UnitDialogs';
import type { PersonItem, UnitDetail } from '../query';
import { AppointmentWhatIf, PortfolioWhatIf } from '@/features/balance/door';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { today } from '@/lib/format';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';
import { EnumPicker } from '@/ui/edit/EnumPicker';
import { useAnswer } from '@/ui/edit/useAnswer';
import { PersonSelect } from '@/ui/PersonSelect';
import { PostSelect } from '@/ui/PostSelect';

const required = [{ required: true }];

interface AppointValues {
  personId?: string;
  postId?: string;
  from?: string;
}

interface AppointProps {
  /** One of the two is given by where the dialog was opened. */
  post?: Pick<UnitDetail['posts'][number], 'id' | 'name'>;
  person?: Pick<PersonItem, 'id' | 'name'>;
  onClose: () => void;
  onDone: () => void;
}

export function AppointDialog({ post, person, onClose, onDone }: AppointProps) {
  const { t } = useTranslation('organisationEdit');
  const answer = useAnswer(onDone);
  const [, appoint] = useMutation(AppointMutation);
  return (
    <EditDialog<AppointValues>
      title={t('office.appoint', { name: post?.name ?? person?.name })}
      intro={t('office.appointFollows')}
      start={{ personId: person?.id, postId: post?.id, from: today() }}
      submitLabel={t('action.appoint')}
      onClose={onClose}
      send={async ({ personId = '', postId = '', from = '' }) => {
        const sent = await appoint({ input: { personId, postId, from } });
        return answer(sent, t(sent.data?.appoint.act ? 'office.waits' : 'office.appointed'));
      }}
    >
      <Form.Item name="personId" label={t('office.person')} rules={required}>
        <PersonSelect disabled={person !== undefined} />
      </Form.Item>
      <Form.Item name="postId" label={t('office.post')} rules={required}>
        <PostSelect disabled={post !== undefined} />
      </Form.Item>
      <Form.Item name="from" label={t('office.from')} rules={required}>
        <DateInput />
      </Form.Item>
      <Form.Item noStyle dependencies={['personId', 'postId', 'from']}>
        {({ getFieldsValue }) => {
          const chosen = getFieldsValue(['personId', 'postId', 'from']) as AppointValues;
          return (
            <AppointmentWhatIf
              personId={chosen.personId}
              postId={chosen.postId}
              from={chosen.from}
            />
          );
        }}
      </Form.Item>
    </EditDialog>
  );
}

interface RelieveValues {
  appointmentId?: string;
  to?: string;
}

export function RelieveDialog({ post, onClose, onDone }: PostDialogProps) {
  const { t } = useTranslation('organisationEdit');
  const client = useClient();
  const answer = useAnswer(onDone);
  const [, relieve] = useMutation(RelieveMutation);
  const open = post.appointments.filter((appointment) => appointment.to === null);
  // Each appointment has a version of its own.
  const versions = useRef(new Map(open.map(({ id, version }) => [id, version])));
  const start: RelieveValues = {
    appointmentId: open.length === 1 ? open[0]?.id : undefined,
    to: today(),
  };
  return (
    <EditDialog<RelieveValues>
      title={t('office.relieve', { name: post.name })}
      intro={t('office.relieveFollows')}
      start={start}
      submitLabel={t('action.relieve')}
      danger
      onClose={onClose}
      send={async ({ appointmentId = '', to }) => {
        const expectedVersion = versions.current.get(appointmentId) ?? 0;
        return answer(
          await relieve({ input: { appointmentId, expectedVersion, to: to || null } }),
          t('office.relieved'),
        );
      }}
      fresh={async () => {
        for (const { id } of open) {
          const now = await newest(client, 'Appointment', id);
          if (now) versions.current.set(id, now.version);
        }
        return { start, version: 0 };
      }}
    >
      <Form.Item name="appointmentId" label={t('office.holder')} rules={required}>
        <Select<string>
          options={open.map((appointment) => ({
            value: appointment.id,
            label: t('office.holderSince', {
              name: appointment.person?.name ?? '—',
              from: appointment.from,
            }),
          }))}
        />
      </Form.Item>
      <Form.Item name="to" label={t('office.to')} extra={t('office.toHint')}>
        <DateInput />
      </Form.Item>
    </EditDialog>
  );
}

interface AssignValues {
  personId?: string;
  kind?: Enum<'PortfolioKind'>;
  from?: string;
}

export function AssignPortfolioDialog({ unit, onClose, onDone }: UnitDialogProps) {
  const { t } = useTranslation('organisationEdit');
  const answer = useAnswer(onDone);
  const [, assign] = useMutation(AssignPortfolioMutation);
  return (
    <EditDialog<AssignValues>
      title={t('office.assign', { name: unit.name })}
      intro={t('office.assignFollows')}
      start={{ personId: undefined, kind: undefined, from: today() }}
      submitLabel={t('action.assign')}
      onClose={onClose}
      send={async ({ personId = '', kind, from = '' }) => {
        const sent = await assign({
          // The form asks for the kind before it sends.
          input: { unitId: unit.id, personId, kind: kind as Enum<'PortfolioKind'>, from },
        });
        return answer(sent, t(sent.data?.assignPortfolio.act ? 'office.waits' : 'office.assigned'));
      }}
    >
      <Form.Item name="kind" label={t('office.kind')} rules={required}>
        <EnumPicker name="PortfolioKind" />
      </Form.Item>
      <Form.Item name="personId" label={t('office.person')} rules={required}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="from" label={t('office.from')} rules={required}>
        <DateInput />
      </Form.Item>
      <Form.Item noStyle dependencies={['personId', 'kind', 'from']}>
        {({ getFieldsValue }) => {
          const { personId, kind, from } = getFieldsValue([
            'personId',
            'kind',
            'from',
          ]) as AssignValues;
          return <PortfolioWhatIf unitId={unit.id} personId={personId} kind={kind} from={from} />;
        }}
      </Form.Item>
    </EditDialog>
  );
}

interface EndProps {
  portfolio: UnitDetail['portfolios'][number];
  onClose: () => void;
  onDone: () => void;
}

export function EndPortfolioDialog({ portfolio, onClose, onDone }: EndProps) {
  const { t } = useTranslation('organisationEdit');
  const kind = useEnum('PortfolioKind');
  const client = useClient();
  const answer = useAnswer(onDone);
  const [, end] = useMutation(EndPortfolioMutation);
  return (
    <EditDialog<{ to?: string }>
      title={t('office.end', {
        name: portfolio.person?.name ?? '—',
        kind: kind.label(portfolio.kind),
      })}
      intro={t('office.endFollows')}
      start={{ to: today() }}
      version={portfolio.version}
      submitLabel={t('action.end')}
      danger
      onClose={onClose}
      send={async ({ to }, expectedVersion) =>
        answer(
          await end({ input: { portfolioId: portfolio.id, expectedVersion, to: to || null } }),
          t('office.ended'),
        )
      }
      fresh={async () => {
        const now = await newest(client, 'Portfolio', portfolio.id);
        return now && { start: { to: today() }, version: now.version };
      }}
    >
      <Form.Item name="to" label={t('office.to')} extra={t('office.toHint')}>
        <DateInput />
      </Form.Item>
    </EditDialog>
  );
}
