import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import type { Suggestion } from './suggest';

interface Props {
  id: string;
  label: string;
  /** The cell it belongs to. */
  anchor: RefObject<HTMLElement | null>;
  suggestions: readonly Suggestion[];
  /** Place of the one that Enter takes, -1 for none. */
  marked: number;
  onPick: (text: string) => void;
}

const most = 260;

/** What is offered, below the cell or above it where there is no room. */
export function SuggestionList({ id, label, anchor, suggestions, marked, onPick }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [place, setPlace] = useState<{
    left: number;
    top?: number;
    bottom?: number;
    min: number;
  }>();

  useLayoutEffect(() => {
    const settle = () => {
      const box = anchor.current?.getBoundingClientRect();
      if (!box) return;
      const below = window.innerHeight - box.bottom;
      const left = Math.max(4, Math.min(box.left, window.innerWidth - 240));
      const upwards = below < most && box.top > below;
      setPlace({
        left,
        min: box.width,
        ...(upwards ? { bottom: window.innerHeight - box.top } : { top: box.bottom }),
      });
    };
    settle();
    window.addEventListener('scroll', settle, true);
    window.addEventListener('resize', settle);
    return () => {
      window.removeEventListener('scroll', settle, true);
      window.removeEventListener('resize', settle);
    };
    // The cell grows with what is typed into it.
  }, [anchor, suggestions]);

  useLayoutEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);

  return createPortal(
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className="form-suggestions"
      style={{ left: place?.left, top: place?.top, bottom: place?.bottom, minWidth: place?.min }}
    >
      {suggestions.map(({ text, hint }, i) => (
        <li
          key={text}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === marked}
          // The focus stays in the cell.
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(text);
          }}
        >
          {text}
          {hint && <span className="hint-inline"> {hint}</span>}
        </li>
      ))}
    </ul>,
    document.body,
  );
}
