import { Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { CorrectEditionMutation, IssueEditionMutation, RegisterRulesMutation } from './mutations';
import { RulesDocumentQuery, type Edition, type RulesDocument } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { useNotify } from '@/ui/notify';
import { UnitSelect } from '@/ui/UnitSelect';

interface Values {
  number?: string;
  issuedBy?: string;
  issuedOn?: string;
  from?: string;
  changes?: string;
  link?: string;
  text?: string;
  reviewWithinDays?: number | null;
}

const blank: Values = {
  number: undefined,
  issuedBy: undefined,
  issuedOn: undefined,
  from: undefined,
  changes: undefined,
  link: undefined,
  text: undefined,
  reviewWithinDays: 30,
};

function valuesOf(edition: Edition): Values {
  const { number, issuedBy, issuedOn, from, changes, link, text, reviewWithinDays } = edition;
  return {
    number,
    issuedBy,
    issuedOn: issuedOn ?? undefined,
    from,
    changes,
    link,
    text,
    reviewWithinDays,
  };
}

function toEdition({ from = '', reviewWithinDays, ...rest }: Values) {
  const { number = '', issuedBy = '', changes = '', link = '', text = '', issuedOn } = rest;
  return {
    number,
    issuedBy,
    issuedOn,
    from,
    changes,
    link,
    text,
    reviewWithinDays: reviewWithinDays ?? 0,
  };
}

function fieldOf(path: string): string {
  return path.replace(/^(input\.)?(edition\.)?/, '');
}

interface RegisterValues extends Values {
  unitId?: string;
  title?: string;
  kind: Enum<'RulesKind'>;
}

interface RegisterProps {
  unitId: string | undefined;
  onClose: () => void;
  onDone: (id: string) => void;
}

/** Registers a document with its first edition. */
export function RegisterDialog({ unitId, onClose, onDone }: RegisterProps) {
  const { t } = useTranslation('rulebook');
  const kinds = useEnum('RulesKind');
  const notify = useNotify();
  const [, register] = useMutation(RegisterRulesMutation);
  return (
    <EditDialog<RegisterValues>
      title={t('register.title')}
      intro={t('register.intro')}
      start={{ ...blank, unitId, title: undefined, kind: 'RULES' }}
      draft="rulebook/register"
      width={720}
      fieldOf={fieldOf}
      onClose={onClose}
      send={async ({ unitId = '', title = '', kind, ...edition }) => {
        const { data, error } = await register({
          input: { unitId, title, kind, edition: toEdition(edition) },
        });
        if (error) return { error };
        return {
          done: () => {
            notify.success(t('register.done'));
            if (data) onDone(data.registerRulesDocument.document.id);
          },
        };
      }}
    >
      <div className="edit-grid">
        <Form.Item
          name="title"
          label={t('head.title')}
          rules={[{ required: true, whitespace: true }]}
          className="wide"
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="unitId" label={t('head.unit')} rules={[{ required: true }]}>
          <UnitSelect allowClear={false} />
        </Form.Item>
        <Form.Item name="kind" label={t('head.kind')} rules={[{ required: true }]}>
          <Radio.Group options={kinds.options} />
        </Form.Item>
      </div>
      <EditionFields first />
    </EditDialog>
  );
}

interface IssueProps {
  document: RulesDocument;
  onClose: () => void;
  onDone: () => void;
}

/** The version of a document as it is now, where somebody else changed it meanwhile. */
function useFresh(id: string) {
  const client = useClient();
  return async () => {
    const { data } = await client
      .query(RulesDocumentQuery, { id }, { requestPolicy: 'network-only' })
      .toPromise();
    return data?.node?.__typename === 'RulesDocument' ? data.node : null;
  };
}

/** Issues the next edition of a document. */
export function IssueDialog({ document, onClose, onDone }: IssueProps) {
  const { t } = useTranslation('rulebook');
  const answer = useAnswer(onDone);
  const fresh = useFresh(document.id);
  const [, issue] = useMutation(IssueEditionMutation);
  return (
    <EditDialog<Values>
      title={t('issue.title', { title: document.title })}
      intro={t('issue.intro')}
      start={blank}
      version={document.version}
      draft={`rulebook/issue/${document.id}`}
      submitLabel={t('issue.send')}
      width={720}
      fieldOf={fieldOf}
      onClose={onClose}
      send={async (values, expectedVersion) =>
        answer(
          await issue({
            input: { documentId: document.id, expectedVersion, edition: toEdition(values) },
          }),
          t('issue.done'),
        )
      }
      fresh={async () => {
        const now = await fresh();
        return now && { start: blank, version: now.version };
      }}
    >
      <EditionFields first={document.editions.every(({ withdrawnAt }) => withdrawnAt)} />
    </EditDialog>
  );
}

/** Corrects an edition that is yet to come into force. */
export function CorrectEditionDialog({
  document,
  edition,
  onClose,
  onDone,
}: IssueProps & { edition: Edition }) {
  const { t } = useTranslation('rulebook');
  const answer = useAnswer(onDone);
  const fresh = useFresh(document.id);
  const [, correct] = useMutation(CorrectEditionMutation);
  return (
    <EditDialog<Values>
      title={t('edition.correctTitle', { revision: edition.revision })}
      start={valuesOf(edition)}
      version={document.version}
      draft={`rulebook/correct/${edition.id}`}
      width={720}
      fieldOf={fieldOf}
      onClose={onClose}
      send={async (values, expectedVersion) =>
        answer(
          await correct({
            input: { editionId: edition.id, expectedVersion, edition: toEdition(values) },
          }),
          t('edition.corrected'),
        )
      }
      fresh={async () => {
        const now = await fresh();
        const same = now?.editions.find(({ id, coming }) => id === edition.id && coming);
        return now && same ? { start: valuesOf(same), version: now.version } : null;
      }}
    >
      <EditionFields first={edition.revision === 1} />
    </EditDialog>
  );
}

function EditionFields({ first }: { first: boolean }) {
  const { t } = useTranslation('rulebook');
  return (
    <div className="edit-grid">
      <Form.Item name="number" label={t('head.number')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="from"
        label={t('head.from')}
        extra={t('edition.fromHint')}
        rules={[{ required: true }]}
      >
        <DateInput />
      </Form.Item>
      <Form.Item name="issuedBy" label={t('edition.issuedBy')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="issuedOn" label={t('edition.issuedOn')}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="changes"
        label={t(first ? 'edition.about' : 'edition.changes')}
        rules={first ? [] : [{ required: true, whitespace: true }]}
        className="wide"
      >
        <Input.TextArea rows={3} maxLength={2000} showCount />
      </Form.Item>
      <Form.Item name="link" label={t('edition.linkField')} className="wide">
        <Input maxLength={500} autoComplete="off" inputMode="url" />
      </Form.Item>
      <Form.Item name="text" label={t('edition.textField')} className="wide">
        <Input.TextArea rows={3} maxLength={20000} />
      </Form.Item>
      <Form.Item
        name="reviewWithinDays"
        label={t('edition.within')}
        extra={t('edition.withinHint')}
        rules={[{ required: true }]}
      >
        <InputNumber min={1} max={180} precision={0} />
      </Form.Item>
    </div>
  );
}
