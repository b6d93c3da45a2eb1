import { useState } from 'react';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CodesDialog, DisableDialog, EnrolDialog, RenewDialog } from './FactorDialogs';
import type { FactorState } from '../query';

interface Props {
  loginName: string;
  factor: FactorState;
  onChanged: () => void;
}

type Open = { kind: 'enrol' | 'disable' | 'renew' } | { kind: 'codes'; codes: string[] };

/** Below so many it is time for new ones. */
const few = 3;

export function FactorPanel({ loginName, factor, onChanged }: Props) {
  const { t } = useTranslation('security');
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    onChanged();
  };
  const { enabled, recoveryCodesLeft } = factor;
  return (
    <section className="panel security-panel" aria-labelledby="factor-title">
      <div className="panel-head">
        <h2 id="factor-title">
          {t('factor.title')}{' '}
          <span className={enabled ? 'tag tag-good' : 'tag'}>
            {t(enabled ? 'factor.on' : 'factor.off')}
          </span>
        </h2>
        <div className="step-actions">
          {enabled ? (
            <>
              <Button onClick={() => setOpen({ kind: 'renew' })}>{t('renew.action')}</Button>
              <Button danger onClick={() => setOpen({ kind: 'disable' })}>
                {t('disable.action')}
              </Button>
            </>
          ) : (
            <Button type="primary" onClick={() => setOpen({ kind: 'enrol' })}>
              {t('factor.setUp')}
            </Button>
          )}
        </div>
      </div>
      {enabled && recoveryCodesLeft < few && (
        <Alert type="warning" showIcon className="error-state" title={t('codes.few')} />
      )}
      <p>
        {enabled ? t('factor.isOn', { count: recoveryCodesLeft }) : t('factor.isOff')}
        {factor.required && ` ${t('factor.required')}`}
      </p>
      {open?.kind === 'enrol' && <EnrolDialog onClose={close} onDone={done} />}
      {open?.kind === 'disable' && <DisableDialog onClose={close} onDone={done} />}
      {open?.kind === 'renew' && (
        <RenewDialog onClose={close} onCodes={(codes) => setOpen({ kind: 'codes', codes })} />
      )}
      {open?.kind === 'codes' && (
        <CodesDialog codes={open.codes} loginName={loginName} onDone={done} />
      )}
    </section>
  );
}
