/** What is shown of a measure where its tasks are scheduled. */
export interface Measure {
  id: string;
  content: string;
  frequency: string;
}
