import { graphql, type ResultOf } from '@/gql';

export const RiskDetailQuery = graphql(`
  query RiskDetail($id: ID!) {
    node(id: $id) {
      __typename
      ... on RiskPoint {
        id
        version
        title
        riskTypes
        category
        status
        manifestation
        cause
        consequence
        likelihood
        severity
        unlimitedPower
        pastBreach
        foundBy
        grade
        proposedGrade
        endorsedGrade
        outdated
        opening
        retiring
        retireWay
        retirementAct {
          id
        }
        mayRetire
        retireGrounds
        powerType
        controlled
        createdAt
        updatedAt
        retiredReason
        allowedActions
        decidableGrades
        endorsableGrades
        votableGrades
        unit {
          id
          name
          path {
            id
            name
          }
        }
        power {
          id
          code
          name
        }
        post {
          id
          name
        }
        person {
          id
          name
        }
        exposedPosts {
          id
          name
        }
        exposedPersons {
          id
          name
        }
        directOwner {
          id
          name
          jobTitle
        }
        departmentOwner {
          id
          name
          jobTitle
        }
        leaderOwner {
          id
          name
          jobTitle
        }
        directOwnerText
        departmentOwnerText
        leaderOwnerText
        step {
          id
          key
          name
          process {
            id
            revision
            steps {
              id
              key
              name
              kind
              post {
                id
                name
              }
            }
          }
        }
        measures {
          id
          content
          kind
          status
          dueOn
          frequency
          owner {
            id
            name
          }
        }
        assessments {
          id
          kind
          grade
          previousGrade
          likelihood
          severity
          consequence
          unlimitedPower
          pastBreach
          rule
          ruleVersion
          clause
          computedGrade
          reason
          actor {
            id
          }
          actorName
          actorRole
          at
          meeting {
            id
            title
          }
        }
      }
    }
  }
`);

type Node = NonNullable<ResultOf<typeof RiskDetailQuery>['node']>;
export type RiskDetail = Extract<Node, { __typename: 'RiskPoint' }>;
export type AssessmentItem = RiskDetail['assessments'][number];
