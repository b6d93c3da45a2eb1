// What other features use of this one.
export { FormHints } from './FormHints';
