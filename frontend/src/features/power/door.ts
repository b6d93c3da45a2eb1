// What other features use of this one.
export { PowerSelect } from './PowerSelect';
