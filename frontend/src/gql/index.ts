import { initGraphQLTada } from 'gql.tada';
import { enums, type LaterEnums } from './enums';
import type { introspection } from './graphql-env';

export const graphql = initGraphQLTada<{
  introspection: introspection;
  /** A decimal is written as a number; what people type is sent as the text that it is. */
  scalars: { Date: string; Time: string; Decimal: number | string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
export { readFragment } from 'gql.tada';

export { enums, type LaterEnums };
/** Name of an enumeration of the SDL that the page shows. */
export type EnumName = keyof typeof enums | keyof LaterEnums;
/** A value of an enumeration of the SDL. */
export type Enum<Name extends EnumName> = (typeof enums & LaterEnums)[Name][number];
