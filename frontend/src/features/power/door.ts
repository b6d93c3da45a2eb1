// What other features use of this one.
export { powerPath, processEditPath, processPrintPath } from './path';
export { PowerSelect, PowersSelect } from './PowerSelect';
