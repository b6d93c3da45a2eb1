import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

const looks = { PENDING: 'tag tag-wait', ACTIVE: 'tag tag-good', DECLINED: 'tag' };

export function GrantStatusTag({ status }: { status: Enum<'GrantStatus'> }) {
  const { label } = useEnum('GrantStatus');
  return <span className={looks[status]}>{label(status)}</span>;
}
