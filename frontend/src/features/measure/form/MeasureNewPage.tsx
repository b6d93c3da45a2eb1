import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { MeasureFields } from './MeasureFields';
import { MeasureGroundQuery, RecordMeasureMutation } from './query';
import { newMeasure, toDetails, type MeasureValues } from './values';
import { PageForm } from '@/ui/edit/PageForm';
import { Loading } from '@/ui/Loading';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t } = useTranslation('measure');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const notify = useNotify();
  const [, record] = useMutation(RecordMeasureMutation);
  const riskId = search.get('risk') || undefined;
  const [{ data, fetching }] = useQuery({
    query: MeasureGroundQuery,
    variables: { id: riskId ?? '' },
    pause: !riskId,
  });
  const risk = data?.node?.__typename === 'RiskPoint' ? data.node : undefined;

  const send = async (values: MeasureValues) => {
    const { data, error } = await record({
      input: { unitId: values.unitId ?? '', details: toDetails(values) },
    });
    if (error) return { error };
    const id = data?.recordMeasure.measure.id;
    return {
      done: () => {
        notify.success(t('form.recorded'));
        void navigate(id ? `/measures/${id}` : '/measures', { replace: true });
      },
    };
  };

  return (
    <>
      <PageHeader title={t('form.newTitle')} crumbs={[{ title: t('title'), to: '/measures' }]} />
      {fetching && !data ? (
        <Loading />
      ) : (
        <PageForm<MeasureValues>
          start={newMeasure({
            unitId: search.get('unit') || risk?.unit?.id,
            riskId: risk?.id,
            ownerId: risk?.directOwner?.id,
          })}
          send={send}
          submitLabel={t('list.draft')}
          onCancel={() => void navigate(-1)}
        >
          <MeasureFields />
        </PageForm>
      )}
    </>
  );
}
