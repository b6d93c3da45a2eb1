import { useEffect, useState } from 'react';
import { checkProof, type Outcome, type Proved } from './proof';

/** Checks a proof in this browser; null while it does. */
export function useProofCheck(entry: Proved): Outcome | null {
  const [checked, setChecked] = useState<{ entry: Proved; outcome: Outcome }>();
  useEffect(() => {
    let current = true;
    void checkProof(entry).then((outcome) => {
      if (current) setChecked({ entry, outcome });
    });
    return () => {
      current = false;
    };
  }, [entry]);
  return checked?.entry === entry ? checked.outcome : null;
}
