import { CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldFinding } from './StepPanel';
import { useEnum } from '@/lib/enumLabel';

interface Props {
  findings: FieldFinding[];
  onStep: (key: string) => void;
}

/** What is wrong with the process or may be, the faults first; each leads to its step. */
export function FindingList({ findings, onStep }: Props) {
  const { t } = useTranslation('powerMap');
  const severity = useEnum('ProcessFindingSeverity');
  if (findings.length === 0) return <p className="hint">{t('plan.fine')}</p>;
  const sorted = [
    ...findings.filter((finding) => finding.severity === 'FAULT'),
    ...findings.filter((finding) => finding.severity !== 'FAULT'),
  ];
  return (
    <ul className="map-list">
      {sorted.map((finding, i) => {
        const fault = finding.severity === 'FAULT';
        const text = `${severity.label(finding.severity)}：${finding.message}`;
        return (
          <li key={i}>
            {fault ? (
              <CloseCircleFilled aria-hidden className="map-fault" />
            ) : (
              <WarningFilled aria-hidden className="map-mild" />
            )}
            {finding.stepKey ? (
              <Button type="link" className="link-inline" onClick={() => onStep(finding.stepKey)}>
                {text}
              </Button>
            ) : (
              <span>{text}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
