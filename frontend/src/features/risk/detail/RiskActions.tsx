import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { AnswerDialog } from './AnswerDialog';
import { DecideDialog } from './DecideDialog';
import { EndorseDialog } from './EndorseDialog';
import { ProposeDialog } from './ProposeDialog';
import type { RiskDetail } from './query';
import { RetireDialog } from './RetireDialog';
import { LinkButton } from '@/ui/LinkButton';

/** What the viewer may do with the risk point; a retired one is left as it is. */
export function RiskActions({ risk, onChanged }: { risk: RiskDetail; onChanged: () => void }) {
  const { t } = useTranslation('risk');
  const [open, setOpen] = useState<DialogName | null>(null);
  if (risk.status === 'RETIRED') return null;

  const record = risk.allowedActions.includes('RECORD_RISK');
  const decide = risk.decidableGrades.length > 0;
  const endorse = risk.endorsableGrades.length > 0;
  const vote = risk.votableGrades.length > 0;
  const answer =
    (risk.endorsedGrade !== null || risk.retiring !== null) &&
    risk.allowedActions.includes('CONCUR_GRADES');
  const dialog = (name: DialogName) => ({
    risk,
    open: open === name,
    onClose: () => setOpen(null),
    onDone: onChanged,
  });
  return (
    <>
      {answer && (
        <>
          <Button type="primary" onClick={() => setOpen('concur')}>
            {t('action.concur')}
          </Button>
          <Button danger onClick={() => setOpen('refuse')}>
            {t('action.refuse')}
          </Button>
          <AnswerDialog answer="concur" {...dialog('concur')} />
          <AnswerDialog answer="refuse" {...dialog('refuse')} />
        </>
      )}
      {decide && (
        <Button type="primary" onClick={() => setOpen('decide')}>
          {t('action.decide')}
        </Button>
      )}
      {endorse && (
        <>
          <Button onClick={() => setOpen('endorse')}>{t('action.endorse')}</Button>
          <EndorseDialog {...dialog('endorse')} />
        </>
      )}
      {vote && <LinkButton to={`/meetings/new?risk=${risk.id}`}>{t('action.agenda')}</LinkButton>}
      {record && (
        <>
          <Button onClick={() => setOpen('propose')}>{t('action.propose')}</Button>
          <LinkButton to={`/risks/${risk.id}/edit`}>{t('action.edit')}</LinkButton>
          <ProposeDialog {...dialog('propose')} />
        </>
      )}
      {risk.mayRetire && risk.retireWay === 'MEETING' && (
        <LinkButton to={`/meetings/new?risk=${risk.id}`}>{t('action.retireAgenda')}</LinkButton>
      )}
      {risk.mayRetire && risk.retireWay !== 'MEETING' && (
        <>
          <Button danger onClick={() => setOpen('retire')}>
            {t(risk.retireWay === 'CONCURRENCE' ? 'action.endorseRetirement' : 'action.retire')}
          </Button>
          <RetireDialog {...dialog('retire')} />
        </>
      )}
      {decide && <DecideDialog {...dialog('decide')} />}
    </>
  );
}

type DialogName = 'propose' | 'decide' | 'endorse' | 'concur' | 'refuse' | 'retire';
