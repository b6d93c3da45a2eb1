import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { cleaned } from './clean';
import { suggests, takesMany, withChoice } from './suggest';
import { SuggestionList } from './SuggestionList';
import { useSuggestions } from './useSuggestions';
import type { GridColumn } from './column';

/** Where the focus goes when a cell is left. */
export type Leave = 'down' | 'next' | 'back' | 'stay';

interface Props {
  column: GridColumn;
  label: string;
  text: string;
  editing: boolean;
  invalid: boolean;
  describedBy?: string;
  required: boolean;
  /** Characters were typed into a cell that was only looked at. */
  onBegin: () => void;
  /** With every change, so that nothing typed waits for the cell to be left. */
  onType: (text: string) => void;
  onLeave: (to: Leave) => void;
}

/**
 * The control of the cell that has the focus. It is there before anything is typed, since an input
 * method for Chinese can only begin in a control that has the focus already.
 */
export function CellEditor(props: Props) {
  const { column, label, text, editing, invalid, describedBy, required, onBegin, onType, onLeave } =
    props;
  const control = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const list = useId();
  // What is being composed is nobody's text yet.
  const [composing, setComposing] = useState<string | null>(null);
  const [original, setOriginal] = useState(text);
  const [wasEditing, setWasEditing] = useState(editing);
  if (wasEditing !== editing) {
    setWasEditing(editing);
    setOriginal(text);
  }
  const [marked, setMarked] = useState<{ text: string; index: number } | null>(null);
  const [closed, setClosed] = useState(false);
  const shown = composing ?? text;
  const { suggestions, picked } = useSuggestions(column, shown, editing && !closed);
  const open = suggestions.length > 0;
  const whole = suggestions.findIndex((offered) => offered.text === shown.trim());
  // Of a few words the first that fits is meant; of names only the one that is pointed at.
  const first =
    column.input === 'CHOICE' && shown !== '' && shown !== original ? Math.max(0, whole) : -1;
  const place = Math.min(
    marked !== null && marked.text === shown ? marked.index : first,
    suggestions.length - 1,
  );

  useLayoutEffect(() => {
    const element = control.current;
    if (!element || document.activeElement !== element) return;
    // Looked at, all is marked: the next character takes its place, as in a spreadsheet.
    if (!editing) element.select();
  }, [editing, text]);

  useLayoutEffect(() => {
    const element = control.current;
    // An input method that has begun must not be disturbed; typing has the caret there already.
    if (editing && composing === null) element?.setSelectionRange(text.length, text.length);
    // Only as it begins: later the caret is where it was put.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editing]);

  const write = (next: string) => {
    if (!editing) {
      setOriginal(text);
      setWasEditing(true);
      onBegin();
    }
    setClosed(false);
    onType(next);
  };

  const pick = (chosen: string) => {
    const next = withChoice(column.input, shown, chosen, picked);
    onType(next);
    setMarked(null);
    if (!takesMany(column.input)) setClosed(true);
  };

  const leave = (to: Leave) => {
    const now = control.current?.value ?? text;
    const clean = cleaned(column, now);
    if (clean !== text) onType(clean);
    setClosed(false);
    onLeave(to);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!editing || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    const taken = () => event.preventDefault();
    if ((key === 'ArrowDown' || key === 'ArrowUp') && suggests(column.input)) {
      taken();
      setClosed(false);
      const count = suggestions.length;
      if (count === 0) return;
      const step = key === 'ArrowDown' ? place + 1 : place < 0 ? count - 1 : place - 1;
      setMarked({ text: shown, index: (step + count) % count });
    } else if (key === 'Escape') {
      taken();
      if (open && marked !== null) setMarked(null);
      else {
        if (original !== text) onType(original);
        setClosed(false);
        onLeave('stay');
      }
    } else if (key === 'Enter' && (altKey || shiftKey) && column.input === 'LONG') {
      taken();
      control.current?.setRangeText('\n', ...selectionOf(control.current), 'end');
      write(control.current?.value ?? text);
    } else if (key === 'Enter' && !ctrlKey && !metaKey) {
      taken();
      const chosen = open ? suggestions[place] : undefined;
      if (chosen) {
        pick(chosen.text);
        if (takesMany(column.input)) return;
        onLeave('down');
      } else leave('down');
    } else if (key === 'Tab') {
      const chosen = open ? suggestions[place] : undefined;
      if (chosen) pick(chosen.text);
      taken();
      const to = shiftKey ? 'back' : 'next';
      if (chosen) onLeave(to);
      else leave(to);
    }
  };

  const shared = {
    ref: control,
    className: `cell-editor${editing ? ' is-editing' : ''}`,
    value: shown,
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    'aria-required': required || undefined,
    spellCheck: false,
    autoComplete: 'off',
    onKeyDown,
    onFocus: () => !editing && control.current?.select(),
    onBlur: () => editing && leave('stay'),
    onCompositionStart: () => {
      setComposing(shown);
      if (!editing) {
        setOriginal(text);
        setWasEditing(true);
        onBegin();
      }
    },
    onCompositionEnd: (event: { currentTarget: { value: string } }) => {
      setComposing(null);
      write(event.currentTarget.value);
    },
    onChange: (event: { target: { value: string } }) =>
      composing === null ? write(event.target.value) : setComposing(event.target.value),
  };

  if (!suggests(column.input)) {
    return (
      <textarea
        {...shared}
        rows={1}
        inputMode={column.input === 'NUMBER' ? 'numeric' : undefined}
      />
    );
  }
  return (
    <>
      <input
        {...shared}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        aria-activedescendant={open && place >= 0 ? `${list}-${place}` : undefined}
      />
      {open && (
        <SuggestionList
          id={list}
          label={label}
          anchor={control}
          suggestions={suggestions}
          marked={place}
          onPick={pick}
        />
      )}
    </>
  );
}

function selectionOf(element: HTMLTextAreaElement): [number, number] {
  return [element.selectionStart, element.selectionEnd];
}
