import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PowerForm } from './PowerForm';
import { RegisterPowerMutation } from './query';
import { newPower, toDetails } from './values';
import { NewPage } from '@/ui/edit/NewPage';

export function Component() {
  const { t } = useTranslation(['power', 'powerEdit']);
  const [search] = useSearchParams();
  return (
    <NewPage
      title={t('powerEdit:newTitle')}
      crumbs={[{ title: t('title'), to: '/powers' }]}
      start={newPower(search.get('unit') || undefined)}
      mutation={RegisterPowerMutation}
      input={(values) => ({ unitId: values.unitId ?? '', details: toDetails(values) })}
      recorded={(data) => ({
        said: t('powerEdit:registered'),
        path: data ? `/powers/${data.registerPower.power.id}` : '/powers',
      })}
      submitLabel={t('list.register')}
    >
      <PowerForm />
    </NewPage>
  );
}
