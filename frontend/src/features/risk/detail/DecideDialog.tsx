import { useMutation } from 'urql';
import { GradeDialog } from './GradeDialog';
import { DecideGradeMutation } from './mutations';
import type { DialogProps } from './dialogProps';

/** Decides a grade that one person may decide. */
export function DecideDialog(props: DialogProps) {
  const [, decide] = useMutation(DecideGradeMutation);
  return (
    <GradeDialog
      {...props}
      kind="decide"
      grades={props.risk.decidableGrades}
      send={async (input) => (await decide({ input })).error}
    />
  );
}
