import{i as e}from"./ErrorState.js";var t=e(`
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
          absence
          person {
            id
          }
        }
        items {
          id
          version
          proposed
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
          }
          count {
            present
            recused
            for
            against
            abstain
            missing
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
`),o=e(`
  mutation PlanMeeting($input: PlanMeetingInput!) {
    planMeeting(input: $input) {
      meeting {
        id
        version
      }
    }
  }
`),s=e(`
  mutation ReviseMeeting($input: ReviseMeetingInput!) {
    reviseMeeting(input: $input) {
      meeting {
        id
        version
      }
    }
  }
`),c=e(`
  mutation SetAgenda($input: SetAgendaInput!) {
    setAgenda(input: $input) {
      meeting {
        id
        version
      }
    }
  }
`),l=e(`
  mutation OpenMeeting($input: OpenMeetingInput!) {
    openMeeting(input: $input) {
      meeting {
        id
        version
      }
    }
  }
`),u=e(`
  mutation CastVote($input: CastVoteInput!) {
    castVote(input: $input) {
      item {
        id
        version
        state
      }
    }
  }
`),d=e(`
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
`),f=e(`
  mutation DeferItem($input: SettleItemInput!) {
    deferItem(input: $input) {
      item {
        id
        version
        state
      }
    }
  }
`),p=e(`
  mutation CloseMeeting($input: CloseMeetingInput!) {
    closeMeeting(input: $input) {
      meeting {
        id
        version
        state
      }
    }
  }
`),m=e(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      meeting {
        id
        version
        state
      }
    }
  }
`);export{d as a,i as c,l as d,o as f,p as i,t as l,c as m,m as n,f as o,s as p,u as r,n as s,a as t,r as u};