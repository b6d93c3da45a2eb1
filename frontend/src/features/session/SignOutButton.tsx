import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/lib/viewer';
import { useNotify } from '@/ui/notify';

/** The way out of a sign-in that is not complete. */
export function SignOutButton() {
  const { t } = useTranslation();
  const { signOut } = useSession();
  const notify = useNotify();
  return (
    <Button onClick={() => signOut().catch(() => notify.error(t('error.network')))}>
      {t('shell.signOut')}
    </Button>
  );
}
