import { useMemo } from 'react';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButtons } from '../CopyButtons';
import type { EntryDetail } from '../query';
import { proofFile, type Proved } from './proof';
import { useProofCheck } from './useProofCheck';
import { Facts } from '@/ui/Facts';

/** That the entry is in the log as it was signed, computed here from what it says. */
export function Proof({ entry }: { entry: EntryDetail }) {
  const { t } = useTranslation('audit');
  const { index, body, leafHash, proof } = entry;
  const proved = useMemo(
    () => (proof ? { index, body, leafHash, proof } : null),
    [index, body, leafHash, proof],
  );
  return (
    <section className="panel" aria-labelledby="proof-title">
      <h2 id="proof-title">{t('proof.title')}</h2>
      {proved ? (
        <Checked proved={proved} />
      ) : (
        <>
          <p>{t('proof.waiting')}</p>
          <Facts items={[[t('proof.leaf'), <Hash key="leaf" text={leafHash} />]]} />
        </>
      )}
    </section>
  );
}

export function Hash({ text }: { text: string }) {
  return <code className="audit-hash">{text}</code>;
}

function Checked({ proved }: { proved: Proved }) {
  const { t } = useTranslation('audit');
  const { index, leafHash, proof } = proved;
  const outcome = useProofCheck(proved);
  return (
    <>
      <p>{t('proof.says', { size: proof.treeSize })}</p>
      {outcome === null ? (
        <p role="status">{t('proof.checking')}</p>
      ) : (
        <Alert
          showIcon
          role="status"
          type={outcome === 'holds' ? 'success' : outcome === 'unavailable' ? 'warning' : 'error'}
          title={t(`proof.${outcome}`)}
          description={outcome === 'holds' ? t('proof.signature') : undefined}
        />
      )}
      <dl className="audit-facts">
        <dt>{t('proof.leaf')}</dt>
        <dd>
          <Hash text={leafHash} />
        </dd>
        <dt>{t('proof.size')}</dt>
        <dd>{proof.treeSize}</dd>
        <dt>{t('proof.root')}</dt>
        <dd>
          <Hash text={proof.rootHash} />
        </dd>
        <dt>{t('proof.hashes')}</dt>
        <dd>
          {proof.hashes.length === 0 ? (
            t('proof.noHashes')
          ) : (
            <ol className="audit-hashes">
              {proof.hashes.map((hash) => (
                <li key={hash}>
                  <Hash text={hash} />
                </li>
              ))}
            </ol>
          )}
        </dd>
        <dt>{t('proof.checkpoint')}</dt>
        <dd>
          <pre className="audit-note">{proof.checkpoint}</pre>
        </dd>
      </dl>
      <CopyButtons
        text={proofFile(proved)}
        copyLabel={t('proof.copy')}
        file={{
          name: `sineng-proof-${index}.json`,
          type: 'application/json',
          label: t('proof.download'),
        }}
      />
    </>
  );
}
