import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  SyncOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { SaveState } from './autosave';

const icons = {
  saved: <CheckCircleOutlined aria-hidden />,
  waiting: <ClockCircleOutlined aria-hidden />,
  saving: <SyncOutlined aria-hidden />,
  failed: <WarningOutlined aria-hidden className="map-fault" />,
  conflict: <WarningOutlined aria-hidden className="map-fault" />,
};

/** Whether what was typed is kept. */
export function SaveStatus({ state, fresh }: { state: SaveState; fresh: boolean }) {
  const { t } = useTranslation('powerMap');
  return (
    <span className="map-status" role="status">
      {icons[state]} {t(fresh && state === 'saved' ? 'status.clean' : `status.${state}`)}
    </span>
  );
}
