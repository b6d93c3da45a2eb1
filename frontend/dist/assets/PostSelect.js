import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{G as r,P as i}from"./vendor.js";import{t as a}from"./gql.js";import{t as o}from"./RemoteSelect.js";var s=e(t(),1),c=n(),l=a(`
  query PostSearch($filter: PostFilter) {
    posts(filter: $filter, first: 50) {
      nodes {
        id
        name
        unit {
          id
          name
        }
      }
    }
  }
`),u=a(`
  query PostNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Post {
        id
        name
        unit {
          id
          name
        }
      }
    }
  }
`);function d({id:e,name:t,unit:n}){return{value:e,label:n?`${t}（${n.name}）`:t}}function f({unitId:e,unitOnly:t,...n}){let{t:a}=r(),f=i(),p=(0,s.useCallback)(async n=>{let r={unitId:e,unitOnly:t,text:n||void 0},{data:i,error:a}=await f.query(l,{filter:r}).toPromise();if(a||!i)throw a;return i.posts.nodes.map(d)},[f,e,t]),m=(0,s.useCallback)(async e=>{let{data:t}=await f.query(u,{ids:e}).toPromise();return(t?.nodes??[]).flatMap(e=>e?.__typename===`Post`?[d(e)]:[])},[f]);return(0,c.jsx)(o,{placeholder:a(`picker.post`),...n,search:p,resolve:m})}export{f as t};