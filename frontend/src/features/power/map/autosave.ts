/** How it stands with what was typed. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

export type Saved<A> =
  { kind: 'saved'; version: number; answer: A } | { kind: 'conflict' } | { kind: 'failed' };

interface Options<P, A> {
  version: number;
  save: (plan: P, version: number) => Promise<Saved<A>>;
  /** Told whenever the state changes, and what the server answered to a save. */
  tell: (state: SaveState, answer?: A) => void;
  /** How long nothing may change before it is saved, and until it is tried again after a failure. */
  delay?: number;
  retry?: number;
}

/**
 * Saves what changes, a while after the last change, one request at a time, each on the version that the
 * last one made. After a conflict it waits until somebody says what counts.
 */
export class Autosave<P, A> {
  private plan: { value: P } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private state: SaveState = 'saved';
  version: number;

  constructor(private readonly options: Options<P, A>) {
    this.version = options.version;
  }

  /** Whether everything typed is on the server. */
  get clean(): boolean {
    return this.plan === null && this.running === null;
  }

  change(plan: P) {
    this.plan = { value: plan };
    if (this.state === 'conflict') return;
    if (!this.running) this.set('waiting');
    this.later(this.options.delay ?? 800);
  }

  /** Saves at once what is not saved yet; true where nothing is left. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    for (let tries = 0; tries < 3 && !this.clean && this.state !== 'conflict'; tries++) {
      if (this.running) await this.running;
      else await this.send();
      if (this.state === 'failed') break;
    }
    return this.clean;
  }

  /** After a conflict: what is here counts, on top of the version given. */
  mine(version: number) {
    this.version = version;
    this.state = 'waiting';
    void this.send();
  }

  /** What is on the server counts: nothing that was typed is kept. */
  theirs(version: number) {
    clearTimeout(this.timer);
    this.plan = null;
    this.version = version;
    this.set('saved');
  }

  stop() {
    clearTimeout(this.timer);
  }

  private later(delay: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), delay);
  }

  private async send() {
    if (this.running || !this.plan) return;
    this.running = this.once();
    await this.running;
  }

  private async once() {
    const sent = this.plan;
    if (!sent) return;
    this.plan = null;
    this.set('saving');
    let result: Saved<A>;
    try {
      result = await this.options.save(sent.value, this.version);
    } catch {
      result = { kind: 'failed' };
    }
    this.running = null;
    if (result.kind === 'saved') {
      this.version = result.version;
      this.set(this.plan ? 'waiting' : 'saved', result.answer);
      if (this.plan) this.later(this.options.delay ?? 800);
      return;
    }
    // What was typed meanwhile is newer than what could not be saved.
    this.plan ??= sent;
    this.set(result.kind);
    if (result.kind === 'failed') this.later(this.options.retry ?? 5000);
  }

  private set(state: SaveState, answer?: A) {
    this.state = state;
    this.options.tell(state, answer);
  }
}
