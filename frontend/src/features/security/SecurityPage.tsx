import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FactorPanel } from './factor/FactorPanel';
import { SecurityQuery } from './query';
import { SessionsPanel } from './sessions/SessionsPanel';
import { TokensPanel } from './tokens/TokensPanel';
import './security.css';
import { DelegationPanel, mayDelegate } from '@/features/review/door';
import { paths } from '@/features/session/door';
import { useViewer } from '@/lib/viewer';
import { LinkButton } from '@/ui/LinkButton';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

/** What guards one's own account: password, second factor, sessions, tokens. */
export function Component() {
  const { t } = useTranslation(['security', 'common']);
  const user = useViewer();
  const [result, reload] = useQuery({ query: SecurityQuery });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <>
      <PageHeader
        title={t('security:title')}
        actions={<LinkButton to={paths.password}>{t('common:shell.changePassword')}</LinkButton>}
      />
      <Query result={result} onRetry={again} rows={8}>
        {({ viewer, mySessions, myTokens }) => (
          <>
            {viewer && (
              <FactorPanel
                loginName={viewer.account.loginName}
                factor={viewer.secondFactor}
                onChanged={again}
              />
            )}
            <SessionsPanel sessions={mySessions} onChanged={again} />
            <TokensPanel tokens={myTokens} onChanged={again} />
            {mayDelegate(user) && <DelegationPanel />}
          </>
        )}
      </Query>
    </>
  );
}
