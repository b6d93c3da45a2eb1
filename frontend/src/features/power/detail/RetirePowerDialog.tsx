import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { PowerDetailQuery, RetirePowerMutation, type PowerDetail } from './query';
import { today } from '@/lib/format';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useNotify } from '@/ui/notify';

interface Props {
  power: PowerDetail;
  onClose: () => void;
  onDone: () => void;
}

interface Values {
  on?: string;
}

export function RetirePowerDialog({ power, onClose, onDone }: Props) {
  const { t } = useTranslation('power');
  const notify = useNotify();
  const client = useClient();
  const [, retire] = useMutation(RetirePowerMutation);
  return (
    <EditDialog<Values>
      title={t('retire.title')}
      intro={t('retire.intro')}
      start={{ on: today() }}
      version={power.version}
      onClose={onClose}
      danger
      submitLabel={t('detail.retire')}
      send={async ({ on = '' }, version) => {
        const { error } = await retire({
          input: { id: power.id, expectedVersion: version, on },
        });
        if (error) return { error };
        return {
          done: () => {
            notify.success(t('retire.done'));
            onDone();
          },
        };
      }}
      fresh={async () => {
        const { data } = await client
          .query(PowerDetailQuery, { id: power.id }, { requestPolicy: 'network-only' })
          .toPromise();
        return data?.node?.__typename === 'Power'
          ? { start: { on: today() }, version: data.node.version }
          : null;
      }}
    >
      <Form.Item name="on" label={t('retire.on')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
    </EditDialog>
  );
}
