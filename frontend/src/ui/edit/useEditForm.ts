import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { dropDraft, readDraft, writeDraft, type Draft } from './drafts';
import { isStale, sortProblems, type FieldName } from './problems';
import { differs, rebase, type Clash } from './rebase';
import { problemsOf, type Problem } from '@/lib/errors';

/**
 * The server's refusal, or what to do now that it is done. `keep` holds on to what was typed,
 * where the server answered but wants something else first.
 */
export type Sent = { error: CombinedError } | { done: () => void; keep?: boolean };

export interface EditOptions<V extends object> {
  /** What the fields hold at the beginning; every field is named, empty ones too. */
  start: V;
  /** Version of the thing that `start` was read from, 0 for a new one. */
  version?: number;
  send: (values: V, version: number) => Promise<Sent>;
  /** Reads the newest version, for when somebody else saved in between. */
  fresh?: () => Promise<{ start: V; version: number } | null>;
  /** Where to keep what is typed, in case the session ends or the page is reloaded. */
  draft?: string;
  /** The field that stands for a path of the API's input, where the two are named apart. */
  fieldOf?: (path: string, values: V) => string;
}

type SetFields = { name: FieldName; errors?: string[]; warnings?: string[] }[];

/** State of a form: what it began with, sending, problems, catching up, drafts. */
export function useEditForm<V extends object>(options: EditOptions<V>) {
  const { start, version = 0, send, fresh, draft, fieldOf } = options;
  const { t } = useTranslation('edit');
  const [form] = Form.useForm<V>();
  // Fields of a dialog and of the page behind it may have the same names.
  const formName = `f${useId().replace(/\W/g, '')}`;
  const [kept] = useState(() =>
    draft ? recover(readDraft<V>(draft, Date.now()), start, version) : null,
  );
  const [restored, setRestored] = useState(kept !== null);
  const [base, setBase] = useState(
    kept ? { values: kept.base, version: kept.version } : { values: start, version },
  );
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [stale, setStale] = useState<'no' | 'yes' | 'gone'>('no');
  const [clashes, setClashes] = useState<Clash[] | null>(null);
  const [wrong, setWrong] = useState<FieldName[]>([]);
  const finished = useRef(false);

  const all = useCallback(() => form.getFieldsValue(true) as V, [form]);
  const mark = useCallback(
    // antd types the names by the form's values, which the server's answer cannot know.
    (fields: SetFields) => form.setFields(fields as Parameters<typeof form.setFields>[0]),
    [form],
  );
  const dirty = useCallback(() => !finished.current && differs(all(), base.values), [all, base]);

  const keeper = useKeeper(draft, () => ({
    values: all(),
    base: base.values,
    version: base.version,
  }));

  // A disabled field cannot take the focus, so it waits for the answer to be drawn.
  useEffect(() => {
    if (!busy && wrong.length > 0) focusFirst(formName, wrong);
  }, [busy, wrong, formName]);

  const registered = () => form.getFieldsError().map((field) => field.name as FieldName);

  const submit = async () => {
    // What the server said last time; antd keeps it on fields that have no rule of their own.
    mark(registered().map((name) => ({ name, errors: [], warnings: [] })));
    setBusy(true);
    setProblems([]);
    setStale('no');
    setClashes(null);
    const values = all();
    const sent = await send(values, base.version);
    if ('done' in sent) {
      finished.current = true;
      if (!sent.keep) keeper.drop();
      sent.done();
      return;
    }
    const sorted = sortProblems(problemsOf(sent.error), registered(), (path) =>
      fieldOf ? fieldOf(path, values) : path,
    );
    mark(sorted.fields);
    // Who cannot catch up is told in the server's words what became of it.
    const untold = sorted.stale && !fresh ? problemsOf(sent.error).filter(isStale) : [];
    setProblems([...untold, ...sorted.rest]);
    if (sorted.stale && fresh) setStale('yes');
    setWrong(sorted.fields.map((field) => field.name));
    setBusy(false);
  };

  const catchUp = async () => {
    if (!fresh) return;
    setBusy(true);
    const newest = await fresh();
    setBusy(false);
    if (!newest) return setStale('gone');
    const joined = rebase(base.values, all(), newest.start);
    form.setFieldsValue(joined.values as Parameters<typeof form.setFieldsValue>[0]);
    mark(
      joined.clashes.map(({ name, theirs }) => ({
        name,
        warnings: [
          theirs
            ? t('stale.theirs', { text: theirs })
            : t(theirs === '' ? 'stale.theirsEmpty' : 'stale.theirsOther'),
        ],
      })),
    );
    setBase({ values: newest.start, version: newest.version });
    setStale('no');
    setClashes(joined.clashes);
  };

  const discard = () => {
    form.setFieldsValue(start as Parameters<typeof form.setFieldsValue>[0]);
    setBase({ values: start, version });
    setRestored(false);
    keeper.drop();
  };

  return {
    form,
    formName,
    initialValues: kept?.values ?? start,
    busy,
    problems,
    stale,
    clashes,
    restored,
    dirty,
    submit,
    catchUp,
    discard,
    changed: keeper.note,
    drop: keeper.drop,
    /** antd found something wrong before sending. */
    refused: (fields: { name: FieldName }[]) => setWrong(fields.map((field) => field.name)),
  };
}

/**
 * A draft as the form begins with it. The thing may have moved on since: where that touches
 * nothing that was typed, the draft goes on from how it stands now.
 */
function recover<V extends object>(
  draft: Draft<V> | null,
  start: V,
  version: number,
): Draft<V> | null {
  if (!draft || draft.version === version) return draft;
  const { values, clashes } = rebase(draft.base, draft.values, start);
  return clashes.length > 0 ? draft : { ...draft, values, base: start, version };
}

/** Writes a draft once the typing pauses. */
function useKeeper<V extends object>(
  key: string | undefined,
  read: () => Omit<Draft<V>, 'savedAt'>,
) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  const save = useCallback(() => {
    timer.current = undefined;
    if (!key) return;
    const now = latest.current();
    // What was typed and deleted again is nothing to bring back.
    if (differs(now.values, now.base)) writeDraft(key, { ...now, savedAt: Date.now() });
    else dropDraft(key);
  }, [key]);
  // The session may end within the pause.
  useEffect(
    () => () => {
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      save();
    },
    [save],
  );
  return useMemo(
    () => ({
      note: () => {
        clearTimeout(timer.current);
        if (key) timer.current = setTimeout(save, 400);
      },
      drop: () => {
        clearTimeout(timer.current);
        timer.current = undefined;
        if (key) dropDraft(key);
      },
    }),
    [key, save],
  );
}

/** Puts the focus on the field that stands first on the page. */
function focusFirst(formName: string, names: FieldName[]) {
  const controls = names.flatMap((name) => {
    const element =
      document.getElementById([formName, ...name].join('_')) ??
      // A list as a whole is no control; its frame says which it is.
      document.querySelector<HTMLElement>(`#${formName} [data-field="${name.join('.')}"]`);
    return element ? [element] : [];
  });
  controls.sort((a, b) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  const first = controls[0];
  if (!first) return;
  first.scrollIntoView({ block: 'center' });
  const inside = 'input, textarea, select, button, [tabindex]';
  const target = first.matches(inside) ? first : first.querySelector<HTMLElement>(inside);
  target?.focus({ preventScroll: true });
}
