import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DecideDialog } from './DecideDialog';
import { ProposeDialog } from './ProposeDialog';
import type { RiskDetail } from './query';
import { RetireDialog } from './RetireDialog';
import { LinkButton } from '@/ui/LinkButton';

/** What the viewer may do with the risk point; a retired one is left as it is. */
export function RiskActions({ risk, onChanged }: { risk: RiskDetail; onChanged: () => void }) {
  const { t } = useTranslation('risk');
  const [open, setOpen] = useState<'propose' | 'decide' | 'retire' | null>(null);
  if (risk.status === 'RETIRED') return null;

  const record = risk.allowedActions.includes('RECORD_RISK');
  const decide = risk.decidableGrades.length > 0;
  const dialog = (name: NonNullable<typeof open>) => ({
    risk,
    open: open === name,
    onClose: () => setOpen(null),
    onDone: onChanged,
  });
  return (
    <>
      {decide && (
        <Button type="primary" onClick={() => setOpen('decide')}>
          {t('action.decide')}
        </Button>
      )}
      {record && (
        <>
          <Button onClick={() => setOpen('propose')}>{t('action.propose')}</Button>
          <LinkButton to={`/risks/${risk.id}/edit`}>{t('action.edit')}</LinkButton>
          <ProposeDialog {...dialog('propose')} />
        </>
      )}
      {/* Who recorded it or who decided its grade: the server knows which of the two. */}
      {(record || decide) && (
        <>
          <Button danger onClick={() => setOpen('retire')}>
            {t('action.retire')}
          </Button>
          <RetireDialog {...dialog('retire')} />
        </>
      )}
      {decide && <DecideDialog {...dialog('decide')} />}
    </>
  );
}

export interface DialogProps {
  risk: RiskDetail;
  open: boolean;
  onClose: () => void;
  /** After the server has done it. */
  onDone: () => void;
}
