import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Finding, Verification as Result } from '../query';
import { auditListPath } from '../state';
import { useNames } from '../useNames';
import { useAuditWords } from '../words';
import type { useVerification } from './useVerification';
import { formatSecond } from '@/lib/format';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';

interface Props {
  job: ReturnType<typeof useVerification>;
  /** Entries of the log, for how far it is. */
  size: number;
}

/** Compares the whole log now, and says what was found the last time. */
export function Verification({ job, size }: Props) {
  const { t } = useTranslation('audit');
  const { verification, running, starting, startError, loaded, error } = job;
  return (
    <section className="panel" aria-labelledby="verify-title" aria-busy={running}>
      <div className="panel-head audit-head">
        <h2 id="verify-title">{t('verify.title')}</h2>
        <Button
          type="primary"
          loading={starting}
          disabled={running}
          onClick={() => void job.start()}
        >
          {t('verify.start')}
        </Button>
      </div>
      <p className="hint">{t('verify.intro')}</p>
      {startError && <ErrorState error={startError} />}
      {error && <ErrorState error={error} onRetry={job.reload} />}
      {!loaded && !error && <Loading rows={2} />}
      {loaded && !verification && <p>{t('verify.never')}</p>}
      {verification && running && <Running verification={verification} size={size} />}
      {verification && !running && <Ended verification={verification} />}
    </section>
  );
}

function Running({ verification, size }: { verification: Result; size: number }) {
  const { t } = useTranslation('audit');
  const { entries, startedAt } = verification;
  return (
    <div className="audit-progress">
      <div role="status">
        {t('verify.running')}：{t('verify.progress', { entries, size })}（
        {t('verify.since', { time: formatSecond(startedAt) })}）
      </div>
      <Progress
        // The log grows meanwhile.
        percent={size === 0 ? 0 : Math.min(99, Math.floor((entries / size) * 100))}
        aria-label={t('verify.running')}
      />
    </div>
  );
}

function Ended({ verification }: { verification: Result }) {
  const { t } = useTranslation('audit');
  const { entries, rows, checkpoints, endedAt, failure, total, findings, accepted } = verification;
  if (failure) {
    return (
      <Alert type="error" showIcon role="alert" title={t('verify.failed')} description={failure} />
    );
  }
  return (
    <>
      <Alert
        type={total === 0 ? 'success' : 'error'}
        showIcon
        role={total === 0 ? 'status' : 'alert'}
        title={total === 0 ? t('verify.clean') : t('verify.found', { count: total })}
        description={t('verify.figures', {
          entries,
          rows,
          checkpoints,
          time: formatSecond(endedAt),
        })}
      />
      {findings.length > 0 && (
        <>
          <Findings title={t('verify.findings')} findings={findings} />
          {total > findings.length && (
            <p className="hint">{t('verify.cut', { shown: findings.length })}</p>
          )}
        </>
      )}
      {accepted.length > 0 && (
        <Findings
          title={t('verify.accepted')}
          hint={t('verify.acceptedHint')}
          findings={accepted}
        />
      )}
    </>
  );
}

interface FindingsProps {
  title: string;
  hint?: string;
  findings: Finding[];
}

function Findings({ title, hint, findings }: FindingsProps) {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  const names = useNames(findings.map((finding) => finding.object));
  return (
    <>
      <h3>{title}</h3>
      {hint && <p className="hint">{hint}</p>}
      <div className="table-scroll audit-findings" role="region" tabIndex={0} aria-label={title}>
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t('verify.reason')}</th>
              <th scope="col">{t('verify.message')}</th>
              <th scope="col" className="number">
                {t('verify.entry')}
              </th>
              <th scope="col">{t('verify.object')}</th>
            </tr>
          </thead>
          <tbody>
            {findings.map(({ reason, message, entry, object }, i) => (
              <tr key={i}>
                <td>
                  <code>{reason}</code>
                </td>
                <td className="prose">{message}</td>
                <td className="number">{entry ?? '—'}</td>
                <td>
                  {object ? (
                    <Link to={auditListPath({ object: object.id })}>
                      {words.object(object, names)}
                    </Link>
                  ) : (
                    '—'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
