import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{G as r,P as i}from"./vendor.js";import{t as a}from"./gql.js";import{t as o}from"./RemoteSelect.js";var s=e(t(),1),c=n(),l=a(`
  query RiskSearch($filter: RiskFilter) {
    riskPoints(filter: $filter, first: 50) {
      nodes {
        id
        title
        grade
        unit {
          id
          name
        }
      }
    }
  }
`),u=a(`
  query RiskNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on RiskPoint {
        id
        title
        grade
        unit {
          id
          name
        }
      }
    }
  }
`);function d({unitId:e,...t}){let{t:n}=r([`measure`,`common`]),a=i(),d=(0,s.useCallback)(({id:e,title:t,grade:r,unit:i})=>({value:e,label:[r??n(`common:grade.none`),t,i&&`（${i.name}）`].filter(Boolean).join(` `)}),[n]),f=(0,s.useCallback)(async t=>{let n={unitId:e,text:t||void 0},{data:r,error:i}=await a.query(l,{filter:n}).toPromise();if(i||!r)throw i;return r.riskPoints.nodes.map(d)},[a,e,d]),p=(0,s.useCallback)(async e=>{let{data:t}=await a.query(u,{ids:e}).toPromise();return(t?.nodes??[]).flatMap(e=>e?.__typename===`RiskPoint`?[d(e)]:[])},[a,d]);return(0,c.jsx)(o,{placeholder:n(`measure:pickRisk`),...t,search:f,resolve:p})}export{d as t};