import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { GradeBadge } from '@/ui/GradeBadge';

interface Props {
  kind: Enum<'CheckKind'>;
  grade: Enum<'Grade'> | null;
  subject?: { name: string } | null;
}

/** What is checked: risk points of a grade, or somebody's leadership. */
export function CheckThing({ kind, grade, subject }: Props) {
  const kinds = useEnum('CheckKind');
  return (
    <>
      {kinds.label(kind)} {grade && <GradeBadge grade={grade} />}
      {subject && <strong>{subject.name}</strong>}
    </>
  );
}
