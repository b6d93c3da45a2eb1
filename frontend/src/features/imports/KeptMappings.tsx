import { useCallback, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { DropImportMappingMutation, ImportMappingsQuery } from './query';
import { problemsOf, type Problem } from '@/lib/errors';
import { formatTime } from '@/lib/format';
import { useConnection } from '@/lib/useConnection';
import { ErrorState } from '@/ui/ErrorState';

/** The mappings that are kept for a unit: files of their titles are read by them. */
export function KeptMappings({ unitId }: { unitId: string }) {
  const { t } = useTranslation('imports');
  const client = useClient();
  const [, drop] = useMutation(DropImportMappingMutation);
  const [problems, setProblems] = useState<Problem[]>([]);
  const load = useCallback(
    async (after: string | null) => {
      const { data, error } = await client
        .query(ImportMappingsQuery, { unitId, after }, { requestPolicy: 'network-only' })
        .toPromise();
      return { page: data?.importMappings, error };
    },
    [client, unitId],
  );
  const { state, more, restart } = useConnection(unitId, load);
  if (state.error) return <ErrorState error={state.error} onRetry={restart} />;
  if (state.rows.length === 0) return null;

  const forget = async (id: string, expectedVersion: number) => {
    const { error } = await drop({ input: { id, expectedVersion } });
    setProblems(problemsOf(error));
    restart();
  };
  return (
    <section aria-labelledby="kept-title">
      <h2 id="kept-title">{t('kept.title', { count: state.total ?? state.rows.length })}</h2>
      <p className="hint">{t('kept.hint')}</p>
      <ErrorState problems={problems} />
      <ul className="kept-mappings">
        {state.rows.map(({ id, version, name, updatedAt }) => (
          <li key={id}>
            <strong>{name}</strong>{' '}
            <span className="hint-inline">{t('kept.at', { time: formatTime(updatedAt) })}</span>
            <Button
              size="small"
              aria-label={t('kept.dropOne', { name })}
              onClick={() => void forget(id, version)}
            >
              {t('kept.drop')}
            </Button>
          </li>
        ))}
      </ul>
      {state.hasNext && (
        <Button loading={state.fetching} onClick={more}>
          {t('kept.more')}
        </Button>
      )}
    </section>
  );
}
