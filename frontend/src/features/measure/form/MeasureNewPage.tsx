import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { MeasureForm } from './MeasureForm';
import { MeasureGroundQuery, RecordMeasureMutation } from './query';
import { newMeasure, toDetails } from './values';
import { NewPage } from '@/ui/edit/NewPage';

export function Component() {
  const { t } = useTranslation(['measure', 'measureEdit']);
  const [search] = useSearchParams();
  const riskId = search.get('risk') || undefined;
  const [{ data, fetching }] = useQuery({
    query: MeasureGroundQuery,
    variables: { id: riskId ?? '' },
    pause: !riskId,
  });
  const risk = data?.node?.__typename === 'RiskPoint' ? data.node : undefined;
  const ground = {
    unitId: search.get('unit') || risk?.unit?.id,
    riskId: risk?.id,
    ownerId: risk?.directOwner?.id,
  };
  return (
    <NewPage
      title={t('measureEdit:newTitle')}
      crumbs={[{ title: t('title'), to: '/measures' }]}
      start={fetching && !data ? undefined : newMeasure(ground)}
      mutation={RecordMeasureMutation}
      input={(values) => ({ unitId: values.unitId ?? '', details: toDetails(values) })}
      recorded={(answer) => ({
        said: t('measureEdit:recorded'),
        path: answer ? `/measures/${answer.recordMeasure.measure.id}` : '/measures',
      })}
      submitLabel={t('list.draft')}
    >
      <MeasureForm />
    </NewPage>
  );
}
