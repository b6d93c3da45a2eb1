import{i as e}from"./rolldown-runtime.js";import{S as t}from"./react.js";import{G as n,Z as r}from"./vendor.js";import{t as i}from"./gql.js";import{u as a}from"./index.js";import{i as o,l as s,s as c,t as l}from"./urlState.js";import{t as u}from"./zh.js";var d=i(`
  fragment ActorFields on AuditActor @_unmask {
    kind
    name
    accountId
  }
`),f=i(`
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
  `,[d]),p=i(`
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
`),m=i(`
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
  `,[f]),h=i(`
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
  `,[f,p]),g=i(`
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
  `,[f,p]),_=i(`
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
`),v=i(`
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
  `,[d]),y=i(`
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
`),b=i(`
  fragment FindingFields on VerificationFinding @_unmask {
    reason
    entry
    object {
      type
      id
    }
    message
  }
`),x=i(`
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
  `,[b]),S=i(`
    query LogVerification {
      verification {
        ...VerificationFields
      }
    }
  `,[x]),C=i(`
    mutation VerifyLog {
      verifyLog {
        verification {
          ...VerificationFields
        }
      }
    }
  `,[x]),w=e(r(),1),T={actor:void 0,object:void 0,action:[],unit:void 0,from:void 0,to:void 0};function E(e){return{accountId:e.actor,objectId:e.object,actions:e.action.length>0?e.action:void 0,unitId:e.unit,from:e.from&&(0,w.default)(e.from).toISOString(),to:e.to&&(0,w.default)(e.to).add(1,`day`).toISOString()}}function D(e){let t=s(A,e);return t?`/audit?${t}`:`/audit`}function O(e){return`/audit/entry/${e}`}var k={units:[`CREATE_UNIT`,`UPDATE_UNIT`,`MOVE_UNIT`,`CLOSE_UNIT`,`CREATE_POST`,`UPDATE_POST`],people:[`ADD_PERSON`,`UPDATE_PERSON`,`APPOINT`,`RELIEVE`,`ASSIGN_PORTFOLIO`,`END_PORTFOLIO`],powers:[`RECORD_DUTY`,`REVISE_DUTY`,`REGISTER_POWER`,`REVISE_POWER`,`RETIRE_POWER`,`SAVE_PROCESS`],risks:[`REFUSE_RETIREMENT`,`ENDORSE_RETIREMENT`,`RECORD_RISK_POINT`,`REVISE_RISK_POINT`,`RETIRE_RISK_POINT`,`PROPOSE_GRADE`,`DECIDE_GRADE`,`IMPORT_GRADE`,`ENDORSE_GRADE`,`DECLINE_GRADE`,`REGRADE`,`SET_RECIPE`],balance:[`JUDGE_BALANCE`,`ACCEPT_CONFLICT`,`END_ACCEPTANCE`,`SET_BALANCE_RULE`,`SWITCH_BALANCE_RULE`,`SET_CALENDAR`,`DROP_CALENDAR`,`SET_CLOCK_RULE`,`DECLARE_RELATION`,`END_RELATION`,`PLAN_LEAVE`,`WITHDRAW_LEAVE`],supervision:`SET_SUPERVISION_PLAN.PLAN_CHECKS.BEGIN_CHECK.RECORD_CHECK.ESCALATE_CHECK.SIGN_HANDOVER.SCHEDULE_TASKS.STOP_TASKS.PLAN_TASKS.DO_TASK.SET_INDICATOR.STOP_INDICATOR.RECORD_READINGS.REGISTER_RULES.CORRECT_RULES.ISSUE_RULES_EDITION.CORRECT_RULES_EDITION.WITHDRAW_RULES_EDITION.REPEAL_RULES.WITHDRAW_REPEAL.LINK_RULES.UNLINK_RULES.ASK_RULES_REVIEWS.ANSWER_RULES_REVIEW.PLAN_EDUCATION.HOLD_EDUCATION.REVISE_EDUCATION.SET_PARTICIPANTS.CANCEL_EDUCATION.RECORD_PROCEEDINGS.SET_WARNING_RULE.RAISE_WARNINGS.ESCALATE_WARNING.ACKNOWLEDGE_WARNING.ANSWER_WARNING.RETURN_WARNING.VERIFY_WARNING.LIFT_WARNING.GIVE_INSTRUCTION.ACKNOWLEDGE_INSTRUCTION.ANSWER_INSTRUCTION.REPORT_INSTRUCTION.ACCEPT_INSTRUCTION.RETURN_INSTRUCTION.EXTEND_INSTRUCTION.WITHDRAW_INSTRUCTION.ESCALATE_INSTRUCTION.READDRESS_INSTRUCTION`.split(`.`),measures:[`RECORD_MEASURE`,`REVISE_MEASURE`,`ADVANCE_MEASURE`],campaigns:[`PLAN_CAMPAIGN`,`REVISE_CAMPAIGN`,`OPEN_CAMPAIGN`,`EXPECT_FORMS`,`DROP_FORM`,`MOVE_FORM`,`ADVANCE_CAMPAIGN`,`CLOSE_CAMPAIGN`,`ARCHIVE_CAMPAIGN`,`ROLL_FORWARD`],forms:[`ASSIGN_FORM`,`BEGIN_FORM`,`APPLY_FORM`,`SUBMIT_FORM`,`RECALL_FORM`,`APPROVE_FORM`,`RETURN_FORM`,`VOID_REVIEW_DECISIONS`,`READDRESS_FORM`,`PUBLISH_FORM`,`END_PUBLICITY`,`FILE_FORM`,`ASK_REVISION`,`ALLOW_REVISION`,`REFUSE_REVISION`,`DELEGATE`,`END_DELEGATION`,`ATTACH_FILE`,`REMOVE_FILE`],meetings:[`DECIDE_COMPREHENSIVE`,`OPENING_DECISION`,`COUNTERSIGN_VOTE`,`PLAN_MEETING`,`REVISE_MEETING`,`OPEN_MEETING`,`VOTE`,`DECIDE_ITEM`,`DEFER_ITEM`,`CLOSE_MEETING`,`CANCEL_MEETING`],objections:[`RECEIVE_FEEDBACK`,`HANDLE_FEEDBACK`,`RAISE_OBJECTION`,`ANSWER_OBJECTION`,`WITHDRAW_OBJECTION`],signIn:[`SIGN_IN`,`REFUSE_SIGN_IN`,`SIGN_OUT`,`END_SESSION`,`CHANGE_PASSWORD`,`RESET_PASSWORD`,`ENABLE_SECOND_FACTOR`,`DISABLE_SECOND_FACTOR`,`RENEW_RECOVERY_CODES`,`LINK_IDENTITY`],accounts:[`CREATE_ACCOUNT`,`DISABLE_ACCOUNT`,`ENABLE_ACCOUNT`,`GRANT_ROLE`,`CONFIRM_GRANT`,`DECLINE_GRANT`,`REVOKE_ROLE`,`CREATE_TOKEN`,`REVOKE_TOKEN`,`BEGIN_ACT`,`CONFIRM_ACT`,`DECLINE_ACT`,`WITHDRAW_ACT`,`EXPIRE_ACT`,`LINK_PERSON`],reads:[`READ_RECORD`,`EXPORT`],system:[`SET_UP`,`IMPORT`,`ERASE_TEXTS`,`ACCEPT_LOSS`,`BASELINE`,`HOLD_SEPARATION`,`WITNESS_FORK`,`RESTORE_WITNESSED`,`CARRY_OVER`,`LOAD_SAMPLE`,`SET_NOTICES`]},A={actor:c,object:c,action:o(Object.values(k).flat()),unit:c,from:l,to:l},j=e(t(),1),M=(e,t)=>Object.hasOwn(e,t);function N(e){return e.length>8?`…${e.slice(-6)}`:e}function P(){let{t:e}=n(`audit`),t=a(`AuditActorKind`),r=a(`Role`);return(0,j.useMemo)(()=>{let n=t=>M(u.object,t)?e(`object.${t}`):t;return{type:n,object:({type:e,id:t},r)=>`${n(e)} ${r.get(t)??N(t)}`,detail:t=>M(u.detail,t)?e(`detail.${t}`):t,actor:({kind:e,name:n})=>n||t.label(e),authority:t=>t&&e(`authority.on`,{role:r.label(t.role),unit:t.unit?.name??e(`authority.whole`)})}},[e,t,r])}function F(e){return e.details.find(e=>e.name===`reason`)?.text??null}export{C as _,O as a,T as c,h as d,y as f,S as g,v as h,k as i,E as l,m,N as n,D as o,_ as p,P as r,A as s,F as t,g as u};