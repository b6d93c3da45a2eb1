import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useClient, useMutation } from 'urql';
import {
  CloseUnitMutation,
  CreateUnitMutation,
  MoveUnitMutation,
  UpdateUnitMutation,
} from './mutations';
import { newest, type Newest } from './newest';
import type { UnitDetail } from '../query';
import type { Enum } from '@/gql';
import { today } from '@/lib/format';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';
import { EnumPicker } from '@/ui/edit/EnumPicker';
import { useAnswer } from '@/ui/edit/useAnswer';
import { UnitSelect } from '@/ui/UnitSelect';

export interface UnitDialogProps {
  unit: UnitDetail;
  onClose: () => void;
  /** After the server has done it. */
  onDone: () => void;
}

interface UnitValues {
  code?: string;
  name?: string;
  kind?: Enum<'UnitKind'>;
  sortOrder?: number | null;
}

function UnitFields() {
  const { t } = useTranslation('organisationEdit');
  const text = [{ required: true, whitespace: true }];
  return (
    <>
      <Form.Item name="code" label={t('unit.code')} rules={text} extra={t('unit.codeHint')}>
        <Input />
      </Form.Item>
      <Form.Item name="name" label={t('unit.name')} rules={text}>
        <Input />
      </Form.Item>
      <Form.Item name="kind" label={t('unit.kind')} rules={[{ required: true }]}>
        <EnumPicker name="UnitKind" />
      </Form.Item>
      <Form.Item name="sortOrder" label={t('unit.sortOrder')} extra={t('unit.sortOrderHint')}>
        <InputNumber<number> precision={0} />
      </Form.Item>
    </>
  );
}

/** A unit below this one, or a top unit where there is no parent. */
export function CreateUnitDialog({
  parent,
  onClose,
  onDone,
}: Omit<UnitDialogProps, 'unit'> & { parent: Pick<UnitDetail, 'id' | 'name'> | null }) {
  const { t } = useTranslation('organisationEdit');
  const navigate = useNavigate();
  const answer = useAnswer(onDone);
  const [, create] = useMutation(CreateUnitMutation);
  return (
    <EditDialog<UnitValues>
      title={parent ? t('unit.createBelow', { name: parent.name }) : t('unit.createTop')}
      start={{ code: undefined, name: undefined, kind: undefined, sortOrder: undefined }}
      onClose={onClose}
      send={async ({ code = '', name = '', kind, sortOrder }) => {
        const result = await create({
          input: {
            parentId: parent?.id ?? null,
            code,
            name,
            // The form asks for it before it sends.
            kind: kind as Enum<'UnitKind'>,
            sortOrder: sortOrder ?? null,
          },
        });
        const sent = answer(result, t('unit.created', { name }));
        const id = result.data?.createUnit.unit.id;
        if (!('done' in sent) || !id) return sent;
        return {
          done: () => {
            sent.done();
            void navigate(`/organisation?unit=${id}`);
          },
        };
      }}
    >
      <UnitFields />
    </EditDialog>
  );
}

const unitValues = ({ code, name, kind, sortOrder }: UnitDetail | Newest<'Unit'>): UnitValues => ({
  code,
  name,
  kind,
  sortOrder,
});

export function EditUnitDialog({ unit, onClose, onDone }: UnitDialogProps) {
  const { t } = useTranslation('organisationEdit');
  const client = useClient();
  const answer = useAnswer(onDone);
  const [, update] = useMutation(UpdateUnitMutation);
  return (
    <EditDialog<UnitValues>
      title={t('unit.edit', { name: unit.name })}
      start={unitValues(unit)}
      version={unit.version}
      onClose={onClose}
      send={async ({ code = '', name = '', kind, sortOrder }, expectedVersion) =>
        answer(
          await update({
            input: {
              id: unit.id,
              expectedVersion,
              code,
              name,
              kind: kind as Enum<'UnitKind'>,
              sortOrder: sortOrder ?? 0,
            },
          }),
          t('saved'),
        )
      }
      fresh={async () => {
        const now = await newest(client, 'Unit', unit.id);
        return now && { start: unitValues(now), version: now.version };
      }}
    >
      <UnitFields />
    </EditDialog>
  );
}

interface MoveValues {
  newParentId?: string;
}

/** The parent is the last but one of the way to the unit. */
const moveValues = (unit: { path: { id: string }[] }): MoveValues => ({
  newParentId: unit.path.at(-2)?.id,
});

export function MoveUnitDialog({ unit, onClose, onDone }: UnitDialogProps) {
  const { t } = useTranslation('organisationEdit');
  const client = useClient();
  const answer = useAnswer(onDone);
  const [, move] = useMutation(MoveUnitMutation);
  return (
    <EditDialog<MoveValues>
      title={t('unit.move', { name: unit.name })}
      intro={t('unit.moveFollows')}
      start={moveValues(unit)}
      version={unit.version}
      submitLabel={t('action.move')}
      onClose={onClose}
      send={async ({ newParentId }, expectedVersion) => {
        const sent = await move({
          input: { id: unit.id, expectedVersion, newParentId: newParentId ?? null },
        });
        const waits = sent.data?.moveUnit.act;
        return answer(sent, t(waits ? 'unit.moveWaits' : 'unit.moved', { name: unit.name }));
      }}
      fresh={async () => {
        const now = await newest(client, 'Unit', unit.id);
        return now && { start: moveValues(now), version: now.version };
      }}
    >
      <Form.Item name="newParentId" label={t('unit.newParent')} extra={t('unit.newParentHint')}>
        <UnitSelect from="all" />
      </Form.Item>
    </EditDialog>
  );
}

interface DayValues {
  on?: string;
}

export function CloseUnitDialog({ unit, onClose, onDone }: UnitDialogProps) {
  const { t } = useTranslation('organisationEdit');
  const client = useClient();
  const answer = useAnswer(onDone);
  const [, close] = useMutation(CloseUnitMutation);
  return (
    <EditDialog<DayValues>
      title={t('unit.close', { name: unit.name })}
      intro={t('unit.closeFollows')}
      start={{ on: today() }}
      version={unit.version}
      submitLabel={t('action.close')}
      danger
      onClose={onClose}
      send={async ({ on = '' }, expectedVersion) => {
        const sent = await close({ input: { id: unit.id, expectedVersion, on } });
        const waits = sent.data?.closeUnit.act;
        return answer(sent, t(waits ? 'unit.closeWaits' : 'unit.closed', { name: unit.name }));
      }}
      fresh={async () => {
        const now = await newest(client, 'Unit', unit.id);
        return now && { start: { on: today() }, version: now.version };
      }}
    >
      <Form.Item name="on" label={t('unit.closeOn')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
    </EditDialog>
  );
}
