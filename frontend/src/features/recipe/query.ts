import { graphql, type ResultOf } from '@/gql';

export const RecipeQuery = graphql(`
  query Recipe($unitId: ID!) {
    gradeRecipe(unitId: $unitId) {
      name
      version
      bounds {
        a
        b
      }
      set {
        id
        reason
        actorName
        at
        unit {
          id
          name
        }
      }
    }
    gradeRecipes(unitId: $unitId, first: 50) {
      nodes {
        id
        name
        number
        reason
        actorName
        at
        bounds {
          a
          b
        }
      }
    }
  }
`);
export type InForce = ResultOf<typeof RecipeQuery>['gradeRecipe'];
export type Version = ResultOf<typeof RecipeQuery>['gradeRecipes']['nodes'][number];

export const PreviewRecipeQuery = graphql(`
  query PreviewRecipe($input: PreviewRecipeInput!, $after: String) {
    previewRecipe(input: $input, first: 100, after: $after) {
      total
      changed
      cells {
        now
        would
        count
      }
      rows {
        now
        would
        riskPoint {
          id
          title
          grade
          unit {
            id
            name
          }
        }
      }
      endCursor
      hasNextPage
    }
  }
`);
export type Preview = ResultOf<typeof PreviewRecipeQuery>['previewRecipe'];

export const SetRecipeMutation = graphql(`
  mutation SetRecipe($input: SetRecipeInput!) {
    setRecipe(input: $input) {
      recipe {
        id
        number
      }
    }
  }
`);

export const RegradeMutation = graphql(`
  mutation Regrade($input: RegradeInput!) {
    regrade(input: $input) {
      results {
        riskPointId
        assessment {
          id
          grade
        }
        error {
          message
        }
      }
    }
  }
`);
