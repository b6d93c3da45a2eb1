// What other features use of this one.
export { useCountFilters } from './list/useCountFilters';
export { countSpec, riskListPath, riskSpec, toRiskFilter, type RiskState } from './riskState';
