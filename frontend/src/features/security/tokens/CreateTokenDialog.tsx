import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { CreateTokenMutation } from './mutations';
import { dayAhead, endOfDay } from './tokens';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { today } from '@/lib/format';
import { CheckboxGroup } from '@/ui/CheckboxGroup';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';
import { UnitSelect } from '@/ui/UnitSelect';

interface Values {
  name?: string;
  scopes?: Enum<'TokenScope'>[];
  unitId?: string;
  expiresAt?: string;
}

interface Props {
  onClose: () => void;
  onDone: (made: { name: string; secret: string }) => void;
}

const required = [{ required: true }];

/** The scopes that write, and what is said of each where it is chosen. */
const writing = [
  ['WRITE_INDICATORS', 'tokens.writes'],
  ['WRITE_PROCEEDINGS', 'tokens.writesProceedings'],
] as const;

/** For how many days a token is good unless its maker says otherwise. */
const usualDays = 90;

export function CreateTokenDialog({ onClose, onDone }: Props) {
  const { t } = useTranslation('security');
  const scope = useEnum('TokenScope');
  const [, create] = useMutation(CreateTokenMutation);
  return (
    <EditDialog<Values>
      title={t('tokens.new')}
      intro={t('tokens.intro')}
      start={{
        name: undefined,
        scopes: undefined,
        unitId: undefined,
        expiresAt: dayAhead(usualDays),
      }}
      submitLabel={t('tokens.create')}
      onClose={onClose}
      send={async ({ name = '', scopes = [], unitId, expiresAt = '' }) => {
        const { data, error } = await create({
          input: { name, scopes, unitId: unitId ?? null, expiresAt: endOfDay(expiresAt) },
        });
        if (error) return { error };
        return {
          done: () => onDone({ name, secret: data?.createToken.secret ?? '' }),
        };
      }}
    >
      <Form.Item
        name="name"
        label={t('tokens.name')}
        extra={t('tokens.nameHint')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="scopes" label={t('tokens.scopes')} rules={required} className="scope-field">
        <CheckboxGroup
          options={scope.options as { value: string; label: string }[]}
          aria-label={t('tokens.scopes')}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['scopes']}>
        {({ getFieldValue }) =>
          writing
            .filter(([scope]) => (getFieldValue('scopes') as Values['scopes'])?.includes(scope))
            .map(([scope, words]) => (
              <Alert
                key={scope}
                type="warning"
                showIcon
                role="status"
                className="error-state"
                title={t(words)}
              />
            ))
        }
      </Form.Item>
      <Form.Item name="unitId" label={t('tokens.unit')} extra={t('tokens.unitHint')}>
        <UnitSelect />
      </Form.Item>
      <Form.Item
        name="expiresAt"
        label={t('tokens.expiresAt')}
        extra={t('tokens.expiresHint')}
        rules={required}
      >
        <DateInput min={today()} />
      </Form.Item>
    </EditDialog>
  );
}
