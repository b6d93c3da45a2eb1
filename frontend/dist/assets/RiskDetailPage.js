import{i as e}from"./rolldown-runtime.js";import{A as t,L as n,W as r,j as i}from"./vendor.js";import{S as a,_ as o,n as s,t as c}from"./react.js";import{r as l}from"./riskState.js";import{i as u}from"./ErrorState.js";import{_ as d,c as f,l as p,w as m}from"./index.js";import{i as h}from"./format.js";import{t as g}from"./GradeBadge.js";import{t as _}from"./gql.js";import{t as v}from"./form.js";import{t as y}from"./input.js";import{t as b}from"./Dialog.js";import{t as x}from"./Facts.js";import{t as S}from"./radio.js";import{t as C}from"./checkbox.js";import{t as ee}from"./select.js";import{t as w}from"./LinkButton.js";import{t as te}from"./AsWritten.js";import{t as T}from"./Empty2.js";import{n as ne}from"./Attachments.js";import{t as re}from"./withinHome.js";import{t as ie}from"./PageHeader.js";import{t as ae}from"./Query.js";var E={"override:past-breach":{kind:`pastBreach`},"override:unlimited-power":{kind:`unlimitedPower`},"as written in the file":{kind:`imported`},unassessed:{kind:`unassessed`}},oe={likelihood:`likelihood`,"likelihood×severity":`product`,count:`count`};function se(e){if(E[e])return E[e];if(e.startsWith(`departs from `))return{kind:`departs`};let[t=``,n]=e.split(`=`);if(n===void 0)return null;let r=u.ConsequenceKind.find(e=>e===n);if(t===`consequence`&&r)return{kind:`consequence`,consequence:r};let i=oe[t];return i?{kind:i,value:n}:null}var D=c();function O({assessments:e}){let{t}=n(`risk`);return(0,D.jsxs)(`section`,{className:`panel`,"aria-labelledby":`history-title`,children:[(0,D.jsx)(`h2`,{id:`history-title`,children:t(`detail.history`)}),(0,D.jsx)(`ol`,{className:`history`,children:e.map(e=>(0,D.jsx)(k,{assessment:e},e.id))})]})}function k({assessment:e}){let{t,i18n:r}=n(`risk`),i=f(`AssessmentKind`),a=f(`ConsequenceKind`),o=f(`Role`),c=`assessment.rules.${e.rule}`,l=r.exists(`risk:${c}`)?t(c):e.rule;return(0,D.jsxs)(`li`,{className:e.kind===`DECISION`?`history-decision`:void 0,children:[(0,D.jsxs)(`div`,{className:`history-head`,children:[(0,D.jsx)(`strong`,{children:i.label(e.kind)}),(0,D.jsx)(j,{assessment:e})]}),(0,D.jsxs)(`div`,{children:[e.likelihood===null||e.consequence===null?t(`assessment.noInputs`):t(`assessment.inputs`,{likelihood:e.likelihood,severity:e.severity,consequence:a.label(e.consequence)}),e.unlimitedPower&&`；${t(`field.unlimitedPower`)}`,e.pastBreach&&`；${t(`field.pastBreach`)}`]}),(0,D.jsxs)(`div`,{children:[t(`assessment.rule`),`：`,l,`（`,t(`assessment.ruleVersion`,{version:e.ruleVersion}),`）`,e.clause&&(0,D.jsxs)(D.Fragment,{children:[`，`,t(`assessment.clause`),`：`,(0,D.jsx)(A,{clause:e.clause})]})]}),e.computedGrade&&e.computedGrade!==e.grade&&(0,D.jsxs)(`div`,{children:[t(`assessment.computed`),` `,(0,D.jsx)(g,{grade:e.computedGrade})]}),e.reason&&(0,D.jsxs)(`div`,{className:`prose`,children:[t(`assessment.reason`),`：`,e.reason]}),e.meeting&&(0,D.jsxs)(`div`,{children:[t(`assessment.meeting`),`：`,(0,D.jsx)(s,{to:`/meetings/${e.meeting.id}`,children:e.meeting.title})]}),(0,D.jsxs)(`div`,{className:`history-foot`,children:[(0,D.jsx)(`time`,{dateTime:e.at,children:h(e.at)}),` `,t(`assessment.by`,{name:e.actorName,role:e.actorRole?o.label(e.actorRole):t(`assessment.imported`)})]})]})}function A({clause:e}){let{t}=n(`risk`),r=f(`ConsequenceKind`),i=se(e);if(!i)return(0,D.jsx)(`code`,{children:e});let a=i.kind===`consequence`?r.label(i.consequence):`value`in i?i.value:``;return(0,D.jsx)(`span`,{title:e,children:t(`assessment.clauses.${i.kind}`,{value:a})})}function j({assessment:{kind:e,grade:t,previousGrade:r}}){let{t:i}=n(`risk`);if(e===`RECORDING`)return null;let a=t?(0,D.jsx)(g,{grade:t}):i(`assessment.withdrawn`);return e===`DECISION`?r&&r!==t?(0,D.jsxs)(D.Fragment,{children:[i(`assessment.from`),` `,(0,D.jsx)(g,{grade:r}),` `,i(`assessment.to`),` `,a]}):(0,D.jsxs)(D.Fragment,{children:[a,(0,D.jsx)(`span`,{className:`hint-inline`,children:i(r?`assessment.kept`:`assessment.first`)})]}):a}var M=_(`
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
`),N=e(a(),1),P=_(`
  mutation ProposeGrade($input: ProposeGradeInput!) {
    proposeGrade(input: $input) {
      riskPoint {
        id
        version
        proposedGrade
      }
    }
  }
`),F=_(`
  mutation DecideGrade($input: DecideGradeInput!) {
    decideGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),I=_(`
  mutation EndorseGrade($input: DecideGradeInput!) {
    endorseGrade(input: $input) {
      riskPoint {
        id
        version
        endorsedGrade
      }
    }
  }
`),L=_(`
  mutation ConcurGrade($input: AnswerEndorsementInput!) {
    concurGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),R=_(`
  mutation RefuseGrade($input: AnswerEndorsementInput!) {
    refuseGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),z=_(`
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
`),B=_(`
  mutation EndorseRetirement($input: EndorseRetirementInput!) {
    endorseRetirement(input: $input) {
      riskPoint {
        id
        version
        retiring
      }
    }
  }
`),V=_(`
  mutation ConcurRetirement($input: AnswerEndorsementInput!) {
    concurRetirement(input: $input) {
      riskPoint {
        id
        version
        status
      }
    }
  }
`),H=_(`
  mutation RefuseRetirement($input: AnswerEndorsementInput!) {
    refuseRetirement(input: $input) {
      riskPoint {
        id
        version
        retiring
      }
    }
  }
`);function U({answer:e,risk:r,open:i,onClose:a,onDone:o}){let{t:s}=n(`risk`),[c]=v.useForm(),[,l]=t(L),[,u]=t(R),[,p]=t(V),[,m]=t(H),h=f(`RetireGround`),_=d(),S=r.retiring!==null,C=e===`concur`?S?p:l:S?m:u;return(0,D.jsxs)(b,{title:s(`${e}.title`),open:i,onClose:a,form:c,okText:s(`action.${e}`),danger:e===`refuse`,submit:async({reason:t=``})=>{let{error:n}=await C({input:{riskPointId:r.id,expectedVersion:r.version,reason:t}});if(n)return n;_.success(s(S&&e===`concur`?`retire.done`:`${e}.done`)),o()},children:[(0,D.jsx)(x,{items:[[s(`decide.current`),(0,D.jsx)(g,{grade:r.grade},`c`)],r.retiring?[s(`retire.ground`),h.label(r.retiring)]:[s(`field.endorsedGrade`),(0,D.jsx)(g,{grade:r.endorsedGrade},`e`)]]}),(0,D.jsx)(`p`,{className:`hint`,children:s(S&&e===`concur`?`retire.concur`:`${e}.intro`)}),(0,D.jsx)(v.Item,{name:`reason`,label:s(`decide.reason`),rules:e===`refuse`?[{required:!0,whitespace:!0,message:s(`refuse.need`)}]:[],children:(0,D.jsx)(y.TextArea,{rows:3})})]})}function W({kind:e,grades:t,send:r,risk:i,open:a,onClose:o,onDone:s}){let{t:c}=n([`risk`,`common`]),[l]=v.useForm(),u=d(),f=i.proposedGrade;return(0,D.jsxs)(b,{title:c(`risk:${e}.title`),open:a,onClose:o,form:l,initialValues:{grade:f&&t.includes(f)?f:void 0},submit:async({grade:t,reason:n=``})=>{let a=await r({riskPointId:i.id,expectedVersion:i.version,grade:t,reason:n});if(a)return a;u.success(c(`risk:${e}.done`,{grade:`${t} ${c(`common:grade.${t}`)}`})),s()},children:[(0,D.jsx)(x,{items:[[c(`risk:decide.current`),(0,D.jsx)(g,{grade:i.grade},`c`)],[c(`risk:decide.proposal`),(0,D.jsx)(g,{grade:f},`p`)]]}),(0,D.jsx)(`p`,{className:`hint`,children:c(`risk:${e}.who`)}),(0,D.jsx)(v.Item,{name:`grade`,label:c(`risk:${e}.grade`),rules:[{required:!0,message:c(`risk:decide.pick`)}],children:(0,D.jsx)(S.Group,{children:t.map(e=>(0,D.jsx)(S,{value:e,children:(0,D.jsx)(g,{grade:e})},e))})}),(0,D.jsx)(v.Item,{name:`reason`,label:c(`risk:decide.reason`),extra:c(`risk:decide.reasonNeeded`),children:(0,D.jsx)(y.TextArea,{rows:3})})]})}function G(e){let[,n]=t(F);return(0,D.jsx)(W,{...e,kind:`decide`,grades:e.risk.decidableGrades,send:async e=>(await n({input:e})).error})}function K(e){let[,n]=t(I);return(0,D.jsx)(W,{...e,kind:`endorse`,grades:e.risk.endorsableGrades,send:async e=>(await n({input:e})).error})}var q=[1,2,3,4,5].map(e=>({value:e,label:String(e)}));function ce({prefix:e=[]}){let{t}=n(`risk`),r=f(`ConsequenceKind`),i=[{required:!0,message:t(`propose.need`)}];return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(v.Item,{name:[...e,`likelihood`],label:t(`field.likelihood`),extra:t(`propose.likelihoodHint`),rules:i,children:(0,D.jsx)(S.Group,{optionType:`button`,options:q})}),(0,D.jsx)(v.Item,{name:[...e,`severity`],label:t(`field.severity`),extra:t(`propose.severityHint`),rules:i,children:(0,D.jsx)(S.Group,{optionType:`button`,options:q})}),(0,D.jsx)(v.Item,{name:[...e,`consequence`],label:t(`field.consequence`),rules:i,children:(0,D.jsx)(S.Group,{options:r.options})}),(0,D.jsx)(v.Item,{name:[...e,`unlimitedPower`],valuePropName:`checked`,noStyle:!0,children:(0,D.jsx)(C,{children:t(`field.unlimitedPower`)})}),(0,D.jsx)(v.Item,{name:[...e,`pastBreach`],valuePropName:`checked`,children:(0,D.jsx)(C,{children:t(`field.pastBreach`)})})]})}function le({risk:e,open:r,onClose:i,onDone:a}){let{t:o}=n([`risk`,`common`]),[s]=v.useForm(),[,c]=t(P),l=d();return(0,D.jsxs)(b,{title:o(`risk:propose.title`),open:r,onClose:i,form:s,initialValues:{likelihood:e.likelihood??void 0,severity:e.severity??void 0,consequence:e.consequence??void 0,unlimitedPower:e.unlimitedPower,pastBreach:e.pastBreach},submit:async({reason:t,...n})=>{let{data:r,error:i}=await c({input:{riskPointId:e.id,expectedVersion:e.version,assessment:n,reason:t??``}});if(i)return i;let s=r?.proposeGrade.riskPoint.proposedGrade;l.success(o(`risk:propose.done`,{grade:s?`${s} ${o(`common:grade.${s}`)}`:``})),a()},children:[(0,D.jsx)(`p`,{children:o(`risk:propose.intro`)}),(0,D.jsx)(ce,{}),(0,D.jsx)(v.Item,{name:`reason`,label:o(`risk:decide.reason`),children:(0,D.jsx)(y.TextArea,{rows:2})})]})}function ue({risk:e,open:r,onClose:i,onDone:a}){let{t:o}=n(`risk`),[s]=v.useForm(),[,c]=t(z),[,l]=t(B),u=f(`RetireGround`),p=e.retireWay===`CONCURRENCE`,m=d();return(0,D.jsxs)(b,{title:o(`retire.title`),open:r,onClose:i,form:s,okText:o(p?`action.endorseRetirement`:`action.retire`),danger:!0,submit:async({reason:t,ground:n=`NO_RISK`})=>{let r=e.version;if(p){let{error:i}=await l({input:{riskPointId:e.id,expectedVersion:r,ground:n,reason:t}});if(i)return i;m.success(o(`retire.endorsed`))}else{let{data:n,error:i}=await c({input:{id:e.id,expectedVersion:r,reason:t}});if(i)return i;m.success(o(n?.retireRiskPoint.act?`retire.waits`:`retire.done`))}a()},children:[(0,D.jsx)(`p`,{children:o(p?`retire.both`:`retire.intro`)}),p&&(0,D.jsx)(v.Item,{name:`ground`,label:o(`retire.ground`),rules:[{required:!0,message:o(`retire.needGround`)}],children:(0,D.jsx)(ee,{options:e.retireGrounds.map(e=>({value:e,label:u.label(e)}))})}),(0,D.jsx)(v.Item,{name:`reason`,label:o(`retire.reason`),rules:[{required:!0,whitespace:!0,message:o(`retire.need`)}],children:(0,D.jsx)(y.TextArea,{rows:3})})]})}function de({risk:e,onChanged:t}){let{t:i}=n(`risk`),[a,o]=(0,N.useState)(null);if(e.status===`RETIRED`)return null;let s=e.allowedActions.includes(`RECORD_RISK`),c=e.decidableGrades.length>0,l=e.endorsableGrades.length>0,u=e.votableGrades.length>0,d=(e.endorsedGrade!==null||e.retiring!==null)&&e.allowedActions.includes(`CONCUR_GRADES`),f=n=>({risk:e,open:a===n,onClose:()=>o(null),onDone:t});return(0,D.jsxs)(D.Fragment,{children:[d&&(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(r,{type:`primary`,onClick:()=>o(`concur`),children:i(`action.concur`)}),(0,D.jsx)(r,{danger:!0,onClick:()=>o(`refuse`),children:i(`action.refuse`)}),(0,D.jsx)(U,{answer:`concur`,...f(`concur`)}),(0,D.jsx)(U,{answer:`refuse`,...f(`refuse`)})]}),c&&(0,D.jsx)(r,{type:`primary`,onClick:()=>o(`decide`),children:i(`action.decide`)}),l&&(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(r,{onClick:()=>o(`endorse`),children:i(`action.endorse`)}),(0,D.jsx)(K,{...f(`endorse`)})]}),u&&(0,D.jsx)(w,{to:`/meetings/new?risk=${e.id}`,children:i(`action.agenda`)}),s&&(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(r,{onClick:()=>o(`propose`),children:i(`action.propose`)}),(0,D.jsx)(w,{to:`/risks/${e.id}/edit`,children:i(`action.edit`)}),(0,D.jsx)(le,{...f(`propose`)})]}),e.mayRetire&&e.retireWay===`MEETING`&&(0,D.jsx)(w,{to:`/meetings/new?risk=${e.id}`,children:i(`action.retireAgenda`)}),e.mayRetire&&e.retireWay!==`MEETING`&&(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(r,{danger:!0,onClick:()=>o(`retire`),children:i(e.retireWay===`CONCURRENCE`?`action.endorseRetirement`:`action.retire`)}),(0,D.jsx)(ue,{...f(`retire`)})]}),c&&(0,D.jsx)(G,{...f(`decide`)})]})}function J({risk:e}){let{t}=n([`risk`,`common`]),r=f(`RiskType`),i=f(`PowerType`),a=f(`ConsequenceKind`),o=f(`FoundBy`),c=e=>t(e?`common:state.yes`:`common:state.no`);return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsxs)(`section`,{className:`panel`,children:[(0,D.jsx)(`h2`,{children:t(`risk:detail.base`)}),(0,D.jsx)(x,{items:[[t(`risk:field.unit`),e.unit&&(0,D.jsx)(s,{to:`/organisation?unit=${e.unit.id}`,children:e.unit.name})],[t(`risk:field.power`),e.power&&(0,D.jsxs)(s,{to:`/powers/${e.power.id}`,children:[e.power.code,` `,e.power.name]})],[t(`risk:field.powerType`),e.powerType&&i.label(e.powerType)],[t(`risk:field.riskTypes`),e.riskTypes.map(e=>r.label(e)).join(`、`)],[t(`risk:field.category`),e.category],[t(`risk:field.proposedGrade`),e.likelihood===null?(0,D.jsx)(`strong`,{children:t(`risk:detail.unassessed`)},`g`):(0,D.jsx)(g,{grade:e.proposedGrade},`g`)],[t(`risk:field.consequence`),e.consequence&&a.label(e.consequence)],[t(`risk:field.likelihood`),e.likelihood&&`${e.likelihood} / 5`],[t(`risk:field.severity`),e.severity&&`${e.severity} / 5`],[t(`risk:field.unlimitedPower`),c(e.unlimitedPower)],[t(`risk:field.pastBreach`),c(e.pastBreach)],[t(`risk:field.foundBy`),e.foundBy.map(e=>o.label(e)).join(`、`)],[t(`risk:field.createdAt`),h(e.createdAt)],[t(`risk:field.updatedAt`),h(e.updatedAt)]]}),(0,D.jsx)(x,{items:[[t(`risk:field.manifestation`),(0,D.jsx)(Y,{text:e.manifestation},`m`)],[t(`risk:field.cause`),(0,D.jsx)(Y,{text:e.cause},`c`)],...e.status===`RETIRED`?[[t(`risk:field.retiredReason`),(0,D.jsx)(Y,{text:e.retiredReason},`r`)]]:[]]})]}),(0,D.jsxs)(`section`,{className:`panel`,children:[(0,D.jsx)(`h2`,{children:t(`risk:detail.people`)}),(0,D.jsx)(x,{items:[[t(`risk:field.post`),Z(e.post)],[t(`risk:field.person`),Q(e.person)],[t(`risk:field.exposedPosts`),$(e.exposedPosts,Z)],[t(`risk:field.exposedPersons`),$(e.exposedPersons,Q)],[t(`risk:field.directOwner`),(0,D.jsx)(X,{person:e.directOwner,written:e.directOwnerText},`d`)],[t(`risk:field.departmentOwner`),(0,D.jsx)(X,{person:e.departmentOwner,written:e.departmentOwnerText},`p`)],[t(`risk:field.leaderOwner`),(0,D.jsx)(X,{person:e.leaderOwner,written:e.leaderOwnerText},`l`)]]})]})]})}function Y({text:e}){let{t}=n(`risk`);return e?(0,D.jsx)(`span`,{className:`prose`,children:e}):(0,D.jsx)(`span`,{className:`zero`,children:t(`detail.unknown`)})}function X({person:e,written:t}){let{t:r}=n(`risk`);return!e&&!t?(0,D.jsx)(`span`,{className:`zero`,children:r(`detail.unknown`)}):(0,D.jsxs)(D.Fragment,{children:[Q(e),(0,D.jsx)(te,{text:t})]})}function Z(e){return e&&(0,D.jsx)(s,{to:l({post:e.id}),children:e.name})}function Q(e){return e&&(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(s,{to:l({person:e.id}),children:e.name}),e.jobTitle&&`（${e.jobTitle}）`]})}function $(e,t){return e.length===0?null:(0,D.jsx)(`span`,{className:`names`,children:e.map(e=>(0,D.jsx)(`span`,{children:t(e)},e.id))})}function fe({risk:e}){let{t}=n(`risk`),r=f(`MeasureKind`),i=f(`MeasureStatus`),a=e.allowedActions.includes(`RECORD_RISK`)&&e.status!==`RETIRED`;return(0,D.jsxs)(`section`,{className:`panel`,children:[(0,D.jsxs)(`h2`,{className:`panel-head`,children:[t(`detail.measures`),a&&(0,D.jsx)(w,{size:`small`,to:`/measures/new?risk=${e.id}`,children:t(`action.measure`)})]}),e.measures.length===0?(0,D.jsx)(T,{text:t(`detail.noMeasures`)}):(0,D.jsx)(`div`,{className:`table-scroll`,children:(0,D.jsxs)(`table`,{className:`grid-table`,children:[(0,D.jsx)(`thead`,{children:(0,D.jsxs)(`tr`,{children:[(0,D.jsx)(`th`,{scope:`col`,children:t(`measure.content`)}),(0,D.jsx)(`th`,{scope:`col`,children:t(`measure.kind`)}),(0,D.jsx)(`th`,{scope:`col`,children:t(`measure.status`)}),(0,D.jsx)(`th`,{scope:`col`,children:t(`measure.owner`)}),(0,D.jsx)(`th`,{scope:`col`,children:t(`measure.due`)})]})}),(0,D.jsx)(`tbody`,{children:e.measures.map(e=>(0,D.jsxs)(`tr`,{children:[(0,D.jsx)(`td`,{children:(0,D.jsx)(s,{to:`/measures/${e.id}`,children:e.content})}),(0,D.jsx)(`td`,{className:`nowrap`,children:r.label(e.kind)}),(0,D.jsx)(`td`,{className:`nowrap`,children:i.label(e.status)}),(0,D.jsx)(`td`,{className:`nowrap`,children:e.owner?.name??`—`}),(0,D.jsx)(`td`,{children:[e.dueOn,e.frequency].filter(Boolean).join(`，`)||`—`})]},e.id))})]})})]})}function pe({step:e,powerId:t}){let{t:r}=n(`risk`),i=f(`StepKind`),a=e.process;return(0,D.jsxs)(`section`,{className:`panel`,children:[(0,D.jsx)(`h2`,{children:r(`detail.where`)}),a&&(0,D.jsx)(`p`,{className:`hint`,children:t?(0,D.jsx)(s,{to:`/powers/${t}`,children:r(`detail.process`,{revision:a.revision})}):r(`detail.process`,{revision:a.revision})}),(0,D.jsx)(`ol`,{className:`step-strip`,children:(a?.steps??[]).map(t=>{let n=t.id===e.id;return(0,D.jsxs)(`li`,{"aria-current":n?`step`:void 0,children:[(0,D.jsx)(`strong`,{children:t.name}),(0,D.jsx)(`span`,{children:i.label(t.kind)}),t.post&&(0,D.jsx)(`span`,{children:t.post.name}),n&&(0,D.jsxs)(`span`,{className:`step-here`,children:[`▲ `,r(`detail.thisStep`)]})]},t.id)})})]})}function me(){let{id:e=``}=o(),[t,n]=i({query:M,variables:{id:e}}),r=()=>n({requestPolicy:`network-only`});return(0,D.jsx)(ae,{result:t,onRetry:r,rows:12,children:({node:e})=>e?.__typename===`RiskPoint`?(0,D.jsx)(he,{risk:e,onChanged:r}):(0,D.jsx)(p,{})})}function he({risk:e,onChanged:t}){let{t:r}=n(`risk`),i=f(`RiskStatus`),{homeUnits:a}=m(),o=e.unit?.path??[],c=re(o,a);return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(ie,{title:e.title,crumbs:[{title:r(`detail.crumb`),to:`/risks`},...o.map((e,t)=>({title:e.name,to:t<c?void 0:l({unit:e.id})}))],tags:(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(g,{grade:e.grade}),(0,D.jsx)(`span`,{className:`tag`,children:i.label(e.status)}),e.outdated&&(0,D.jsx)(`span`,{className:`tag tag-alarm`,children:r(`detail.outdated`)}),e.opening&&(0,D.jsx)(`span`,{className:`tag`,children:r(`detail.opening`)}),e.retiring&&(0,D.jsx)(`span`,{className:`tag`,children:r(`detail.awaitsRetirement`)}),!e.retiring&&e.retirementAct&&(0,D.jsx)(s,{className:`tag`,to:`/acts`,children:r(`detail.retirementWaits`)}),e.endorsedGrade&&(0,D.jsx)(`span`,{className:`tag`,children:r(`detail.awaitsConcurrence`,{grade:e.endorsedGrade})}),(0,D.jsx)(`span`,{className:e.controlled?`tag`:`tag tag-alarm`,children:r(e.controlled?`controlled.yes`:`controlled.no`)})]}),actions:(0,D.jsx)(de,{risk:e,onChanged:t})}),(0,D.jsxs)(`div`,{className:`risk-detail`,children:[(0,D.jsxs)(`div`,{children:[(0,D.jsx)(J,{risk:e}),e.step&&(0,D.jsx)(pe,{step:e.step,powerId:e.power?.id}),(0,D.jsx)(fe,{risk:e}),(0,D.jsx)(ne,{ownerId:e.id})]}),(0,D.jsx)(O,{assessments:e.assessments})]})]})}export{me as Component};