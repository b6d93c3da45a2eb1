import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';

interface Note {
  id: number;
  kind: 'success' | 'error';
  text: string;
}

interface Notify {
  success: (text: string) => void;
  error: (text: string) => void;
}

const NotifyContext = createContext<Notify | null>(null);

/** Short word on what was done; antd's `App` would bring all its dialogs into the shell. */
export function useNotify(): Notify {
  const notify = use(NotifyContext);
  if (!notify) throw new Error('used outside of NotifyProvider');
  return notify;
}

const shownFor = { success: 4000, error: 8000 };

export function NotifyProvider({ children }: { children: ReactNode }) {
  const [notes, setNotes] = useState<Note[]>([]);
  const count = useRef(0);
  const add = useCallback((kind: Note['kind'], text: string) => {
    const id = ++count.current;
    setNotes((shown) => [...shown, { id, kind, text }]);
    setTimeout(() => setNotes((shown) => shown.filter((note) => note.id !== id)), shownFor[kind]);
  }, []);
  const notify = useMemo<Notify>(
    () => ({ success: (text) => add('success', text), error: (text) => add('error', text) }),
    [add],
  );
  return (
    <NotifyContext value={notify}>
      {children}
      {/* Always there, so that screen readers watch it before the first word comes. */}
      <div className="notes" role="status" aria-live="polite">
        {notes.map(({ id, kind, text }) => (
          <div key={id} className={`note note-${kind}`}>
            {kind === 'success' ? <CheckCircleFilled /> : <CloseCircleFilled />} {text}
          </div>
        ))}
      </div>
    </NotifyContext>
  );
}
