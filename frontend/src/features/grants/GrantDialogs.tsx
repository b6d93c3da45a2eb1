import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useAccountName, type AccountName } from './accountName';
import { ConfirmGrantMutation, DeclineGrantMutation } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { Facts } from '@/ui/Facts';
import { ReasonField } from '@/ui/ReasonField';

interface Grant {
  id: string;
  role: Enum<'Role'>;
  /** Null for the whole system. */
  unit: { name: string } | null;
  from: string;
  to: string | null;
  reason: string;
  holder: AccountName | null;
  grantedBy: AccountName | null;
}

interface Props {
  grant: Grant;
  onClose: () => void;
  onDone: () => void;
}

/** What is decided about, in full: nobody confirms by the name of a role alone. */
function GrantFacts({ grant }: { grant: Grant }) {
  const { t } = useTranslation('grants');
  const role = useEnum('Role');
  const name = useAccountName();
  return (
    <Facts
      items={[
        [t('field.holder'), name(grant.holder)],
        [t('field.role'), role.label(grant.role)],
        [t('field.unit'), grant.unit?.name ?? t('wholeSystem')],
        [
          t('field.term'),
          grant.to
            ? t('fromTo', { from: grant.from, to: grant.to })
            : t('since', { from: grant.from }),
        ],
        [t('field.reason'), grant.reason],
        [t('field.grantedBy'), name(grant.grantedBy)],
      ]}
    />
  );
}

export function ConfirmGrantDialog({ grant, onClose, onDone }: Props) {
  const { t } = useTranslation('grants');
  const answer = useAnswer(onDone);
  const [, confirm] = useMutation(ConfirmGrantMutation);
  return (
    <EditDialog<object>
      title={t('confirm.title')}
      intro={t('confirm.follows')}
      start={{}}
      submitLabel={t('confirm.action')}
      onClose={onClose}
      send={async () =>
        answer(await confirm({ input: { roleAppointmentId: grant.id } }), t('confirm.done'))
      }
    >
      <GrantFacts grant={grant} />
    </EditDialog>
  );
}

export function DeclineGrantDialog({ grant, onClose, onDone }: Props) {
  const { t } = useTranslation('grants');
  const answer = useAnswer(onDone);
  const [, decline] = useMutation(DeclineGrantMutation);
  return (
    <EditDialog<{ reason?: string }>
      title={t('decline.title')}
      intro={t('decline.follows')}
      start={{ reason: undefined }}
      submitLabel={t('decline.action')}
      danger
      onClose={onClose}
      send={async ({ reason = '' }) =>
        answer(await decline({ input: { roleAppointmentId: grant.id, reason } }), t('decline.done'))
      }
    >
      <GrantFacts grant={grant} />
      <ReasonField label={t('decline.reason')} />
    </EditDialog>
  );
}
