import type { ImportJob } from './query';

type Job = Pick<ImportJob, 'state'>;

/** How long, in milliseconds, until a job that works is asked how far it is. */
export const pollEvery = 700;
/** The same while the server tells by itself; a stream can be cut off unnoticed. */
export const checkEvery = 10_000;

export function isWorking({ state }: Job): boolean {
  return state === 'PLANNING' || state === 'COMMITTING';
}

interface Figure {
  created: number;
  changed: number;
  unchanged: number;
  unwritten: number;
}

/** Sums of the figures, for the line below them. */
export function sumOf(figures: Figure[]): Figure {
  return figures.reduce(
    (sum, { created, changed, unchanged, unwritten }) => ({
      created: sum.created + created,
      changed: sum.changed + changed,
      unchanged: sum.unchanged + unchanged,
      unwritten: sum.unwritten + unwritten,
    }),
    { created: 0, changed: 0, unchanged: 0, unwritten: 0 },
  );
}

/** Address of a download that the server names relative to where the page is served. */
export function downloadUrl(url: string, base: string): string {
  return new URL(url, base).href;
}
