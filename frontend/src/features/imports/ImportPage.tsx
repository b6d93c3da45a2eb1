import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Chooser } from './Chooser';
import { JobView } from './JobView';
import { useImportJob } from './useImportJob';
import './imports.css';
import { text, useUrlState } from '@/lib/urlState';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';

// The job stands in the address: reloading the page goes on following it.
const spec = { job: text, unit: text };

export function Component() {
  const { t } = useTranslation('imports');
  const [{ job: id, unit }, change] = useUrlState(spec);
  const { job, error, gone, reload } = useImportJob(id);
  const again = () => change({ job: undefined });
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          id &&
          (job === null || ending(job.state)) && <Button onClick={again}>{t('another')}</Button>
        }
      />
      {!id && (
        <Chooser
          unitId={unit}
          onUnit={(next) => change({ unit: next }, { replace: true })}
          onJob={(next) => change({ job: next })}
        />
      )}
      {id && error && <ErrorState error={error} onRetry={reload} />}
      {id && gone && <Alert type="warning" showIcon title={t('gone')} />}
      {id && !job && !gone && !error && <Loading />}
      {job && <JobView key={job.id} job={job} hasUnit={unit !== undefined} onChanged={reload} />}
    </>
  );
}

function ending(state: string): boolean {
  return state === 'DONE' || state === 'FAILED' || state === 'CANCELLED';
}
