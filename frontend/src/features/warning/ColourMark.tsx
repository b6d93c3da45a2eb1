import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

// Shapes tell the colours apart without colour: an octagon, a triangle, a diamond.
const shapes: Record<Enum<'WarningColour'>, string> = {
  RED: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  ORANGE: 'M8 1l7 13H1z',
  YELLOW: 'M8 1l7 7-7 7-7-7z',
};

/** How grave a warning is: its word, a shape and a colour; never a colour alone. */
export function ColourMark({ colour }: { colour: Enum<'WarningColour'> }) {
  const words = useEnum('WarningColour');
  return (
    <span className={`warning-colour warning-${colour}`}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" focusable="false">
        <path d={shapes[colour]} fill="currentColor" />
      </svg>
      {words.label(colour)}
    </span>
  );
}
