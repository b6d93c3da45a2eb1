import { useState } from 'react';
import { Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { EnrolSteps } from './EnrolSteps';
import { DisableSecondFactorMutation, RenewRecoveryCodesMutation } from './mutations';
import { RecoveryCodes } from './RecoveryCodes';
import { CodeField } from '@/ui/CodeField';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';

interface Frame {
  onClose: () => void;
  onDone: () => void;
}

export function EnrolDialog({ onClose, onDone }: Frame) {
  const { t } = useTranslation(['security', 'common']);
  // Codes that are told once are not closed by a stray key.
  const [codes, setCodes] = useState(false);
  return (
    <Modal
      open
      title={t(codes ? 'security:codes.title' : 'security:factor.setUp')}
      footer={null}
      closable={!codes}
      keyboard={!codes}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <EnrolSteps
        onDone={onDone}
        onCodes={() => setCodes(true)}
        more={<Button onClick={onClose}>{t('common:action.cancel')}</Button>}
      />
    </Modal>
  );
}

interface Proof {
  password?: string;
  code?: string;
}

const start: Proof = { password: undefined, code: undefined };

/** Both factors once more. */
function ProofFields() {
  const { t } = useTranslation('security');
  return (
    <>
      <Form.Item name="password" label={t('factor.password')} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <CodeField kind="any" />
    </>
  );
}

export function DisableDialog({ onClose, onDone }: Frame) {
  const { t } = useTranslation('security');
  const answer = useAnswer(onDone);
  const [, disable] = useMutation(DisableSecondFactorMutation);
  return (
    <EditDialog<Proof>
      title={t('disable.title')}
      intro={t('disable.follows')}
      start={start}
      submitLabel={t('disable.action')}
      danger
      onClose={onClose}
      send={async ({ password = '', code = '' }) =>
        answer(await disable({ input: { password, code: code.trim() } }), t('disable.done'))
      }
    >
      <ProofFields />
    </EditDialog>
  );
}

interface RenewProps {
  onClose: () => void;
  onCodes: (codes: string[]) => void;
}

export function RenewDialog({ onClose, onCodes }: RenewProps) {
  const { t } = useTranslation('security');
  const [, renew] = useMutation(RenewRecoveryCodesMutation);
  return (
    <EditDialog<Proof>
      title={t('renew.title')}
      intro={t('renew.follows')}
      start={start}
      submitLabel={t('renew.action')}
      onClose={onClose}
      send={async ({ password = '', code = '' }) => {
        const { data, error } = await renew({ input: { password, code: code.trim() } });
        if (error) return { error };
        return { done: () => onCodes(data?.renewRecoveryCodes.recoveryCodes ?? []) };
      }}
    >
      <ProofFields />
    </EditDialog>
  );
}

interface CodesProps {
  codes: string[];
  loginName: string;
  onDone: () => void;
}

export function CodesDialog(props: CodesProps) {
  const { t } = useTranslation('security');
  return (
    <Modal
      open
      title={t('codes.title')}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      <RecoveryCodes {...props} />
    </Modal>
  );
}
