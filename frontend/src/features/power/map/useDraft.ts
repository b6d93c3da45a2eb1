import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useClient, type CombinedError } from 'urql';
import { Autosave, type SaveState } from './autosave';
import { inputOf, planOf, type Plan } from './plan';
import { ProcessDraftQuery, SaveDraftMutation, type Draft, type DraftState } from './query';
import { reduce, start, type Action } from './state';
import { hasCode, problemsOf } from '@/lib/errors';
import { useViewer } from '@/lib/viewer';
import { draftKey, dropDraft, dropForeignDrafts, readDraft, writeDraft } from '@/ui/edit/drafts';

/** What somebody else saved while this was edited. */
export type Theirs = Draft;

/** The draft of a process as it is edited here, saved while it is typed. */
export function useDraft(draft: Draft) {
  const client = useClient();
  const { account } = useViewer();
  const { pathname } = useLocation();
  const powerId = draft.power.id;
  const kept = draftKey(account.id, pathname);
  const [first] = useState(() => {
    const left = readDraft<Plan>(kept, Date.now());
    return {
      plan: left?.values ?? planOf(draft),
      version: left?.version ?? draft.version,
      left: left !== null,
    };
  });
  const [edited, dispatch] = useReducer(reduce, first.plan, start);
  const [info, setInfo] = useState<DraftState>(draft);
  const [state, setState] = useState<SaveState>('saved');
  const [error, setError] = useState<CombinedError>();
  const [theirs, setTheirs] = useState<Theirs>();
  const [restored, setRestored] = useState(first.left);
  const base = useRef(draft.baseRevision);
  // The plan that needs no saving: what came from the server.
  const known = useRef<Plan | null>(first.left ? null : first.plan);

  const newest = useCallback(
    async () =>
      (
        await client
          .query(ProcessDraftQuery, { powerId }, { requestPolicy: 'network-only' })
          .toPromise()
      ).data?.processDraft,
    [client, powerId],
  );

  const [autosave] = useState(
    () =>
      new Autosave<{ plan: Plan; base: number }, DraftState>({
        version: first.version,
        save: async ({ plan, base: baseRevision }, version) => {
          const input = {
            powerId,
            expectedVersion: version,
            baseRevision,
            ...inputOf(plan),
          };
          const { data, error: failed } = await client
            .mutation(SaveDraftMutation, { input })
            .toPromise();
          if (data) {
            setError(undefined);
            const answer = data.saveProcessDraft.draft;
            return { kind: 'saved', version: answer.version, answer };
          }
          if (hasCode(failed, 'CONFLICT')) {
            setTheirs(await newest());
            return { kind: 'conflict' };
          }
          // Without a connection it is tried again; what the server says has to be read.
          setError(
            problemsOf(failed).some((problem) => problem.code === 'NETWORK') ? undefined : failed,
          );
          return { kind: 'failed' };
        },
        tell: (next, answer) => {
          setState(next);
          if (answer) setInfo(answer);
        },
      }),
  );

  useEffect(() => dropForeignDrafts(account.id), [account.id]);
  const now = edited.now;
  useEffect(() => {
    if (now === known.current) return;
    known.current = now;
    autosave.change({ plan: now, base: base.current });
  }, [now, autosave]);
  useEffect(() => {
    // A session may end and a browser may crash: what is not on the server is kept in this tab.
    if (state === 'saved' && autosave.clean) dropDraft(kept);
    else {
      const version = autosave.version;
      writeDraft(kept, { values: now, base: now, version, savedAt: Date.now() });
    }
  }, [state, now, kept, autosave]);
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (autosave.clean) return;
      event.preventDefault();
      void autosave.flush();
    };
    const hiding = () => document.visibilityState === 'hidden' && void autosave.flush();
    window.addEventListener('beforeunload', leaving);
    document.addEventListener('visibilitychange', hiding);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      document.removeEventListener('visibilitychange', hiding);
      autosave.stop();
    };
  }, [autosave]);

  const load = (next: Draft) => {
    const plan = planOf(next);
    known.current = plan;
    base.current = next.baseRevision;
    autosave.theirs(next.version);
    dispatch({ do: 'load', plan });
    setInfo(next);
    setTheirs(undefined);
    setRestored(false);
    dropDraft(kept);
  };

  return {
    plan: now,
    canUndo: edited.past.length > 0,
    canRedo: edited.future.length > 0,
    act: dispatch as (action: Action) => void,
    info,
    state,
    error,
    theirs,
    restored,
    load,
    newest,
    flush: () => autosave.flush(),
    isClean: () => autosave.clean,
    version: () => autosave.version,
    keepMine: () => {
      setTheirs(undefined);
      autosave.mine(theirs?.version ?? 0);
    },
    /** Goes on from the version in force; true where that was saved. */
    moveBase: () => {
      base.current = info.currentRevision;
      autosave.change({ plan: now, base: base.current });
      return autosave.flush();
    },
    /** Leaves what could not be saved behind. */
    drop: () => {
      autosave.theirs(autosave.version);
      dropDraft(kept);
    },
  };
}

export type DraftEditing = ReturnType<typeof useDraft>;
