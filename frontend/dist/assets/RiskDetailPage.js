import{i as e}from"./rolldown-runtime.js";import{D as t,O as n,P as r,V as i}from"./vendor.js";import{S as a,_ as o,n as s,t as c}from"./react.js";import{i as l}from"./riskState.js";import{n as u,t as d}from"./gql.js";import{b as f,g as p,k as m,l as h,v as g,w as _}from"./index.js";import{i as v}from"./format.js";import{t as y}from"./GradeBadge.js";import{t as b}from"./form.js";import{t as x}from"./input.js";import{t as ee}from"./modal.js";import{t as te}from"./forms.js";import{t as S}from"./Facts.js";import{t as C}from"./radio.js";import{t as w}from"./checkbox.js";import{t as T}from"./LinkButton.js";import{t as ne}from"./Empty2.js";import{n as E}from"./Attachments.js";import{t as D}from"./withinHome.js";import{t as O}from"./PageHeader.js";import{t as k}from"./Query.js";var A={"override:past-breach":{kind:`pastBreach`},"override:unlimited-power":{kind:`unlimitedPower`},"as written in the file":{kind:`imported`}},j={likelihood:`likelihood`,"likelihood×severity":`product`,count:`count`};function re(e){if(A[e])return A[e];if(e.startsWith(`departs from `))return{kind:`departs`};let[t=``,n]=e.split(`=`);if(n===void 0)return null;let r=u.ConsequenceKind.find(e=>e===n);if(t===`consequence`&&r)return{kind:`consequence`,consequence:r};let i=j[t];return i?{kind:i,value:n}:null}var M=c();function ie({assessments:e}){let{t}=r(`risk`);return(0,M.jsxs)(`section`,{className:`panel`,"aria-labelledby":`history-title`,children:[(0,M.jsx)(`h2`,{id:`history-title`,children:t(`detail.history`)}),(0,M.jsx)(`ol`,{className:`history`,children:e.map(e=>(0,M.jsx)(N,{assessment:e},e.id))})]})}function N({assessment:e}){let{t,i18n:n}=r(`risk`),i=h(`AssessmentKind`),a=h(`ConsequenceKind`),o=h(`Role`),c=`assessment.rules.${e.rule}`,l=n.exists(`risk:${c}`)?t(c):e.rule;return(0,M.jsxs)(`li`,{className:e.kind===`DECISION`?`history-decision`:void 0,children:[(0,M.jsxs)(`div`,{className:`history-head`,children:[(0,M.jsx)(`strong`,{children:i.label(e.kind)}),(0,M.jsx)(F,{assessment:e})]}),(0,M.jsxs)(`div`,{children:[t(`assessment.inputs`,{likelihood:e.likelihood,severity:e.severity,consequence:a.label(e.consequence)}),e.unlimitedPower&&`；${t(`field.unlimitedPower`)}`,e.pastBreach&&`；${t(`field.pastBreach`)}`]}),(0,M.jsxs)(`div`,{children:[t(`assessment.rule`),`：`,l,`（`,t(`assessment.ruleVersion`,{version:e.ruleVersion}),`）`,e.clause&&(0,M.jsxs)(M.Fragment,{children:[`，`,t(`assessment.clause`),`：`,(0,M.jsx)(P,{clause:e.clause})]})]}),e.computedGrade&&e.computedGrade!==e.grade&&(0,M.jsxs)(`div`,{children:[t(`assessment.computed`),` `,(0,M.jsx)(y,{grade:e.computedGrade})]}),e.reason&&(0,M.jsxs)(`div`,{className:`prose`,children:[t(`assessment.reason`),`：`,e.reason]}),e.meeting&&(0,M.jsxs)(`div`,{children:[t(`assessment.meeting`),`：`,(0,M.jsx)(s,{to:`/meetings/${e.meeting.id}`,children:e.meeting.title})]}),(0,M.jsxs)(`div`,{className:`history-foot`,children:[(0,M.jsx)(`time`,{dateTime:e.at,children:v(e.at)}),` `,t(`assessment.by`,{name:e.actorName,role:e.actorRole?o.label(e.actorRole):t(`assessment.imported`)})]})]})}function P({clause:e}){let{t}=r(`risk`),n=h(`ConsequenceKind`),i=re(e);if(!i)return(0,M.jsx)(`code`,{children:e});let a=i.kind===`consequence`?n.label(i.consequence):`value`in i?i.value:``;return(0,M.jsx)(`span`,{title:e,children:t(`assessment.clauses.${i.kind}`,{value:a})})}function F({assessment:{kind:e,grade:t,previousGrade:n}}){let{t:i}=r(`risk`),a=t?(0,M.jsx)(y,{grade:t}):i(`assessment.withdrawn`);return e===`DECISION`?n&&n!==t?(0,M.jsxs)(M.Fragment,{children:[i(`assessment.from`),` `,(0,M.jsx)(y,{grade:n}),` `,i(`assessment.to`),` `,a]}):(0,M.jsxs)(M.Fragment,{children:[a,(0,M.jsx)(`span`,{className:`hint-inline`,children:i(n?`assessment.kept`:`assessment.first`)})]}):a}var I=d(`
  query RiskDetail($id: ID!) {
    node(id: $id) {
      __typename
      ... on RiskPoint {
        id
        version
        title
        riskType
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
        powerType
        defended
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
`),L=e(a(),1),R=d(`
  mutation ProposeGrade($input: ProposeGradeInput!) {
    proposeGrade(input: $input) {
      riskPoint {
        id
        version
        proposedGrade
      }
    }
  }
`),z=d(`
  mutation DecideGrade($input: DecideGradeInput!) {
    decideGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),B=d(`
  mutation EndorseGrade($input: DecideGradeInput!) {
    endorseGrade(input: $input) {
      riskPoint {
        id
        version
        endorsedGrade
      }
    }
  }
`),V=d(`
  mutation ConcurGrade($input: AnswerEndorsementInput!) {
    concurGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),H=d(`
  mutation RefuseGrade($input: AnswerEndorsementInput!) {
    refuseGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),U=d(`
  mutation RetireRiskPoint($input: RetireRiskPointInput!) {
    retireRiskPoint(input: $input) {
      riskPoint {
        id
        version
        status
      }
    }
  }
`);function W(e){let{title:t,open:n,onClose:i,form:a,initialValues:o,submit:s,okText:c,danger:l,children:u}=e,{t:d}=r(),[p,h]=(0,L.useState)(!1),[g,_]=(0,L.useState)([]);return(0,M.jsxs)(ee,{title:t,open:n,onCancel:i,onOk:a.submit,okText:c??d(`action.confirm`),cancelText:d(`action.cancel`),okButtonProps:{danger:l},confirmLoading:p,mask:{closable:!1},destroyOnHidden:!0,afterClose:()=>_([]),children:[(0,M.jsx)(f,{problems:g}),(0,M.jsx)(b,{form:a,layout:`vertical`,initialValues:o,preserve:!1,onFinish:async e=>{h(!0),_([]);let t=await s(e);h(!1),t?_(te(a,m(t))):i()},children:u})]})}function G({answer:e,risk:n,open:i,onClose:a,onDone:o}){let{t:s}=r(`risk`),[c]=b.useForm(),[,l]=t(V),[,u]=t(H),d=g(),f=e===`concur`?l:u;return(0,M.jsxs)(W,{title:s(`${e}.title`),open:i,onClose:a,form:c,okText:s(`action.${e}`),danger:e===`refuse`,submit:async({reason:t=``})=>{let{error:r}=await f({input:{riskPointId:n.id,expectedVersion:n.version,reason:t}});if(r)return r;d.success(s(`${e}.done`)),o()},children:[(0,M.jsx)(S,{items:[[s(`decide.current`),(0,M.jsx)(y,{grade:n.grade},`c`)],[s(`field.endorsedGrade`),(0,M.jsx)(y,{grade:n.endorsedGrade},`e`)]]}),(0,M.jsx)(`p`,{className:`hint`,children:s(`${e}.intro`)}),(0,M.jsx)(b.Item,{name:`reason`,label:s(`decide.reason`),rules:e===`refuse`?[{required:!0,whitespace:!0,message:s(`refuse.need`)}]:[],children:(0,M.jsx)(x.TextArea,{rows:3})})]})}function K({kind:e,grades:t,send:n,risk:i,open:a,onClose:o,onDone:s}){let{t:c}=r([`risk`,`common`]),[l]=b.useForm(),u=g(),d=i.proposedGrade;return(0,M.jsxs)(W,{title:c(`risk:${e}.title`),open:a,onClose:o,form:l,initialValues:{grade:d&&t.includes(d)?d:void 0},submit:async({grade:t,reason:r=``})=>{let a=await n({riskPointId:i.id,expectedVersion:i.version,grade:t,reason:r});if(a)return a;u.success(c(`risk:${e}.done`,{grade:`${t} ${c(`common:grade.${t}`)}`})),s()},children:[(0,M.jsx)(S,{items:[[c(`risk:decide.current`),(0,M.jsx)(y,{grade:i.grade},`c`)],[c(`risk:decide.proposal`),(0,M.jsx)(y,{grade:d},`p`)]]}),(0,M.jsx)(`p`,{className:`hint`,children:c(`risk:${e}.who`)}),(0,M.jsx)(b.Item,{name:`grade`,label:c(`risk:${e}.grade`),rules:[{required:!0,message:c(`risk:decide.pick`)}],children:(0,M.jsx)(C.Group,{children:t.map(e=>(0,M.jsx)(C,{value:e,children:(0,M.jsx)(y,{grade:e})},e))})}),(0,M.jsx)(b.Item,{name:`reason`,label:c(`risk:decide.reason`),extra:c(`risk:decide.reasonNeeded`),children:(0,M.jsx)(x.TextArea,{rows:3})})]})}function q(e){let[,n]=t(z);return(0,M.jsx)(K,{...e,kind:`decide`,grades:e.risk.decidableGrades,send:async e=>(await n({input:e})).error})}function J(e){let[,n]=t(B);return(0,M.jsx)(K,{...e,kind:`endorse`,grades:e.risk.endorsableGrades,send:async e=>(await n({input:e})).error})}var Y=[1,2,3,4,5].map(e=>({value:e,label:String(e)}));function ae({prefix:e=[]}){let{t}=r(`risk`),n=h(`ConsequenceKind`),i=[{required:!0,message:t(`propose.need`)}];return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(b.Item,{name:[...e,`likelihood`],label:t(`field.likelihood`),extra:t(`propose.likelihoodHint`),rules:i,children:(0,M.jsx)(C.Group,{optionType:`button`,options:Y})}),(0,M.jsx)(b.Item,{name:[...e,`severity`],label:t(`field.severity`),extra:t(`propose.severityHint`),rules:i,children:(0,M.jsx)(C.Group,{optionType:`button`,options:Y})}),(0,M.jsx)(b.Item,{name:[...e,`consequence`],label:t(`field.consequence`),rules:i,children:(0,M.jsx)(C.Group,{options:n.options})}),(0,M.jsx)(b.Item,{name:[...e,`unlimitedPower`],valuePropName:`checked`,noStyle:!0,children:(0,M.jsx)(w,{children:t(`field.unlimitedPower`)})}),(0,M.jsx)(b.Item,{name:[...e,`pastBreach`],valuePropName:`checked`,children:(0,M.jsx)(w,{children:t(`field.pastBreach`)})})]})}function oe({risk:e,open:n,onClose:i,onDone:a}){let{t:o}=r([`risk`,`common`]),[s]=b.useForm(),[,c]=t(R),l=g();return(0,M.jsxs)(W,{title:o(`risk:propose.title`),open:n,onClose:i,form:s,initialValues:{likelihood:e.likelihood,severity:e.severity,consequence:e.consequence,unlimitedPower:e.unlimitedPower,pastBreach:e.pastBreach},submit:async({reason:t,...n})=>{let{data:r,error:i}=await c({input:{riskPointId:e.id,expectedVersion:e.version,assessment:n,reason:t??``}});if(i)return i;let s=r?.proposeGrade.riskPoint.proposedGrade;l.success(o(`risk:propose.done`,{grade:s?`${s} ${o(`common:grade.${s}`)}`:``})),a()},children:[(0,M.jsx)(`p`,{children:o(`risk:propose.intro`)}),(0,M.jsx)(ae,{}),(0,M.jsx)(b.Item,{name:`reason`,label:o(`risk:decide.reason`),children:(0,M.jsx)(x.TextArea,{rows:2})})]})}function se({risk:e,open:n,onClose:i,onDone:a}){let{t:o}=r(`risk`),[s]=b.useForm(),[,c]=t(U),l=g();return(0,M.jsxs)(W,{title:o(`retire.title`),open:n,onClose:i,form:s,okText:o(`action.retire`),danger:!0,submit:async({reason:t})=>{let{error:n}=await c({input:{id:e.id,expectedVersion:e.version,reason:t}});if(n)return n;l.success(o(`retire.done`)),a()},children:[(0,M.jsx)(`p`,{children:o(`retire.intro`)}),(0,M.jsx)(b.Item,{name:`reason`,label:o(`retire.reason`),rules:[{required:!0,whitespace:!0,message:o(`retire.need`)}],children:(0,M.jsx)(x.TextArea,{rows:3})})]})}function ce({risk:e,onChanged:t}){let{t:n}=r(`risk`),[a,o]=(0,L.useState)(null);if(e.status===`RETIRED`)return null;let s=e.allowedActions.includes(`RECORD_RISK`),c=e.decidableGrades.length>0,l=e.endorsableGrades.length>0,u=e.votableGrades.length>0,d=e.endorsedGrade!==null&&e.allowedActions.includes(`CONCUR_GRADES`),f=n=>({risk:e,open:a===n,onClose:()=>o(null),onDone:t});return(0,M.jsxs)(M.Fragment,{children:[d&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(i,{type:`primary`,onClick:()=>o(`concur`),children:n(`action.concur`)}),(0,M.jsx)(i,{danger:!0,onClick:()=>o(`refuse`),children:n(`action.refuse`)}),(0,M.jsx)(G,{answer:`concur`,...f(`concur`)}),(0,M.jsx)(G,{answer:`refuse`,...f(`refuse`)})]}),c&&(0,M.jsx)(i,{type:`primary`,onClick:()=>o(`decide`),children:n(`action.decide`)}),l&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(i,{onClick:()=>o(`endorse`),children:n(`action.endorse`)}),(0,M.jsx)(J,{...f(`endorse`)})]}),u&&(0,M.jsx)(T,{to:`/meetings/new?risk=${e.id}`,children:n(`action.agenda`)}),s&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(i,{onClick:()=>o(`propose`),children:n(`action.propose`)}),(0,M.jsx)(T,{to:`/risks/${e.id}/edit`,children:n(`action.edit`)}),(0,M.jsx)(oe,{...f(`propose`)})]}),(s||c||l||u)&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(i,{danger:!0,onClick:()=>o(`retire`),children:n(`action.retire`)}),(0,M.jsx)(se,{...f(`retire`)})]}),c&&(0,M.jsx)(q,{...f(`decide`)})]})}function le({risk:e}){let{t}=r([`risk`,`common`]),n=h(`RiskType`),i=h(`PowerType`),a=h(`ConsequenceKind`),o=h(`FoundBy`),c=e=>t(e?`common:state.yes`:`common:state.no`);return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsx)(`h2`,{children:t(`risk:detail.base`)}),(0,M.jsx)(S,{items:[[t(`risk:field.unit`),e.unit&&(0,M.jsx)(s,{to:`/organisation?unit=${e.unit.id}`,children:e.unit.name})],[t(`risk:field.power`),e.power&&(0,M.jsxs)(s,{to:`/powers/${e.power.id}`,children:[e.power.code,` `,e.power.name]})],[t(`risk:field.powerType`),e.powerType&&i.label(e.powerType)],[t(`risk:field.riskType`),n.label(e.riskType)],[t(`risk:field.proposedGrade`),(0,M.jsx)(y,{grade:e.proposedGrade},`g`)],[t(`risk:field.consequence`),a.label(e.consequence)],[t(`risk:field.likelihood`),`${e.likelihood} / 5`],[t(`risk:field.severity`),`${e.severity} / 5`],[t(`risk:field.unlimitedPower`),c(e.unlimitedPower)],[t(`risk:field.pastBreach`),c(e.pastBreach)],[t(`risk:field.foundBy`),e.foundBy.map(e=>o.label(e)).join(`、`)],[t(`risk:field.createdAt`),v(e.createdAt)],[t(`risk:field.updatedAt`),v(e.updatedAt)]]}),(0,M.jsx)(S,{items:[[t(`risk:field.manifestation`),(0,M.jsx)(X,{text:e.manifestation},`m`)],[t(`risk:field.cause`),(0,M.jsx)(X,{text:e.cause},`c`)],...e.status===`RETIRED`?[[t(`risk:field.retiredReason`),(0,M.jsx)(X,{text:e.retiredReason},`r`)]]:[]]})]}),(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsx)(`h2`,{children:t(`risk:detail.people`)}),(0,M.jsx)(S,{items:[[t(`risk:field.post`),Z(e.post)],[t(`risk:field.person`),Q(e.person)],[t(`risk:field.exposedPosts`),$(e.exposedPosts,Z)],[t(`risk:field.exposedPersons`),$(e.exposedPersons,Q)],[t(`risk:field.directOwner`),Q(e.directOwner)],[t(`risk:field.departmentOwner`),Q(e.departmentOwner)],[t(`risk:field.leaderOwner`),Q(e.leaderOwner)]]})]})]})}function X({text:e}){let{t}=r(`risk`);return e?(0,M.jsx)(`span`,{className:`prose`,children:e}):(0,M.jsx)(`span`,{className:`zero`,children:t(`detail.unknown`)})}function Z(e){return e&&(0,M.jsx)(s,{to:l({post:e.id}),children:e.name})}function Q(e){return e&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(s,{to:l({person:e.id}),children:e.name}),e.jobTitle&&`（${e.jobTitle}）`]})}function $(e,t){return e.length===0?null:(0,M.jsx)(`span`,{className:`names`,children:e.map(e=>(0,M.jsx)(`span`,{children:t(e)},e.id))})}function ue({risk:e}){let{t}=r(`risk`),n=h(`MeasureKind`),i=h(`MeasureStatus`),a=e.allowedActions.includes(`RECORD_RISK`)&&e.status!==`RETIRED`;return(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsxs)(`h2`,{className:`panel-head`,children:[t(`detail.measures`),a&&(0,M.jsx)(T,{size:`small`,to:`/measures/new?risk=${e.id}`,children:t(`action.measure`)})]}),e.measures.length===0?(0,M.jsx)(ne,{text:t(`detail.noMeasures`)}):(0,M.jsx)(`div`,{className:`table-scroll`,children:(0,M.jsxs)(`table`,{className:`grid-table`,children:[(0,M.jsx)(`thead`,{children:(0,M.jsxs)(`tr`,{children:[(0,M.jsx)(`th`,{scope:`col`,children:t(`measure.content`)}),(0,M.jsx)(`th`,{scope:`col`,children:t(`measure.kind`)}),(0,M.jsx)(`th`,{scope:`col`,children:t(`measure.status`)}),(0,M.jsx)(`th`,{scope:`col`,children:t(`measure.owner`)}),(0,M.jsx)(`th`,{scope:`col`,children:t(`measure.due`)})]})}),(0,M.jsx)(`tbody`,{children:e.measures.map(e=>(0,M.jsxs)(`tr`,{children:[(0,M.jsx)(`td`,{children:(0,M.jsx)(s,{to:`/measures/${e.id}`,children:e.content})}),(0,M.jsx)(`td`,{className:`nowrap`,children:n.label(e.kind)}),(0,M.jsx)(`td`,{className:`nowrap`,children:i.label(e.status)}),(0,M.jsx)(`td`,{className:`nowrap`,children:e.owner?.name??`—`}),(0,M.jsx)(`td`,{children:[e.dueOn,e.frequency].filter(Boolean).join(`，`)||`—`})]},e.id))})]})})]})}function de({step:e,powerId:t}){let{t:n}=r(`risk`),i=h(`StepKind`),a=e.process;return(0,M.jsxs)(`section`,{className:`panel`,children:[(0,M.jsx)(`h2`,{children:n(`detail.where`)}),a&&(0,M.jsx)(`p`,{className:`hint`,children:t?(0,M.jsx)(s,{to:`/powers/${t}`,children:n(`detail.process`,{revision:a.revision})}):n(`detail.process`,{revision:a.revision})}),(0,M.jsx)(`ol`,{className:`step-strip`,children:(a?.steps??[]).map(t=>{let r=t.id===e.id;return(0,M.jsxs)(`li`,{"aria-current":r?`step`:void 0,children:[(0,M.jsx)(`strong`,{children:t.name}),(0,M.jsx)(`span`,{children:i.label(t.kind)}),t.post&&(0,M.jsx)(`span`,{children:t.post.name}),r&&(0,M.jsxs)(`span`,{className:`step-here`,children:[`▲ `,n(`detail.thisStep`)]})]},t.id)})})]})}function fe(){let{id:e=``}=o(),[t,r]=n({query:I,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,M.jsx)(k,{result:t,onRetry:i,rows:12,children:({node:e})=>e?.__typename===`RiskPoint`?(0,M.jsx)(pe,{risk:e,onChanged:i}):(0,M.jsx)(p,{})})}function pe({risk:e,onChanged:t}){let{t:n}=r(`risk`),i=h(`RiskStatus`),{homeUnits:a}=_(),o=e.unit?.path??[],s=D(o,a);return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(O,{title:e.title,crumbs:[{title:n(`detail.crumb`),to:`/risks`},...o.map((e,t)=>({title:e.name,to:t<s?void 0:l({unit:e.id})}))],tags:(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(y,{grade:e.grade}),(0,M.jsx)(`span`,{className:`tag`,children:i.label(e.status)}),e.endorsedGrade&&(0,M.jsx)(`span`,{className:`tag`,children:n(`detail.awaitsConcurrence`,{grade:e.endorsedGrade})}),(0,M.jsx)(`span`,{className:e.defended?`tag`:`tag tag-alarm`,children:n(e.defended?`defended.yes`:`defended.no`)})]}),actions:(0,M.jsx)(ce,{risk:e,onChanged:t})}),(0,M.jsxs)(`div`,{className:`risk-detail`,children:[(0,M.jsxs)(`div`,{children:[(0,M.jsx)(le,{risk:e}),e.step&&(0,M.jsx)(de,{step:e.step,powerId:e.power?.id}),(0,M.jsx)(ue,{risk:e}),(0,M.jsx)(E,{ownerId:e.id})]}),(0,M.jsx)(ie,{assessments:e.assessments})]})]})}export{fe as Component};