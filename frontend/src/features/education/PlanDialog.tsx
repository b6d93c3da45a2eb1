import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { DetailFields } from './DetailFields';
import { blankDetails, fieldOf, toDetails, type DetailValues } from './details';
import { ExpectedCount } from './ExpectedCount';
import { RecordMutation } from './query';
import { today } from '@/lib/format';
import { useViewer } from '@/lib/viewer';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useNotify } from '@/ui/notify';
import { PersonSelect } from '@/ui/PersonSelect';
import { UnitSelect } from '@/ui/UnitSelect';

interface Values extends DetailValues {
  unitId?: string;
  everybody: boolean;
  personIds: string[];
}

interface Props {
  /** The unit that is looked at. */
  unitId?: string;
  onClose: () => void;
  onDone: (id: string) => void;
}

/** Plans a session, of a coming day or one that has passed; who came is recorded on its page. */
export function PlanDialog({ unitId, onClose, onDone }: Props) {
  const { t } = useTranslation('education');
  const { homeUnits } = useViewer();
  const notify = useNotify();
  const [, record] = useMutation(RecordMutation);
  return (
    <EditDialog<Values>
      title={t('plan.title')}
      intro={t('plan.intro')}
      start={{
        ...blankDetails,
        heldOn: today(),
        unitId: unitId ?? homeUnits[0]?.id,
        everybody: true,
        personIds: [],
      }}
      draft="education/plan"
      width={720}
      fieldOf={fieldOf}
      onClose={onClose}
      send={async ({ unitId = '', everybody, personIds, ...details }) => {
        const invite = { unitIds: everybody ? [unitId] : [], personIds };
        const { data, error } = await record({
          input: { unitId, details: toDetails(details), invite },
        });
        if (error) return { error };
        return {
          done: () => {
            notify.success(t('plan.done'));
            onDone(data?.recordEducationSession.session.id ?? '');
          },
        };
      }}
    >
      <Form.Item name="unitId" label={t('field.unit')} rules={[{ required: true }]}>
        <UnitSelect allowClear={false} />
      </Form.Item>
      <DetailFields />
      <Form.Item name="everybody" valuePropName="checked">
        <Checkbox>{t('plan.everybody')}</Checkbox>
      </Form.Item>
      <Form.Item name="personIds" label={t('plan.people')}>
        <PersonSelect multiple />
      </Form.Item>
      <Form.Item noStyle dependencies={['unitId', 'heldOn', 'everybody', 'personIds']}>
        {({ getFieldsValue }) => {
          const { unitId, heldOn, everybody, personIds } = getFieldsValue(true) as Values;
          return (
            <ExpectedCount
              on={heldOn}
              unitIds={everybody && unitId ? [unitId] : []}
              personIds={personIds}
            />
          );
        }}
      </Form.Item>
    </EditDialog>
  );
}
