import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { CodeStep } from './CodeStep';
import { NarrowPage } from './NarrowPage';
import { PasswordStep } from './PasswordStep';
import { hurdleOf, nextPath } from './rules';
import { useSession } from '@/lib/viewer';

/** Signing in: login name and password, then the second factor where there is one. */
export function Component() {
  const { t } = useTranslation('session');
  const { viewer } = useSession();
  const [search] = useSearchParams();
  const next = nextPath(search.get('next'));
  if (!viewer) {
    return (
      <NarrowPage title={t('signIn.title')}>
        <PasswordStep next={next} refused={search.get('error')} />
      </NarrowPage>
    );
  }
  if (hurdleOf(viewer) !== 'code') return <Navigate to={next} replace />;
  return (
    <NarrowPage title={t('code.title')}>
      <CodeStep loginName={viewer.account.loginName} />
    </NarrowPage>
  );
}
