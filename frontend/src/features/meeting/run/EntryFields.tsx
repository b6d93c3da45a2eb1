import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Entry } from './agenda';
import { enums, type Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

/** What is put to the vote on an item: a grade, the ground for retiring, or words. */
export function EntryFields({
  entry,
  onChange,
}: {
  entry: Entry;
  onChange: (entry: Entry) => void;
}) {
  const { t } = useTranslation(['meeting', 'common']);
  const kind = useEnum('ItemKind');
  const ground = useEnum('RetireGround');
  if (entry.kind === 'GRADE')
    return (
      <label>
        {t('meeting:agenda.proposed')}{' '}
        <Select<Enum<'Grade'>>
          value={entry.grade}
          aria-label={`${entry.title} ${t('meeting:agenda.proposed')}`}
          options={enums.Grade.map((grade) => ({
            value: grade,
            label: `${grade} ${t(`common:grade.${grade}`)}`,
          }))}
          onChange={(grade) => onChange({ ...entry, grade })}
        />
      </label>
    );
  return (
    <span className="entry-fields">
      <span className="tag">{kind.label(entry.kind)}</span>
      {entry.kind === 'RETIREMENT' && (
        <Select<Enum<'RetireGround'>>
          value={entry.ground}
          aria-label={`${entry.title} ${t('meeting:agenda.ground')}`}
          options={ground.options}
          onChange={(value) => onChange({ ...entry, ground: value })}
        />
      )}
      {entry.kind !== 'OPENING_DECISION' && (
        <Input.TextArea
          rows={1}
          autoSize
          maxLength={4000}
          value={entry.content}
          aria-label={`${entry.title} ${t('meeting:agenda.content')}`}
          placeholder={t(
            entry.kind === 'RETIREMENT' ? 'meeting:agenda.why' : 'meeting:agenda.measure',
          )}
          onChange={(event) => onChange({ ...entry, content: event.target.value })}
        />
      )}
    </span>
  );
}
