import { useTranslation } from 'react-i18next';
import { MeasureForm } from './MeasureForm';
import { MeasureForEditQuery, ReviseMeasureMutation } from './query';
import { toDetails, valuesOf } from './values';
import { EditPage, revision } from '@/ui/edit/EditPage';

const measure = revision({
  query: MeasureForEditQuery,
  find: ({ node }) =>
    node?.__typename === 'Measure' && node.allowedActions.includes('RECORD_RISK') ? node : null,
  values: valuesOf,
  mutation: ReviseMeasureMutation,
  input: (values, expectedVersion, { id }) => ({
    id,
    expectedVersion,
    details: toDetails(values),
  }),
});

export function Component() {
  const { t } = useTranslation(['measure', 'measureEdit']);
  return (
    <EditPage
      revision={measure}
      title={t('measureEdit:editTitle')}
      crumbs={({ id }) => [
        { title: t('title'), to: '/measures' },
        { title: t('detail.crumb'), to: `/measures/${id}` },
      ]}
      path={({ id }) => `/measures/${id}`}
      saved={t('measureEdit:revised')}
    >
      {() => <MeasureForm unitFixed />}
    </EditPage>
  );
}
