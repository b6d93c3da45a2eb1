import{t as e}from"./gql.js";var t=e(`
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
`),n=e(`
  query MeetingCampaigns($unitId: ID!) {
    campaigns(filter: { unitId: $unitId }, first: 50) {
      nodes {
        id
        year
        title
      }
    }
  }
`),r=e(`
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
`),i=e(`
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
`),a=e(`
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
`),o=e(`
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
`),s=e(`
  mutation PlanMeeting($input: PlanMeetingInput!) {
    planMeeting(input: $input) {
      meeting {
        id
        version
      }
    }
  }
`),c=e(`
  mutation ReviseMeeting($input: ReviseMeetingInput!) {
    reviseMeeting(input: $input) {
      meeting {
        id
        version
      }
    }
  }
`),l=e(`
  mutation SetAgenda($input: SetAgendaInput!) {
    setAgenda(input: $input) {
      meeting {
        id
        version
      }
    }
  }
`),u=e(`
  mutation OpenMeeting($input: OpenMeetingInput!) {
    openMeeting(input: $input) {
      meeting {
        id
        version
      }
    }
  }
`),d=e(`
  mutation CastVote($input: CastVoteInput!) {
    castVote(input: $input) {
      item {
        id
        version
        state
      }
    }
  }
`),f=e(`
  mutation CountersignVotes($input: CountersignVotesInput!) {
    countersignVotes(input: $input) {
      item {
        id
        version
        state
      }
    }
  }
`),p=e(`
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
`),m=e(`
  mutation DeferItem($input: SettleItemInput!) {
    deferItem(input: $input) {
      item {
        id
        version
        state
      }
    }
  }
`),h=e(`
  mutation CloseMeeting($input: CloseMeetingInput!) {
    closeMeeting(input: $input) {
      meeting {
        id
        version
        state
      }
    }
  }
`),g=e(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      meeting {
        id
        version
        state
      }
    }
  }
`);export{a,m as c,t as d,r as f,l as g,c as h,h as i,n as l,s as m,g as n,f as o,u as p,d as r,p as s,o as t,i as u};