import type { TFunction } from 'i18next';
import type { Preview } from './query';
import { enums, type Enum } from '@/gql';

export const recipeNames = ['worse-of', 'product'] as const;
export type RecipeName = (typeof recipeNames)[number];

export function isKnown(name: string): name is RecipeName {
  return recipeNames.some((known) => known === name);
}

/** The bounds of the recipes as they are built in. */
export const usual: Record<RecipeName, { a: number; b: number }> = {
  'worse-of': { a: 4, b: 3 },
  product: { a: 15, b: 8 },
};

/** The greatest value that A may begin at. */
export const greatest: Record<RecipeName, number> = { 'worse-of': 5, product: 25 };

export function boundsWords(
  t: TFunction<'recipe'>,
  name: RecipeName,
  bounds: { a: number; b: number },
): string {
  return t(`bounds.${name}`, bounds);
}

type Grade = Enum<'Grade'>;

/** A number for each pair of grades, zeros too: rows are the grades now, columns what they would be. */
export function matrixOf(cells: Preview['cells']): { now: Grade; counts: number[] }[] {
  return enums.Grade.map((now) => ({
    now,
    counts: enums.Grade.map(
      (would) => cells.find((c) => c.now === now && c.would === would)?.count ?? 0,
    ),
  }));
}
