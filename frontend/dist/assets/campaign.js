import{i as e}from"./rolldown-runtime.js";import{S as t}from"./react.js";import{t as n}from"./gql.js";var r=n(`
  fragment JobItem on Job @_unmask {
    id
    kind
    objectId
    state
    done
    total
    cancelAsked
    resultName
    resultSize
    resultUrl
    failure
    createdAt
    endedAt
  }
`),i=n(`
    query MyJobs($first: Int!) {
      myJobs(first: $first) {
        nodes {
          ...JobItem
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,[r]),a=n(`
    mutation CancelJob($input: CancelJobInput!) {
      cancelJob(input: $input) {
        job {
          ...JobItem
        }
      }
    }
  `,[r]);function o(e){return e?.state===`QUEUED`||e?.state===`RUNNING`}function s({state:e,done:t,total:n}){return e===`DONE`?100:n>0?Math.min(99,Math.floor(100*t/n)):0}function c(e){return e<1024?`${e} B`:e<1048576?`${(e/1024).toFixed(1)} KB`:`${(e/1024/1024).toFixed(1)} MB`}var l=e(t(),1),u=2e3;function d(e,t,n){(0,l.useEffect)(()=>{if(!e||t.fetching)return;let r=setTimeout(n,u);return()=>clearTimeout(r)},[e,t,n])}export{o as a,i,a as n,s as o,r,c as s,d as t};