import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { AuditTabs } from '../AuditTabs';
import { CopyButtons } from '../CopyButtons';
import { Hash } from '../entry/Proof';
import { AuditLogQuery, type LogState } from '../query';
import { Forks } from './Forks';
import { useVerification } from './useVerification';
import { Verification } from './Verification';
import { formatSecond } from '@/lib/format';
import { serverUrl } from '@/lib/page';
import { Facts } from '@/ui/Facts';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { t } = useTranslation('audit');
  const [result, reload] = useQuery({ query: AuditLogQuery });
  const job = useVerification();
  return (
    <>
      <PageHeader title={t('log.title')} crumbs={[{ title: t('title'), to: '/audit' }]} />
      <AuditTabs />
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={10}>
        {({ auditLog: log }) => (
          <>
            <section className="panel" aria-label={t('log.title')}>
              <Facts
                items={[
                  [t('log.size'), log.size],
                  [t('log.waiting'), log.waiting],
                  [t('log.interval'), t('log.seconds', { count: log.interval })],
                  [t('log.origin'), <Hash key="origin" text={log.origin} />],
                ]}
              />
            </section>
            {job.refused ? (
              <section className="panel">
                <p className="hint">{t('verify.whole')}</p>
              </section>
            ) : (
              <Verification job={job} size={log.size} />
            )}
            <LastCheckpoint log={log} />
            <PublicKey log={log} />
            <Witnesses log={log} />
            <Forks forks={log.forks} />
            {!job.refused && job.loaded && <Archive />}
          </>
        )}
      </Query>
    </>
  );
}

function LastCheckpoint({ log }: { log: LogState }) {
  const { t } = useTranslation('audit');
  const { checkpoint } = log;
  return (
    <section className="panel" aria-labelledby="checkpoint-title">
      <h2 id="checkpoint-title">{t('log.checkpoint')}</h2>
      {checkpoint ? (
        <>
          <Facts
            items={[
              [t('log.signedAt'), formatSecond(checkpoint.at)],
              [t('log.signedSize'), checkpoint.size],
              [t('log.root'), <Hash key="root" text={checkpoint.rootHash} />],
            ]}
          />
          <h3>{t('log.note')}</h3>
          <pre className="audit-note">{checkpoint.note}</pre>
          <p className="hint">{t('log.noteHint')}</p>
          <CopyButtons
            text={checkpoint.note}
            copyLabel={t('log.copyNote')}
            file={{
              name: `sineng-checkpoint-${checkpoint.size}.txt`,
              type: 'text/plain',
              label: t('log.downloadNote'),
            }}
          />
        </>
      ) : (
        <p>{t('log.noCheckpoint')}</p>
      )}
    </section>
  );
}

function PublicKey({ log }: { log: LogState }) {
  const { t } = useTranslation('audit');
  return (
    <section className="panel" aria-labelledby="key-title">
      <h2 id="key-title">{t('log.key')}</h2>
      <pre className="audit-note">{log.publicKey}</pre>
      <p className="hint">{t('log.keyHint')}</p>
      <CopyButtons
        text={log.publicKey}
        copyLabel={t('log.copyKey')}
        file={{ name: 'log.pub', type: 'text/plain', label: t('log.downloadKey') }}
      />
    </section>
  );
}

function Witnesses({ log }: { log: LogState }) {
  const { t } = useTranslation('audit');
  const signed = log.checkpoint?.size ?? 0;
  return (
    <section className="panel" aria-labelledby="witnesses-title">
      <h2 id="witnesses-title">{t('log.witnesses')}</h2>
      {log.witnesses.length === 0 ? (
        <p>{t('log.noWitnesses')}</p>
      ) : (
        <div className="table-scroll">
          <table className="grid-table">
            <thead>
              <tr>
                <th scope="col">{t('log.witness')}</th>
                <th scope="col" className="number">
                  {t('log.witnessSize')}
                </th>
                <th scope="col">{t('log.witnessAt')}</th>
                <th scope="col">{t('log.witnessState')}</th>
              </tr>
            </thead>
            <tbody>
              {log.witnesses.map(({ name, size, at, failure }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="number">{size}</td>
                  <td className="nowrap">{formatSecond(at)}</td>
                  <td>
                    {failure
                      ? t('log.witnessFailed', { failure })
                      : signed > size
                        ? t('log.witnessBehind', { count: signed - size })
                        : t('log.witnessWell')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** The command is the program's, in every language. */
const command = 'sineng verify --archive FILE --key log.pub';

function Archive() {
  const { t } = useTranslation('audit');
  return (
    <section className="panel" aria-labelledby="archive-title">
      <h2 id="archive-title">{t('log.archive')}</h2>
      <p className="hint">{t('log.archiveHint')}</p>
      <pre className="audit-note" aria-label={t('log.command')}>
        {command}
      </pre>
      <span className="audit-buttons">
        <Button
          size="small"
          href={serverUrl('audit/archive.zip')}
          download
          icon={
            <span aria-hidden="true">
              <DownloadOutlined />
            </span>
          }
        >
          {t('log.download')}
        </Button>
        <CopyButtons text={command} copyLabel={t('log.copyCommand')} />
      </span>
    </section>
  );
}
