import { useState } from 'react';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation, useQuery } from 'urql';
import { isWorking } from '../jobs/query';
import {
  AdvanceCampaignMutation,
  ArchiveCampaignMutation,
  CampaignDetailQuery,
  CampaignProgressQuery,
  CloseCampaignMutation,
  OpenCampaignMutation,
  type CampaignDetail,
} from './query';
import { sumOver } from './progress';
import { useEnum } from '@/lib/enumLabel';
import { EditDialog } from '@/ui/edit/EditDialog';
import { LinkButton } from '@/ui/LinkButton';
import { useNotify } from '@/ui/notify';
import { ReasonField } from '@/ui/ReasonField';

export type Step = 'OPEN' | 'RESUME' | 'ADVANCE' | 'CLOSE' | 'ARCHIVE';

/** The steps that a campaign's state allows, the most likely first. */
export function stepsOf(campaign: CampaignDetail): Step[] {
  if (campaign.phase === 'ARCHIVED') return [];
  if (campaign.closedAt) return ['ARCHIVE'];
  if (!campaign.openedAt) return ['OPEN'];
  const steps: Step[] = [];
  if (!campaign.expectedAt && !isWorking(campaign.job)) steps.push('RESUME');
  if (campaign.nextPhase) steps.push('ADVANCE');
  return [...steps, 'CLOSE'];
}

interface Props {
  campaign: CampaignDetail;
  onChanged: () => void;
}

export function CampaignActions({ campaign, onChanged }: Props) {
  const { t } = useTranslation('campaign');
  const phase = useEnum('CampaignPhase');
  const [step, setStep] = useState<Step | null>(null);
  if (!campaign.allowedActions.includes('MANAGE_CAMPAIGNS')) return null;
  const label = (one: Step) => t(`action.${one}`, { phase: phase.label(campaign.nextPhase) });
  return (
    <>
      {stepsOf(campaign).map((one, i) => (
        <Button
          key={one}
          type={i === 0 ? 'primary' : 'default'}
          danger={one === 'CLOSE'}
          onClick={() => setStep(one)}
        >
          {label(one)}
        </Button>
      ))}
      {!campaign.closedAt && (
        <LinkButton to={`/campaigns/${campaign.id}/edit`}>{t('action.edit')}</LinkButton>
      )}
      {step && (
        <StepDialog
          campaign={campaign}
          step={step}
          label={label(step)}
          onClose={() => setStep(null)}
          onDone={() => {
            setStep(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

interface DialogProps {
  campaign: CampaignDetail;
  step: Step;
  label: string;
  onClose: () => void;
  onDone: () => void;
}

interface Values {
  reason?: string;
}

function StepDialog({ campaign, step, label, onClose, onDone }: DialogProps) {
  const { t } = useTranslation(['campaign', 'edit']);
  const notify = useNotify();
  const client = useClient();
  const [, open] = useMutation(OpenCampaignMutation);
  const [, advance] = useMutation(AdvanceCampaignMutation);
  const [, close] = useMutation(CloseCampaignMutation);
  const [, archive] = useMutation(ArchiveCampaignMutation);
  const run = { OPEN: open, RESUME: open, ADVANCE: advance, CLOSE: close, ARCHIVE: archive }[step];
  const needsReason = step === 'CLOSE' || step === 'ARCHIVE';
  return (
    <EditDialog<Values>
      title={label}
      intro={t(`campaign:ask.${step}`)}
      start={{ reason: '' }}
      version={campaign.version}
      draft={`campaign/${campaign.id}/${step}`}
      onClose={onClose}
      submitLabel={label}
      danger={step === 'CLOSE'}
      send={async ({ reason = '' }, version) => {
        const { error } = await run({
          input: { id: campaign.id, expectedVersion: version, reason },
        });
        if (error) return { error };
        return {
          done: () => {
            notify.success(t(`campaign:done.${step}`));
            onDone();
          },
        };
      }}
      fresh={async () => {
        const { data } = await client
          .query(CampaignDetailQuery, { id: campaign.id }, { requestPolicy: 'network-only' })
          .toPromise();
        return data?.node?.__typename === 'Campaign'
          ? { start: { reason: '' }, version: data.node.version }
          : null;
      }}
    >
      {step === 'CLOSE' && <Unfinished campaignId={campaign.id} />}
      {needsReason ? (
        <ReasonField />
      ) : (
        <Form.Item name="reason" label={t('edit:reason.label')} extra={t('edit:reason.hint')}>
          <Input.TextArea rows={2} maxLength={500} showCount />
        </Form.Item>
      )}
    </EditDialog>
  );
}

/** How many forms will never be filed if the campaign ends now. */
function Unfinished({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('campaign');
  const [{ data }] = useQuery({ query: CampaignProgressQuery, variables: { campaignId } });
  if (!data) return null;
  const { headings, totals } = data.campaignProgress;
  const sum = sumOver(data.campaignProgress, totals, []);
  const of = (heading: (typeof headings)[number]) => sum[headings.indexOf(heading)] ?? 0;
  const count = of('EXPECTED') - of('FILED');
  return count > 0 ? (
    <p role="status">{t('ask.unfinished', { count, expected: of('EXPECTED') })}</p>
  ) : null;
}
