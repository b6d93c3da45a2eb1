import { useCallback } from 'react';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { LinkRulesMutation, UnlinkRulesMutation } from './mutations';
import { MeasuresToLinkQuery, RulesToLinkQuery, type RulesDocument } from './query';
import { PowersSelect } from '@/features/power/door';
import { useEnum } from '@/lib/enumLabel';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { RemoteSelect, type PickerProps } from '@/ui/RemoteSelect';

type Several = Omit<Extract<PickerProps, { multiple: true }>, 'multiple'>;

const none = () => Promise.resolve([]);

/** Picks any number of measures of a unit and those below it. */
function MeasuresSelect({ unitId, ...props }: Several & { unitId: string }) {
  const { t } = useTranslation('rulebook');
  const client = useClient();
  const status = useEnum('MeasureStatus').label;
  const search = useCallback(
    async (text: string) => {
      const filter = { unitId, text: text || undefined };
      const { data, error } = await client.query(MeasuresToLinkQuery, { filter }).toPromise();
      if (error || !data) throw error;
      return data.measures.nodes
        .filter((m) => m.status !== 'RETIRED')
        .map((m) => ({
          value: m.id,
          label: `${m.content}（${[m.unit?.name, status(m.status)].filter(Boolean).join('，')}）`,
        }));
    },
    [client, status, unitId],
  );
  return (
    <RemoteSelect
      placeholder={t('link.pickMeasures')}
      {...props}
      multiple
      search={search}
      resolve={none}
    />
  );
}

/** Picks any number of documents on which something of a unit may stand. */
function RulesSelect({ unitId, ...props }: Several & { unitId: string }) {
  const { t } = useTranslation('rulebook');
  const client = useClient();
  const search = useCallback(
    async (text: string) => {
      const filter = {
        appliesToUnitId: unitId,
        text: text || undefined,
        states: ['NOT_YET' as const, 'IN_FORCE' as const],
      };
      const { data, error } = await client.query(RulesToLinkQuery, { filter }).toPromise();
      if (error || !data) throw error;
      return data.rulesDocuments.nodes.map((d) => ({
        value: d.id,
        label: `${d.title}（${[d.holding?.number, d.unit.name].filter(Boolean).join('，')}）`,
      }));
    },
    [client, unitId],
  );
  return (
    <RemoteSelect
      placeholder={t('link.pickRules')}
      {...props}
      multiple
      search={search}
      resolve={none}
    />
  );
}

interface Things {
  powerIds?: string[];
  measureIds?: string[];
}

interface LinkThingsProps {
  document: RulesDocument;
  onClose: () => void;
  onDone: () => void;
}

/** Says which powers and measures stand on a document. */
export function LinkThingsDialog({ document, onClose, onDone }: LinkThingsProps) {
  const { t } = useTranslation('rulebook');
  const answer = useAnswer(onDone);
  const [, link] = useMutation(LinkRulesMutation);
  return (
    <EditDialog<Things>
      title={t('link.things', { title: document.title })}
      intro={t('link.intro')}
      start={{ powerIds: [], measureIds: [] }}
      submitLabel={t('link.send')}
      fieldOf={(path) => path.replace(/^(input\.)?documentIds/, 'measureIds').replace('input.', '')}
      onClose={onClose}
      send={async ({ powerIds = [], measureIds = [] }) =>
        answer(
          await link({ input: { documentIds: [document.id], powerIds, measureIds } }),
          t('link.done'),
        )
      }
    >
      <Form.Item name="measureIds" label={t('link.measures')}>
        <MeasuresSelect unitId={document.unit.id} />
      </Form.Item>
      <Form.Item name="powerIds" label={t('link.powers')}>
        <PowersSelect unitId={document.unit.id} />
      </Form.Item>
    </EditDialog>
  );
}

interface LinkRulesProps {
  /** The power or measure. */
  thing: { powerIds?: string[]; measureIds?: string[] };
  unitId: string;
  onClose: () => void;
  onDone: () => void;
}

/** Says on which documents a power or a measure stands. */
export function LinkRulesDialog({ thing, unitId, onClose, onDone }: LinkRulesProps) {
  const { t } = useTranslation('rulebook');
  const answer = useAnswer(onDone);
  const [, link] = useMutation(LinkRulesMutation);
  return (
    <EditDialog<{ documentIds?: string[] }>
      title={t('link.rules')}
      intro={t('link.rulesIntro')}
      start={{ documentIds: [] }}
      submitLabel={t('link.send')}
      fieldOf={(path) => path.replace('input.', '')}
      onClose={onClose}
      send={async ({ documentIds = [] }) =>
        answer(await link({ input: { documentIds, ...thing } }), t('link.done'))
      }
    >
      <Form.Item name="documentIds" label={t('title')} rules={[{ required: true }]}>
        <RulesSelect unitId={unitId} />
      </Form.Item>
    </EditDialog>
  );
}

interface UnlinkProps {
  linkId: string;
  thing: string;
  title: string;
  onClose: () => void;
  onDone: () => void;
}

/** Parts a power or a measure from a document. */
export function UnlinkDialog({ linkId, thing, title, onClose, onDone }: UnlinkProps) {
  const { t } = useTranslation('rulebook');
  const answer = useAnswer(onDone);
  const [, unlink] = useMutation(UnlinkRulesMutation);
  return (
    <EditDialog<Record<string, never>>
      title={t('unlink.title')}
      intro={t('unlink.intro', { thing, title })}
      start={{}}
      submitLabel={t('unlink.action')}
      danger
      onClose={onClose}
      send={async () => answer(await unlink({ input: { linkIds: [linkId] } }), t('unlink.done'))}
    >
      {null}
    </EditDialog>
  );
}
