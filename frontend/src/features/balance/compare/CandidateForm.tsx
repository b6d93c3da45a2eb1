import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeKinds, newChange, type Candidate, type Change, type ChangeKind } from './candidate';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { Field } from '@/ui/Field';
import { PersonSelect } from '@/ui/PersonSelect';
import { PostSelect } from '@/ui/PostSelect';
import { UnitSelect } from '@/ui/UnitSelect';

interface Props {
  /** Counts from 1. */
  number: number;
  candidate: Candidate;
  onChange: (candidate: Candidate) => void;
  /** Missing where it is the only one. */
  onRemove?: () => void;
}

/** The changes of one candidate. */
export function CandidateForm({ number, candidate, onChange, onRemove }: Props) {
  const { t } = useTranslation('balanceCompare');
  const { label, changes } = candidate;
  const set = (at: number, next: Change) =>
    onChange({ ...candidate, changes: changes.map((one, i) => (i === at ? next : one)) });
  return (
    <fieldset className="edit-part compare-candidate">
      <legend>{t('candidate', { n: number })}</legend>
      <Field label={t('label')}>
        {(id) => (
          <Input
            id={id}
            value={label}
            maxLength={50}
            placeholder={t('candidate', { n: number })}
            onChange={(event) => onChange({ ...candidate, label: event.target.value })}
          />
        )}
      </Field>
      {changes.map((change, at) => (
        <div
          key={at}
          className="compare-change"
          role="group"
          aria-label={t('change', { n: at + 1 })}
        >
          <Field label={t('kind')}>
            {(id) => (
              <Select<ChangeKind>
                id={id}
                value={change.kind}
                options={changeKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
                onChange={(kind) => set(at, newChange(kind))}
              />
            )}
          </Field>
          <ChangeFields change={change} onChange={(next) => set(at, next)} />
          {changes.length > 1 && (
            <Button
              icon={<DeleteOutlined />}
              aria-label={t('removeChange', { n: at + 1 })}
              onClick={() =>
                onChange({ ...candidate, changes: changes.filter((_, i) => i !== at) })
              }
            />
          )}
        </div>
      ))}
      <div className="names">
        <Button
          onClick={() => onChange({ ...candidate, changes: [...changes, newChange('MERGE')] })}
        >
          {t('addChange')}
        </Button>
        {onRemove && <Button onClick={onRemove}>{t('removeCandidate')}</Button>}
      </div>
    </fieldset>
  );
}

function ChangeFields({
  change,
  onChange,
}: {
  change: Change;
  onChange: (change: Change) => void;
}) {
  const { t } = useTranslation('balanceCompare');
  const portfolio = useEnum('PortfolioKind');
  if (change.kind === 'MERGE')
    return (
      <>
        <Field label={t('from')}>
          {(id) => (
            <UnitSelect
              id={id}
              value={change.fromUnitId}
              onChange={(fromUnitId) => onChange({ ...change, fromUnitId })}
            />
          )}
        </Field>
        <Field label={t('into')}>
          {(id) => (
            <UnitSelect
              id={id}
              value={change.intoUnitId}
              onChange={(intoUnitId) => onChange({ ...change, intoUnitId })}
            />
          )}
        </Field>
      </>
    );
  const person = (
    <Field label={t('person')}>
      {(id) => (
        <PersonSelect
          id={id}
          value={change.personId}
          onChange={(personId: string | undefined) => onChange({ ...change, personId })}
        />
      )}
    </Field>
  );
  if (change.kind === 'PORTFOLIO')
    return (
      <>
        {person}
        <Field label={t('portfolio')}>
          {(id) => (
            <Select<Enum<'PortfolioKind'>>
              id={id}
              value={change.portfolio}
              options={portfolio.options}
              onChange={(kind) => onChange({ ...change, portfolio: kind })}
            />
          )}
        </Field>
        <Field label={t('unit')}>
          {(id) => (
            <UnitSelect
              id={id}
              value={change.unitId}
              onChange={(unitId) => onChange({ ...change, unitId })}
            />
          )}
        </Field>
      </>
    );
  return (
    <>
      {person}
      <Field label={t('post')}>
        {(id) => (
          <PostSelect
            id={id}
            value={change.postId}
            onChange={(postId: string | undefined) => onChange({ ...change, postId })}
          />
        )}
      </Field>
    </>
  );
}
