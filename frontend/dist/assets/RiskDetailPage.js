const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./RiskInstructions.js","./vendor.js","./rolldown-runtime.js","./react.js","./useInstructions.js","./index.js","./gql.js","./preload-helper.js","./enums.js","./index.css","./useConnection.js","./path4.js","./riskState.js","./urlState.js","./InstructionStateTag.js","./instruction.js","./instruction.css"])))=>i.map(i=>d[i]);
import{i as e}from"./rolldown-runtime.js";import{S as t,_ as n,n as r,t as i}from"./react.js";import{F as a,G as o,I as s,Q as c}from"./vendor.js";import{r as l}from"./riskState.js";import{t as u}from"./enums.js";import{D as d,F as f,d as p,u as m,y as h}from"./index.js";import{i as g}from"./format.js";import{t as _}from"./GradeBadge.js";import{t as v}from"./gql.js";import{t as y}from"./form.js";import{t as b}from"./input.js";import{t as x}from"./Dialog.js";import{t as S}from"./Facts.js";import{t as C}from"./radio.js";import{t as w}from"./checkbox.js";import{t as ee}from"./select.js";import{t as T}from"./LinkButton.js";import{t as te}from"./AsWritten.js";import{t as E}from"./Empty2.js";import{n as ne}from"./Attachments.js";import{t as re}from"./preload-helper.js";import{t as ie}from"./withinHome.js";import{t as ae}from"./PageHeader.js";import{t as oe}from"./GiveLink.js";import{t as se}from"./Query.js";var D=e(t(),1),O={"override:past-breach":{kind:`pastBreach`},"override:unlimited-power":{kind:`unlimitedPower`},"as written in the file":{kind:`imported`},unassessed:{kind:`unassessed`}},ce={likelihood:`likelihood`,"likelihood×severity":`product`,count:`count`};function k(e){if(O[e])return O[e];if(e.startsWith(`departs from `))return{kind:`departs`};let[t=``,n]=e.split(`=`);if(n===void 0)return null;let r=u.ConsequenceKind.find(e=>e===n);if(t===`consequence`&&r)return{kind:`consequence`,consequence:r};let i=ce[t];return i?{kind:i,value:n}:null}var A=i();function j({assessments:e}){let{t}=o(`risk`);return(0,A.jsxs)(`section`,{className:`panel`,"aria-labelledby":`history-title`,children:[(0,A.jsx)(`h2`,{id:`history-title`,children:t(`detail.history`)}),(0,A.jsx)(`ol`,{className:`history`,children:e.map(e=>(0,A.jsx)(M,{assessment:e},e.id))})]})}function M({assessment:e}){let{t,i18n:n}=o(`risk`),i=m(`AssessmentKind`),a=m(`ConsequenceKind`),s=m(`Role`),c=`assessment.rules.${e.rule}`,l=n.exists(`risk:${c}`)?t(c):e.rule;return(0,A.jsxs)(`li`,{className:e.kind===`DECISION`?`history-decision`:void 0,children:[(0,A.jsxs)(`div`,{className:`history-head`,children:[(0,A.jsx)(`strong`,{children:i.label(e.kind)}),(0,A.jsx)(P,{assessment:e})]}),(0,A.jsxs)(`div`,{children:[e.likelihood===null||e.consequence===null?t(`assessment.noInputs`):t(`assessment.inputs`,{likelihood:e.likelihood,severity:e.severity,consequence:a.label(e.consequence)}),e.unlimitedPower&&`；${t(`field.unlimitedPower`)}`,e.pastBreach&&`；${t(`field.pastBreach`)}`]}),(0,A.jsxs)(`div`,{children:[t(`assessment.rule`),`：`,l,`（`,t(`assessment.ruleVersion`,{version:e.ruleVersion}),`）`,e.clause&&(0,A.jsxs)(A.Fragment,{children:[`，`,t(`assessment.clause`),`：`,(0,A.jsx)(N,{clause:e.clause})]})]}),e.computedGrade&&e.computedGrade!==e.grade&&(0,A.jsxs)(`div`,{children:[t(`assessment.computed`),` `,(0,A.jsx)(_,{grade:e.computedGrade})]}),e.reason&&(0,A.jsxs)(`div`,{className:`prose`,children:[t(`assessment.reason`),`：`,e.reason]}),e.meeting&&(0,A.jsxs)(`div`,{children:[t(`assessment.meeting`),`：`,(0,A.jsx)(r,{to:`/meetings/${e.meeting.id}`,children:e.meeting.title})]}),(0,A.jsxs)(`div`,{className:`history-foot`,children:[(0,A.jsx)(`time`,{dateTime:e.at,children:g(e.at)}),` `,t(`assessment.by`,{name:e.actorName,role:e.actorRole?s.label(e.actorRole):t(`assessment.imported`)})]})]})}function N({clause:e}){let{t}=o(`risk`),n=m(`ConsequenceKind`),r=k(e);if(!r)return(0,A.jsx)(`code`,{children:e});let i=r.kind===`consequence`?n.label(r.consequence):`value`in r?r.value:``;return(0,A.jsx)(`span`,{title:e,children:t(`assessment.clauses.${r.kind}`,{value:i})})}function P({assessment:{kind:e,grade:t,previousGrade:n}}){let{t:r}=o(`risk`);if(e===`RECORDING`)return null;let i=t?(0,A.jsx)(_,{grade:t}):r(`assessment.withdrawn`);return e===`DECISION`?n&&n!==t?(0,A.jsxs)(A.Fragment,{children:[r(`assessment.from`),` `,(0,A.jsx)(_,{grade:n}),` `,r(`assessment.to`),` `,i]}):(0,A.jsxs)(A.Fragment,{children:[i,(0,A.jsx)(`span`,{className:`hint-inline`,children:r(n?`assessment.kept`:`assessment.first`)})]}):i}var F=v(`
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
`),I=v(`
  mutation ProposeGrade($input: ProposeGradeInput!) {
    proposeGrade(input: $input) {
      riskPoint {
        id
        version
        proposedGrade
      }
    }
  }
`),L=v(`
  mutation DecideGrade($input: DecideGradeInput!) {
    decideGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),R=v(`
  mutation EndorseGrade($input: DecideGradeInput!) {
    endorseGrade(input: $input) {
      riskPoint {
        id
        version
        endorsedGrade
      }
    }
  }
`),z=v(`
  mutation ConcurGrade($input: AnswerEndorsementInput!) {
    concurGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),B=v(`
  mutation RefuseGrade($input: AnswerEndorsementInput!) {
    refuseGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),V=v(`
  mutation RetireRiskPoint($input: RetireRiskPointInput!) {
    retireRiskPoint(input: $input) {
      riskPoint {
        id
        version
        status
      }
      act {
        id
      }
    }
  }
`),H=v(`
  mutation EndorseRetirement($input: EndorseRetirementInput!) {
    endorseRetirement(input: $input) {
      riskPoint {
        id
        version
        retiring
      }
    }
  }
`),U=v(`
  mutation ConcurRetirement($input: AnswerEndorsementInput!) {
    concurRetirement(input: $input) {
      riskPoint {
        id
        version
        status
      }
    }
  }
`),W=v(`
  mutation RefuseRetirement($input: AnswerEndorsementInput!) {
    refuseRetirement(input: $input) {
      riskPoint {
        id
        version
        retiring
      }
    }
  }
`);function G({answer:e,risk:t,open:n,onClose:r,onDone:i}){let{t:s}=o(`risk`),[c]=y.useForm(),[,l]=a(z),[,u]=a(B),[,d]=a(U),[,f]=a(W),p=m(`RetireGround`),g=h(),v=t.retiring!==null,C=e===`concur`?v?d:l:v?f:u;return(0,A.jsxs)(x,{title:s(`${e}.title`),open:n,onClose:r,form:c,okText:s(`action.${e}`),danger:e===`refuse`,submit:async({reason:n=``})=>{let{error:r}=await C({input:{riskPointId:t.id,expectedVersion:t.version,reason:n}});if(r)return r;g.success(s(v&&e===`concur`?`retire.done`:`${e}.done`)),i()},children:[(0,A.jsx)(S,{items:[[s(`decide.current`),(0,A.jsx)(_,{grade:t.grade},`c`)],t.retiring?[s(`retire.ground`),p.label(t.retiring)]:[s(`field.endorsedGrade`),(0,A.jsx)(_,{grade:t.endorsedGrade},`e`)]]}),(0,A.jsx)(`p`,{className:`hint`,children:s(v&&e===`concur`?`retire.concur`:`${e}.intro`)}),(0,A.jsx)(y.Item,{name:`reason`,label:s(`decide.reason`),rules:e===`refuse`?[{required:!0,whitespace:!0,message:s(`refuse.need`)}]:[],children:(0,A.jsx)(b.TextArea,{rows:3})})]})}function K({kind:e,grades:t,send:n,risk:r,open:i,onClose:a,onDone:s}){let{t:c}=o([`risk`,`common`]),[l]=y.useForm(),u=h(),d=r.proposedGrade;return(0,A.jsxs)(x,{title:c(`risk:${e}.title`),open:i,onClose:a,form:l,initialValues:{grade:d&&t.includes(d)?d:void 0},submit:async({grade:t,reason:i=``})=>{let a=await n({riskPointId:r.id,expectedVersion:r.version,grade:t,reason:i});if(a)return a;u.success(c(`risk:${e}.done`,{grade:`${t} ${c(`common:grade.${t}`)}`})),s()},children:[(0,A.jsx)(S,{items:[[c(`risk:decide.current`),(0,A.jsx)(_,{grade:r.grade},`c`)],[c(`risk:decide.proposal`),(0,A.jsx)(_,{grade:d},`p`)]]}),(0,A.jsx)(`p`,{className:`hint`,children:c(`risk:${e}.who`)}),(0,A.jsx)(y.Item,{name:`grade`,label:c(`risk:${e}.grade`),rules:[{required:!0,message:c(`risk:decide.pick`)}],children:(0,A.jsx)(C.Group,{children:t.map(e=>(0,A.jsx)(C,{value:e,children:(0,A.jsx)(_,{grade:e})},e))})}),(0,A.jsx)(y.Item,{name:`reason`,label:c(`risk:decide.reason`),extra:c(`risk:decide.reasonNeeded`),children:(0,A.jsx)(b.TextArea,{rows:3})})]})}function le(e){let[,t]=a(L);return(0,A.jsx)(K,{...e,kind:`decide`,grades:e.risk.decidableGrades,send:async e=>(await t({input:e})).error})}function ue(e){let[,t]=a(R);return(0,A.jsx)(K,{...e,kind:`endorse`,grades:e.risk.endorsableGrades,send:async e=>(await t({input:e})).error})}var q=[1,2,3,4,5].map(e=>({value:e,label:String(e)}));function de({prefix:e=[]}){let{t}=o(`risk`),n=m(`ConsequenceKind`),r=[{required:!0,message:t(`propose.need`)}];return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(y.Item,{name:[...e,`likelihood`],label:t(`field.likelihood`),extra:t(`propose.likelihoodHint`),rules:r,children:(0,A.jsx)(C.Group,{optionType:`button`,options:q})}),(0,A.jsx)(y.Item,{name:[...e,`severity`],label:t(`field.severity`),extra:t(`propose.severityHint`),rules:r,children:(0,A.jsx)(C.Group,{optionType:`button`,options:q})}),(0,A.jsx)(y.Item,{name:[...e,`consequence`],label:t(`field.consequence`),rules:r,children:(0,A.jsx)(C.Group,{options:n.options})}),(0,A.jsx)(y.Item,{name:[...e,`unlimitedPower`],valuePropName:`checked`,noStyle:!0,children:(0,A.jsx)(w,{children:t(`field.unlimitedPower`)})}),(0,A.jsx)(y.Item,{name:[...e,`pastBreach`],valuePropName:`checked`,children:(0,A.jsx)(w,{children:t(`field.pastBreach`)})})]})}function fe({risk:e,open:t,onClose:n,onDone:r}){let{t:i}=o([`risk`,`common`]),[s]=y.useForm(),[,c]=a(I),l=h();return(0,A.jsxs)(x,{title:i(`risk:propose.title`),open:t,onClose:n,form:s,initialValues:{likelihood:e.likelihood??void 0,severity:e.severity??void 0,consequence:e.consequence??void 0,unlimitedPower:e.unlimitedPower,pastBreach:e.pastBreach},submit:async({reason:t,...n})=>{let{data:a,error:o}=await c({input:{riskPointId:e.id,expectedVersion:e.version,assessment:n,reason:t??``}});if(o)return o;let s=a?.proposeGrade.riskPoint.proposedGrade;l.success(i(`risk:propose.done`,{grade:s?`${s} ${i(`common:grade.${s}`)}`:``})),r()},children:[(0,A.jsx)(`p`,{children:i(`risk:propose.intro`)}),(0,A.jsx)(de,{}),(0,A.jsx)(y.Item,{name:`reason`,label:i(`risk:decide.reason`),children:(0,A.jsx)(b.TextArea,{rows:2})})]})}function pe({risk:e,open:t,onClose:n,onDone:r}){let{t:i}=o(`risk`),[s]=y.useForm(),[,c]=a(V),[,l]=a(H),u=m(`RetireGround`),d=e.retireWay===`CONCURRENCE`,f=h();return(0,A.jsxs)(x,{title:i(`retire.title`),open:t,onClose:n,form:s,okText:i(d?`action.endorseRetirement`:`action.retire`),danger:!0,submit:async({reason:t,ground:n=`NO_RISK`})=>{let a=e.version;if(d){let{error:r}=await l({input:{riskPointId:e.id,expectedVersion:a,ground:n,reason:t}});if(r)return r;f.success(i(`retire.endorsed`))}else{let{data:n,error:r}=await c({input:{id:e.id,expectedVersion:a,reason:t}});if(r)return r;f.success(i(n?.retireRiskPoint.act?`retire.waits`:`retire.done`))}r()},children:[(0,A.jsx)(`p`,{children:i(d?`retire.both`:`retire.intro`)}),d&&(0,A.jsx)(y.Item,{name:`ground`,label:i(`retire.ground`),rules:[{required:!0,message:i(`retire.needGround`)}],children:(0,A.jsx)(ee,{options:e.retireGrounds.map(e=>({value:e,label:u.label(e)}))})}),(0,A.jsx)(y.Item,{name:`reason`,label:i(`retire.reason`),rules:[{required:!0,whitespace:!0,message:i(`retire.need`)}],children:(0,A.jsx)(b.TextArea,{rows:3})})]})}function me({risk:e,onChanged:t}){let{t:n}=o(`risk`),[r,i]=(0,D.useState)(null);if(e.status===`RETIRED`)return null;let a=e.allowedActions.includes(`RECORD_RISK`),s=e.decidableGrades.length>0,l=e.endorsableGrades.length>0,u=e.votableGrades.length>0,d=(e.endorsedGrade!==null||e.retiring!==null)&&e.allowedActions.includes(`CONCUR_GRADES`),f=n=>({risk:e,open:r===n,onClose:()=>i(null),onDone:t});return(0,A.jsxs)(A.Fragment,{children:[d&&(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(c,{type:`primary`,onClick:()=>i(`concur`),children:n(`action.concur`)}),(0,A.jsx)(c,{danger:!0,onClick:()=>i(`refuse`),children:n(`action.refuse`)}),(0,A.jsx)(G,{answer:`concur`,...f(`concur`)}),(0,A.jsx)(G,{answer:`refuse`,...f(`refuse`)})]}),s&&(0,A.jsx)(c,{type:`primary`,onClick:()=>i(`decide`),children:n(`action.decide`)}),l&&(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(c,{onClick:()=>i(`endorse`),children:n(`action.endorse`)}),(0,A.jsx)(ue,{...f(`endorse`)})]}),u&&(0,A.jsx)(T,{to:`/meetings/new?risk=${e.id}`,children:n(`action.agenda`)}),a&&(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(c,{onClick:()=>i(`propose`),children:n(`action.propose`)}),(0,A.jsx)(T,{to:`/risks/${e.id}/edit`,children:n(`action.edit`)}),(0,A.jsx)(fe,{...f(`propose`)})]}),e.mayRetire&&e.retireWay===`MEETING`&&(0,A.jsx)(T,{to:`/meetings/new?risk=${e.id}`,children:n(`action.retireAgenda`)}),e.mayRetire&&e.retireWay!==`MEETING`&&(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(c,{danger:!0,onClick:()=>i(`retire`),children:n(e.retireWay===`CONCURRENCE`?`action.endorseRetirement`:`action.retire`)}),(0,A.jsx)(pe,{...f(`retire`)})]}),s&&(0,A.jsx)(le,{...f(`decide`)})]})}function he({risk:e}){let{t}=o([`risk`,`common`]),n=m(`RiskType`),i=m(`PowerType`),a=m(`ConsequenceKind`),s=m(`FoundBy`),c=e=>t(e?`common:state.yes`:`common:state.no`);return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsxs)(`section`,{className:`panel`,children:[(0,A.jsx)(`h2`,{children:t(`risk:detail.base`)}),(0,A.jsx)(S,{items:[[t(`risk:field.unit`),e.unit&&(0,A.jsx)(r,{to:`/organisation?unit=${e.unit.id}`,children:e.unit.name})],[t(`risk:field.power`),e.power&&(0,A.jsxs)(r,{to:`/powers/${e.power.id}`,children:[e.power.code,` `,e.power.name]})],[t(`risk:field.powerType`),e.powerType&&i.label(e.powerType)],[t(`risk:field.riskTypes`),e.riskTypes.map(e=>n.label(e)).join(`、`)],[t(`risk:field.category`),e.category],[t(`risk:field.proposedGrade`),e.likelihood===null?(0,A.jsx)(`strong`,{children:t(`risk:detail.unassessed`)},`g`):(0,A.jsx)(_,{grade:e.proposedGrade},`g`)],[t(`risk:field.consequence`),e.consequence&&a.label(e.consequence)],[t(`risk:field.likelihood`),e.likelihood&&`${e.likelihood} / 5`],[t(`risk:field.severity`),e.severity&&`${e.severity} / 5`],[t(`risk:field.unlimitedPower`),c(e.unlimitedPower)],[t(`risk:field.pastBreach`),c(e.pastBreach)],[t(`risk:field.foundBy`),e.foundBy.map(e=>s.label(e)).join(`、`)],[t(`risk:field.createdAt`),g(e.createdAt)],[t(`risk:field.updatedAt`),g(e.updatedAt)]]}),(0,A.jsx)(S,{items:[[t(`risk:field.manifestation`),(0,A.jsx)(J,{text:e.manifestation},`m`)],[t(`risk:field.cause`),(0,A.jsx)(J,{text:e.cause},`c`)],...e.status===`RETIRED`?[[t(`risk:field.retiredReason`),(0,A.jsx)(J,{text:e.retiredReason},`r`)]]:[]]})]}),(0,A.jsxs)(`section`,{className:`panel`,children:[(0,A.jsx)(`h2`,{children:t(`risk:detail.people`)}),(0,A.jsx)(S,{items:[[t(`risk:field.post`),X(e.post)],[t(`risk:field.person`),Z(e.person)],[t(`risk:field.exposedPosts`),Q(e.exposedPosts,X)],[t(`risk:field.exposedPersons`),Q(e.exposedPersons,Z)],[t(`risk:field.directOwner`),(0,A.jsx)(Y,{person:e.directOwner,written:e.directOwnerText},`d`)],[t(`risk:field.departmentOwner`),(0,A.jsx)(Y,{person:e.departmentOwner,written:e.departmentOwnerText},`p`)],[t(`risk:field.leaderOwner`),(0,A.jsx)(Y,{person:e.leaderOwner,written:e.leaderOwnerText},`l`)]]})]})]})}function J({text:e}){let{t}=o(`risk`);return e?(0,A.jsx)(`span`,{className:`prose`,children:e}):(0,A.jsx)(`span`,{className:`zero`,children:t(`detail.unknown`)})}function Y({person:e,written:t}){let{t:n}=o(`risk`);return!e&&!t?(0,A.jsx)(`span`,{className:`zero`,children:n(`detail.unknown`)}):(0,A.jsxs)(A.Fragment,{children:[Z(e),(0,A.jsx)(te,{text:t})]})}function X(e){return e&&(0,A.jsx)(r,{to:l({post:e.id}),children:e.name})}function Z(e){return e&&(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(r,{to:l({person:e.id}),children:e.name}),e.jobTitle&&`（${e.jobTitle}）`]})}function Q(e,t){return e.length===0?null:(0,A.jsx)(`span`,{className:`names`,children:e.map(e=>(0,A.jsx)(`span`,{children:t(e)},e.id))})}function ge({risk:e}){let{t}=o(`risk`),n=m(`MeasureKind`),i=m(`MeasureStatus`),a=e.allowedActions.includes(`RECORD_RISK`)&&e.status!==`RETIRED`;return(0,A.jsxs)(`section`,{className:`panel`,children:[(0,A.jsxs)(`h2`,{className:`panel-head`,children:[t(`detail.measures`),a&&(0,A.jsx)(T,{size:`small`,to:`/measures/new?risk=${e.id}`,children:t(`action.measure`)})]}),e.measures.length===0?(0,A.jsx)(E,{text:t(`detail.noMeasures`)}):(0,A.jsx)(`div`,{className:`table-scroll`,children:(0,A.jsxs)(`table`,{className:`grid-table`,children:[(0,A.jsx)(`thead`,{children:(0,A.jsxs)(`tr`,{children:[(0,A.jsx)(`th`,{scope:`col`,children:t(`measure.content`)}),(0,A.jsx)(`th`,{scope:`col`,children:t(`measure.kind`)}),(0,A.jsx)(`th`,{scope:`col`,children:t(`measure.status`)}),(0,A.jsx)(`th`,{scope:`col`,children:t(`measure.owner`)}),(0,A.jsx)(`th`,{scope:`col`,children:t(`measure.due`)})]})}),(0,A.jsx)(`tbody`,{children:e.measures.map(e=>(0,A.jsxs)(`tr`,{children:[(0,A.jsx)(`td`,{children:(0,A.jsx)(r,{to:`/measures/${e.id}`,children:e.content})}),(0,A.jsx)(`td`,{className:`nowrap`,children:n.label(e.kind)}),(0,A.jsx)(`td`,{className:`nowrap`,children:i.label(e.status)}),(0,A.jsx)(`td`,{className:`nowrap`,children:e.owner?.name??`—`}),(0,A.jsx)(`td`,{children:[e.dueOn,e.frequency].filter(Boolean).join(`，`)||`—`})]},e.id))})]})})]})}function $({step:e,powerId:t}){let{t:n}=o(`risk`),i=m(`StepKind`),a=e.process;return(0,A.jsxs)(`section`,{className:`panel`,children:[(0,A.jsx)(`h2`,{children:n(`detail.where`)}),a&&(0,A.jsx)(`p`,{className:`hint`,children:t?(0,A.jsx)(r,{to:`/powers/${t}`,children:n(`detail.process`,{revision:a.revision})}):n(`detail.process`,{revision:a.revision})}),(0,A.jsx)(`ol`,{className:`step-strip`,children:(a?.steps??[]).map(t=>{let r=t.id===e.id;return(0,A.jsxs)(`li`,{"aria-current":r?`step`:void 0,children:[(0,A.jsx)(`strong`,{children:t.name}),(0,A.jsx)(`span`,{children:i.label(t.kind)}),t.post&&(0,A.jsx)(`span`,{children:t.post.name}),r&&(0,A.jsxs)(`span`,{className:`step-here`,children:[`▲ `,n(`detail.thisStep`)]})]},t.id)})})]})}var _e=(0,D.lazy)(f(()=>re(()=>import(`./RiskInstructions.js`),__vite__mapDeps([0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]),import.meta.url)));function ve(){let{id:e=``}=n(),[t,r]=s({query:F,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,A.jsx)(se,{result:t,onRetry:i,rows:12,children:({node:e})=>e?.__typename===`RiskPoint`?(0,A.jsx)(ye,{risk:e,onChanged:i}):(0,A.jsx)(p,{})})}function ye({risk:e,onChanged:t}){let{t:n}=o(`risk`),i=m(`RiskStatus`),{homeUnits:a}=d(),s=e.unit?.path??[],c=ie(s,a);return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(ae,{title:e.title,crumbs:[{title:n(`detail.crumb`),to:`/risks`},...s.map((e,t)=>({title:e.name,to:t<c?void 0:l({unit:e.id})}))],tags:(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(_,{grade:e.grade}),(0,A.jsx)(`span`,{className:`tag`,children:i.label(e.status)}),e.outdated&&(0,A.jsx)(`span`,{className:`tag tag-alarm`,children:n(`detail.outdated`)}),e.opening&&(0,A.jsx)(`span`,{className:`tag`,children:n(`detail.opening`)}),e.retiring&&(0,A.jsx)(`span`,{className:`tag`,children:n(`detail.awaitsRetirement`)}),!e.retiring&&e.retirementAct&&(0,A.jsx)(r,{className:`tag`,to:`/acts`,children:n(`detail.retirementWaits`)}),e.endorsedGrade&&(0,A.jsx)(`span`,{className:`tag`,children:n(`detail.awaitsConcurrence`,{grade:e.endorsedGrade})}),(0,A.jsx)(`span`,{className:e.controlled?`tag`:`tag tag-alarm`,children:n(e.controlled?`controlled.yes`:`controlled.no`)})]}),actions:(0,A.jsxs)(A.Fragment,{children:[e.unit&&(0,A.jsx)(oe,{about:{unit:e.unit.id,risk:e.id}}),(0,A.jsx)(me,{risk:e,onChanged:t})]})}),(0,A.jsxs)(`div`,{className:`risk-detail`,children:[(0,A.jsxs)(`div`,{children:[(0,A.jsx)(he,{risk:e}),e.step&&(0,A.jsx)($,{step:e.step,powerId:e.power?.id}),(0,A.jsx)(ge,{risk:e}),(0,A.jsx)(D.Suspense,{fallback:null,children:(0,A.jsx)(_e,{riskId:e.id})}),(0,A.jsx)(ne,{ownerId:e.id})]}),(0,A.jsx)(j,{assessments:e.assessments})]})]})}export{ve as Component};