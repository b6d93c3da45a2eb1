/** What is shown of a measure where its tasks are scheduled. */
export interface Measure {
  id: string;
  content: string;
  frequency: string;
}

/** The kinds of tasks, in the order in which they are shown. */
export const taskKinds = ['WORK', 'EFFECT'] as const;
