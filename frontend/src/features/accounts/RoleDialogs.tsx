import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { GrantRoleMutation, RevokeRoleMutation, type AccountItem, type RoleItem } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { today } from '@/lib/format';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';
import { EnumPicker } from '@/ui/edit/EnumPicker';
import { useAnswer } from '@/ui/edit/useAnswer';
import { ReasonField } from '@/ui/ReasonField';
import { UnitSelect } from '@/ui/UnitSelect';

interface Frame {
  account: AccountItem;
  onClose: () => void;
  onDone: () => void;
}

interface GrantValues {
  role?: Enum<'Role'>;
  unitId?: string;
  from?: string;
  to?: string;
  reason?: string;
}

const required = [{ required: true }];

export function GrantRoleDialog({ account, onClose, onDone }: Frame) {
  const { t } = useTranslation('accounts');
  const answer = useAnswer(onDone);
  const [, grant] = useMutation(GrantRoleMutation);
  return (
    <EditDialog<GrantValues>
      title={t('grant.title', { name: account.loginName })}
      intro={t('grant.follows')}
      start={{
        role: undefined,
        unitId: undefined,
        from: today(),
        to: undefined,
        reason: undefined,
      }}
      submitLabel={t('grant.action')}
      onClose={onClose}
      send={async ({ role, unitId, from = '', to, reason = '' }) => {
        const sent = await grant({
          input: {
            accountId: account.id,
            // The form asks for it before it sends.
            role: role as Enum<'Role'>,
            unitId: unitId ?? null,
            from,
            to: to ?? null,
            reason,
          },
        });
        const waits = sent.data?.grantRole.roleAppointment.status === 'PENDING';
        return answer(sent, t(waits ? 'grant.waits' : 'grant.done'));
      }}
    >
      <Form.Item name="role" label={t('grant.role')} rules={required}>
        <EnumPicker name="Role" />
      </Form.Item>
      <Form.Item name="unitId" label={t('grant.unit')} extra={t('grant.unitHint')}>
        <UnitSelect from="all" />
      </Form.Item>
      <Form.Item name="from" label={t('grant.from')} rules={required}>
        <DateInput />
      </Form.Item>
      <Form.Item name="to" label={t('grant.to')} extra={t('grant.toHint')}>
        <DateInput />
      </Form.Item>
      <ReasonField label={t('grant.reason')} />
    </EditDialog>
  );
}

export function RevokeRoleDialog({ account, role, onClose, onDone }: Frame & { role: RoleItem }) {
  const { t } = useTranslation('accounts');
  const label = useEnum('Role');
  const answer = useAnswer(onDone);
  const [, revoke] = useMutation(RevokeRoleMutation);
  return (
    <EditDialog<{ to?: string; reason?: string }>
      title={t('revoke.title', { name: account.loginName, role: label.label(role.role) })}
      intro={t('revoke.follows')}
      start={{ to: today(), reason: undefined }}
      submitLabel={t('revoke.action')}
      danger
      onClose={onClose}
      send={async ({ to, reason = '' }) =>
        answer(
          await revoke({ input: { roleAppointmentId: role.id, to: to ?? null, reason } }),
          t('revoke.done'),
        )
      }
    >
      <Form.Item name="to" label={t('revoke.to')} extra={t('revoke.toHint')}>
        <DateInput />
      </Form.Item>
      <ReasonField label={t('revoke.reason')} />
    </EditDialog>
  );
}
