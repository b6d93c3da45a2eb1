import { useEffect, useLayoutEffect, useRef } from 'react';

interface Clipboard {
  copy: () => string;
  cut: () => void;
  paste: (text: string) => void;
  /** A cell is being edited: the browser's own copying is meant. */
  busy: () => boolean;
}

/** Listens on the document: a cell that is no control gets no such events of its own. */
export function useClipboard(box: { current: HTMLElement | null }, clipboard: Clipboard) {
  const latest = useRef(clipboard);
  useLayoutEffect(() => {
    latest.current = clipboard;
  });
  useEffect(() => {
    const on = (event: ClipboardEvent) => {
      const { copy, cut, paste, busy } = latest.current;
      if (busy() || !box.current?.contains(document.activeElement) || !event.clipboardData) return;
      event.preventDefault();
      if (event.type === 'paste') return paste(event.clipboardData.getData('text/plain'));
      event.clipboardData.setData('text/plain', copy());
      if (event.type === 'cut') cut();
    };
    const names = ['copy', 'cut', 'paste'] as const;
    for (const name of names) document.addEventListener(name, on);
    return () => {
      for (const name of names) document.removeEventListener(name, on);
    };
  }, [box]);
}
