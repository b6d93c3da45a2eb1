// What other features use of this one.
export { CancelJobMutation, isWorking, JobItem, percentOf } from './jobs/query';
export { useAskAgain } from './jobs/useAskAgain';
