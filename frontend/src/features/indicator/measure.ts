/** What is shown of a measure where its indicators are defined. */
export interface Measure {
  id: string;
  /** What it says of indicators and thresholds in its own words. */
  indicator: string;
  threshold: string;
}
