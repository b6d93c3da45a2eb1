import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { PowerFields } from './PowerFields';
import { RegisterPowerMutation } from './query';
import { newPower, toDetails, type PowerValues } from './values';
import './form.css';
import { PageForm } from '@/ui/edit/PageForm';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t } = useTranslation('power');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const notify = useNotify();
  const [, register] = useMutation(RegisterPowerMutation);

  const send = async (values: PowerValues) => {
    const { data, error } = await register({
      input: { unitId: values.unitId ?? '', details: toDetails(values) },
    });
    if (error) return { error };
    const id = data?.registerPower.power.id;
    return {
      done: () => {
        notify.success(t('form.registered'));
        void navigate(id ? `/powers/${id}` : '/powers', { replace: true });
      },
    };
  };

  return (
    <>
      <PageHeader title={t('form.newTitle')} crumbs={[{ title: t('title'), to: '/powers' }]} />
      <PageForm<PowerValues>
        start={newPower(search.get('unit') || undefined)}
        send={send}
        submitLabel={t('list.register')}
        onCancel={() => void navigate(-1)}
      >
        <PowerFields />
      </PageForm>
    </>
  );
}
