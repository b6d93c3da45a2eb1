import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordKey } from './draft';
import type { Shared } from './Pickers';
import type { Word } from './query';
import { labelOf, useMeanings } from './useMeanings';
import { useEnum } from '@/lib/enumLabel';

const several = 'SEVERAL';

/** The words of the file for grades, types and the like, those in doubt first. */
export function Words({ reading, draft, onAnswer }: Shared) {
  const { t } = useTranslation('imports');
  const kind = useEnum('ImportWordKind');
  const doubtful = reading.words.filter(({ certainty }) => certainty !== 'CLEAR');
  const clear = reading.words.filter(({ certainty }) => certainty === 'CLEAR');
  if (reading.words.length === 0) return null;
  const list = (words: Word[]) => (
    <ul className="map-words">
      {words.map((word) => (
        <li key={wordKey(word)} className="map-word">
          <span>
            <strong>{word.text}</strong>{' '}
            <span className="hint-inline">
              {t('mapping.wordAt', {
                kind: kind.label(word.kind),
                count: word.count,
                sheet: word.sheet,
                row: word.row,
              })}
            </span>
          </span>
          <WordPicker
            word={word}
            given={draft.words[wordKey(word)]?.value}
            onGiven={(value) => onAnswer({ of: 'word', word, value })}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="words-title">
      <h3 id="words-title">{t('mapping.words', { count: doubtful.length })}</h3>
      {list(doubtful)}
      {clear.length > 0 && (
        <details>
          <summary>{t('mapping.clearWords', { count: clear.length })}</summary>
          {list(clear)}
        </details>
      )}
    </section>
  );
}

interface PickerProps {
  word: Word;
  given: string | undefined;
  onGiven: (value: string | undefined) => void;
}

function WordPicker({ word, given, onGiven }: PickerProps) {
  const { t } = useTranslation('imports');
  const meanings = useMeanings(word.kind);
  const isClear = word.certainty === 'CLEAR';
  const value = given ?? (isClear ? (word.value ?? '') : '');
  const [ticking, setTicking] = useState(false);
  const joined = ticking || value.includes('+');
  const open = given === undefined && !isClear;
  const types = meanings.filter((meaning) => meaning.value !== 'OPEN');
  const ticked = (value || word.value || '').split('+').filter((one) => one && one !== 'OPEN');
  return (
    <>
      <select
        className="map-select"
        aria-label={t('mapping.wordMeans', { text: word.text })}
        data-open={open || undefined}
        value={joined ? several : value}
        onChange={({ target }) => {
          setTicking(target.value === several);
          // What the proposal ticks is chosen with the wish to tick several.
          const next = target.value === several ? ticked.join('+') : target.value;
          onGiven(next || undefined);
        }}
      >
        <option value="">
          {word.value
            ? t('mapping.proposed', { what: labelOf(meanings, word.value) })
            : t('mapping.unknownWord')}
        </option>
        {meanings.map((meaning) => (
          <option key={meaning.value} value={meaning.value}>
            {meaning.label}
          </option>
        ))}
        {word.kind === 'RISK_TYPE' && <option value={several}>{t('mapping.several')}</option>}
      </select>
      {joined && (
        <fieldset className="map-types">
          <legend>{t('mapping.severalOf', { text: word.text })}</legend>
          {types.map((type) => (
            <label key={type.value}>
              <input
                type="checkbox"
                checked={ticked.includes(type.value)}
                onChange={({ target }) => {
                  const next = types
                    .map((one) => one.value)
                    .filter((one) => (one === type.value ? target.checked : ticked.includes(one)));
                  if (next.length > 0) onGiven(next.join('+'));
                }}
              />
              {type.label}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
