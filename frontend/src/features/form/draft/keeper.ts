import type { Content, FormProblem, Layout } from '../query';
import { merge, settle, type Clash } from './merge';
import { afterPatch, isEmptyPatch, patchOf, type Patch } from './patch';
import { remainderOf, widen, type Mirror } from './remainder';
import { sheetOf, type Sheet } from './sheet';
import type { Problem } from '@/lib/errors';

/** What became of a save. */
export type Answer = { content: Content } | { problems: Problem[] };

export interface Server {
  save(patch: Patch, version: number): Promise<Answer>;
  load(): Promise<Answer>;
}

/** Where the typed text is. `held`: nowhere but here, and the server will not have it as it is. */
export type SaveStatus = 'saved' | 'waiting' | 'saving' | 'retrying' | 'clashing' | 'held';

export interface Snapshot {
  readonly sheet: Sheet;
  /** What the server is known to hold. */
  readonly base: Sheet;
  readonly version: number;
  /** What keeps it out of the register, and then what keeps it from being handed in. */
  readonly problems: readonly FormProblem[];
  /** Whether it carries on a form that was filed the year before. */
  readonly carriesOn: boolean;
  readonly status: SaveStatus;
  readonly savedAt: string | null;
  readonly clashes: readonly Clash[];
  /** Why a save was refused. */
  readonly refusal: readonly Problem[];
  /** Something typed was found that the server did not have. */
  readonly restored: boolean;
  /** The browser keeps a copy of what the server does not have yet. */
  readonly mirrored: boolean;
  /** Others saved at the same time, and nothing collided. */
  readonly joined: boolean;
}

export interface Times {
  /** Milliseconds from the last change to a save. */
  pause: number;
  /** The same to the copy in the browser. */
  mirrorPause: number;
  /** First and longest wait before another try. */
  retry: number;
  longestRetry: number;
  now: () => number;
}

export const usualTimes: Times = {
  pause: 1000,
  mirrorPause: 150,
  retry: 2000,
  longestRetry: 30_000,
  now: () => Date.now(),
};

/** Failures that go by themselves; anything else needs somebody to look at it. */
const passing: readonly Problem['code'][] = ['NETWORK', 'UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL'];

/**
 * Holds what is typed into a form and brings it to the server: at a pause of the typing, again
 * when that failed, and never over what somebody else saved. Until the server has it, a copy is
 * kept in the browser.
 */
export class DraftKeeper {
  private snapshot: Snapshot;
  private listeners = new Set<() => void>();
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private mirrorTimer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private failures = 0;
  private closed = false;

  constructor(
    private layout: Layout,
    content: Content,
    private server: Server,
    private mirror: Mirror,
    private times: Times = usualTimes,
  ) {
    const base = sheetOf(content);
    this.snapshot = {
      sheet: base,
      base,
      version: content.draftVersion,
      ...judged(content),
      status: 'saved',
      savedAt: content.draftSavedAt,
      clashes: [],
      refusal: [],
      restored: false,
      mirrored: true,
      joined: false,
    };
    this.recover();
  }

  read = (): Snapshot => this.snapshot;

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Whether something is here that the server does not have. */
  dirty = (): boolean => this.snapshot.clashes.length > 0 || !isEmptyPatch(this.patch());

  /** Changes the sheet; it is saved once the typing pauses. */
  change = (edit: (sheet: Sheet) => Sheet) => {
    const sheet = edit(this.snapshot.sheet);
    if (sheet === this.snapshot.sheet) return;
    this.set({ sheet });
    this.touched();
  };

  /** Saves now; tells whether the server has all of it. */
  flush = async (): Promise<boolean> => {
    while (this.dirty() && !this.closed) {
      if (this.snapshot.clashes.length > 0) return false;
      const failures = this.failures;
      await (this.running ?? this.start());
      if (this.failures > failures || this.snapshot.status === 'held') return false;
    }
    return !this.dirty();
  };

  /** Takes over what the server answered to something else than a save, as an apply. */
  replace = (content: Content) => {
    const base = sheetOf(content);
    const { sheet } = merge(this.snapshot.base, this.snapshot.sheet, base);
    const whole = this.dirty() ? sheet : base;
    this.set({ sheet: whole, ...this.held(content, base), clashes: [] });
    this.settleMirror();
  };

  /** Settles all clashes: rows named in `theirs` as the other saved them, all else as it stands here. */
  choose = (theirs: ReadonlySet<string>) => {
    this.set({
      sheet: settle(this.snapshot.sheet, this.snapshot.clashes, theirs),
      clashes: [],
      joined: false,
    });
    this.touched(0);
  };

  /** Another try at once, as when the network is back. */
  retry = () => {
    if (this.dirty() && this.snapshot.clashes.length === 0 && !this.running) void this.start();
  };

  /** Puts away what was said about things that are over. */
  dismiss = () => this.set({ restored: false, joined: false });

  /** Writes the copy in the browser without waiting, as when the page goes away. */
  keep = () => {
    clearTimeout(this.mirrorTimer);
    this.mirrorTimer = undefined;
    this.settleMirror();
  };

  /** Starts again after `close`, as React does with effects. */
  open = () => {
    this.closed = false;
    if (this.dirty() && this.snapshot.clashes.length === 0) this.touched();
  };

  close = () => {
    this.keep();
    this.closed = true;
    clearTimeout(this.saveTimer);
  };

  private set(changes: Partial<Snapshot>) {
    this.snapshot = { ...this.snapshot, ...changes };
    for (const listener of this.listeners) listener();
  }

  private patch(): Patch {
    return patchOf(this.layout, this.snapshot.base, this.snapshot.sheet);
  }

  private held(content: Content, base: Sheet) {
    return {
      base,
      version: content.draftVersion,
      ...judged(content),
      savedAt: content.draftSavedAt,
    };
  }

  /** Puts what an earlier visit left onto what the server has. */
  private recover() {
    const kept = this.mirror.read(this.times.now());
    if (!kept) return;
    const { base } = this.snapshot;
    const sides = widen(kept, base);
    const { sheet, clashes } =
      kept.version === this.snapshot.version
        ? { sheet: sides.mine, clashes: [] }
        : merge(sides.base, sides.mine, base);
    this.snapshot = { ...this.snapshot, sheet, clashes };
    if (!this.dirty()) {
      this.mirror.drop();
      return;
    }
    const status = clashes.length > 0 ? 'clashing' : 'waiting';
    this.snapshot = { ...this.snapshot, restored: true, status };
  }

  private touched(pause = this.times.pause) {
    clearTimeout(this.saveTimer);
    this.mirrorTimer ??= setTimeout(this.keep, this.times.mirrorPause);
    if (this.snapshot.clashes.length > 0) return;
    this.failures = 0;
    if (this.running) return;
    this.set({ status: 'waiting' });
    this.saveTimer = setTimeout(() => void this.start(), pause);
  }

  private settleMirror() {
    if (!this.dirty()) {
      this.mirror.drop();
      return;
    }
    const { base, sheet, version } = this.snapshot;
    // All that is unsaved, also what one save cannot carry.
    const patch = patchOf(this.layout, base, sheet, Infinity);
    const mirrored = this.mirror.write(remainderOf(base, sheet, patch, version, this.times.now()));
    if (mirrored !== this.snapshot.mirrored) this.set({ mirrored });
  }

  private start(): Promise<void> {
    clearTimeout(this.saveTimer);
    this.running = this.save().finally(() => {
      this.running = null;
      // Typed while the save was under way.
      const { status } = this.snapshot;
      if (status === 'waiting' && !this.closed) {
        this.saveTimer = setTimeout(() => void this.start(), this.times.pause);
      }
    });
    return this.running;
  }

  private async save(): Promise<void> {
    const { sheet, base, version } = this.snapshot;
    const patch = this.patch();
    if (isEmptyPatch(patch)) {
      this.set({ status: 'saved', refusal: [] });
      this.settleMirror();
      return;
    }
    this.set({ status: 'saving' });
    const answer = await this.server.save(patch, version);
    if ('content' in answer) {
      this.failures = 0;
      this.take(answer.content, afterPatch(base, sheet, patch));
    } else if (answer.problems.some(({ code }) => code === 'CONFLICT')) {
      await this.catchUp();
    } else this.failed(answer.problems);
  }

  /** The server has what `sent` says; what was typed since stays on top. */
  private take(content: Content, sent: Sheet) {
    const theirs = sheetOf(content);
    const { sheet } = merge(sent, this.snapshot.sheet, theirs);
    this.set({ sheet, ...this.held(content, theirs), refusal: [] });
    this.set({ status: this.dirty() ? 'waiting' : 'saved' });
    this.settleMirror();
  }

  /** Somebody else saved: their texts where nothing was typed here, a question where both did. */
  private async catchUp() {
    const answer = await this.server.load();
    if (!('content' in answer)) return this.failed(answer.problems);
    const theirs = sheetOf(answer.content);
    const { sheet, clashes } = merge(this.snapshot.base, this.snapshot.sheet, theirs);
    this.set({ sheet, clashes, ...this.held(answer.content, theirs), joined: true });
    if (clashes.length > 0) this.set({ status: 'clashing' });
    else this.set({ status: this.dirty() ? 'waiting' : 'saved' });
    this.settleMirror();
  }

  private failed(problems: Problem[]) {
    this.failures++;
    this.settleMirror();
    if (!problems.every(({ code }) => passing.includes(code))) {
      this.set({ status: 'held', refusal: problems });
      return;
    }
    this.set({ status: 'retrying', refusal: [] });
    if (this.closed) return;
    const wait = Math.min(this.times.retry * 2 ** (this.failures - 1), this.times.longestRetry);
    this.saveTimer = setTimeout(() => void this.start(), wait);
  }
}

function judged({ problems, unexplained }: Content) {
  return { problems: [...problems, ...(unexplained ?? [])], carriesOn: unexplained !== null };
}
