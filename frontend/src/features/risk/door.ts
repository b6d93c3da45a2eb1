// What other features use of this one.
export { CountFilters } from './filters/CountFilters';
export { countSpec, riskListPath, type RiskState } from './riskState';
