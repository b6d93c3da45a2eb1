// What other features use of this one.
export { EnrolSteps } from './factor/EnrolSteps';
