import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Sheet } from './Sheet';
import { PaperQuery } from './query';
import './paper.css';
import { Query } from '@/ui/Query';

/** What a form holds, as it was handed in or filed, laid out as on paper. */
export function FormContent({ formId }: { formId: string }) {
  const { t } = useTranslation('paper');
  const [result, ask] = useQuery({ query: PaperQuery, variables: { id: formId } });
  return (
    <section className="panel" aria-labelledby="content-title">
      <h2 id="content-title">{t('content')}</h2>
      <Query result={result} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ node }) =>
          node && 'paper' in node ? (
            // The sheet is wider than a small window: it scrolls within its frame, by keys too.
            <div className="sheet-frame" role="group" aria-label={node.paper.title} tabIndex={0}>
              <Sheet paper={node.paper}>
                <h3>{node.paper.title}</h3>
              </Sheet>
            </div>
          ) : null
        }
      </Query>
    </section>
  );
}
