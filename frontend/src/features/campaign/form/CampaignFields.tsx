import { Alert, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EarlierCampaignsQuery } from './query';
import { plannable, type Plannable } from './values';
import { enums, type Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { CheckboxGroup } from '@/ui/CheckboxGroup';
import { DateInput } from '@/ui/DateInput';
import { UnitSelect } from '@/ui/UnitSelect';

const required = [{ required: true }];

/** The fields of a plan; `open` keeps what stays once the campaign is open. */
export function CampaignFields({ fixedUnit, open }: { fixedUnit?: boolean; open?: boolean }) {
  const { t } = useTranslation('campaign');
  return (
    <>
      {open && <Alert type="info" showIcon className="error-state" title={t('form.fixed')} />}
      <fieldset className="edit-part">
        <legend>{t('form.about')}</legend>
        <div className="edit-grid">
          <Form.Item name="unitId" label={t('field.unit')} rules={required}>
            <UnitSelect disabled={fixedUnit} allowClear={false} />
          </Form.Item>
          <Form.Item name={['details', 'year']} label={t('field.year')} rules={required}>
            <InputNumber min={1949} max={2199} disabled={open} />
          </Form.Item>
          <Form.Item
            className="wide"
            name={['details', 'title']}
            label={t('field.title')}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item
            className="wide"
            name={['details', 'description']}
            label={t('field.description')}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
          </Form.Item>
          <PreviousField />
        </div>
      </fieldset>
      <PhaseFields />
      <DeadlineFields open={open} />
      <fieldset className="edit-part">
        <legend>{t('form.rules')}</legend>
        <div className="edit-grid">
          <Form.Item
            name={['details', 'publicityDays']}
            label={t('field.publicityDays')}
            rules={required}
          >
            <InputNumber min={1} max={90} />
          </Form.Item>
          <Form.Item
            name={['details', 'objectionDays']}
            label={t('field.objectionDays')}
            rules={required}
          >
            <InputNumber min={1} max={180} />
          </Form.Item>
          <Form.Item className="wide" name={['details', 'publicNames']} valuePropName="checked">
            <Checkbox>{t('field.publicNames')}</Checkbox>
          </Form.Item>
        </div>
      </fieldset>
    </>
  );
}

/** An earlier campaign of the same unit. */
function PreviousField() {
  const { t } = useTranslation('campaign');
  const form = Form.useFormInstance();
  const unitId: string | undefined = Form.useWatch('unitId', form);
  const year: number | undefined = Form.useWatch(['details', 'year'], form);
  const [{ data }] = useQuery({
    query: EarlierCampaignsQuery,
    variables: { unitId: unitId ?? '' },
    pause: !unitId,
  });
  const earlier = (data?.campaigns.nodes ?? []).filter(
    (one) => one.unit?.id === unitId && (year === undefined || one.year < year),
  );
  return (
    <Form.Item name={['details', 'previousId']} label={t('field.previous')}>
      <Select<string>
        allowClear
        placeholder={t('form.none')}
        options={earlier.map((one) => ({ value: one.id, label: `${one.year} ${one.title}` }))}
      />
    </Form.Item>
  );
}

function PhaseFields() {
  const { t } = useTranslation('campaign');
  const phase = useEnum('CampaignPhase');
  return (
    <fieldset className="edit-part">
      <legend>{t('form.phases')}</legend>
      <p className="hint">{t('form.phasesHint')}</p>
      <div className="table-scroll">
        <table className="grid-table plan-table">
          <thead>
            <tr>
              <th scope="col">{t('field.phase')}</th>
              <th scope="col">{t('field.from')}</th>
              <th scope="col">{t('field.to')}</th>
            </tr>
          </thead>
          <tbody>
            {plannable.map((name) => (
              <PhaseRow key={name} name={name} label={phase.label(name)} />
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}

function PhaseRow({ name, label }: { name: Plannable; label: string }) {
  const { t } = useTranslation('campaign');
  const from = ['days', name, 'from'];
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <Form.Item name={from}>
          <DateInput aria-label={t('form.phaseFrom', { phase: label })} />
        </Form.Item>
      </td>
      <td>
        <Form.Item
          name={['days', name, 'to']}
          dependencies={[from]}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, to: string | undefined) => {
                const begins = getFieldValue(from) as string | undefined;
                if (!begins !== !to) return Promise.reject(new Error(t('form.bothDays')));
                if (begins && to && to < begins)
                  return Promise.reject(new Error(t('form.endsBefore')));
                return Promise.resolve();
              },
            }),
          ]}
        >
          <DateInput aria-label={t('form.phaseTo', { phase: label })} />
        </Form.Item>
      </td>
    </tr>
  );
}

function DeadlineFields({ open }: { open?: boolean }) {
  const { t } = useTranslation('campaign');
  const kind = useEnum('FormKind');
  const form = Form.useFormInstance();
  const chosen: Enum<'FormKind'>[] | undefined = Form.useWatch(['details', 'kinds'], form);
  return (
    <fieldset className="edit-part">
      <legend>{t('form.deadlines')}</legend>
      <p className="hint">{t('form.deadlinesHint')}</p>
      <Form.Item name={['details', 'kinds']} label={t('field.kinds')} rules={required}>
        <CheckboxGroup
          aria-label={t('field.kinds')}
          options={kind.options.map((option) => ({ ...option, disabled: open }))}
        />
      </Form.Item>
      <div className="edit-grid">
        {enums.FormKind.filter((one) => chosen?.includes(one)).map((one) => (
          <Form.Item
            key={one}
            name={['due', one]}
            label={t('form.dueOf', { form: kind.label(one) })}
            rules={required}
          >
            <DateInput />
          </Form.Item>
        ))}
      </div>
    </fieldset>
  );
}
