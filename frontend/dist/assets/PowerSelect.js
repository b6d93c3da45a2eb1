import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{G as r,P as i}from"./vendor.js";import{t as a}from"./gql.js";import{t as o}from"./RemoteSelect.js";var s=e(t(),1),c=n(),l=a(`
  query PowerSearch($filter: PowerFilter) {
    powers(filter: $filter, first: 50) {
      nodes {
        id
        code
        name
      }
    }
  }
`),u=a(`
  query PowerNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Power {
        id
        code
        name
      }
    }
  }
`);function d({id:e,code:t,name:n}){return{value:e,label:`${t} ${n}`}}function f(e){let t=i();return{search:(0,s.useCallback)(async n=>{let r={unitId:e,text:n||void 0},{data:i,error:a}=await t.query(l,{filter:r}).toPromise();if(a||!i)throw a;return i.powers.nodes.map(d)},[t,e]),resolve:(0,s.useCallback)(async e=>{let{data:n}=await t.query(u,{ids:e}).toPromise();return(n?.nodes??[]).flatMap(e=>e?.__typename===`Power`?[d(e)]:[])},[t])}}function p({unitId:e,onChange:t,onChosen:n,...i}){let{t:a}=r(`power`),s=f(e);return(0,c.jsx)(o,{placeholder:a(`picker`),...i,onChange:e=>{t?.(e),n?.()},...s})}function m({unitId:e,...t}){let{t:n}=r(`power`),i=f(e);return(0,c.jsx)(o,{placeholder:n(`picker`),...t,multiple:!0,...i})}export{m as n,p as t};