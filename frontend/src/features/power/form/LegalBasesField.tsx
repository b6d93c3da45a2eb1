import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** The provisions that a power rests on, one line each. */
export function LegalBasesField() {
  const { t } = useTranslation(['power', 'powerEdit']);
  return (
    <fieldset className="edit-part">
      <legend>{t('field.legalBases')}</legend>
      <Form.List name={['details', 'legalBases']}>
        {(rows, { add, remove }, { errors, warnings }) => (
          <div className="edit-rows" data-field="details.legalBases">
            {rows.map(({ key, name }, i) => (
              <div
                key={key}
                className="legal-row"
                role="group"
                aria-label={t('powerEdit:basis', { n: i + 1 })}
              >
                <Form.Item name={[name, 'law']} label={t('powerEdit:law')}>
                  <Input placeholder={t('powerEdit:lawHint')} />
                </Form.Item>
                <Form.Item name={[name, 'article']} label={t('powerEdit:article')}>
                  <Input placeholder={t('powerEdit:articleHint')} />
                </Form.Item>
                <Form.Item name={[name, 'text']} label={t('powerEdit:text')}>
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
                </Form.Item>
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={t('powerEdit:removeBasis', { n: i + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({})}>
              {t('powerEdit:addBasis')}
            </Button>
            <Form.ErrorList errors={errors} warnings={warnings} />
          </div>
        )}
      </Form.List>
    </fieldset>
  );
}
