import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{G as r,P as i}from"./vendor.js";import{t as a}from"./gql.js";import{t as o}from"./RemoteSelect.js";var s=e(t(),1),c=n(),l=a(`
  query PeopleSearch($filter: PersonFilter) {
    people(filter: $filter, first: 30) {
      nodes {
        id
        name
        jobTitle
        unit {
          id
          name
        }
      }
    }
  }
`),u=a(`
  query PeopleNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Person {
        id
        name
        jobTitle
        unit {
          id
          name
        }
      }
    }
  }
`);function d({id:e,name:t,jobTitle:n,unit:r}){let i=[r?.name,n].filter(Boolean).join(` `);return{value:e,label:i?`${t}（${i}）`:t}}function f({unitId:e,...t}){let{t:n}=r(),a=i(),f=(0,s.useCallback)(async t=>{let n={unitId:e,text:t||void 0},{data:r,error:i}=await a.query(l,{filter:n}).toPromise();if(i||!r)throw i;return r.people.nodes.map(d)},[a,e]),p=(0,s.useCallback)(async e=>{let{data:t}=await a.query(u,{ids:e}).toPromise();return(t?.nodes??[]).flatMap(e=>e?.__typename===`Person`?[d(e)]:[])},[a]);return(0,c.jsx)(o,{placeholder:n(`picker.person`),...t,search:f,resolve:p})}export{f as t};