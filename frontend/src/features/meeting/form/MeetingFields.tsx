import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { MeetingCampaignsQuery } from '../query';
import type { MeetingValues } from './values';
import { DateInput } from '@/ui/DateInput';
import { PersonSelect } from '@/ui/PersonSelect';
import { UnitSelect } from '@/ui/UnitSelect';

const required = [{ required: true }];

export function MeetingFields({ unitFixed }: { unitFixed?: boolean }) {
  const { t } = useTranslation('meeting');
  return (
    <>
      <fieldset className="edit-part">
        <legend>{t('form.what')}</legend>
        <div className="edit-grid">
          <Form.Item name="unitId" label={t('field.unit')} rules={required}>
            <UnitSelect disabled={unitFixed} allowClear={false} />
          </Form.Item>
          <Form.Item
            name={['details', 'title']}
            label={t('field.title')}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name={['details', 'heldOn']} label={t('field.heldOn')} rules={required}>
            <DateInput />
          </Form.Item>
          <Form.Item name={['details', 'place']} label={t('field.place')}>
            <Input maxLength={200} />
          </Form.Item>
          <CampaignField />
        </div>
      </fieldset>
      <fieldset className="edit-part">
        <legend>{t('form.who')}</legend>
        <div className="edit-grid">
          <Form.Item
            className="wide"
            name={['details', 'members']}
            label={t('field.members')}
            extra={t('field.membersHint')}
            rules={required}
          >
            <PersonSelect multiple />
          </Form.Item>
          <Form.Item
            name="head"
            label={t('field.head')}
            extra={t('field.headHint')}
            dependencies={[['details', 'members']]}
            rules={[
              { required: true },
              ({ getFieldValue }) => ({
                validator: (_, head: string | undefined) => {
                  const members = getFieldValue([
                    'details',
                    'members',
                  ]) as MeetingValues['details']['members'];
                  return !head || members.includes(head)
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('form.pickHead')));
                },
              }),
            ]}
          >
            <PersonSelect />
          </Form.Item>
          <Form.Item name={['details', 'recorderId']} label={t('field.recorder')}>
            <PersonSelect />
          </Form.Item>
          <Form.Item
            name={['details', 'quorum']}
            label={t('field.quorum')}
            extra={t('field.quorumHint')}
          >
            <InputNumber min={2} max={100} precision={0} />
          </Form.Item>
        </div>
      </fieldset>
    </>
  );
}

/** The campaign that the meeting belongs to, of those that reach its unit. */
function CampaignField() {
  const { t } = useTranslation('meeting');
  const unitId: string | undefined = Form.useWatch('unitId', Form.useFormInstance());
  const [{ data }] = useQuery({
    query: MeetingCampaignsQuery,
    variables: { unitId: unitId ?? '' },
    pause: !unitId,
  });
  return (
    <Form.Item name={['details', 'campaignId']} label={t('field.campaign')}>
      <Select<string>
        allowClear
        placeholder={t('form.noCampaign')}
        options={data?.campaigns.nodes.map(({ id, year, title }) => ({
          value: id,
          label: title.includes(String(year)) ? title : `${year} ${title}`,
        }))}
      />
    </Form.Item>
  );
}
