// What other features use of this one.
export { useCountFilters } from './list/useCountFilters';
export { countSpec, riskListPath, type RiskState } from './riskState';
