import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { columnKeys, fixedColumns, type ColumnKey } from './columns';

interface Props {
  shown: ColumnKey[];
  onChange: (keys: ColumnKey[]) => void;
}

export function ColumnChoice({ shown, onChange }: Props) {
  const { t } = useTranslation('risk');
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className="column-choice"
          value={shown}
          onChange={(keys) => onChange(keys as ColumnKey[])}
          options={columnKeys.map((key) => ({
            value: key,
            label: t(`field.${key}`),
            disabled: fixedColumns.includes(key),
          }))}
        />
      }
    >
      <Button icon={<SettingOutlined aria-hidden />}>{t('list.columns')}</Button>
    </Popover>
  );
}
