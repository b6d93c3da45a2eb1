import{i as e}from"./rolldown-runtime.js";import{M as t,R as n,r}from"./vendor.js";import{t as i}from"./PlusOutlined.js";import{r as a}from"./riskState.js";import{C as o,T as s,c,v as l}from"./index.js";import{t as u}from"./LinkButton.js";import{S as d,n as f,t as p}from"./react.js";import{i as m,r as h}from"./lines.js";import{c as g,n as _,t as v}from"./query6.js";import{t as y}from"./gql.js";import{t as b}from"./CountTiles.js";import{t as x}from"./format.js";import{t as S}from"./Empty2.js";import{t as C}from"./GradeBadge.js";import{t as w}from"./Query.js";import{t as T}from"./PageHeader.js";var E=p();function D(){let{t:e}=n(`home`),t=s(),c=l().filter(e=>e.path!==`/`);return(0,E.jsxs)(`section`,{className:`panel`,children:[(0,E.jsx)(`h2`,{children:e(`shortcuts`)}),(0,E.jsxs)(`div`,{className:`shortcuts`,children:[o(t,`RECORD_RISK`)&&(0,E.jsx)(u,{type:`primary`,icon:(0,E.jsx)(i,{}),to:`/risks/new`,children:e(`record`)}),o(t,`READ_REGISTER`)&&t.person&&(0,E.jsx)(u,{icon:(0,E.jsx)(r,{}),to:a({person:t.person.id}),children:e(`mine`)}),c.map(t=>(0,E.jsx)(u,{icon:t.icon,to:t.path,children:t.label(e)},t.path))]})]})}var O=e(d(),1);function k({unit:e}){let{t}=n(`home`);if(!e.conflictCounts)return null;let r=h(e.conflictCounts.filter(({severity:e})=>e===`HIGH`));return(0,E.jsx)(f,{to:`/conflicts?unit=${e.id}`,children:t(`conflicts`,{open:h(e.conflictCounts),high:r})})}var A=y(`
    query HomeSupervision($since: Date) {
      supervision(since: $since) {
        counts {
          ...CountsFields
        }
        portfolios {
          role
          portfolio {
            id
            kind
          }
          unit {
            id
            name
            conflictCounts {
              severity
              open
            }
          }
          counts {
            ...CountsFields
          }
          changes {
            ...ChangesFields
          }
        }
      }
    }
  `,[_,v]),j=y(`
    query HomeUnits($ids: [ID!]!) {
      nodes(ids: $ids) {
        __typename
        ... on Unit {
          id
          name
          conflictCounts {
            severity
            open
          }
          riskCounts {
            ...CountsFields
          }
        }
      }
    }
  `,[_]),M=y(`
  query ToDo {
    toDo {
      kind
      count
      more
      items {
        id
        path
        title
        formKind
        formState
        actKind
        unit
        person
        dueOn
      }
    }
  }
`);function N(){let{t:e}=n(`home`),[r]=(0,O.useState)(()=>x(30,new Date)),[i,a]=t({query:A,variables:{since:r}});return(0,E.jsxs)(`section`,{className:`panel`,children:[(0,E.jsx)(`h2`,{children:e(`supervision`)}),(0,E.jsx)(w,{result:i,onRetry:()=>a({requestPolicy:`network-only`}),children:({supervision:t})=>t.portfolios.length===0?(0,E.jsx)(S,{text:e(`noPortfolios`)}):(0,E.jsxs)(E.Fragment,{children:[t.portfolios.length>1&&(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(`h3`,{children:e(`all`)}),(0,E.jsx)(b,{counts:t.counts,unitId:void 0})]}),t.portfolios.map((e,t)=>(0,E.jsx)(P,{item:e,since:r},e.portfolio?.id??t))]})})]})}function P({item:e,since:t}){let{t:r}=n(`home`),i=c(`Role`),o=c(`PortfolioKind`),s=e.unit?.id;return(0,E.jsxs)(`article`,{className:`portfolio`,children:[(0,E.jsxs)(`h3`,{children:[e.unit?.name??r(`wholeSystem`),(0,E.jsx)(`span`,{className:`tag`,children:e.portfolio?o.label(e.portfolio.kind):i.label(e.role)}),(0,E.jsxs)(`span`,{className:`hint-inline`,children:[r(`worst`),` `,(0,E.jsx)(C,{grade:e.counts.worst})]})]}),(0,E.jsx)(b,{counts:e.counts,unitId:s}),(0,E.jsxs)(`div`,{className:`portfolio-foot`,children:[e.changes&&(0,E.jsxs)(`span`,{children:[r(`since`,{since:t}),`：`,(0,E.jsx)(m,{changes:e.changes})]}),(0,E.jsx)(f,{to:g({unit:s,since:t}),children:r(`drill`)}),(0,E.jsx)(f,{to:a({unit:s}),children:r(`list`)}),e.unit&&(0,E.jsx)(k,{unit:e.unit}),e.counts.uncontrolledA>0&&(0,E.jsx)(f,{to:a({unit:s,grade:[`A`],controlled:!1}),children:r(`uncontrolled`)})]})]})}var F={FILL:`/forms`,RETURNED:`/forms`,DUE_SOON:`/forms`,OVERDUE:`/forms`,REVIEW:`/review`,CONCUR:a({concur:!0}),MEETING:`/meetings?state=PLANNED%2COPEN`,OBJECTION:`/objections`,FEEDBACK:`/feedback`,CONFIRM:`/acts`,CONFLICT:`/conflicts?state=OPEN`,CHECK:`/checks`,HANDOVER:`/checks/handovers`,WARNING:`/warnings`,VERIFICATION:`/warnings?state=ANSWERED`,INSTRUCTION:`/instructions`,ACCEPTANCE:`/instructions?state=REPORTED`};function I(){let{t:e}=n(`home`),[r,i]=t({query:M,requestPolicy:`cache-and-network`});return(0,E.jsxs)(`section`,{className:`panel`,"aria-labelledby":`todo-title`,children:[(0,E.jsx)(`h2`,{id:`todo-title`,children:e(`todo`)}),(0,E.jsx)(w,{result:r,onRetry:()=>i({requestPolicy:`network-only`}),rows:2,children:({toDo:e})=>(0,E.jsx)(L,{sections:e})})]})}function L({sections:e}){let{t}=n(`home`),r=c(`ToDoKind`),i=e.flatMap(({items:e})=>e.map(e=>e.formKind&&e.title)),a=new Set(i.filter(Boolean)).size>1,o=e.filter(({count:e})=>e>0);return(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(`div`,{className:`tiles`,children:e.map(({kind:e,count:n,more:i})=>(0,E.jsxs)(`div`,{className:e===`OVERDUE`&&n>0?`tile tile-alarm`:`tile`,title:i?t(`todoMore`,{count:n}):void 0,children:[n>0?(0,E.jsxs)(f,{to:F[e],className:`tile-number`,"aria-label":t(`todoList`,{kind:r.label(e),count:n}),children:[n,i&&`+`]}):(0,E.jsx)(`span`,{className:`tile-number`,children:n}),(0,E.jsx)(`span`,{children:r.label(e)})]},e))}),o.length===0&&(0,E.jsx)(S,{text:t(`todoNone`)}),(0,E.jsx)(`div`,{className:`todo-lists`,children:o.map(e=>(0,E.jsxs)(`article`,{className:`todo-list`,children:[(0,E.jsx)(`h3`,{children:r.label(e.kind)}),(0,E.jsx)(`ul`,{children:e.items.map(n=>(0,E.jsxs)(`li`,{children:[(0,E.jsx)(f,{to:n.path,children:(0,E.jsx)(R,{kind:e.kind,item:n,withCampaign:a})}),n.dueOn&&(0,E.jsx)(`span`,{className:`hint-inline`,children:t(e.kind===`MEETING`?`todoOn`:`todoDue`,{due:n.dueOn})})]},n.id))})]},e.kind))})]})}function R({kind:e,item:t,withCampaign:r}){let{t:i}=n(`home`),a=c(`FormKind`),o=c(`FormState`),s=c(`ActKind`),l=t.person&&t.unit?`${t.person}（${t.unit}）`:t.person||t.unit;return t.formKind?(0,E.jsxs)(E.Fragment,{children:[a.label(t.formKind),` `,l,r&&(0,E.jsx)(`span`,{className:`hint-inline`,children:t.title}),e===`REVIEW`&&t.formState&&(0,E.jsx)(`span`,{className:`tag`,children:o.label(t.formState)})]}):t.actKind?`${s.label(t.actKind)} ${l||t.title}`:e===`OBJECTION`?i(`todoObjection`,{who:l}):e===`FEEDBACK`?i(`todoFeedback`,{unit:t.unit}):`${t.title}（${t.unit}）`}function z(){let{t:e}=n(`home`),r=s().homeUnits.map(e=>e.id),[i,o]=t({query:j,variables:{ids:r.slice(0,100)},pause:r.length===0});return r.length===0?null:(0,E.jsxs)(`section`,{className:`panel`,children:[(0,E.jsx)(`h2`,{children:e(`units`)}),(0,E.jsx)(w,{result:i,onRetry:()=>o({requestPolicy:`network-only`}),children:({nodes:t})=>t.map(t=>t?.__typename===`Unit`&&(0,E.jsxs)(`article`,{className:`portfolio`,children:[(0,E.jsx)(`h3`,{children:t.name}),t.riskCounts&&(0,E.jsx)(b,{counts:t.riskCounts,unitId:t.id}),(0,E.jsxs)(`div`,{className:`portfolio-foot`,children:[(0,E.jsx)(f,{to:a({unit:t.id}),children:e(`list`)}),(0,E.jsx)(k,{unit:t}),(0,E.jsx)(f,{to:`/organisation?unit=${t.id}`,children:t.name})]})]},t.id))})]})}var B=[`DEPT_HEAD`,`LEADER_IN_CHARGE`,`PRINCIPAL_LEADER`,`INSPECTOR`,`LEADING_GROUP`];function V(e){return e.roles.some(({role:e})=>B.includes(e))}function H(){let{t:e}=n([`home`,`common`]),t=s(),r=c(`Role`),i=t.person?.name??t.account.loginName,a=o(t,`READ_REGISTER`);return(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(T,{title:e(`common:nav.home`),top:!0}),(0,E.jsxs)(`section`,{className:`panel`,children:[(0,E.jsx)(`h2`,{children:e(`home:greeting`,{name:i})}),(0,E.jsxs)(`div`,{children:[e(`home:roles`),`：`,t.roles.map(({role:e,unit:t})=>t?`${r.label(e)}（${t.name}）`:r.label(e)).join(`、`)||e(`home:noRoles`)]})]}),(0,E.jsx)(I,{}),a&&V(t)?(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(N,{}),(0,E.jsx)(D,{})]}):(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(D,{}),a&&(0,E.jsx)(z,{})]})]})}export{H as Component,V as supervises};