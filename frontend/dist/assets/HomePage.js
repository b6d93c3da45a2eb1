import{i as e}from"./rolldown-runtime.js";import{O as t,P as n,n as r}from"./vendor.js";import{t as i}from"./PlusOutlined.js";import{r as a}from"./riskState.js";import{C as o,T as s,c,v as l}from"./index.js";import{t as u}from"./LinkButton.js";import{S as d,n as f,t as p}from"./react.js";import{a as m,c as h,l as g}from"./state2.js";import{t as _}from"./gql.js";import{t as v}from"./ChangeWords.js";import{t as y}from"./CountTiles.js";import{t as b}from"./format.js";import{t as x}from"./Empty2.js";import{t as S}from"./GradeBadge.js";import{t as C}from"./Query.js";import{t as w}from"./PageHeader.js";var T=p();function E(){let{t:e}=n(`home`),t=s(),c=l().filter(e=>e.path!==`/`);return(0,T.jsxs)(`section`,{className:`panel`,children:[(0,T.jsx)(`h2`,{children:e(`shortcuts`)}),(0,T.jsxs)(`div`,{className:`shortcuts`,children:[o(t,`RECORD_RISK`)&&(0,T.jsx)(u,{type:`primary`,icon:(0,T.jsx)(i,{}),to:`/risks/new`,children:e(`record`)}),o(t,`READ_REGISTER`)&&t.person&&(0,T.jsx)(u,{icon:(0,T.jsx)(r,{}),to:a({person:t.person.id}),children:e(`mine`)}),c.map(t=>(0,T.jsx)(u,{icon:t.icon,to:t.path,children:t.label(e)},t.path))]})]})}var D=e(d(),1),O=_(`
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
  `,[g,h]),k=_(`
    query HomeUnits($ids: [ID!]!) {
      nodes(ids: $ids) {
        __typename
        ... on Unit {
          id
          name
          riskCounts {
            ...CountsFields
          }
        }
      }
    }
  `,[g]),A=_(`
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
`);function j(){let{t:e}=n(`home`),[r]=(0,D.useState)(()=>b(30,new Date)),[i,a]=t({query:O,variables:{since:r}});return(0,T.jsxs)(`section`,{className:`panel`,children:[(0,T.jsx)(`h2`,{children:e(`supervision`)}),(0,T.jsx)(C,{result:i,onRetry:()=>a({requestPolicy:`network-only`}),children:({supervision:t})=>t.portfolios.length===0?(0,T.jsx)(x,{text:e(`noPortfolios`)}):(0,T.jsxs)(T.Fragment,{children:[t.portfolios.length>1&&(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(`h3`,{children:e(`all`)}),(0,T.jsx)(y,{counts:t.counts,unitId:void 0})]}),t.portfolios.map((e,t)=>(0,T.jsx)(M,{item:e,since:r},e.portfolio?.id??t))]})})]})}function M({item:e,since:t}){let{t:r}=n(`home`),i=c(`Role`),o=c(`PortfolioKind`),s=e.unit?.id;return(0,T.jsxs)(`article`,{className:`portfolio`,children:[(0,T.jsxs)(`h3`,{children:[e.unit?.name??r(`wholeSystem`),(0,T.jsx)(`span`,{className:`tag`,children:e.portfolio?o.label(e.portfolio.kind):i.label(e.role)}),(0,T.jsxs)(`span`,{className:`hint-inline`,children:[r(`worst`),` `,(0,T.jsx)(S,{grade:e.counts.worst})]})]}),(0,T.jsx)(y,{counts:e.counts,unitId:s}),(0,T.jsxs)(`div`,{className:`portfolio-foot`,children:[e.changes&&(0,T.jsxs)(`span`,{children:[r(`since`,{since:t}),`：`,(0,T.jsx)(v,{changes:e.changes})]}),(0,T.jsx)(f,{to:m({unit:s,since:t}),children:r(`drill`)}),(0,T.jsx)(f,{to:a({unit:s}),children:r(`list`)}),e.counts.uncontrolledA>0&&(0,T.jsx)(f,{to:a({unit:s,grade:[`A`],controlled:!1}),children:r(`uncontrolled`)})]})]})}var N={FILL:`/forms`,RETURNED:`/forms`,DUE_SOON:`/forms`,OVERDUE:`/forms`,REVIEW:`/review`,CONCUR:a({concur:!0}),MEETING:`/meetings?state=PLANNED%2COPEN`,OBJECTION:`/objections`,FEEDBACK:`/feedback`,CONFIRM:`/acts`};function P(){let{t:e}=n(`home`),[r,i]=t({query:A,requestPolicy:`cache-and-network`});return(0,T.jsxs)(`section`,{className:`panel`,"aria-labelledby":`todo-title`,children:[(0,T.jsx)(`h2`,{id:`todo-title`,children:e(`todo`)}),(0,T.jsx)(C,{result:r,onRetry:()=>i({requestPolicy:`network-only`}),rows:2,children:({toDo:e})=>(0,T.jsx)(F,{sections:e})})]})}function F({sections:e}){let{t}=n(`home`),r=c(`ToDoKind`),i=e.flatMap(({items:e})=>e.map(e=>e.formKind&&e.title)),a=new Set(i.filter(Boolean)).size>1,o=e.filter(({count:e})=>e>0);return(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(`div`,{className:`tiles`,children:e.map(({kind:e,count:n,more:i})=>(0,T.jsxs)(`div`,{className:e===`OVERDUE`&&n>0?`tile tile-alarm`:`tile`,title:i?t(`todoMore`,{count:n}):void 0,children:[n>0?(0,T.jsxs)(f,{to:N[e],className:`tile-number`,"aria-label":t(`todoList`,{kind:r.label(e),count:n}),children:[n,i&&`+`]}):(0,T.jsx)(`span`,{className:`tile-number`,children:n}),(0,T.jsx)(`span`,{children:r.label(e)})]},e))}),o.length===0&&(0,T.jsx)(x,{text:t(`todoNone`)}),(0,T.jsx)(`div`,{className:`todo-lists`,children:o.map(e=>(0,T.jsxs)(`article`,{className:`todo-list`,children:[(0,T.jsx)(`h3`,{children:r.label(e.kind)}),(0,T.jsx)(`ul`,{children:e.items.map(n=>(0,T.jsxs)(`li`,{children:[(0,T.jsx)(f,{to:n.path,children:(0,T.jsx)(I,{kind:e.kind,item:n,withCampaign:a})}),n.dueOn&&(0,T.jsx)(`span`,{className:`hint-inline`,children:t(e.kind===`MEETING`?`todoOn`:`todoDue`,{due:n.dueOn})})]},n.id))})]},e.kind))})]})}function I({kind:e,item:t,withCampaign:r}){let{t:i}=n(`home`),a=c(`FormKind`),o=c(`FormState`),s=c(`ActKind`),l=t.person&&t.unit?`${t.person}（${t.unit}）`:t.person||t.unit;return t.formKind?(0,T.jsxs)(T.Fragment,{children:[a.label(t.formKind),` `,l,r&&(0,T.jsx)(`span`,{className:`hint-inline`,children:t.title}),e===`REVIEW`&&t.formState&&(0,T.jsx)(`span`,{className:`tag`,children:o.label(t.formState)})]}):t.actKind?`${s.label(t.actKind)} ${l||t.title}`:e===`OBJECTION`?i(`todoObjection`,{who:l}):e===`FEEDBACK`?i(`todoFeedback`,{unit:t.unit}):`${t.title}（${t.unit}）`}function L(){let{t:e}=n(`home`),r=s().homeUnits.map(e=>e.id),[i,o]=t({query:k,variables:{ids:r.slice(0,100)},pause:r.length===0});return r.length===0?null:(0,T.jsxs)(`section`,{className:`panel`,children:[(0,T.jsx)(`h2`,{children:e(`units`)}),(0,T.jsx)(C,{result:i,onRetry:()=>o({requestPolicy:`network-only`}),children:({nodes:t})=>t.map(t=>t?.__typename===`Unit`&&(0,T.jsxs)(`article`,{className:`portfolio`,children:[(0,T.jsx)(`h3`,{children:t.name}),t.riskCounts&&(0,T.jsx)(y,{counts:t.riskCounts,unitId:t.id}),(0,T.jsxs)(`div`,{className:`portfolio-foot`,children:[(0,T.jsx)(f,{to:a({unit:t.id}),children:e(`list`)}),(0,T.jsx)(f,{to:`/organisation?unit=${t.id}`,children:t.name})]})]},t.id))})]})}var R=[`DEPT_HEAD`,`LEADER_IN_CHARGE`,`PRINCIPAL_LEADER`,`INSPECTOR`,`LEADING_GROUP`];function z(e){return e.roles.some(({role:e})=>R.includes(e))}function B(){let{t:e}=n([`home`,`common`]),t=s(),r=c(`Role`),i=t.person?.name??t.account.loginName,a=o(t,`READ_REGISTER`);return(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(w,{title:e(`common:nav.home`),top:!0}),(0,T.jsxs)(`section`,{className:`panel`,children:[(0,T.jsx)(`h2`,{children:e(`home:greeting`,{name:i})}),(0,T.jsxs)(`div`,{children:[e(`home:roles`),`：`,t.roles.map(({role:e,unit:t})=>t?`${r.label(e)}（${t.name}）`:r.label(e)).join(`、`)||e(`home:noRoles`)]})]}),(0,T.jsx)(P,{}),a&&z(t)?(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(j,{}),(0,T.jsx)(E,{})]}):(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(E,{}),a&&(0,T.jsx)(L,{})]})]})}export{B as Component,z as supervises};