import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { problemsOf, type Problem } from '@/lib/errors';

interface Props {
  error?: CombinedError;
  /** Instead of an error: what is left after placing problems at their fields. */
  problems?: Problem[];
  onRetry?: () => void;
}

/** Says what went wrong in the server's words, with the number that finds it in the log. */
export function ErrorState({ error, problems = problemsOf(error), onRetry }: Props) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="error-state"
      title={problems.map((problem, i) => (
        <div key={i}>
          {problem.message || t('error.network')}
          {problem.requestId && (
            <span className="request-id">
              {t('error.requestId')}：<code>{problem.requestId}</code>
            </span>
          )}
        </div>
      ))}
      action={onRetry && <Button onClick={() => onRetry()}>{t('action.retry')}</Button>}
    />
  );
}
