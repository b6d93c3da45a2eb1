import{G as e,I as t,Q as n}from"./vendor.js";import{_ as r,t as i}from"./react.js";import{t as a}from"./Difference.js";import{t as o}from"./gql.js";/* empty css      */import{t as s}from"./enums.js";import{d as c,u as l}from"./index.js";import{t as u}from"./Empty2.js";import{t as d}from"./PageHeader.js";import{t as f}from"./Query.js";var p=o(`
  query FormKin($id: ID!) {
    node(id: $id) {
      __typename
      ... on Form {
        id
        kind
        person {
          id
          name
        }
        unit {
          id
          name
        }
        campaign {
          id
          title
        }
      }
    }
  }
`),m=o(`
  query DepartmentForms($filter: FormFilter) {
    forms(filter: $filter, first: 10) {
      nodes {
        id
        kind
      }
    }
  }
`),h=o(`
  query YearDifference($id: ID!) {
    node(id: $id) {
      __typename
      ... on Form {
        id
        kind
      }
    }
    formLayouts {
      kind
      fields {
        code
        title
      }
      tables {
        code
        title
        columns {
          code
          title
        }
      }
    }
    yearDifference(formId: $id) {
      explained
      unexplained
      confirmed
      form {
        id
        kind
        unit {
          id
          name
        }
        campaign {
          id
          year
        }
      }
      comparison {
        beforeYear
        beforeRevision
        beforeAt
        same
        added
        removed
        changed
        fields {
          code
          before
          after
          changed
        }
        sections {
          code
          rows {
            key
            kind
            note
            cells {
              code
              before
              after
              changed
            }
          }
        }
      }
    }
  }
`),g=i();function _(){let{id:i=``}=r(),{t:a}=e(`review`),[o,s]=t({query:p,variables:{id:i}}),l=o.data?.node?.__typename===`Form`?o.data.node:null;return(0,g.jsx)(f,{result:o,onRetry:()=>s({requestPolicy:`network-only`}),rows:8,children:()=>l?(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)(d,{title:a(`year.title`),crumbs:[{title:a(`year.form`),to:`/forms/${l.id}`}],tags:(0,g.jsx)(`span`,{className:`tag`,children:l.person?.name??l.unit?.name}),actions:(0,g.jsx)(n,{onClick:()=>window.print(),children:a(`year.print`)})}),(0,g.jsx)(`div`,{className:`year-report`,children:l.person||!l.unit||!l.campaign?(0,g.jsx)(b,{formId:l.id}):(0,g.jsx)(y,{campaignId:l.campaign.id,unitId:l.unit.id})})]}):(0,g.jsx)(c,{})})}var v=s.FormKind.filter(e=>e!==`PERSONAL`);function y({campaignId:e,unitId:n}){let[r,i]=t({query:m,variables:{filter:{campaignId:e,unitId:n,unitOnly:!0,kinds:v}}});return(0,g.jsx)(f,{result:r,onRetry:()=>i({requestPolicy:`network-only`}),rows:8,children:({forms:e})=>v.flatMap(t=>e.nodes.filter(e=>e.kind===t)).map(({id:e})=>(0,g.jsx)(b,{formId:e},e))})}function b({formId:n}){let{t:r}=e(`review`),i=l(`FormKind`),[o,s]=t({query:h,variables:{id:n}});return(0,g.jsx)(f,{result:o,onRetry:()=>s({requestPolicy:`network-only`}),rows:4,children:({node:e,yearDifference:t,formLayouts:n})=>{let o=e?.__typename===`Form`?i.label(e.kind):``,s=n.find(e=>e.kind===t?.form.kind);return(0,g.jsx)(`section`,{className:`panel`,"aria-label":o,children:t&&s?(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)(`h2`,{children:r(`year.between`,{what:`${t.form.unit?.name??``} ${o}`,before:t.comparison.beforeYear,after:t.form.campaign?.year??``})}),(0,g.jsxs)(`p`,{className:`hint`,children:[r(`year.explained`,{explained:t.explained,unexplained:t.unexplained}),` `,r(t.confirmed?`year.confirmed`:`year.unconfirmed`),` `,r(`year.where`)]}),(0,g.jsx)(a,{comparison:t.comparison,layout:s})]}):(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)(`h2`,{children:o}),(0,g.jsx)(u,{text:r(`year.none`)})]})})}})}export{_ as Component};