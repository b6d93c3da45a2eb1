// What other parts of the page use of this feature.
export { paths } from './paths';
export { hurdleOf, passwordProblem } from './rules';
