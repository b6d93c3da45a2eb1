import { useState } from 'react';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { NarrowPage } from './NarrowPage';
import { hurdleOf, nextPath } from './rules';
import { SignOutButton } from './SignOutButton';
import { EnrolSteps } from '@/features/security/door';
import { useSession, useViewer } from '@/lib/viewer';

/** Setting up the second factor that the server asks for before anything else. */
export function Component() {
  const { t } = useTranslation('session');
  const viewer = useViewer();
  const { refresh } = useSession();
  const [search] = useSearchParams();
  const [enabled, setEnabled] = useState(false);
  if (hurdleOf(viewer) !== 'enrol') {
    return <Navigate to={nextPath(search.get('next'))} replace />;
  }
  return (
    <NarrowPage title={t('enrol.title')}>
      {!enabled && (
        <Alert type="warning" showIcon title={t('enrol.forced')} className="error-state" />
      )}
      <EnrolSteps onDone={refresh} onCodes={() => setEnabled(true)} more={<SignOutButton />} />
    </NarrowPage>
  );
}
