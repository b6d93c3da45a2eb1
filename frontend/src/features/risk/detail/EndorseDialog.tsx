import { useMutation } from 'urql';
import { GradeDialog } from './GradeDialog';
import { EndorseGradeMutation } from './mutations';
import type { DialogProps } from './dialogProps';

/** Puts a grade before the inspectors, who concur or send it back. */
export function EndorseDialog(props: DialogProps) {
  const [, endorse] = useMutation(EndorseGradeMutation);
  return (
    <GradeDialog
      {...props}
      kind="endorse"
      grades={props.risk.endorsableGrades}
      send={async (input) => (await endorse({ input })).error}
    />
  );
}
