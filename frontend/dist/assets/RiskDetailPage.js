import{i as e}from"./rolldown-runtime.js";import{D as t,O as n,P as r,V as i}from"./vendor.js";import{S as a,_ as o,n as s,t as c}from"./react.js";import{r as l}from"./riskState.js";import{t as u}from"./enums.js";import{A as d,T as f,_ as p,c as m,l as h,x as g}from"./index.js";import{i as _}from"./format.js";import{t as v}from"./GradeBadge.js";import{t as y}from"./gql.js";import{t as b}from"./form.js";import{t as x}from"./input.js";import{t as ee}from"./modal.js";import{t as S}from"./forms.js";import{t as C}from"./Facts.js";import{t as w}from"./radio.js";import{t as T}from"./checkbox.js";import{t as te}from"./select.js";import{t as E}from"./LinkButton.js";import{t as D}from"./AsWritten.js";import{t as ne}from"./Empty2.js";import{n as re}from"./Attachments.js";import{t as ie}from"./withinHome.js";import{t as ae}from"./PageHeader.js";import{t as oe}from"./Query.js";var O={"override:past-breach":{kind:`pastBreach`},"override:unlimited-power":{kind:`unlimitedPower`},"as written in the file":{kind:`imported`},unassessed:{kind:`unassessed`}},se={likelihood:`likelihood`,"likelihood×severity":`product`,count:`count`};function ce(e){if(O[e])return O[e];if(e.startsWith(`departs from `))return{kind:`departs`};let[t=``,n]=e.split(`=`);if(n===void 0)return null;let r=u.ConsequenceKind.find(e=>e===n);if(t===`consequence`&&r)return{kind:`consequence`,consequence:r};let i=se[t];return i?{kind:i,value:n}:null}var k=c();function le({assessments:e}){let{t}=r(`risk`);return(0,k.jsxs)(`section`,{className:`panel`,"aria-labelledby":`history-title`,children:[(0,k.jsx)(`h2`,{id:`history-title`,children:t(`detail.history`)}),(0,k.jsx)(`ol`,{className:`history`,children:e.map(e=>(0,k.jsx)(A,{assessment:e},e.id))})]})}function A({assessment:e}){let{t,i18n:n}=r(`risk`),i=m(`AssessmentKind`),a=m(`ConsequenceKind`),o=m(`Role`),c=`assessment.rules.${e.rule}`,l=n.exists(`risk:${c}`)?t(c):e.rule;return(0,k.jsxs)(`li`,{className:e.kind===`DECISION`?`history-decision`:void 0,children:[(0,k.jsxs)(`div`,{className:`history-head`,children:[(0,k.jsx)(`strong`,{children:i.label(e.kind)}),(0,k.jsx)(M,{assessment:e})]}),(0,k.jsxs)(`div`,{children:[e.likelihood===null||e.consequence===null?t(`assessment.noInputs`):t(`assessment.inputs`,{likelihood:e.likelihood,severity:e.severity,consequence:a.label(e.consequence)}),e.unlimitedPower&&`；${t(`field.unlimitedPower`)}`,e.pastBreach&&`；${t(`field.pastBreach`)}`]}),(0,k.jsxs)(`div`,{children:[t(`assessment.rule`),`：`,l,`（`,t(`assessment.ruleVersion`,{version:e.ruleVersion}),`）`,e.clause&&(0,k.jsxs)(k.Fragment,{children:[`，`,t(`assessment.clause`),`：`,(0,k.jsx)(j,{clause:e.clause})]})]}),e.computedGrade&&e.computedGrade!==e.grade&&(0,k.jsxs)(`div`,{children:[t(`assessment.computed`),` `,(0,k.jsx)(v,{grade:e.computedGrade})]}),e.reason&&(0,k.jsxs)(`div`,{className:`prose`,children:[t(`assessment.reason`),`：`,e.reason]}),e.meeting&&(0,k.jsxs)(`div`,{children:[t(`assessment.meeting`),`：`,(0,k.jsx)(s,{to:`/meetings/${e.meeting.id}`,children:e.meeting.title})]}),(0,k.jsxs)(`div`,{className:`history-foot`,children:[(0,k.jsx)(`time`,{dateTime:e.at,children:_(e.at)}),` `,t(`assessment.by`,{name:e.actorName,role:e.actorRole?o.label(e.actorRole):t(`assessment.imported`)})]})]})}function j({clause:e}){let{t}=r(`risk`),n=m(`ConsequenceKind`),i=ce(e);if(!i)return(0,k.jsx)(`code`,{children:e});let a=i.kind===`consequence`?n.label(i.consequence):`value`in i?i.value:``;return(0,k.jsx)(`span`,{title:e,children:t(`assessment.clauses.${i.kind}`,{value:a})})}function M({assessment:{kind:e,grade:t,previousGrade:n}}){let{t:i}=r(`risk`);if(e===`RECORDING`)return null;let a=t?(0,k.jsx)(v,{grade:t}):i(`assessment.withdrawn`);return e===`DECISION`?n&&n!==t?(0,k.jsxs)(k.Fragment,{children:[i(`assessment.from`),` `,(0,k.jsx)(v,{grade:n}),` `,i(`assessment.to`),` `,a]}):(0,k.jsxs)(k.Fragment,{children:[a,(0,k.jsx)(`span`,{className:`hint-inline`,children:i(n?`assessment.kept`:`assessment.first`)})]}):a}var N=y(`
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
`),P=e(a(),1),F=y(`
  mutation ProposeGrade($input: ProposeGradeInput!) {
    proposeGrade(input: $input) {
      riskPoint {
        id
        version
        proposedGrade
      }
    }
  }
`),I=y(`
  mutation DecideGrade($input: DecideGradeInput!) {
    decideGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),L=y(`
  mutation EndorseGrade($input: DecideGradeInput!) {
    endorseGrade(input: $input) {
      riskPoint {
        id
        version
        endorsedGrade
      }
    }
  }
`),R=y(`
  mutation ConcurGrade($input: AnswerEndorsementInput!) {
    concurGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),z=y(`
  mutation RefuseGrade($input: AnswerEndorsementInput!) {
    refuseGrade(input: $input) {
      riskPoint {
        id
        version
        grade
      }
    }
  }
`),B=y(`
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
`),V=y(`
  mutation EndorseRetirement($input: EndorseRetirementInput!) {
    endorseRetirement(input: $input) {
      riskPoint {
        id
        version
        retiring
      }
    }
  }
`),H=y(`
  mutation ConcurRetirement($input: AnswerEndorsementInput!) {
    concurRetirement(input: $input) {
      riskPoint {
        id
        version
        status
      }
    }
  }
`),U=y(`
  mutation RefuseRetirement($input: AnswerEndorsementInput!) {
    refuseRetirement(input: $input) {
      riskPoint {
        id
        version
        retiring
      }
    }
  }
`);function W(e){let{title:t,open:n,onClose:i,form:a,initialValues:o,submit:s,okText:c,danger:l,children:u}=e,{t:f}=r(),[p,m]=(0,P.useState)(!1),[h,_]=(0,P.useState)([]);return(0,k.jsxs)(ee,{title:t,open:n,onCancel:i,onOk:a.submit,okText:c??f(`action.confirm`),cancelText:f(`action.cancel`),okButtonProps:{danger:l},confirmLoading:p,mask:{closable:!1},destroyOnHidden:!0,afterClose:()=>_([]),children:[(0,k.jsx)(g,{problems:h}),(0,k.jsx)(b,{form:a,layout:`vertical`,initialValues:o,preserve:!1,onFinish:async e=>{m(!0),_([]);let t=await s(e);m(!1),t?_(S(a,d(t))):i()},children:u})]})}function G({answer:e,risk:n,open:i,onClose:a,onDone:o}){let{t:s}=r(`risk`),[c]=b.useForm(),[,l]=t(R),[,u]=t(z),[,d]=t(H),[,f]=t(U),h=m(`RetireGround`),g=p(),_=n.retiring!==null,y=e===`concur`?_?d:l:_?f:u;return(0,k.jsxs)(W,{title:s(`${e}.title`),open:i,onClose:a,form:c,okText:s(`action.${e}`),danger:e===`refuse`,submit:async({reason:t=``})=>{let{error:r}=await y({input:{riskPointId:n.id,expectedVersion:n.version,reason:t}});if(r)return r;g.success(s(_&&e===`concur`?`retire.done`:`${e}.done`)),o()},children:[(0,k.jsx)(C,{items:[[s(`decide.current`),(0,k.jsx)(v,{grade:n.grade},`c`)],n.retiring?[s(`retire.ground`),h.label(n.retiring)]:[s(`field.endorsedGrade`),(0,k.jsx)(v,{grade:n.endorsedGrade},`e`)]]}),(0,k.jsx)(`p`,{className:`hint`,children:s(_&&e===`concur`?`retire.concur`:`${e}.intro`)}),(0,k.jsx)(b.Item,{name:`reason`,label:s(`decide.reason`),rules:e===`refuse`?[{required:!0,whitespace:!0,message:s(`refuse.need`)}]:[],children:(0,k.jsx)(x.TextArea,{rows:3})})]})}function K({kind:e,grades:t,send:n,risk:i,open:a,onClose:o,onDone:s}){let{t:c}=r([`risk`,`common`]),[l]=b.useForm(),u=p(),d=i.proposedGrade;return(0,k.jsxs)(W,{title:c(`risk:${e}.title`),open:a,onClose:o,form:l,initialValues:{grade:d&&t.includes(d)?d:void 0},submit:async({grade:t,reason:r=``})=>{let a=await n({riskPointId:i.id,expectedVersion:i.version,grade:t,reason:r});if(a)return a;u.success(c(`risk:${e}.done`,{grade:`${t} ${c(`common:grade.${t}`)}`})),s()},children:[(0,k.jsx)(C,{items:[[c(`risk:decide.current`),(0,k.jsx)(v,{grade:i.grade},`c`)],[c(`risk:decide.proposal`),(0,k.jsx)(v,{grade:d},`p`)]]}),(0,k.jsx)(`p`,{className:`hint`,children:c(`risk:${e}.who`)}),(0,k.jsx)(b.Item,{name:`grade`,label:c(`risk:${e}.grade`),rules:[{required:!0,message:c(`risk:decide.pick`)}],children:(0,k.jsx)(w.Group,{children:t.map(e=>(0,k.jsx)(w,{value:e,children:(0,k.jsx)(v,{grade:e})},e))})}),(0,k.jsx)(b.Item,{name:`reason`,label:c(`risk:decide.reason`),extra:c(`risk:decide.reasonNeeded`),children:(0,k.jsx)(x.TextArea,{rows:3})})]})}function ue(e){let[,n]=t(I);return(0,k.jsx)(K,{...e,kind:`decide`,grades:e.risk.decidableGrades,send:async e=>(await n({input:e})).error})}function de(e){let[,n]=t(L);return(0,k.jsx)(K,{...e,kind:`endorse`,grades:e.risk.endorsableGrades,send:async e=>(await n({input:e})).error})}var q=[1,2,3,4,5].map(e=>({value:e,label:String(e)}));function fe({prefix:e=[]}){let{t}=r(`risk`),n=m(`ConsequenceKind`),i=[{required:!0,message:t(`propose.need`)}];return(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(b.Item,{name:[...e,`likelihood`],label:t(`field.likelihood`),extra:t(`propose.likelihoodHint`),rules:i,children:(0,k.jsx)(w.Group,{optionType:`button`,options:q})}),(0,k.jsx)(b.Item,{name:[...e,`severity`],label:t(`field.severity`),extra:t(`propose.severityHint`),rules:i,children:(0,k.jsx)(w.Group,{optionType:`button`,options:q})}),(0,k.jsx)(b.Item,{name:[...e,`consequence`],label:t(`field.consequence`),rules:i,children:(0,k.jsx)(w.Group,{options:n.options})}),(0,k.jsx)(b.Item,{name:[...e,`unlimitedPower`],valuePropName:`checked`,noStyle:!0,children:(0,k.jsx)(T,{children:t(`field.unlimitedPower`)})}),(0,k.jsx)(b.Item,{name:[...e,`pastBreach`],valuePropName:`checked`,children:(0,k.jsx)(T,{children:t(`field.pastBreach`)})})]})}function pe({risk:e,open:n,onClose:i,onDone:a}){let{t:o}=r([`risk`,`common`]),[s]=b.useForm(),[,c]=t(F),l=p();return(0,k.jsxs)(W,{title:o(`risk:propose.title`),open:n,onClose:i,form:s,initialValues:{likelihood:e.likelihood??void 0,severity:e.severity??void 0,consequence:e.consequence??void 0,unlimitedPower:e.unlimitedPower,pastBreach:e.pastBreach},submit:async({reason:t,...n})=>{let{data:r,error:i}=await c({input:{riskPointId:e.id,expectedVersion:e.version,assessment:n,reason:t??``}});if(i)return i;let s=r?.proposeGrade.riskPoint.proposedGrade;l.success(o(`risk:propose.done`,{grade:s?`${s} ${o(`common:grade.${s}`)}`:``})),a()},children:[(0,k.jsx)(`p`,{children:o(`risk:propose.intro`)}),(0,k.jsx)(fe,{}),(0,k.jsx)(b.Item,{name:`reason`,label:o(`risk:decide.reason`),children:(0,k.jsx)(x.TextArea,{rows:2})})]})}function me({risk:e,open:n,onClose:i,onDone:a}){let{t:o}=r(`risk`),[s]=b.useForm(),[,c]=t(B),[,l]=t(V),u=m(`RetireGround`),d=e.retireWay===`CONCURRENCE`,f=p();return(0,k.jsxs)(W,{title:o(`retire.title`),open:n,onClose:i,form:s,okText:o(d?`action.endorseRetirement`:`action.retire`),danger:!0,submit:async({reason:t,ground:n=`NO_RISK`})=>{let r=e.version;if(d){let{error:i}=await l({input:{riskPointId:e.id,expectedVersion:r,ground:n,reason:t}});if(i)return i;f.success(o(`retire.endorsed`))}else{let{data:n,error:i}=await c({input:{id:e.id,expectedVersion:r,reason:t}});if(i)return i;f.success(o(n?.retireRiskPoint.act?`retire.waits`:`retire.done`))}a()},children:[(0,k.jsx)(`p`,{children:o(d?`retire.both`:`retire.intro`)}),d&&(0,k.jsx)(b.Item,{name:`ground`,label:o(`retire.ground`),rules:[{required:!0,message:o(`retire.needGround`)}],children:(0,k.jsx)(te,{options:e.retireGrounds.map(e=>({value:e,label:u.label(e)}))})}),(0,k.jsx)(b.Item,{name:`reason`,label:o(`retire.reason`),rules:[{required:!0,whitespace:!0,message:o(`retire.need`)}],children:(0,k.jsx)(x.TextArea,{rows:3})})]})}function he({risk:e,onChanged:t}){let{t:n}=r(`risk`),[a,o]=(0,P.useState)(null);if(e.status===`RETIRED`)return null;let s=e.allowedActions.includes(`RECORD_RISK`),c=e.decidableGrades.length>0,l=e.endorsableGrades.length>0,u=e.votableGrades.length>0,d=(e.endorsedGrade!==null||e.retiring!==null)&&e.allowedActions.includes(`CONCUR_GRADES`),f=n=>({risk:e,open:a===n,onClose:()=>o(null),onDone:t});return(0,k.jsxs)(k.Fragment,{children:[d&&(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(i,{type:`primary`,onClick:()=>o(`concur`),children:n(`action.concur`)}),(0,k.jsx)(i,{danger:!0,onClick:()=>o(`refuse`),children:n(`action.refuse`)}),(0,k.jsx)(G,{answer:`concur`,...f(`concur`)}),(0,k.jsx)(G,{answer:`refuse`,...f(`refuse`)})]}),c&&(0,k.jsx)(i,{type:`primary`,onClick:()=>o(`decide`),children:n(`action.decide`)}),l&&(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(i,{onClick:()=>o(`endorse`),children:n(`action.endorse`)}),(0,k.jsx)(de,{...f(`endorse`)})]}),u&&(0,k.jsx)(E,{to:`/meetings/new?risk=${e.id}`,children:n(`action.agenda`)}),s&&(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(i,{onClick:()=>o(`propose`),children:n(`action.propose`)}),(0,k.jsx)(E,{to:`/risks/${e.id}/edit`,children:n(`action.edit`)}),(0,k.jsx)(pe,{...f(`propose`)})]}),e.mayRetire&&e.retireWay===`MEETING`&&(0,k.jsx)(E,{to:`/meetings/new?risk=${e.id}`,children:n(`action.retireAgenda`)}),e.mayRetire&&e.retireWay!==`MEETING`&&(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(i,{danger:!0,onClick:()=>o(`retire`),children:n(e.retireWay===`CONCURRENCE`?`action.endorseRetirement`:`action.retire`)}),(0,k.jsx)(me,{...f(`retire`)})]}),c&&(0,k.jsx)(ue,{...f(`decide`)})]})}function ge({risk:e}){let{t}=r([`risk`,`common`]),n=m(`RiskType`),i=m(`PowerType`),a=m(`ConsequenceKind`),o=m(`FoundBy`),c=e=>t(e?`common:state.yes`:`common:state.no`);return(0,k.jsxs)(k.Fragment,{children:[(0,k.jsxs)(`section`,{className:`panel`,children:[(0,k.jsx)(`h2`,{children:t(`risk:detail.base`)}),(0,k.jsx)(C,{items:[[t(`risk:field.unit`),e.unit&&(0,k.jsx)(s,{to:`/organisation?unit=${e.unit.id}`,children:e.unit.name})],[t(`risk:field.power`),e.power&&(0,k.jsxs)(s,{to:`/powers/${e.power.id}`,children:[e.power.code,` `,e.power.name]})],[t(`risk:field.powerType`),e.powerType&&i.label(e.powerType)],[t(`risk:field.riskTypes`),e.riskTypes.map(e=>n.label(e)).join(`、`)],[t(`risk:field.category`),e.category],[t(`risk:field.proposedGrade`),e.likelihood===null?(0,k.jsx)(`strong`,{children:t(`risk:detail.unassessed`)},`g`):(0,k.jsx)(v,{grade:e.proposedGrade},`g`)],[t(`risk:field.consequence`),e.consequence&&a.label(e.consequence)],[t(`risk:field.likelihood`),e.likelihood&&`${e.likelihood} / 5`],[t(`risk:field.severity`),e.severity&&`${e.severity} / 5`],[t(`risk:field.unlimitedPower`),c(e.unlimitedPower)],[t(`risk:field.pastBreach`),c(e.pastBreach)],[t(`risk:field.foundBy`),e.foundBy.map(e=>o.label(e)).join(`、`)],[t(`risk:field.createdAt`),_(e.createdAt)],[t(`risk:field.updatedAt`),_(e.updatedAt)]]}),(0,k.jsx)(C,{items:[[t(`risk:field.manifestation`),(0,k.jsx)(J,{text:e.manifestation},`m`)],[t(`risk:field.cause`),(0,k.jsx)(J,{text:e.cause},`c`)],...e.status===`RETIRED`?[[t(`risk:field.retiredReason`),(0,k.jsx)(J,{text:e.retiredReason},`r`)]]:[]]})]}),(0,k.jsxs)(`section`,{className:`panel`,children:[(0,k.jsx)(`h2`,{children:t(`risk:detail.people`)}),(0,k.jsx)(C,{items:[[t(`risk:field.post`),X(e.post)],[t(`risk:field.person`),Z(e.person)],[t(`risk:field.exposedPosts`),Q(e.exposedPosts,X)],[t(`risk:field.exposedPersons`),Q(e.exposedPersons,Z)],[t(`risk:field.directOwner`),(0,k.jsx)(Y,{person:e.directOwner,written:e.directOwnerText},`d`)],[t(`risk:field.departmentOwner`),(0,k.jsx)(Y,{person:e.departmentOwner,written:e.departmentOwnerText},`p`)],[t(`risk:field.leaderOwner`),(0,k.jsx)(Y,{person:e.leaderOwner,written:e.leaderOwnerText},`l`)]]})]})]})}function J({text:e}){let{t}=r(`risk`);return e?(0,k.jsx)(`span`,{className:`prose`,children:e}):(0,k.jsx)(`span`,{className:`zero`,children:t(`detail.unknown`)})}function Y({person:e,written:t}){let{t:n}=r(`risk`);return!e&&!t?(0,k.jsx)(`span`,{className:`zero`,children:n(`detail.unknown`)}):(0,k.jsxs)(k.Fragment,{children:[Z(e),(0,k.jsx)(D,{text:t})]})}function X(e){return e&&(0,k.jsx)(s,{to:l({post:e.id}),children:e.name})}function Z(e){return e&&(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(s,{to:l({person:e.id}),children:e.name}),e.jobTitle&&`（${e.jobTitle}）`]})}function Q(e,t){return e.length===0?null:(0,k.jsx)(`span`,{className:`names`,children:e.map(e=>(0,k.jsx)(`span`,{children:t(e)},e.id))})}function $({risk:e}){let{t}=r(`risk`),n=m(`MeasureKind`),i=m(`MeasureStatus`),a=e.allowedActions.includes(`RECORD_RISK`)&&e.status!==`RETIRED`;return(0,k.jsxs)(`section`,{className:`panel`,children:[(0,k.jsxs)(`h2`,{className:`panel-head`,children:[t(`detail.measures`),a&&(0,k.jsx)(E,{size:`small`,to:`/measures/new?risk=${e.id}`,children:t(`action.measure`)})]}),e.measures.length===0?(0,k.jsx)(ne,{text:t(`detail.noMeasures`)}):(0,k.jsx)(`div`,{className:`table-scroll`,children:(0,k.jsxs)(`table`,{className:`grid-table`,children:[(0,k.jsx)(`thead`,{children:(0,k.jsxs)(`tr`,{children:[(0,k.jsx)(`th`,{scope:`col`,children:t(`measure.content`)}),(0,k.jsx)(`th`,{scope:`col`,children:t(`measure.kind`)}),(0,k.jsx)(`th`,{scope:`col`,children:t(`measure.status`)}),(0,k.jsx)(`th`,{scope:`col`,children:t(`measure.owner`)}),(0,k.jsx)(`th`,{scope:`col`,children:t(`measure.due`)})]})}),(0,k.jsx)(`tbody`,{children:e.measures.map(e=>(0,k.jsxs)(`tr`,{children:[(0,k.jsx)(`td`,{children:(0,k.jsx)(s,{to:`/measures/${e.id}`,children:e.content})}),(0,k.jsx)(`td`,{className:`nowrap`,children:n.label(e.kind)}),(0,k.jsx)(`td`,{className:`nowrap`,children:i.label(e.status)}),(0,k.jsx)(`td`,{className:`nowrap`,children:e.owner?.name??`—`}),(0,k.jsx)(`td`,{children:[e.dueOn,e.frequency].filter(Boolean).join(`，`)||`—`})]},e.id))})]})})]})}function _e({step:e,powerId:t}){let{t:n}=r(`risk`),i=m(`StepKind`),a=e.process;return(0,k.jsxs)(`section`,{className:`panel`,children:[(0,k.jsx)(`h2`,{children:n(`detail.where`)}),a&&(0,k.jsx)(`p`,{className:`hint`,children:t?(0,k.jsx)(s,{to:`/powers/${t}`,children:n(`detail.process`,{revision:a.revision})}):n(`detail.process`,{revision:a.revision})}),(0,k.jsx)(`ol`,{className:`step-strip`,children:(a?.steps??[]).map(t=>{let r=t.id===e.id;return(0,k.jsxs)(`li`,{"aria-current":r?`step`:void 0,children:[(0,k.jsx)(`strong`,{children:t.name}),(0,k.jsx)(`span`,{children:i.label(t.kind)}),t.post&&(0,k.jsx)(`span`,{children:t.post.name}),r&&(0,k.jsxs)(`span`,{className:`step-here`,children:[`▲ `,n(`detail.thisStep`)]})]},t.id)})})]})}function ve(){let{id:e=``}=o(),[t,r]=n({query:N,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,k.jsx)(oe,{result:t,onRetry:i,rows:12,children:({node:e})=>e?.__typename===`RiskPoint`?(0,k.jsx)(ye,{risk:e,onChanged:i}):(0,k.jsx)(h,{})})}function ye({risk:e,onChanged:t}){let{t:n}=r(`risk`),i=m(`RiskStatus`),{homeUnits:a}=f(),o=e.unit?.path??[],c=ie(o,a);return(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(ae,{title:e.title,crumbs:[{title:n(`detail.crumb`),to:`/risks`},...o.map((e,t)=>({title:e.name,to:t<c?void 0:l({unit:e.id})}))],tags:(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(v,{grade:e.grade}),(0,k.jsx)(`span`,{className:`tag`,children:i.label(e.status)}),e.outdated&&(0,k.jsx)(`span`,{className:`tag tag-alarm`,children:n(`detail.outdated`)}),e.opening&&(0,k.jsx)(`span`,{className:`tag`,children:n(`detail.opening`)}),e.retiring&&(0,k.jsx)(`span`,{className:`tag`,children:n(`detail.awaitsRetirement`)}),!e.retiring&&e.retirementAct&&(0,k.jsx)(s,{className:`tag`,to:`/acts`,children:n(`detail.retirementWaits`)}),e.endorsedGrade&&(0,k.jsx)(`span`,{className:`tag`,children:n(`detail.awaitsConcurrence`,{grade:e.endorsedGrade})}),(0,k.jsx)(`span`,{className:e.controlled?`tag`:`tag tag-alarm`,children:n(e.controlled?`controlled.yes`:`controlled.no`)})]}),actions:(0,k.jsx)(he,{risk:e,onChanged:t})}),(0,k.jsxs)(`div`,{className:`risk-detail`,children:[(0,k.jsxs)(`div`,{children:[(0,k.jsx)(ge,{risk:e}),e.step&&(0,k.jsx)(_e,{step:e.step,powerId:e.power?.id}),(0,k.jsx)($,{risk:e}),(0,k.jsx)(re,{ownerId:e.id})]}),(0,k.jsx)(le,{assessments:e.assessments})]})]})}export{ve as Component};