import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { FormSheet } from './FormSheet';
import { useFormEntry } from '../useFormEntry';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { NotFound } from '@/ui/NotFound';
import { usePageTitle } from '@/ui/usePageTitle';

export function Component() {
  const { id = '' } = useParams();
  const { t } = useTranslation('form');
  const { entry, missing, error, again } = useFormEntry(id);
  usePageTitle(entry ? `${entry.layout.number} ${entry.layout.title}` : t('nav'));
  if (missing) return <NotFound />;
  if (!entry) return error ? <ErrorState error={error} onRetry={again} /> : <Loading rows={12} />;
  return (
    <>
      {error && <ErrorState error={error} onRetry={again} />}
      <FormSheet key={entry.form.id} entry={entry} onChanged={again} />
    </>
  );
}
