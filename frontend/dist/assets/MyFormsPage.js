import{G as e,P as t}from"./vendor.js";import{n,t as r}from"./react.js";import{t as i}from"./gql.js";/* empty css     */import{u as a}from"./index.js";import{n as o}from"./format.js";import{t as s}from"./useConnection.js";import{t as c}from"./ListPanel.js";import{t as l}from"./PageHeader.js";var u=i(`
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
`),d=r();function f(){let{t:n}=e(`form`),r=t(),i=s(``,async e=>{let{data:t,error:n}=await r.query(u,{after:e,count:e===null},{requestPolicy:`network-only`}).toPromise();return{page:t?.forms,error:n}});return(0,d.jsxs)(d.Fragment,{children:[(0,d.jsx)(l,{title:n(`list.title`)}),(0,d.jsx)(c,{list:i,empty:n(`list.empty`),children:e=>(0,d.jsx)(p,{rows:e})})]})}function p({rows:t}){let{t:r}=e(`form`),i=a(`FormKind`),s=a(`FormState`);return(0,d.jsx)(`div`,{className:`table-scroll`,children:(0,d.jsxs)(`table`,{className:`grid-table list-table my-forms`,children:[(0,d.jsx)(`caption`,{className:`visually-hidden`,children:r(`list.title`)}),(0,d.jsx)(`thead`,{children:(0,d.jsxs)(`tr`,{children:[(0,d.jsx)(`th`,{scope:`col`,children:r(`field.form`)}),(0,d.jsx)(`th`,{scope:`col`,children:r(`field.subject`)}),(0,d.jsx)(`th`,{scope:`col`,children:r(`field.campaign`)}),(0,d.jsx)(`th`,{scope:`col`,children:r(`field.due`)}),(0,d.jsx)(`th`,{scope:`col`,children:r(`field.state`)}),(0,d.jsx)(`th`,{scope:`col`,children:r(`field.returnReason`)})]})}),(0,d.jsx)(`tbody`,{children:t.map(e=>(0,d.jsxs)(`tr`,{children:[(0,d.jsx)(`th`,{scope:`row`,children:(0,d.jsx)(n,{to:`/forms/${e.id}`,children:i.label(e.kind)})}),(0,d.jsxs)(`td`,{children:[e.person?.name??e.unit?.name??`—`,e.person&&e.unit&&(0,d.jsxs)(`span`,{className:`hint-inline`,children:[` `,e.unit.name]})]}),(0,d.jsx)(`td`,{children:e.campaign?.title??`—`}),(0,d.jsxs)(`td`,{className:`nowrap`,children:[o(e.dueOn),` `,e.overdue&&(0,d.jsx)(`span`,{className:`tag tag-alarm`,children:r(`overdue`)})]}),(0,d.jsx)(`td`,{className:`nowrap`,children:(0,d.jsx)(`span`,{className:`tag ${e.returnedAt?`tag-wait`:``}`,children:e.returnedAt?r(`returned`):e.started?s.label(e.state):r(`notStarted`)})}),(0,d.jsx)(`td`,{children:e.returnedAt&&(0,d.jsx)(`span`,{className:`prose`,children:e.returnReason})})]},e.id))})]})})}export{f as Component};