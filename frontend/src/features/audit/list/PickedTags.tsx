import { useTranslation } from 'react-i18next';
import type { AuditState } from '../state';

interface Props {
  state: AuditState;
  onChange: (changes: Partial<AuditState>) => void;
  /** Names of what is filtered by. */
  actor: string;
  object?: string;
}

/** Who and what the log is narrowed to: picked from the rows, and given up here. */
export function PickedTags({ state, onChange, actor, object = '' }: Props) {
  const { t } = useTranslation('audit');
  if (!state.actor && !state.object) return null;
  return (
    <ul className="filter-tags" aria-label={t('filter.applied')}>
      {state.actor && (
        <Removable
          text={t('filter.actorTag', { name: actor })}
          label={t('filter.removeActor')}
          onRemove={() => onChange({ actor: undefined })}
        />
      )}
      {state.object && (
        <Removable
          text={t('filter.objectTag', { name: object })}
          label={t('filter.removeObject')}
          onRemove={() => onChange({ object: undefined })}
        />
      )}
    </ul>
  );
}

interface RemovableProps {
  text: string;
  label: string;
  onRemove: () => void;
}

function Removable({ text, label, onRemove }: RemovableProps) {
  return (
    <li className="tag filter-tag">
      {text}
      <button type="button" aria-label={label} title={label} onClick={onRemove}>
        ×
      </button>
    </li>
  );
}
