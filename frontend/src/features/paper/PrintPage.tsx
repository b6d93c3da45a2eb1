import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { PrintedSheet } from './Sheet';
import { PaperQuery } from './query';
import './paper.css';
import { LinkButton } from '@/ui/LinkButton';
import { NotFound } from '@/ui/NotFound';
import { Query } from '@/ui/Query';
import { usePageTitle } from '@/ui/usePageTitle';

/** A form as it is printed: as filed, else as handed in, else as it stands. */
export function Component() {
  const { t } = useTranslation('paper');
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: PaperQuery, variables: { id } });
  const node = result.data?.node;
  const paper = node && 'paper' in node ? node.paper : null;
  usePageTitle(paper?.title ?? t('print.title'));
  return (
    <div className="print-page">
      <header className="print-bar">
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          disabled={!paper}
          onClick={() => window.print()}
        >
          {t('print.now')}
        </Button>
        <LinkButton to={`/forms/${id}`}>{t('print.back')}</LinkButton>
        <span className="hint">{t('print.hint')}</span>
      </header>
      <main>
        <Query result={result} onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {() => (paper ? <PrintedSheet paper={paper} /> : <NotFound />)}
        </Query>
      </main>
    </div>
  );
}
