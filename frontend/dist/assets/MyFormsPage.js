import{E as e,P as t}from"./vendor.js";import{n,t as r}from"./react.js";import{t as i}from"./gql.js";/* empty css     */import{b as a,l as o,y as s}from"./index.js";import{n as c}from"./format.js";import{n as l,t as u}from"./ListFoot.js";import{t as d}from"./Empty2.js";import{t as f}from"./PageHeader.js";var p=i(`
  query MyForms($after: String, $count: Boolean!) {
    forms(filter: { toFill: true }, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        state
        dueOn
        overdue
        started
        returnedAt
        returnReason
        campaign {
          id
          title
          year
        }
        unit {
          id
          name
        }
        person {
          id
          name
        }
      }
    }
  }
`),m=r();function h(){let{t:n}=t(`form`),r=e(),{state:i,more:o,again:c}=l(``,async e=>{let{data:t,error:n}=await r.query(p,{after:e,count:e===null},{requestPolicy:`network-only`}).toPromise();return{page:t?.forms,error:n}});return(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)(f,{title:n(`list.title`)}),i.error&&(0,m.jsx)(a,{error:i.error,onRetry:c}),(0,m.jsxs)(`section`,{className:`panel`,"aria-busy":i.fetching,children:[i.rows.length===0?i.fetching?(0,m.jsx)(s,{rows:6}):!i.error&&(0,m.jsx)(d,{text:n(`list.empty`)}):(0,m.jsx)(g,{rows:i.rows}),(0,m.jsx)(u,{list:i,onMore:o})]})]})}function g({rows:e}){let{t:r}=t(`form`),i=o(`FormKind`),a=o(`FormState`);return(0,m.jsx)(`div`,{className:`table-scroll`,children:(0,m.jsxs)(`table`,{className:`grid-table my-forms`,children:[(0,m.jsx)(`caption`,{className:`visually-hidden`,children:r(`list.title`)}),(0,m.jsx)(`thead`,{children:(0,m.jsxs)(`tr`,{children:[(0,m.jsx)(`th`,{scope:`col`,children:r(`field.form`)}),(0,m.jsx)(`th`,{scope:`col`,children:r(`field.subject`)}),(0,m.jsx)(`th`,{scope:`col`,children:r(`field.campaign`)}),(0,m.jsx)(`th`,{scope:`col`,children:r(`field.due`)}),(0,m.jsx)(`th`,{scope:`col`,children:r(`field.state`)}),(0,m.jsx)(`th`,{scope:`col`,children:r(`field.returnReason`)})]})}),(0,m.jsx)(`tbody`,{children:e.map(e=>(0,m.jsxs)(`tr`,{children:[(0,m.jsx)(`th`,{scope:`row`,children:(0,m.jsx)(n,{to:`/forms/${e.id}`,children:i.label(e.kind)})}),(0,m.jsxs)(`td`,{children:[e.person?.name??e.unit?.name??`—`,e.person&&e.unit&&(0,m.jsxs)(`span`,{className:`hint-inline`,children:[` `,e.unit.name]})]}),(0,m.jsx)(`td`,{children:e.campaign?.title??`—`}),(0,m.jsxs)(`td`,{className:`nowrap`,children:[c(e.dueOn),` `,e.overdue&&(0,m.jsx)(`span`,{className:`tag tag-alarm`,children:r(`overdue`)})]}),(0,m.jsx)(`td`,{className:`nowrap`,children:(0,m.jsx)(`span`,{className:`tag ${e.returnedAt?`tag-wait`:``}`,children:e.returnedAt?r(`returned`):e.started?a.label(e.state):r(`notStarted`)})}),(0,m.jsx)(`td`,{children:e.returnedAt&&(0,m.jsx)(`span`,{className:`prose`,children:e.returnReason})})]},e.id))})]})})}export{h as Component};