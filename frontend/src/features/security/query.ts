import { graphql, type ResultOf } from '@/gql';

export const SecurityQuery = graphql(`
  query Security {
    viewer {
      account {
        id
        loginName
      }
      secondFactor {
        required
        enabled
        recoveryCodesLeft
      }
    }
    mySessions {
      id
      createdAt
      seenAt
      address
      agent
      method
      current
    }
    myTokens {
      id
      name
      scopes
      unit {
        id
        name
      }
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
      active
    }
  }
`);

type Answer = ResultOf<typeof SecurityQuery>;
export type FactorState = NonNullable<Answer['viewer']>['secondFactor'];
export type SessionItem = Answer['mySessions'][number];
export type TokenItem = Answer['myTokens'][number];
