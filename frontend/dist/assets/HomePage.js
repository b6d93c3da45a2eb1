import{i as e}from"./rolldown-runtime.js";import{T as t,n,y as r}from"./vendor.js";import{t as i}from"./PlusOutlined.js";import{_ as a,h as o,r as s,t as c}from"./index.js";import{i as l}from"./riskState.js";import{t as u}from"./LinkButton.js";import{S as d,n as f,t as p}from"./react.js";import{a as m,c as h,l as g}from"./state.js";import{t as _}from"./gql.js";import{t as v}from"./ChangeWords.js";import{t as y}from"./CountTiles.js";import{t as b}from"./format.js";import{t as x}from"./Empty2.js";import{t as S}from"./GradeBadge.js";import{t as C}from"./Query.js";import{t as w}from"./PageHeader.js";var T=p();function E(){let{t:e}=t(`home`),r=a(),s=c(r).filter(e=>e.path!==`/`);return(0,T.jsxs)(`section`,{className:`panel`,children:[(0,T.jsx)(`h2`,{children:e(`shortcuts`)}),(0,T.jsxs)(`div`,{className:`shortcuts`,children:[o(r,`RECORD_RISK`)&&(0,T.jsx)(u,{type:`primary`,icon:(0,T.jsx)(i,{}),to:`/risks/new`,children:e(`record`)}),o(r,`READ_REGISTER`)&&r.person&&(0,T.jsx)(u,{icon:(0,T.jsx)(n,{}),to:l({person:r.person.id}),children:e(`mine`)}),s.map(t=>(0,T.jsx)(u,{icon:t.icon,to:t.path,children:t.label(e)},t.path))]})]})}var D=e(d(),1),O=_(`
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
  `,[g]);function A(){let{t:e}=t(`home`),[n]=(0,D.useState)(()=>b(30,new Date)),[i,a]=r({query:O,variables:{since:n}});return(0,T.jsxs)(`section`,{className:`panel`,children:[(0,T.jsx)(`h2`,{children:e(`supervision`)}),(0,T.jsx)(C,{result:i,onRetry:()=>a({requestPolicy:`network-only`}),children:({supervision:t})=>t.portfolios.length===0?(0,T.jsx)(x,{text:e(`noPortfolios`)}):(0,T.jsxs)(T.Fragment,{children:[t.portfolios.length>1&&(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(`h3`,{children:e(`all`)}),(0,T.jsx)(y,{counts:t.counts,unitId:void 0})]}),t.portfolios.map((e,t)=>(0,T.jsx)(j,{item:e,since:n},e.portfolio?.id??t))]})})]})}function j({item:e,since:n}){let{t:r}=t(`home`),i=s(`Role`),a=s(`PortfolioKind`),o=e.unit?.id;return(0,T.jsxs)(`article`,{className:`portfolio`,children:[(0,T.jsxs)(`h3`,{children:[e.unit?.name??r(`wholeSystem`),(0,T.jsx)(`span`,{className:`tag`,children:e.portfolio?a.label(e.portfolio.kind):i.label(e.role)}),(0,T.jsxs)(`span`,{className:`hint-inline`,children:[r(`worst`),` `,(0,T.jsx)(S,{grade:e.counts.worst})]})]}),(0,T.jsx)(y,{counts:e.counts,unitId:o}),(0,T.jsxs)(`div`,{className:`portfolio-foot`,children:[e.changes&&(0,T.jsxs)(`span`,{children:[r(`since`,{since:n}),`：`,(0,T.jsx)(v,{changes:e.changes})]}),(0,T.jsx)(f,{to:m({unit:o,since:n}),children:r(`drill`)}),(0,T.jsx)(f,{to:l({unit:o}),children:r(`list`)}),e.counts.undefendedA>0&&(0,T.jsx)(f,{to:l({unit:o,grade:[`A`],defended:!1}),children:r(`undefended`)})]})]})}function M(){let{t:e}=t(`home`),n=a().homeUnits.map(e=>e.id),[i,o]=r({query:k,variables:{ids:n.slice(0,100)},pause:n.length===0});return n.length===0?null:(0,T.jsxs)(`section`,{className:`panel`,children:[(0,T.jsx)(`h2`,{children:e(`units`)}),(0,T.jsx)(C,{result:i,onRetry:()=>o({requestPolicy:`network-only`}),children:({nodes:t})=>t.map(t=>t?.__typename===`Unit`&&(0,T.jsxs)(`article`,{className:`portfolio`,children:[(0,T.jsx)(`h3`,{children:t.name}),t.riskCounts&&(0,T.jsx)(y,{counts:t.riskCounts,unitId:t.id}),(0,T.jsxs)(`div`,{className:`portfolio-foot`,children:[(0,T.jsx)(f,{to:l({unit:t.id}),children:e(`list`)}),(0,T.jsx)(f,{to:`/organisation?unit=${t.id}`,children:t.name})]})]},t.id))})]})}var N=[`DEPT_HEAD`,`LEADER_IN_CHARGE`,`PRINCIPAL_LEADER`,`INSPECTOR`,`LEADING_GROUP`];function P(e){return e.roles.some(({role:e})=>N.includes(e))}function F(){let{t:e}=t([`home`,`common`]),n=a(),r=s(`Role`),i=n.person?.name??n.account.loginName,c=o(n,`READ_REGISTER`);return(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(w,{title:e(`common:nav.home`),top:!0}),(0,T.jsxs)(`section`,{className:`panel`,children:[(0,T.jsx)(`h2`,{children:e(`home:greeting`,{name:i})}),(0,T.jsxs)(`div`,{children:[e(`home:roles`),`：`,n.roles.map(({role:e,unit:t})=>t?`${r.label(e)}（${t.name}）`:r.label(e)).join(`、`)||e(`home:noRoles`)]})]}),c&&P(n)?(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(A,{}),(0,T.jsx)(E,{})]}):(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(E,{}),c&&(0,T.jsx)(M,{})]})]})}export{F as Component,P as supervises};