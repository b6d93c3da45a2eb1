import { useTranslation } from 'react-i18next';
import type { InstructionRow } from './query';
import { useEnum } from '@/lib/enumLabel';

/** Where an instruction stands, whether it is late, and how often it went up. */
export function InstructionStateTag({ instruction }: { instruction: InstructionRow }) {
  const { t } = useTranslation('instruction');
  const states = useEnum('InstructionState');
  const { state, overdue, hops } = instruction;
  const look = overdue ? 'tag-late' : state === 'ACCEPTED' ? 'tag-good' : 'tag-wait';
  return (
    <>
      <span className={`tag ${look}`}>
        {overdue ? t('late', { state: states.label(state) }) : states.label(state)}
      </span>
      {hops > 0 && <span className="hint-inline"> {t('hops', { count: hops })}</span>}
    </>
  );
}
