import{i as e}from"./rolldown-runtime.js";import{S as t}from"./react.js";import{F as n,V as r}from"./vendor.js";import{t as i}from"./enums.js";import{t as a}from"./gql.js";import{c as o}from"./index.js";import{c as s,o as c,r as l,t as u}from"./urlState.js";import{t as d}from"./zh.js";var f=a(`
  fragment ActorFields on AuditActor @_unmask {
    kind
    name
    accountId
  }
`),p=a(`
    fragment EntryFields on AuditEntry @_unmask {
      id
      index
      at
      action
      actor {
        ...ActorFields
      }
      authority {
        action
        role
        unit {
          id
          name
        }
        basisId
      }
      object {
        type
        id
      }
      subjects {
        id
        name
      }
      unit {
        id
        name
      }
      details {
        name
        text
      }
    }
  `,[f]),m=a(`
  fragment ChangeFields on AuditChange @_unmask {
    object {
      type
      id
    }
    op
    columns {
      name
      old
      new
      withheld
    }
    links {
      name
      added
      removed
    }
    erased
  }
`),h=a(`
    query AuditPage($filter: AuditFilter, $after: String, $count: Boolean!) {
      auditEntries(filter: $filter, first: 50, after: $after) {
        totalCount @include(if: $count)
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...EntryFields
        }
      }
    }
  `,[p]),g=a(`
    query AuditHistory($filter: AuditFilter, $after: String, $count: Boolean!) {
      auditEntries(filter: $filter, first: 50, after: $after) {
        totalCount @include(if: $count)
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...EntryFields
          changes {
            ...ChangeFields
          }
        }
      }
    }
  `,[p,m]),_=a(`
    query AuditEntry($id: ID!) {
      node(id: $id) {
        __typename
        ... on AuditEntry {
          ...EntryFields
          request
          operation
          changes {
            ...ChangeFields
          }
          leafHash
          body
          proof {
            treeSize
            hashes
            rootHash
            checkpoint
          }
        }
      }
    }
  `,[p,m]),v=a(`
  query AuditNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Unit {
        id
        name
      }
      ... on Post {
        id
        name
      }
      ... on Person {
        id
        name
      }
    }
  }
`),y=a(`
    query UnusualReads($from: Date!, $to: Date!) {
      unusualReads(from: $from, to: $to) {
        actor {
          ...ActorFields
        }
        day
        people
        reads
        reasons
      }
    }
  `,[f]),b=a(`
  query AuditLog {
    auditLog {
      size
      waiting
      origin
      publicKey
      interval
      checkpoint {
        size
        rootHash
        at
        note
      }
      witnesses {
        name
        size
        at
        failure
      }
      forks {
        id
        origin
        size
        at
        refused
        witnessed
      }
    }
  }
`),x=a(`
  fragment FindingFields on VerificationFinding @_unmask {
    reason
    entry
    object {
      type
      id
    }
    message
  }
`),S=a(`
    fragment VerificationFields on Verification @_unmask {
      startedAt
      endedAt
      entries
      rows
      checkpoints
      findings {
        ...FindingFields
      }
      total
      accepted {
        ...FindingFields
      }
      failure
    }
  `,[x]),C=a(`
    query LogVerification {
      verification {
        ...VerificationFields
      }
    }
  `,[S]),w=a(`
    mutation VerifyLog {
      verifyLog {
        verification {
          ...VerificationFields
        }
      }
    }
  `,[S]),T=e(r(),1),E={actor:c,object:c,action:l(i.AuditAction),unit:c,from:u,to:u},D={actor:void 0,object:void 0,action:[],unit:void 0,from:void 0,to:void 0};function O(e){return{accountId:e.actor,objectId:e.object,actions:e.action.length>0?e.action:void 0,unitId:e.unit,from:e.from&&(0,T.default)(e.from).toISOString(),to:e.to&&(0,T.default)(e.to).add(1,`day`).toISOString()}}function k(e){let t=s(E,e);return t?`/audit?${t}`:`/audit`}function A(e){return`/audit/entry/${e}`}var j={units:[`CREATE_UNIT`,`UPDATE_UNIT`,`MOVE_UNIT`,`CLOSE_UNIT`,`CREATE_POST`,`UPDATE_POST`],people:[`ADD_PERSON`,`UPDATE_PERSON`,`APPOINT`,`RELIEVE`,`ASSIGN_PORTFOLIO`,`END_PORTFOLIO`],powers:[`RECORD_DUTY`,`REVISE_DUTY`,`REGISTER_POWER`,`REVISE_POWER`,`RETIRE_POWER`,`SAVE_PROCESS`],risks:[`REFUSE_RETIREMENT`,`ENDORSE_RETIREMENT`,`RECORD_RISK_POINT`,`REVISE_RISK_POINT`,`RETIRE_RISK_POINT`,`PROPOSE_GRADE`,`DECIDE_GRADE`,`IMPORT_GRADE`,`ENDORSE_GRADE`,`DECLINE_GRADE`,`REGRADE`,`SET_RECIPE`],balance:[`JUDGE_BALANCE`,`ACCEPT_CONFLICT`,`END_ACCEPTANCE`,`SET_BALANCE_RULE`,`SWITCH_BALANCE_RULE`,`DECLARE_RELATION`,`END_RELATION`,`PLAN_LEAVE`,`WITHDRAW_LEAVE`],measures:[`RECORD_MEASURE`,`REVISE_MEASURE`,`ADVANCE_MEASURE`],campaigns:[`PLAN_CAMPAIGN`,`REVISE_CAMPAIGN`,`OPEN_CAMPAIGN`,`EXPECT_FORMS`,`DROP_FORM`,`MOVE_FORM`,`ADVANCE_CAMPAIGN`,`CLOSE_CAMPAIGN`,`ARCHIVE_CAMPAIGN`,`ROLL_FORWARD`],forms:[`ASSIGN_FORM`,`BEGIN_FORM`,`APPLY_FORM`,`SUBMIT_FORM`,`RECALL_FORM`,`APPROVE_FORM`,`RETURN_FORM`,`VOID_REVIEW_DECISIONS`,`READDRESS_FORM`,`PUBLISH_FORM`,`END_PUBLICITY`,`FILE_FORM`,`ASK_REVISION`,`ALLOW_REVISION`,`REFUSE_REVISION`,`DELEGATE`,`END_DELEGATION`,`ATTACH_FILE`,`REMOVE_FILE`],meetings:[`DECIDE_COMPREHENSIVE`,`OPENING_DECISION`,`COUNTERSIGN_VOTE`,`PLAN_MEETING`,`REVISE_MEETING`,`OPEN_MEETING`,`VOTE`,`DECIDE_ITEM`,`DEFER_ITEM`,`CLOSE_MEETING`,`CANCEL_MEETING`],objections:[`RECEIVE_FEEDBACK`,`HANDLE_FEEDBACK`,`RAISE_OBJECTION`,`ANSWER_OBJECTION`,`WITHDRAW_OBJECTION`],signIn:[`SIGN_IN`,`REFUSE_SIGN_IN`,`SIGN_OUT`,`END_SESSION`,`CHANGE_PASSWORD`,`RESET_PASSWORD`,`ENABLE_SECOND_FACTOR`,`DISABLE_SECOND_FACTOR`,`RENEW_RECOVERY_CODES`,`LINK_IDENTITY`],accounts:[`CREATE_ACCOUNT`,`DISABLE_ACCOUNT`,`ENABLE_ACCOUNT`,`GRANT_ROLE`,`CONFIRM_GRANT`,`DECLINE_GRANT`,`REVOKE_ROLE`,`CREATE_TOKEN`,`REVOKE_TOKEN`,`BEGIN_ACT`,`CONFIRM_ACT`,`DECLINE_ACT`,`WITHDRAW_ACT`,`EXPIRE_ACT`,`LINK_PERSON`],reads:[`READ_RECORD`,`EXPORT`],system:[`SET_UP`,`IMPORT`,`ERASE_TEXTS`,`ACCEPT_LOSS`,`BASELINE`,`HOLD_SEPARATION`,`WITNESS_FORK`,`RESTORE_WITNESSED`,`CARRY_OVER`,`LOAD_SAMPLE`,`SET_NOTICES`]},M=e(t(),1),N=(e,t)=>Object.hasOwn(e,t);function P(e){return e.length>8?`…${e.slice(-6)}`:e}function F(){let{t:e}=n(`audit`),t=o(`AuditActorKind`),r=o(`Role`);return(0,M.useMemo)(()=>{let n=t=>N(d.object,t)?e(`object.${t}`):t;return{type:n,object:({type:e,id:t},r)=>`${n(e)} ${r.get(t)??P(t)}`,detail:t=>N(d.detail,t)?e(`detail.${t}`):t,actor:({kind:e,name:n})=>n||t.label(e),authority:t=>t&&e(`authority.on`,{role:r.label(t.role),unit:t.unit?.name??e(`authority.whole`)})}},[e,t,r])}function I(e){return e.details.find(e=>e.name===`reason`)?.text??null}export{w as _,A as a,D as c,g as d,b as f,C as g,y as h,j as i,O as l,h as m,P as n,k as o,v as p,F as r,E as s,I as t,_ as u};