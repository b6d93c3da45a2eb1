import type { TFunction } from 'i18next';
import { durationText } from './duration';
import { holds } from './kept';
import type { Deviation, KeptStep, StepFigures } from './query';
import type { StepMark } from '@/features/power/door';

type Words = TFunction<'proceeding'>;
type Note = StepMark['notes'][number];

/** What became of the steps of a map in one proceeding, by their keys. */
export function courseMarks(
  steps: readonly KeptStep[],
  deviations: readonly Deviation[],
  t: Words,
): Map<string, StepMark> {
  const taken = steps.filter((step) => step.stepKey && holds(step));
  const keys = new Set([
    ...taken.map(({ stepKey }) => stepKey),
    ...deviations.flatMap(({ stepKey, otherKey, kind }) =>
      kind === 'EXCLUDED' ? [stepKey, otherKey] : [stepKey],
    ),
  ]);
  keys.delete('');
  return new Map([...keys].map((key) => [key, courseMark(key, taken, deviations, t)]));
}

function courseMark(
  key: string,
  taken: readonly KeptStep[],
  deviations: readonly Deviation[],
  t: Words,
): StepMark {
  const here = taken.filter(({ stepKey }) => stepKey === key);
  const ended = here.filter((step) => step.ended !== null).length;
  const of = (kind: Deviation['kind']) =>
    deviations.filter((one) => one.kind === kind && one.stepKey === key);
  const lasts = (kind: Deviation['kind']) => of(kind).some(({ to }) => to === null);
  const excluded = deviations.some(
    (one) => one.kind === 'EXCLUDED' && [one.stepKey, one.otherKey].includes(key),
  );
  const notes: Note[] = [];
  const note = (said: boolean, ink: string, text: string) => {
    if (said) notes.push({ ink, text });
  };
  note(ended === 1, 'good', t('mark.taken'));
  note(ended > 1, 'good', t('mark.takenOften', { count: ended }));
  note(ended < here.length, 'blue', t('mark.underWay'));
  note(of('RETURNED').length > 0, 'warning', t('mark.returned'));
  note(of('STEP_LATE').length > 0, 'bad', t('mark.late'));
  note(lasts('SKIPPED'), 'bad', t('mark.skipped'));
  note(of('SKIPPED').length > 0 && !lasts('SKIPPED'), 'warning', t('mark.skippedThen'));
  note(excluded, 'bad', t('mark.excluded'));
  const worst = ['bad', 'warning', 'blue', 'good'].find((ink) =>
    notes.some((one) => one.ink === ink),
  );
  return { notes, frame: worst ? { ink: worst, dashed: here.length === 0 } : undefined };
}

/** What steps came to in many proceedings, by their keys. */
export function figureMarks(steps: readonly StepFigures[], t: Words): Map<string, StepMark> {
  return new Map(
    steps
      .filter(({ stepKey }) => stepKey !== '')
      .map((step) => [step.stepKey, figureMark(step, t)]),
  );
}

function figureMark(step: StepFigures, t: Words): StepMark {
  const { count, medianMinutes, returned, late, skipped } = step;
  const notes: Note[] = [{ ink: 'ink', text: t('figures.often', { count }) }];
  if (medianMinutes !== null) {
    const time = durationText(t, medianMinutes);
    notes.push({ ink: 'ink', text: t('figures.inTheMiddle', { time }) });
  }
  if (returned > 0)
    notes.push({ ink: 'warning', text: t('figures.returnedN', { count: returned }) });
  if (late > 0) notes.push({ ink: 'bad', text: t('figures.lateN', { count: late }) });
  if (skipped > 0) notes.push({ ink: 'bad', text: t('figures.skippedN', { count: skipped }) });
  const ink = late + skipped > 0 ? 'bad' : returned > 0 ? 'warning' : undefined;
  return { notes, frame: ink && { ink, dashed: count === 0 } };
}

/** What was taken of steps that are not on a map. */
export function offMap(steps: readonly StepFigures[], keys: readonly string[]): StepFigures[] {
  return steps.filter(({ stepKey }) => !keys.includes(stepKey));
}
