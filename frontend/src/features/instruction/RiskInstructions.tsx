import { useTranslation } from 'react-i18next';
import { InstructionTable } from './InstructionTable';
import { useInstructions } from './useInstructions';
import './instruction.css';

/** The instructions that name a risk point, also those that are over; nothing where there is none. */
export default function RiskInstructions({ riskId }: { riskId: string }) {
  const { t } = useTranslation('instruction');
  const { state } = useInstructions(riskId, {
    riskPointId: riskId,
    states: [
      'ORDERED',
      'ACKNOWLEDGED',
      'ANSWERED',
      'REPORTED',
      'RETURNED',
      'ACCEPTED',
      'WITHDRAWN',
    ],
  });
  if (state.rows.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      <InstructionTable rows={state.rows} label={t('title')} />
    </section>
  );
}
