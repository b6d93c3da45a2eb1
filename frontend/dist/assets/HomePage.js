import{i as e}from"./rolldown-runtime.js";import{L as t,j as n,r}from"./vendor.js";import{t as i}from"./PlusOutlined.js";import{r as a}from"./riskState.js";import{S as o,c as s,v as c,w as l}from"./index.js";import{t as u}from"./LinkButton.js";import{S as d,n as f,t as p}from"./react.js";import{i as m,r as h}from"./lines.js";import{c as g,n as _,t as v}from"./query6.js";import{t as y}from"./gql.js";import{t as b}from"./CountTiles.js";import{t as x}from"./format.js";import{t as S}from"./Empty2.js";import{t as C}from"./GradeBadge.js";import{t as w}from"./Query.js";import{t as T}from"./PageHeader.js";var E=p();function D(){let{t:e}=t(`home`),n=l(),s=c().filter(e=>e.path!==`/`);return(0,E.jsxs)(`section`,{className:`panel`,children:[(0,E.jsx)(`h2`,{children:e(`shortcuts`)}),(0,E.jsxs)(`div`,{className:`shortcuts`,children:[o(n,`RECORD_RISK`)&&(0,E.jsx)(u,{type:`primary`,icon:(0,E.jsx)(i,{}),to:`/risks/new`,children:e(`record`)}),o(n,`READ_REGISTER`)&&n.person&&(0,E.jsx)(u,{icon:(0,E.jsx)(r,{}),to:a({person:n.person.id}),children:e(`mine`)}),s.map(t=>(0,E.jsx)(u,{icon:t.icon,to:t.path,children:t.label(e)},t.path))]})]})}var O=e(d(),1);function k({unit:e}){let{t:n}=t(`home`);if(!e.conflictCounts)return null;let r=h(e.conflictCounts.filter(({severity:e})=>e===`HIGH`));return(0,E.jsx)(f,{to:`/conflicts?unit=${e.id}`,children:n(`conflicts`,{open:h(e.conflictCounts),high:r})})}var A=y(`
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
`);function N(){let{t:e}=t(`home`),[r]=(0,O.useState)(()=>x(30,new Date)),[i,a]=n({query:A,variables:{since:r}});return(0,E.jsxs)(`section`,{className:`panel`,children:[(0,E.jsx)(`h2`,{children:e(`supervision`)}),(0,E.jsx)(w,{result:i,onRetry:()=>a({requestPolicy:`network-only`}),children:({supervision:t})=>t.portfolios.length===0?(0,E.jsx)(S,{text:e(`noPortfolios`)}):(0,E.jsxs)(E.Fragment,{children:[t.portfolios.length>1&&(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(`h3`,{children:e(`all`)}),(0,E.jsx)(b,{counts:t.counts,unitId:void 0})]}),t.portfolios.map((e,t)=>(0,E.jsx)(P,{item:e,since:r},e.portfolio?.id??t))]})})]})}function P({item:e,since:n}){let{t:r}=t(`home`),i=s(`Role`),o=s(`PortfolioKind`),c=e.unit?.id;return(0,E.jsxs)(`article`,{className:`portfolio`,children:[(0,E.jsxs)(`h3`,{children:[e.unit?.name??r(`wholeSystem`),(0,E.jsx)(`span`,{className:`tag`,children:e.portfolio?o.label(e.portfolio.kind):i.label(e.role)}),(0,E.jsxs)(`span`,{className:`hint-inline`,children:[r(`worst`),` `,(0,E.jsx)(C,{grade:e.counts.worst})]})]}),(0,E.jsx)(b,{counts:e.counts,unitId:c}),(0,E.jsxs)(`div`,{className:`portfolio-foot`,children:[e.changes&&(0,E.jsxs)(`span`,{children:[r(`since`,{since:n}),`：`,(0,E.jsx)(m,{changes:e.changes})]}),(0,E.jsx)(f,{to:g({unit:c,since:n}),children:r(`drill`)}),(0,E.jsx)(f,{to:a({unit:c}),children:r(`list`)}),e.unit&&(0,E.jsx)(k,{unit:e.unit}),e.counts.uncontrolledA>0&&(0,E.jsx)(f,{to:a({unit:c,grade:[`A`],controlled:!1}),children:r(`uncontrolled`)})]})]})}var F={FILL:`/forms`,RETURNED:`/forms`,DUE_SOON:`/forms`,OVERDUE:`/forms`,REVIEW:`/review`,CONCUR:a({concur:!0}),MEETING:`/meetings?state=PLANNED%2COPEN`,OBJECTION:`/objections`,FEEDBACK:`/feedback`,CONFIRM:`/acts`,CONFLICT:`/conflicts?state=OPEN`,CHECK:`/checks`,HANDOVER:`/checks/handovers`,WARNING:`/warnings`,VERIFICATION:`/warnings?state=ANSWERED`};function I(){let{t:e}=t(`home`),[r,i]=n({query:M,requestPolicy:`cache-and-network`});return(0,E.jsxs)(`section`,{className:`panel`,"aria-labelledby":`todo-title`,children:[(0,E.jsx)(`h2`,{id:`todo-title`,children:e(`todo`)}),(0,E.jsx)(w,{result:r,onRetry:()=>i({requestPolicy:`network-only`}),rows:2,children:({toDo:e})=>(0,E.jsx)(L,{sections:e})})]})}function L({sections:e}){let{t:n}=t(`home`),r=s(`ToDoKind`),i=e.flatMap(({items:e})=>e.map(e=>e.formKind&&e.title)),a=new Set(i.filter(Boolean)).size>1,o=e.filter(({count:e})=>e>0);return(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(`div`,{className:`tiles`,children:e.map(({kind:e,count:t,more:i})=>(0,E.jsxs)(`div`,{className:e===`OVERDUE`&&t>0?`tile tile-alarm`:`tile`,title:i?n(`todoMore`,{count:t}):void 0,children:[t>0?(0,E.jsxs)(f,{to:F[e],className:`tile-number`,"aria-label":n(`todoList`,{kind:r.label(e),count:t}),children:[t,i&&`+`]}):(0,E.jsx)(`span`,{className:`tile-number`,children:t}),(0,E.jsx)(`span`,{children:r.label(e)})]},e))}),o.length===0&&(0,E.jsx)(S,{text:n(`todoNone`)}),(0,E.jsx)(`div`,{className:`todo-lists`,children:o.map(e=>(0,E.jsxs)(`article`,{className:`todo-list`,children:[(0,E.jsx)(`h3`,{children:r.label(e.kind)}),(0,E.jsx)(`ul`,{children:e.items.map(t=>(0,E.jsxs)(`li`,{children:[(0,E.jsx)(f,{to:t.path,children:(0,E.jsx)(R,{kind:e.kind,item:t,withCampaign:a})}),t.dueOn&&(0,E.jsx)(`span`,{className:`hint-inline`,children:n(e.kind===`MEETING`?`todoOn`:`todoDue`,{due:t.dueOn})})]},t.id))})]},e.kind))})]})}function R({kind:e,item:n,withCampaign:r}){let{t:i}=t(`home`),a=s(`FormKind`),o=s(`FormState`),c=s(`ActKind`),l=n.person&&n.unit?`${n.person}（${n.unit}）`:n.person||n.unit;return n.formKind?(0,E.jsxs)(E.Fragment,{children:[a.label(n.formKind),` `,l,r&&(0,E.jsx)(`span`,{className:`hint-inline`,children:n.title}),e===`REVIEW`&&n.formState&&(0,E.jsx)(`span`,{className:`tag`,children:o.label(n.formState)})]}):n.actKind?`${c.label(n.actKind)} ${l||n.title}`:e===`OBJECTION`?i(`todoObjection`,{who:l}):e===`FEEDBACK`?i(`todoFeedback`,{unit:n.unit}):`${n.title}（${n.unit}）`}function z(){let{t:e}=t(`home`),r=l().homeUnits.map(e=>e.id),[i,o]=n({query:j,variables:{ids:r.slice(0,100)},pause:r.length===0});return r.length===0?null:(0,E.jsxs)(`section`,{className:`panel`,children:[(0,E.jsx)(`h2`,{children:e(`units`)}),(0,E.jsx)(w,{result:i,onRetry:()=>o({requestPolicy:`network-only`}),children:({nodes:t})=>t.map(t=>t?.__typename===`Unit`&&(0,E.jsxs)(`article`,{className:`portfolio`,children:[(0,E.jsx)(`h3`,{children:t.name}),t.riskCounts&&(0,E.jsx)(b,{counts:t.riskCounts,unitId:t.id}),(0,E.jsxs)(`div`,{className:`portfolio-foot`,children:[(0,E.jsx)(f,{to:a({unit:t.id}),children:e(`list`)}),(0,E.jsx)(k,{unit:t}),(0,E.jsx)(f,{to:`/organisation?unit=${t.id}`,children:t.name})]})]},t.id))})]})}var B=[`DEPT_HEAD`,`LEADER_IN_CHARGE`,`PRINCIPAL_LEADER`,`INSPECTOR`,`LEADING_GROUP`];function V(e){return e.roles.some(({role:e})=>B.includes(e))}function H(){let{t:e}=t([`home`,`common`]),n=l(),r=s(`Role`),i=n.person?.name??n.account.loginName,a=o(n,`READ_REGISTER`);return(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(T,{title:e(`common:nav.home`),top:!0}),(0,E.jsxs)(`section`,{className:`panel`,children:[(0,E.jsx)(`h2`,{children:e(`home:greeting`,{name:i})}),(0,E.jsxs)(`div`,{children:[e(`home:roles`),`：`,n.roles.map(({role:e,unit:t})=>t?`${r.label(e)}（${t.name}）`:r.label(e)).join(`、`)||e(`home:noRoles`)]})]}),(0,E.jsx)(I,{}),a&&V(n)?(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(N,{}),(0,E.jsx)(D,{})]}):(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(D,{}),a&&(0,E.jsx)(z,{})]})]})}export{H as Component,V as supervises};