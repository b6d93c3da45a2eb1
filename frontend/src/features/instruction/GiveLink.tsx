import { useTranslation } from 'react-i18next';
import { newInstructionPath, type NewState } from './path';
import { can, useViewer } from '@/lib/viewer';
import { LinkButton } from '@/ui/LinkButton';

/**
 * Leads to giving an instruction about a unit, a risk point or a selection, for those who give instructions. `of` names what it is
 * about where the page around it has several.
 */
export function GiveLink({ about, of }: { about: Partial<NewState>; of?: string }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  if (!can(viewer, 'GIVE_INSTRUCTIONS')) return null;
  const words = t('action.instruct');
  return (
    <LinkButton
      to={newInstructionPath(about)}
      size={of ? 'small' : undefined}
      aria-label={of && `${words} ${of}`}
    >
      {words}
    </LinkButton>
  );
}
