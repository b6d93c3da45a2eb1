import{G as e}from"./vendor.js";import{t}from"./gql.js";import{t as n}from"./enums.js";import{i as r,n as i,s as a}from"./urlState.js";import{n as o,t as s}from"./react.js";import{D as c,T as l,u}from"./index.js";import{t as d}from"./GradeBadge.js";import{a as f,i as p}from"./FilterFields.js";import{n as m,t as h}from"./textFilters.js";import{t as g}from"./LinkButton.js";import{n as _,t as v}from"./useList.js";var y=t(`
  query PowerPage($filter: PowerFilter, $after: String, $count: Boolean!) {
    powers(filter: $filter, first: 50, after: $after) {
      totalCount @include(if: $count)
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        name
        type
        discretion
        timeLimitDays
        retiredOn
        worstGrade
        unit {
          id
          name
        }
      }
    }
  }
`),b={unit:a,only:i,type:r(n.PowerType),discretion:r(n.Discretion),retired:i,q:a};function x(e){return e.length>0?e:void 0}function S(e){return{unitId:e.unit,unitOnly:e.only,types:x(e.type),discretions:x(e.discretion),text:e.q,includeRetired:e.retired}}var C=s();function w(){let{t}=e(`power`),n=u(`PowerType`),r=u(`Discretion`);return[{key:`worstGrade`,title:t(`field.worstGrade`),cell:e=>(0,C.jsx)(d,{grade:e.worstGrade})},{key:`code`,title:t(`field.code`),className:`nowrap`,cell:e=>e.code},{key:`name`,title:t(`field.name`),fixed:!0,heads:!0,cell:e=>(0,C.jsxs)(C.Fragment,{children:[(0,C.jsx)(o,{to:`/powers/${e.id}`,children:e.name}),` `,e.retiredOn&&(0,C.jsx)(`span`,{className:`tag`,children:t(`retiredTag`,{date:e.retiredOn})})]})},{key:`unit`,title:t(`field.unit`),cell:e=>e.unit?.name??`—`},{key:`type`,title:t(`field.type`),cell:e=>n.label(e.type)},{key:`discretion`,title:t(`field.discretion`),cell:e=>r.label(e.discretion)},{key:`timeLimitDays`,title:t(`field.timeLimitDays`),className:`number`,cell:e=>e.timeLimitDays??`—`}]}function T(){let{t}=e([`power`,`list`]);return[m(`q`,t(`list:text`),t(`power:filter.textHint`)),f(`unit`,t(`power:field.unit`)),p(`type`,t(`power:field.type`),`PowerType`),p(`discretion`,t(`power:field.discretion`),`Discretion`),h(`only`,t(`list:only`)),h(`retired`,t(`power:filter.retired`))]}function E(){let{t}=e(`power`),n=c(),r=v({name:`powers`,spec:b,query:y,ask:e=>({filter:S(e)}),page:e=>e.powers}),{unit:i}=r.state;return(0,C.jsx)(_,{list:r,title:t(`title`),filters:T(),columns:w(),actions:l(n,`EDIT_REGISTER`)&&(0,C.jsx)(g,{type:`primary`,to:i?`/powers/new?unit=${i}`:`/powers/new`,children:t(`list.register`)})})}export{E as Component};