// What other features use of this one.
export { RiskSelect } from './RiskSelect';
