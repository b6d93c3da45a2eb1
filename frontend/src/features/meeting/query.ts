import { graphql, type ResultOf } from '@/gql';

export const MeetingListQuery = graphql(`
  query MeetingList($filter: MeetingFilter, $after: String, $count: Boolean!) {
    meetings(filter: $filter, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        heldOn
        place
        state
        unit {
          id
          name
        }
      }
    }
  }
`);
export type MeetingRow = ResultOf<typeof MeetingListQuery>['meetings']['nodes'][number];

/** Campaigns of which a meeting of a unit may be a part, the newest first. */
export const MeetingCampaignsQuery = graphql(`
  query MeetingCampaigns($unitId: ID!) {
    campaigns(filter: { unitId: $unitId }, first: 50) {
      nodes {
        id
        year
        title
      }
    }
  }
`);

export const MeetingQuery = graphql(`
  query Meeting($id: ID!) {
    node(id: $id) {
      __typename
      ... on Meeting {
        id
        version
        title
        heldOn
        place
        quorum
        groupSize
        state
        minutes
        openedAt
        closedAt
        cancelReason
        nextSteps
        recording
        allowedActions
        unit {
          id
          name
        }
        campaign {
          id
          title
        }
        recorder {
          id
          name
        }
        members {
          id
          name
          title
          head
          present
          leadingGroup
          absence
          person {
            id
          }
        }
        items {
          id
          version
          kind
          grade
          content
          ground
          isProposal
          settled
          opening {
            a
            b
            c
            skipped
          }
          skipped {
            why
            riskPoint {
              id
              title
            }
          }
          aboutUnit {
            id
            name
          }
          measure {
            id
            content
          }
          state
          decided
          reason
          title
          unitName
          riskPoint {
            id
            title
            grade
            proposedGrade
            manifestation
            unit {
              id
              name
            }
          }
          votes {
            id
            memberId
            vote
            remark
            manner
            countersignerId
          }
          count {
            body
            quorum
            uncounted
            unsigned
            present
            recused
            for
            against
            abstain
            missing
            ownWords
            ownWordsNeeded
            hasQuorum
            result
          }
        }
      }
    }
  }
`);
type Node = NonNullable<ResultOf<typeof MeetingQuery>['node']>;
export type MeetingDetail = Extract<Node, { __typename: 'Meeting' }>;
export type AgendaItem = MeetingDetail['items'][number];
export type Member = MeetingDetail['members'][number];

export const MeetingGroundQuery = graphql(`
  query MeetingGround($id: ID!) {
    node(id: $id) {
      __typename
      ... on RiskPoint {
        id
        title
        proposedGrade
        votableGrades
        unit {
          id
          path {
            id
            name
          }
        }
      }
    }
  }
`);

/** Measures that ask the leading group for a comprehensive one. */
export const ComprehensiveCandidatesQuery = graphql(`
  query ComprehensiveCandidates($filter: MeasureFilter!) {
    measures(filter: $filter, first: 50) {
      nodes {
        id
        content
        unit {
          id
          name
        }
      }
    }
  }
`);

/** Risk points that a meeting is to decide. */
export const AgendaCandidatesQuery = graphql(`
  query AgendaCandidates($filter: RiskFilter!) {
    riskPoints(filter: $filter, first: 50) {
      nodes {
        id
        title
        grade
        proposedGrade
        unit {
          id
          name
        }
      }
    }
  }
`);
export type Candidate = ResultOf<typeof AgendaCandidatesQuery>['riskPoints']['nodes'][number];

export const PlanMeetingMutation = graphql(`
  mutation PlanMeeting($input: PlanMeetingInput!) {
    planMeeting(input: $input) {
      meeting {
        id
        version
      }
    }
  }
`);

export const ReviseMeetingMutation = graphql(`
  mutation ReviseMeeting($input: ReviseMeetingInput!) {
    reviseMeeting(input: $input) {
      meeting {
        id
        version
      }
    }
  }
`);

export const SetAgendaMutation = graphql(`
  mutation SetAgenda($input: SetAgendaInput!) {
    setAgenda(input: $input) {
      meeting {
        id
        version
      }
    }
  }
`);

export const OpenMeetingMutation = graphql(`
  mutation OpenMeeting($input: OpenMeetingInput!) {
    openMeeting(input: $input) {
      meeting {
        id
        version
      }
    }
  }
`);

export const CastVoteMutation = graphql(`
  mutation CastVote($input: CastVoteInput!) {
    castVote(input: $input) {
      item {
        id
        version
        state
      }
    }
  }
`);

export const CountersignVotesMutation = graphql(`
  mutation CountersignVotes($input: CountersignVotesInput!) {
    countersignVotes(input: $input) {
      item {
        id
        version
        state
      }
    }
  }
`);

export const DecideItemMutation = graphql(`
  mutation DecideItem($input: SettleItemInput!) {
    decideItem(input: $input) {
      item {
        id
        version
        state
        decided
      }
    }
  }
`);

export const DeferItemMutation = graphql(`
  mutation DeferItem($input: SettleItemInput!) {
    deferItem(input: $input) {
      item {
        id
        version
        state
      }
    }
  }
`);

export const CloseMeetingMutation = graphql(`
  mutation CloseMeeting($input: CloseMeetingInput!) {
    closeMeeting(input: $input) {
      meeting {
        id
        version
        state
      }
    }
  }
`);

export const CancelMeetingMutation = graphql(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      meeting {
        id
        version
        state
      }
    }
  }
`);
