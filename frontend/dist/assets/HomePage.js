import{i as e}from"./rolldown-runtime.js";import{G as t,I as n,r}from"./vendor.js";import{t as i}from"./PlusOutlined.js";import{r as a}from"./riskState.js";import{D as o,T as s,b as c,l,u}from"./index.js";import{t as d}from"./LinkButton.js";import{S as f,n as p,t as m}from"./react.js";import{i as h,r as g}from"./lines.js";import{c as _,n as v,t as y}from"./query6.js";import{t as b}from"./gql.js";import{t as x}from"./CountTiles.js";import{t as S}from"./format.js";import{t as C}from"./Empty2.js";import{t as w}from"./GradeBadge.js";import{t as T}from"./Query.js";import{t as E}from"./PageHeader.js";var D=m();function O(){let{t:e}=t(`home`),n=o(),l=c().filter(e=>e.path!==`/`);return(0,D.jsxs)(`section`,{className:`panel`,children:[(0,D.jsx)(`h2`,{children:e(`shortcuts`)}),(0,D.jsxs)(`div`,{className:`shortcuts`,children:[s(n,`RECORD_RISK`)&&(0,D.jsx)(d,{type:`primary`,icon:(0,D.jsx)(i,{}),to:`/risks/new`,children:e(`record`)}),s(n,`READ_REGISTER`)&&n.person&&(0,D.jsx)(d,{icon:(0,D.jsx)(r,{}),to:a({person:n.person.id}),children:e(`mine`)}),l.map(t=>(0,D.jsx)(d,{icon:t.icon,to:t.path,children:t.label(e)},t.path))]})]})}var k=e(f(),1);function A({unit:e}){let{t:n}=t(`home`);if(!e.conflictCounts)return null;let r=g(e.conflictCounts.filter(({severity:e})=>e===`HIGH`));return(0,D.jsx)(p,{to:`/conflicts?unit=${e.id}`,children:n(`conflicts`,{open:g(e.conflictCounts),high:r})})}var j=b(`
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
  `,[v,y]),M=b(`
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
  `,[v]),N=b(`
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
`);function P(){let{t:e}=t(`home`),[r]=(0,k.useState)(()=>S(30,new Date)),[i,a]=n({query:j,variables:{since:r}});return(0,D.jsxs)(`section`,{className:`panel`,children:[(0,D.jsx)(`h2`,{children:e(`supervision`)}),(0,D.jsx)(T,{result:i,onRetry:()=>a({requestPolicy:`network-only`}),children:({supervision:t})=>t.portfolios.length===0?(0,D.jsx)(C,{text:e(`noPortfolios`)}):(0,D.jsxs)(D.Fragment,{children:[t.portfolios.length>1&&(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(`h3`,{children:e(`all`)}),(0,D.jsx)(x,{counts:t.counts,unitId:void 0})]}),t.portfolios.map((e,t)=>(0,D.jsx)(F,{item:e,since:r},e.portfolio?.id??t))]})})]})}function F({item:e,since:n}){let{t:r}=t(`home`),i=u(`Role`),o=u(`PortfolioKind`),s=e.unit?.id;return(0,D.jsxs)(`article`,{className:`portfolio`,children:[(0,D.jsxs)(`h3`,{children:[e.unit?.name??r(`wholeSystem`),(0,D.jsx)(`span`,{className:`tag`,children:e.portfolio?o.label(e.portfolio.kind):i.label(e.role)}),(0,D.jsxs)(`span`,{className:`hint-inline`,children:[r(`worst`),` `,(0,D.jsx)(w,{grade:e.counts.worst})]})]}),(0,D.jsx)(x,{counts:e.counts,unitId:s}),(0,D.jsxs)(`div`,{className:`portfolio-foot`,children:[e.changes&&(0,D.jsxs)(`span`,{children:[r(`since`,{since:n}),`：`,(0,D.jsx)(h,{changes:e.changes})]}),(0,D.jsx)(p,{to:_({unit:s,since:n}),children:r(`drill`)}),(0,D.jsx)(p,{to:a({unit:s}),children:r(`list`)}),e.unit&&(0,D.jsx)(A,{unit:e.unit}),e.counts.uncontrolledA>0&&(0,D.jsx)(p,{to:a({unit:s,grade:[`A`],controlled:!1}),children:r(`uncontrolled`)})]})]})}var I={FILL:`/forms`,RETURNED:`/forms`,DUE_SOON:`/forms`,OVERDUE:`/forms`,REVIEW:`/review`,CONCUR:a({concur:!0}),MEETING:`/meetings?state=PLANNED%2COPEN`,OBJECTION:`/objections`,FEEDBACK:`/feedback`,CONFIRM:`/acts`,CONFLICT:`/conflicts?state=OPEN`,CHECK:`/checks`,HANDOVER:`/checks/handovers`,WARNING:`/warnings`,VERIFICATION:`/warnings?state=ANSWERED`,INSTRUCTION:`/instructions`,ACCEPTANCE:`/instructions?state=REPORTED`,TASK:`/tasks`,READING:`/indicators?mine=true&owed=true`,RULES_REVIEW:`/rules-reviews?mine=true`,EDUCATION:`/education?state=PLANNED`};function L(){let{t:e}=t(`home`),[r,i]=n({query:N,requestPolicy:`cache-and-network`});return l(e=>{let t=new Map(r.data?.toDo.map(({kind:e,count:t})=>[e,t]));e.toDo.filter(({kind:n,count:r})=>!e.anew||(t.get(n)??0)!==r).length>0&&i({requestPolicy:`network-only`})}),(0,D.jsxs)(`section`,{className:`panel`,"aria-labelledby":`todo-title`,children:[(0,D.jsx)(`h2`,{id:`todo-title`,children:e(`todo`)}),(0,D.jsx)(T,{result:r,onRetry:()=>i({requestPolicy:`network-only`}),rows:2,children:({toDo:e})=>(0,D.jsx)(R,{sections:e})})]})}function R({sections:e}){let{t:n}=t(`home`),r=u(`ToDoKind`),i=e.flatMap(({items:e})=>e.map(e=>e.formKind&&e.title)),a=new Set(i.filter(Boolean)).size>1,o=e.filter(({count:e})=>e>0);return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(`div`,{className:`tiles`,children:e.map(({kind:e,count:t,more:i})=>(0,D.jsxs)(`div`,{className:e===`OVERDUE`&&t>0?`tile tile-alarm`:`tile`,title:i?n(`todoMore`,{count:t}):void 0,children:[t>0?(0,D.jsxs)(p,{to:I[e],className:`tile-number`,"aria-label":n(`todoList`,{kind:r.label(e),count:t}),children:[t,i&&`+`]}):(0,D.jsx)(`span`,{className:`tile-number`,children:t}),(0,D.jsx)(`span`,{children:r.label(e)})]},e))}),o.length===0&&(0,D.jsx)(C,{text:n(`todoNone`)}),(0,D.jsx)(`div`,{className:`todo-lists`,children:o.map(e=>(0,D.jsxs)(`article`,{className:`todo-list`,children:[(0,D.jsx)(`h3`,{children:r.label(e.kind)}),(0,D.jsx)(`ul`,{children:e.items.map(t=>(0,D.jsxs)(`li`,{children:[(0,D.jsx)(p,{to:t.path,children:(0,D.jsx)(z,{kind:e.kind,item:t,withCampaign:a})}),t.dueOn&&(0,D.jsx)(`span`,{className:`hint-inline`,children:n(e.kind===`MEETING`?`todoOn`:`todoDue`,{due:t.dueOn})})]},t.id))})]},e.kind))})]})}function z({kind:e,item:n,withCampaign:r}){let{t:i}=t(`home`),a=u(`FormKind`),o=u(`FormState`),s=u(`ActKind`),c=n.person&&n.unit?`${n.person}（${n.unit}）`:n.person||n.unit;return n.formKind?(0,D.jsxs)(D.Fragment,{children:[a.label(n.formKind),` `,c,r&&(0,D.jsx)(`span`,{className:`hint-inline`,children:n.title}),e===`REVIEW`&&n.formState&&(0,D.jsx)(`span`,{className:`tag`,children:o.label(n.formState)})]}):n.actKind?`${s.label(n.actKind)} ${c||n.title}`:e===`OBJECTION`?i(`todoObjection`,{who:c}):e===`FEEDBACK`?i(`todoFeedback`,{unit:n.unit}):`${n.title}（${n.unit}）`}function B(){let{t:e}=t(`home`),r=o().homeUnits.map(e=>e.id),[i,s]=n({query:M,variables:{ids:r.slice(0,100)},pause:r.length===0});return r.length===0?null:(0,D.jsxs)(`section`,{className:`panel`,children:[(0,D.jsx)(`h2`,{children:e(`units`)}),(0,D.jsx)(T,{result:i,onRetry:()=>s({requestPolicy:`network-only`}),children:({nodes:t})=>t.map(t=>t?.__typename===`Unit`&&(0,D.jsxs)(`article`,{className:`portfolio`,children:[(0,D.jsx)(`h3`,{children:t.name}),t.riskCounts&&(0,D.jsx)(x,{counts:t.riskCounts,unitId:t.id}),(0,D.jsxs)(`div`,{className:`portfolio-foot`,children:[(0,D.jsx)(p,{to:a({unit:t.id}),children:e(`list`)}),(0,D.jsx)(A,{unit:t}),(0,D.jsx)(p,{to:`/organisation?unit=${t.id}`,children:t.name})]})]},t.id))})]})}var V=[`DEPT_HEAD`,`LEADER_IN_CHARGE`,`PRINCIPAL_LEADER`,`INSPECTOR`,`LEADING_GROUP`];function H(e){return e.roles.some(({role:e})=>V.includes(e))}function U(){let{t:e}=t([`home`,`common`]),n=o(),r=u(`Role`),i=n.person?.name??n.account.loginName,a=s(n,`READ_REGISTER`);return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(E,{title:e(`common:nav.home`),top:!0}),(0,D.jsxs)(`section`,{className:`panel`,children:[(0,D.jsx)(`h2`,{children:e(`home:greeting`,{name:i})}),(0,D.jsxs)(`div`,{children:[e(`home:roles`),`：`,n.roles.map(({role:e,unit:t})=>t?`${r.label(e)}（${t.name}）`:r.label(e)).join(`、`)||e(`home:noRoles`)]})]}),(0,D.jsx)(L,{}),a&&H(n)?(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(P,{}),(0,D.jsx)(O,{})]}):(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(O,{}),a&&(0,D.jsx)(B,{})]})]})}export{U as Component,H as supervises};