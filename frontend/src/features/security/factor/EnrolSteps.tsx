import { useState, type ReactNode } from 'react';
import { Form, Input, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ConfirmSecondFactorMutation, StartSecondFactorMutation } from './mutations';
import { RecoveryCodes } from './RecoveryCodes';
import { groupSecret } from './secret';
import './factor.css';
import { useViewer } from '@/lib/viewer';
import { CodeField } from '@/ui/CodeField';
import { CopyButton } from '@/ui/CopyButton';
import { StepForm } from '@/ui/StepForm';

interface Props {
  /** When the recovery codes have been put away. */
  onDone: () => void;
  /** Beside the button that goes on, until the second factor is on. */
  more?: ReactNode;
  /** The codes stand here now and nowhere else. */
  onCodes?: () => void;
}

type Step =
  | { kind: 'prove' }
  | { kind: 'scan'; secret: string; uri: string }
  | { kind: 'codes'; codes: string[] };

/** Sets up the second factor: the password, the app, its first code, the recovery codes. */
export function EnrolSteps({ onDone, more, onCodes }: Props) {
  const [step, setStep] = useState<Step>({ kind: 'prove' });
  const { account } = useViewer();
  if (step.kind === 'prove') {
    return <ProveStep onStarted={(app) => setStep({ kind: 'scan', ...app })} more={more} />;
  }
  if (step.kind === 'scan') {
    return (
      <ScanStep
        {...step}
        onConfirmed={(codes) => {
          setStep({ kind: 'codes', codes });
          onCodes?.();
        }}
        more={more}
      />
    );
  }
  return <RecoveryCodes codes={step.codes} loginName={account.loginName} onDone={onDone} />;
}

interface ProveProps {
  onStarted: (app: { secret: string; uri: string }) => void;
  more: ReactNode;
}

function ProveStep({ onStarted, more }: ProveProps) {
  const { t } = useTranslation('security');
  const [, start] = useMutation(StartSecondFactorMutation);
  return (
    <>
      <p>{t('factor.what')}</p>
      <StepForm<{ password: string }>
        submitLabel={t('factor.next')}
        send={async ({ password }) => {
          const { data, error } = await start({ input: { password } });
          if (data) onStarted(data.startSecondFactor);
          return error;
        }}
        more={more}
      >
        <Form.Item name="password" label={t('factor.password')} rules={[{ required: true }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
      </StepForm>
    </>
  );
}

interface ScanProps {
  secret: string;
  uri: string;
  onConfirmed: (recoveryCodes: string[]) => void;
  more: ReactNode;
}

function ScanStep({ secret, uri, onConfirmed, more }: ScanProps) {
  const { t } = useTranslation('security');
  const [, confirm] = useMutation(ConfirmSecondFactorMutation);
  return (
    <>
      <p>{t('factor.scan')}</p>
      <div className="enrol-code">
        <div role="img" aria-label={t('factor.qr')}>
          {/* antd draws a picture without a name. */}
          <div aria-hidden="true">
            <QRCode value={uri} type="svg" size={176} />
          </div>
        </div>
        <div>
          <div className="hint">{t('factor.secret')}</div>
          <code className="enrol-secret">{groupSecret(secret)}</code>
          <CopyButton text={secret} label={t('factor.copySecret')} />
        </div>
      </div>
      <StepForm<{ code: string }>
        submitLabel={t('factor.confirm')}
        send={async ({ code }) => {
          const { data, error } = await confirm({ input: { code: code.trim() } });
          if (data) onConfirmed(data.confirmSecondFactor.recoveryCodes);
          return error;
        }}
        more={more}
      >
        <CodeField kind="app" autoFocus />
      </StepForm>
    </>
  );
}
