import { Button, Form, InputNumber, Select } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { CheckThing } from './CheckThing';
import { SetPlanMutation, type Plan, type Rhythm } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { Dialog } from '@/ui/Dialog';
import { useNotify } from '@/ui/notify';
import { ReasonField } from '@/ui/ReasonField';

interface Props {
  plan: Plan;
  onClose: () => void;
  onDone: () => void;
}

interface Values {
  settings: { rhythms: Rhythm[]; promptMonths: number[] };
  reason: string;
}

const lengths = [1, 2, 3, 4, 6, 12];
const tiers: Enum<'Role'>[] = [
  'DEPT_HEAD',
  'LEADER_IN_CHARGE',
  'PRINCIPAL_LEADER',
  'LEADING_GROUP',
];
const receivers: Enum<'Role'>[] = [...tiers.slice(1), 'INSPECTOR'];

/** Sets how a bureau and all below it are supervised. */
export function PlanDialog({ plan, onClose, onDone }: Props) {
  const { t } = useTranslation('check');
  const [form] = Form.useForm<Values>();
  const [, set] = useMutation(SetPlanMutation);
  const notify = useNotify();
  return (
    <Dialog<Values>
      title={t('plan.setOn', { unit: plan.unit.name })}
      open
      onClose={onClose}
      form={form}
      width={820}
      initialValues={{
        settings: { rhythms: plan.rhythms.map(rhythmOf), promptMonths: plan.promptMonths },
      }}
      submit={async ({ settings, reason }) => {
        const { error } = await set({
          input: {
            unitId: plan.unit.id,
            expectedVersion: plan.version,
            reason,
            settings: {
              promptMonths: settings.promptMonths,
              rhythms: plan.rhythms.map((was, n) => rhythmOf({ ...was, ...settings.rhythms[n] })),
            },
          },
        });
        if (error) return error;
        notify.success(t('plan.saved'));
        onDone();
      }}
    >
      <p className="hint">{t('plan.intro')}</p>
      {plan.rhythms.map((rhythm, n) => (
        <RhythmFields key={rhythm.grade ?? rhythm.kind} rhythm={rhythm} n={n} />
      ))}
      <Form.Item name={['settings', 'promptMonths']} label={t('plan.promptMonths')}>
        <Select
          mode="multiple"
          options={Array.from({ length: 12 }, (_, n) => ({
            value: n + 1,
            label: t('plan.month', { month: n + 1 }),
          }))}
        />
      </Form.Item>
      <ReasonField />
    </Dialog>
  );
}

/** What is sent of a rhythm, without what the answer says beside. */
function rhythmOf({ kind, grade, tier, months, monthsWithA, sample, hops }: Rhythm): Rhythm {
  return {
    kind,
    grade,
    tier,
    months,
    monthsWithA,
    sample,
    hops: hops.map(({ after, countedIn, to }) => ({ after, countedIn, to })),
  };
}

function RhythmFields({ rhythm, n }: { rhythm: Rhythm; n: number }) {
  const { t } = useTranslation('check');
  const roles = useEnum('Role');
  const at = (field: string) => ['settings', 'rhythms', n, field];
  const months = lengths.map((value) => ({ value, label: t('plan.every', { count: value }) }));
  return (
    <fieldset className="check-rhythm">
      <legend>
        <CheckThing kind={rhythm.kind} grade={rhythm.grade} />
      </legend>
      <div className="check-fields">
        <Form.Item name={at('tier')} label={t('plan.tier')}>
          <Select options={tiers.map((value) => ({ value, label: roles.label(value) }))} />
        </Form.Item>
        <Form.Item name={at('months')} label={t('plan.often')}>
          <Select options={months} />
        </Form.Item>
        {rhythm.kind === 'HEAD' && (
          <Form.Item name={at('monthsWithA')} label={t('plan.oftenWithA')}>
            <Select options={months} />
          </Form.Item>
        )}
        <Form.Item name={at('sample')} label={t('plan.sample')}>
          <InputNumber min={1} max={50} precision={0} />
        </Form.Item>
      </div>
      <HopFields n={n} />
    </fieldset>
  );
}

function HopFields({ n }: { n: number }) {
  const { t } = useTranslation('check');
  const roles = useEnum('Role');
  const units = useEnum('ClockUnit');
  return (
    <Form.List name={['settings', 'rhythms', n, 'hops']}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="check-fields">
              <Form.Item name={[name, 'after']} label={t('plan.after')}>
                <InputNumber min={1} max={90} precision={0} />
              </Form.Item>
              <Form.Item name={[name, 'countedIn']} label={t('plan.countedIn')}>
                <Select
                  options={(['CALENDAR_DAYS', 'WORKING_DAYS'] as const).map((value) => ({
                    value,
                    label: units.label(value),
                  }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'to']} label={t('plan.to')}>
                <Select
                  options={receivers.map((value) => ({ value, label: roles.label(value) }))}
                  popupMatchSelectWidth={false}
                />
              </Form.Item>
              <Button
                aria-label={t('plan.removeHop')}
                icon={<DeleteOutlined />}
                disabled={fields.length === 1}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button
            icon={<PlusOutlined />}
            onClick={() => add({ after: 30, countedIn: 'CALENDAR_DAYS', to: 'LEADING_GROUP' })}
          >
            {t('plan.addHop')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

/** Withdraws what a bureau has set: what is set above, or the defaults, hold again. */
export function WithdrawDialog({ plan, onClose, onDone }: Props) {
  const { t } = useTranslation('check');
  const [form] = Form.useForm<{ reason: string }>();
  const [, set] = useMutation(SetPlanMutation);
  return (
    <Dialog<{ reason: string }>
      title={t('plan.withdraw')}
      open
      onClose={onClose}
      form={form}
      danger
      submit={async ({ reason }) => {
        const { error } = await set({
          input: { unitId: plan.unit.id, expectedVersion: plan.version, reason },
        });
        if (error) return error;
        onDone();
      }}
    >
      <p>{t('plan.withdrawIntro')}</p>
      <ReasonField />
    </Dialog>
  );
}
