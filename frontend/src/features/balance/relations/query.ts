import { graphql, type ResultOf } from '@/gql';

export const RelationsQuery = graphql(`
  query CloseRelations($personId: ID!) {
    closeRelations(personId: $personId) {
      id
      version
      kind
      from
      to
      note
      mayEnd
      person {
        id
        name
      }
      other {
        id
        name
      }
    }
  }
`);
export type Relation = ResultOf<typeof RelationsQuery>['closeRelations'][number];

export const DeclareRelationMutation = graphql(`
  mutation DeclareRelation($input: DeclareRelationInput!) {
    declareRelation(input: $input) {
      relation {
        id
      }
    }
  }
`);

export const EndRelationMutation = graphql(`
  mutation EndRelation($input: EndRelationInput!) {
    endRelation(input: $input) {
      relation {
        id
      }
    }
  }
`);
