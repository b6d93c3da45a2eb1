import{r as e}from"./rolldown-runtime.js";import{D as t,g as n,h as r,x as i}from"./vendor.js";import{g as a,n as o,t as s,x as c}from"./react.js";import{i as l}from"./riskState.js";import{a as u,f as d,h as f,l as p,r as m,s as h}from"./index.js";import{r as g}from"./format.js";import{t as _}from"./GradeBadge.js";import{t as v}from"./gql.js";import{t as y}from"./form.js";import{t as b}from"./input.js";import{t as x}from"./radio.js";import{t as S}from"./modal.js";import{t as C}from"./forms.js";import{t as w}from"./Facts.js";import{t as T}from"./checkbox.js";import{t as E}from"./LinkButton.js";import{t as D}from"./Empty2.js";import{t as O}from"./withinHome.js";import{t as k}from"./PageHeader.js";import{t as A}from"./Query.js";var j=s();function M({assessments:e}){let{t}=i(`risk`);return(0,j.jsxs)(`section`,{className:`panel`,"aria-labelledby":`history-title`,children:[(0,j.jsx)(`h2`,{id:`history-title`,children:t(`detail.history`)}),(0,j.jsx)(`ol`,{className:`history`,children:e.map(e=>(0,j.jsx)(N,{assessment:e},e.id))})]})}function N({assessment:e}){let{t,i18n:n}=i(`risk`),r=m(`AssessmentKind`),a=m(`ConsequenceKind`),o=m(`Role`),s=`assessment.rules.${e.rule}`,c=n.exists(`risk:${s}`)?t(s):e.rule;return(0,j.jsxs)(`li`,{className:e.kind===`DECISION`?`history-decision`:void 0,children:[(0,j.jsxs)(`div`,{className:`history-head`,children:[(0,j.jsx)(`strong`,{children:r.label(e.kind)}),(0,j.jsx)(P,{assessment:e})]}),(0,j.jsxs)(`div`,{children:[t(`assessment.inputs`,{likelihood:e.likelihood,severity:e.severity,consequence:a.label(e.consequence)}),e.unlimitedPower&&`；${t(`field.unlimitedPower`)}`,e.pastBreach&&`；${t(`field.pastBreach`)}`]}),(0,j.jsxs)(`div`,{children:[t(`assessment.rule`),`：`,c,`（`,t(`assessment.ruleVersion`,{version:e.ruleVersion}),`）`,e.clause&&(0,j.jsxs)(j.Fragment,{children:[`，`,t(`assessment.clause`),`：`,(0,j.jsx)(`code`,{children:e.clause})]})]}),e.computedGrade&&e.computedGrade!==e.grade&&(0,j.jsxs)(`div`,{children:[t(`assessment.computed`),` `,(0,j.jsx)(_,{grade:e.computedGrade})]}),e.reason&&(0,j.jsxs)(`div`,{className:`prose`,children:[t(`assessment.reason`),`：`,e.reason]}),(0,j.jsxs)(`div`,{className:`history-foot`,children:[(0,j.jsx)(`time`,{dateTime:e.at,children:g(e.at)}),` `,t(`assessment.by`,{name:e.actorName,role:e.actorRole?o.label(e.actorRole):t(`assessment.imported`)})]})]})}function P({assessment:{kind:e,grade:t,previousGrade:n}}){let{t:r}=i(`risk`),a=t?(0,j.jsx)(_,{grade:t}):r(`assessment.withdrawn`);return e===`PROPOSAL`?a:n&&n!==t?(0,j.jsxs)(j.Fragment,{children:[r(`assessment.from`),` `,(0,j.jsx)(_,{grade:n}),` `,r(`assessment.to`),` `,a]}):(0,j.jsxs)(j.Fragment,{children:[a,(0,j.jsx)(`span`,{className:`hint-inline`,children:r(n?`assessment.kept`:`assessment.first`)})]})}var F=v(`
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
        powerType
        defended
        createdAt
        updatedAt
        retiredReason
        allowedActions
        decidableGrades
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
        }
      }
    }
  }
`),I=e(c(),1),L=v(`
  mutation ProposeGrade($input: ProposeGradeInput!) {
    proposeGrade(input: $input) {
      riskPoint {
        id
        version
        proposedGrade
      }
    }
  }
`),R=v(`
  mutation DecideGrade($input: DecideGradeInput!) {
    decideGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),z=v(`
  mutation RetireRiskPoint($input: RetireRiskPointInput!) {
    retireRiskPoint(input: $input) {
      riskPoint {
        id
        version
        status
      }
    }
  }
`);function B(e){let{title:t,open:n,onClose:r,form:a,initialValues:o,submit:s,okText:c,danger:l,children:u}=e,{t:d}=i(),[m,h]=(0,I.useState)(!1),[g,_]=(0,I.useState)([]);return(0,j.jsxs)(S,{title:t,open:n,onCancel:r,onOk:a.submit,okText:c??d(`action.confirm`),cancelText:d(`action.cancel`),okButtonProps:{danger:l},confirmLoading:m,mask:{closable:!1},destroyOnHidden:!0,afterClose:()=>_([]),children:[(0,j.jsx)(p,{problems:g}),(0,j.jsx)(y,{form:a,layout:`vertical`,initialValues:o,preserve:!1,onFinish:async e=>{h(!0),_([]);let t=await s(e);h(!1),t?_(C(a,f(t))):r()},children:u})]})}function V({risk:e,open:t,onClose:n,onDone:a}){let{t:o}=i([`risk`,`common`]),[s]=y.useForm(),[,c]=r(R),l=h(),u=e.decidableGrades,d=e.proposedGrade;return(0,j.jsxs)(B,{title:o(`risk:decide.title`),open:t,onClose:n,form:s,initialValues:{grade:d&&u.includes(d)?d:void 0},submit:async({grade:t,reason:n=``})=>{let{error:r}=await c({input:{riskPointId:e.id,expectedVersion:e.version,grade:t,reason:n}});if(r)return r;l.success(o(`risk:decide.done`,{grade:`${t} ${o(`common:grade.${t}`)}`})),a()},children:[(0,j.jsx)(w,{items:[[o(`risk:decide.current`),(0,j.jsx)(_,{grade:e.grade},`c`)],[o(`risk:decide.proposal`),(0,j.jsx)(_,{grade:d},`p`)]]}),(0,j.jsx)(`p`,{className:`hint`,children:o(`risk:decide.who`)}),(0,j.jsx)(y.Item,{name:`grade`,label:o(`risk:decide.grade`),rules:[{required:!0,message:o(`risk:decide.pick`)}],children:(0,j.jsx)(x.Group,{children:u.map(e=>(0,j.jsx)(x,{value:e,children:(0,j.jsx)(_,{grade:e})},e))})}),(0,j.jsx)(y.Item,{name:`reason`,label:o(`risk:decide.reason`),extra:o(`risk:decide.reasonNeeded`),children:(0,j.jsx)(b.TextArea,{rows:3})})]})}var H=[1,2,3,4,5].map(e=>({value:e,label:String(e)}));function U({prefix:e=[]}){let{t}=i(`risk`),n=m(`ConsequenceKind`),r=[{required:!0,message:t(`propose.need`)}];return(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(y.Item,{name:[...e,`likelihood`],label:t(`field.likelihood`),extra:t(`propose.likelihoodHint`),rules:r,children:(0,j.jsx)(x.Group,{optionType:`button`,options:H})}),(0,j.jsx)(y.Item,{name:[...e,`severity`],label:t(`field.severity`),extra:t(`propose.severityHint`),rules:r,children:(0,j.jsx)(x.Group,{optionType:`button`,options:H})}),(0,j.jsx)(y.Item,{name:[...e,`consequence`],label:t(`field.consequence`),rules:r,children:(0,j.jsx)(x.Group,{options:n.options})}),(0,j.jsx)(y.Item,{name:[...e,`unlimitedPower`],valuePropName:`checked`,noStyle:!0,children:(0,j.jsx)(T,{children:t(`field.unlimitedPower`)})}),(0,j.jsx)(y.Item,{name:[...e,`pastBreach`],valuePropName:`checked`,children:(0,j.jsx)(T,{children:t(`field.pastBreach`)})})]})}function W({risk:e,open:t,onClose:n,onDone:a}){let{t:o}=i([`risk`,`common`]),[s]=y.useForm(),[,c]=r(L),l=h();return(0,j.jsxs)(B,{title:o(`risk:propose.title`),open:t,onClose:n,form:s,initialValues:{likelihood:e.likelihood,severity:e.severity,consequence:e.consequence,unlimitedPower:e.unlimitedPower,pastBreach:e.pastBreach},submit:async({reason:t,...n})=>{let{data:r,error:i}=await c({input:{riskPointId:e.id,expectedVersion:e.version,assessment:n,reason:t??``}});if(i)return i;let s=r?.proposeGrade.riskPoint.proposedGrade;l.success(o(`risk:propose.done`,{grade:s?`${s} ${o(`common:grade.${s}`)}`:``})),a()},children:[(0,j.jsx)(`p`,{children:o(`risk:propose.intro`)}),(0,j.jsx)(U,{}),(0,j.jsx)(y.Item,{name:`reason`,label:o(`risk:decide.reason`),children:(0,j.jsx)(b.TextArea,{rows:2})})]})}function G({risk:e,open:t,onClose:n,onDone:a}){let{t:o}=i(`risk`),[s]=y.useForm(),[,c]=r(z),l=h();return(0,j.jsxs)(B,{title:o(`retire.title`),open:t,onClose:n,form:s,okText:o(`action.retire`),danger:!0,submit:async({reason:t})=>{let{error:n}=await c({input:{id:e.id,expectedVersion:e.version,reason:t}});if(n)return n;l.success(o(`retire.done`)),a()},children:[(0,j.jsx)(`p`,{children:o(`retire.intro`)}),(0,j.jsx)(y.Item,{name:`reason`,label:o(`retire.reason`),rules:[{required:!0,whitespace:!0,message:o(`retire.need`)}],children:(0,j.jsx)(b.TextArea,{rows:3})})]})}function K({risk:e,onChanged:n}){let{t:r}=i(`risk`),[a,o]=(0,I.useState)(null);if(e.status===`RETIRED`)return null;let s=e.allowedActions.includes(`RECORD_RISK`),c=e.decidableGrades.length>0,l=t=>({risk:e,open:a===t,onClose:()=>o(null),onDone:n});return(0,j.jsxs)(j.Fragment,{children:[c&&(0,j.jsx)(t,{type:`primary`,onClick:()=>o(`decide`),children:r(`action.decide`)}),s&&(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(t,{onClick:()=>o(`propose`),children:r(`action.propose`)}),(0,j.jsx)(E,{to:`/risks/${e.id}/edit`,children:r(`action.edit`)}),(0,j.jsx)(t,{danger:!0,onClick:()=>o(`retire`),children:r(`action.retire`)}),(0,j.jsx)(W,{...l(`propose`)}),(0,j.jsx)(G,{...l(`retire`)})]}),c&&(0,j.jsx)(V,{...l(`decide`)})]})}function q({risk:e}){let{t}=i([`risk`,`common`]),n=m(`RiskType`),r=m(`PowerType`),a=m(`ConsequenceKind`),s=m(`FoundBy`),c=e=>t(e?`common:state.yes`:`common:state.no`);return(0,j.jsxs)(j.Fragment,{children:[(0,j.jsxs)(`section`,{className:`panel`,children:[(0,j.jsx)(`h2`,{children:t(`risk:detail.base`)}),(0,j.jsx)(w,{items:[[t(`risk:field.unit`),e.unit&&(0,j.jsx)(o,{to:`/organisation?unit=${e.unit.id}`,children:e.unit.name})],[t(`risk:field.power`),e.power&&(0,j.jsxs)(o,{to:`/powers/${e.power.id}`,children:[e.power.code,` `,e.power.name]})],[t(`risk:field.powerType`),e.powerType&&r.label(e.powerType)],[t(`risk:field.riskType`),n.label(e.riskType)],[t(`risk:field.proposedGrade`),(0,j.jsx)(_,{grade:e.proposedGrade},`g`)],[t(`risk:field.consequence`),a.label(e.consequence)],[t(`risk:field.likelihood`),`${e.likelihood} / 5`],[t(`risk:field.severity`),`${e.severity} / 5`],[t(`risk:field.unlimitedPower`),c(e.unlimitedPower)],[t(`risk:field.pastBreach`),c(e.pastBreach)],[t(`risk:field.foundBy`),e.foundBy.map(e=>s.label(e)).join(`、`)],[t(`risk:field.createdAt`),g(e.createdAt)],[t(`risk:field.updatedAt`),g(e.updatedAt)]]}),(0,j.jsx)(w,{items:[[t(`risk:field.manifestation`),(0,j.jsx)(J,{text:e.manifestation},`m`)],[t(`risk:field.cause`),(0,j.jsx)(J,{text:e.cause},`c`)],...e.status===`RETIRED`?[[t(`risk:field.retiredReason`),(0,j.jsx)(J,{text:e.retiredReason},`r`)]]:[]]})]}),(0,j.jsxs)(`section`,{className:`panel`,children:[(0,j.jsx)(`h2`,{children:t(`risk:detail.people`)}),(0,j.jsx)(w,{items:[[t(`risk:field.post`),Y(e.post)],[t(`risk:field.person`),X(e.person)],[t(`risk:field.exposedPosts`),Z(e.exposedPosts,Y)],[t(`risk:field.exposedPersons`),Z(e.exposedPersons,X)],[t(`risk:field.directOwner`),X(e.directOwner)],[t(`risk:field.departmentOwner`),X(e.departmentOwner)],[t(`risk:field.leaderOwner`),X(e.leaderOwner)]]})]})]})}function J({text:e}){let{t}=i(`risk`);return e?(0,j.jsx)(`span`,{className:`prose`,children:e}):(0,j.jsx)(`span`,{className:`zero`,children:t(`detail.unknown`)})}function Y(e){return e&&(0,j.jsx)(o,{to:l({post:e.id}),children:e.name})}function X(e){return e&&(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(o,{to:l({person:e.id}),children:e.name}),e.jobTitle&&`（${e.jobTitle}）`]})}function Z(e,t){return e.length===0?null:(0,j.jsx)(`span`,{className:`names`,children:e.map(e=>(0,j.jsx)(`span`,{children:t(e)},e.id))})}function Q({risk:e}){let{t}=i(`risk`),n=m(`MeasureKind`),r=m(`MeasureStatus`),a=e.allowedActions.includes(`RECORD_RISK`)&&e.status!==`RETIRED`;return(0,j.jsxs)(`section`,{className:`panel`,children:[(0,j.jsxs)(`h2`,{className:`panel-head`,children:[t(`detail.measures`),a&&(0,j.jsx)(E,{size:`small`,to:`/measures/new?risk=${e.id}`,children:t(`action.measure`)})]}),e.measures.length===0?(0,j.jsx)(D,{text:t(`detail.noMeasures`)}):(0,j.jsx)(`div`,{className:`table-scroll`,children:(0,j.jsxs)(`table`,{className:`grid-table`,children:[(0,j.jsx)(`thead`,{children:(0,j.jsxs)(`tr`,{children:[(0,j.jsx)(`th`,{scope:`col`,children:t(`measure.content`)}),(0,j.jsx)(`th`,{scope:`col`,children:t(`measure.kind`)}),(0,j.jsx)(`th`,{scope:`col`,children:t(`measure.status`)}),(0,j.jsx)(`th`,{scope:`col`,children:t(`measure.owner`)}),(0,j.jsx)(`th`,{scope:`col`,children:t(`measure.due`)})]})}),(0,j.jsx)(`tbody`,{children:e.measures.map(e=>(0,j.jsxs)(`tr`,{children:[(0,j.jsx)(`td`,{children:(0,j.jsx)(o,{to:`/measures/${e.id}`,children:e.content})}),(0,j.jsx)(`td`,{className:`nowrap`,children:n.label(e.kind)}),(0,j.jsx)(`td`,{className:`nowrap`,children:r.label(e.status)}),(0,j.jsx)(`td`,{className:`nowrap`,children:e.owner?.name??`—`}),(0,j.jsx)(`td`,{children:[e.dueOn,e.frequency].filter(Boolean).join(`，`)||`—`})]},e.id))})]})})]})}function $({step:e,powerId:t}){let{t:n}=i(`risk`),r=m(`StepKind`),a=e.process;return(0,j.jsxs)(`section`,{className:`panel`,children:[(0,j.jsx)(`h2`,{children:n(`detail.where`)}),a&&(0,j.jsx)(`p`,{className:`hint`,children:t?(0,j.jsx)(o,{to:`/powers/${t}`,children:n(`detail.process`,{revision:a.revision})}):n(`detail.process`,{revision:a.revision})}),(0,j.jsx)(`ol`,{className:`step-strip`,children:(a?.steps??[]).map(t=>{let i=t.id===e.id;return(0,j.jsxs)(`li`,{"aria-current":i?`step`:void 0,children:[(0,j.jsx)(`strong`,{children:t.name}),(0,j.jsx)(`span`,{children:r.label(t.kind)}),t.post&&(0,j.jsx)(`span`,{children:t.post.name}),i&&(0,j.jsxs)(`span`,{className:`step-here`,children:[`▲ `,n(`detail.thisStep`)]})]},t.id)})})]})}function ee(){let{id:e=``}=a(),[t,r]=n({query:F,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,j.jsx)(A,{result:t,onRetry:i,rows:12,children:({node:e})=>e?.__typename===`RiskPoint`?(0,j.jsx)(te,{risk:e,onChanged:i}):(0,j.jsx)(u,{})})}function te({risk:e,onChanged:t}){let{t:n}=i(`risk`),r=m(`RiskStatus`),{homeUnits:a}=d(),o=e.unit?.path??[],s=O(o,a);return(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(k,{title:e.title,crumbs:[{title:n(`detail.crumb`),to:`/risks`},...o.map((e,t)=>({title:e.name,to:t<s?void 0:l({unit:e.id})}))],tags:(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(_,{grade:e.grade}),(0,j.jsx)(`span`,{className:`tag`,children:r.label(e.status)}),(0,j.jsx)(`span`,{className:e.defended?`tag`:`tag tag-alarm`,children:n(e.defended?`defended.yes`:`defended.no`)})]}),actions:(0,j.jsx)(K,{risk:e,onChanged:t})}),(0,j.jsxs)(`div`,{className:`risk-detail`,children:[(0,j.jsxs)(`div`,{children:[(0,j.jsx)(q,{risk:e}),e.step&&(0,j.jsx)($,{step:e.step,powerId:e.power?.id}),(0,j.jsx)(Q,{risk:e})]}),(0,j.jsx)(M,{assessments:e.assessments})]})]})}export{ee as Component};