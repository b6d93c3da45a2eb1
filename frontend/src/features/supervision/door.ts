// What other features use of this one.
export { ChangeWords } from './ChangeWords';
export { CountTiles } from './CountTiles';
export { openOf } from './lines';
export { ChangesFields, CountsFields } from './query';
export { supervisionPath } from './state';
