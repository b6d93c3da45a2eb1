import { useState } from 'react';
import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ImportDialog } from './ImportDialog';
import { serverUrl } from '@/lib/page';

interface Props {
  formId: string;
  /** The department and the campaign whose forms are taken together. */
  unitId: string | undefined;
  campaignId: string | undefined;
  /** Whether the viewer may fill the form: only then a filled file is taken back. */
  mayFill: boolean;
  /** A file was put into the draft. */
  onImported: () => void;
}

/** Print a form, take it away as a file, bring a filled file back. */
export function PaperMenu({ formId, unitId, campaignId, mayFill, onImported }: Props) {
  const { t } = useTranslation('paper');
  const navigate = useNavigate();
  const [importing, setImporting] = useState(false);
  const file = (format: string) => (
    <a href={serverUrl(`form/${formId}.${format}`)} download>
      {t(`menu.${format as 'xlsx' | 'docx'}`)}
    </a>
  );
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'print',
              label: t('menu.print'),
              onClick: () => void navigate(`/forms/${formId}/print`),
            },
            { key: 'xlsx', label: file('xlsx') },
            { key: 'docx', label: file('docx') },
            ...(unitId && campaignId
              ? [
                  {
                    key: 'zip',
                    label: (
                      <a
                        href={serverUrl(`unit/${unitId}/forms.zip?campaign=${campaignId}`)}
                        download
                      >
                        {t('menu.zip')}
                      </a>
                    ),
                  },
                ]
              : []),
            ...(mayFill
              ? [
                  { type: 'divider' as const },
                  {
                    key: 'import',
                    label: t('menu.import'),
                    onClick: () => setImporting(true),
                  },
                ]
              : []),
          ],
        }}
      >
        <Button icon={<DownOutlined />} iconPlacement="end">
          {t('menu.label')}
        </Button>
      </Dropdown>
      <ImportDialog
        formId={formId}
        open={importing}
        onClose={() => setImporting(false)}
        onImported={onImported}
      />
    </>
  );
}
