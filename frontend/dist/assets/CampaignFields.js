import{$t as e,G as t,I as n}from"./vendor.js";import{t as r}from"./checkbox.js";import{t as i}from"./form.js";import{t as a}from"./input.js";import{t as o}from"./input-number.js";import{t as s}from"./select.js";import{t as c}from"./gql.js";import{t as l}from"./enums.js";import{u}from"./index.js";import{t as d}from"./CheckboxGroup.js";import{t as f}from"./DateInput.js";import{t as p}from"./UnitSelect.js";import{t as m}from"./react.js";var h=c(`
  fragment CampaignPlan on Campaign @_unmask {
    id
    version
    unit {
      id
      name
    }
    year
    title
    description
    phase
    kinds
    phases {
      phase
      from
      to
      due {
        kind
        on
      }
    }
    publicityDays
    objectionDays
    publicNames
    previous {
      id
      title
      year
    }
    openedAt
    closedAt
    allowedActions
  }
`),g=c(`
    query CampaignPlan($id: ID!) {
      node(id: $id) {
        __typename
        ...CampaignPlan
      }
    }
  `,[h]),_=c(`
  query EarlierCampaigns($unitId: ID!) {
    campaigns(filter: { unitId: $unitId }, first: 50) {
      nodes {
        id
        title
        year
        unit {
          id
        }
      }
    }
  }
`),v=c(`
  mutation PlanCampaign($input: PlanCampaignInput!) {
    planCampaign(input: $input) {
      campaign {
        id
      }
    }
  }
`),y=c(`
    mutation ReviseCampaign($input: ReviseCampaignInput!) {
      reviseCampaign(input: $input) {
        campaign {
          ...CampaignPlan
        }
      }
    }
  `,[h]),b=[`SURVEY`,`MECHANISM`,`CONTROL`,`SUMMARY`],x=()=>({SURVEY:{},MECHANISM:{},CONTROL:{},SUMMARY:{}});function S(e,t){return{unitId:e,details:{year:t,title:``,description:``,kinds:[`POWERS`,`RISKS`,`PERSONAL`,`MEASURES`],publicityDays:7,objectionDays:15,publicNames:!1},days:x(),due:{}}}function C(e){let t={unitId:e.unit?.id,details:{year:e.year,title:e.title,description:e.description,kinds:[...e.kinds],publicityDays:e.publicityDays,objectionDays:e.objectionDays,publicNames:e.publicNames,previousId:e.previous?.id},days:x(),due:{}};for(let{phase:n,from:r,to:i,due:a}of e.phases){let e=b.find(e=>e===n);e&&(t.days[e]={from:r,to:i});for(let{kind:e,on:n}of a)t.due[e]=n}return t}function w(e,t){let[,n,r,i]=/\bdetails\.phases\.(\d+)\.(\w+)(?:\.(\d+))?/.exec(e)??[],a=T(t).phases[Number(n)];if(!a)return e;if(r===`from`||r===`to`)return`days.${a.phase}.${r}`;let o=a.due[Number(i)];return o?`due.${o.kind}`:e}function T({details:e,days:t,due:n}){let r=b.filter(e=>t[e].from||t[e].to).map(e=>({phase:e,from:t[e].from??t[e].to??``,to:t[e].to??t[e].from??``,due:[]}));for(let t of e.kinds){let e=n[t];e&&(r.find(({from:t,to:n})=>t<=e&&e<=n)??r[0])?.due.push({kind:t,on:e})}return{year:e.year??0,title:e.title,description:e.description,kinds:e.kinds,phases:r,publicityDays:e.publicityDays??0,objectionDays:e.objectionDays??0,publicNames:e.publicNames,previousId:e.previousId??null}}var E=m(),D=[{required:!0}];function O({fixedUnit:n,open:s}){let{t:c}=t(`campaign`);return(0,E.jsxs)(E.Fragment,{children:[s&&(0,E.jsx)(e,{type:`info`,showIcon:!0,className:`error-state`,title:c(`form.fixed`)}),(0,E.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,E.jsx)(`legend`,{children:c(`form.about`)}),(0,E.jsxs)(`div`,{className:`edit-grid`,children:[(0,E.jsx)(i.Item,{name:`unitId`,label:c(`field.unit`),rules:D,children:(0,E.jsx)(p,{disabled:n,allowClear:!1})}),(0,E.jsx)(i.Item,{name:[`details`,`year`],label:c(`field.year`),rules:D,children:(0,E.jsx)(o,{min:1949,max:2199,disabled:s})}),(0,E.jsx)(i.Item,{className:`wide`,name:[`details`,`title`],label:c(`field.title`),rules:[{required:!0,whitespace:!0}],children:(0,E.jsx)(a,{maxLength:200})}),(0,E.jsx)(i.Item,{className:`wide`,name:[`details`,`description`],label:c(`field.description`),children:(0,E.jsx)(a.TextArea,{autoSize:{minRows:2,maxRows:10}})}),(0,E.jsx)(k,{})]})]}),(0,E.jsx)(A,{}),(0,E.jsx)(M,{open:s}),(0,E.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,E.jsx)(`legend`,{children:c(`form.rules`)}),(0,E.jsxs)(`div`,{className:`edit-grid`,children:[(0,E.jsx)(i.Item,{name:[`details`,`publicityDays`],label:c(`field.publicityDays`),rules:D,children:(0,E.jsx)(o,{min:1,max:90})}),(0,E.jsx)(i.Item,{name:[`details`,`objectionDays`],label:c(`field.objectionDays`),rules:D,children:(0,E.jsx)(o,{min:1,max:180})}),(0,E.jsx)(i.Item,{className:`wide`,name:[`details`,`publicNames`],valuePropName:`checked`,children:(0,E.jsx)(r,{children:c(`field.publicNames`)})})]})]})]})}function k(){let{t:e}=t(`campaign`),r=i.useFormInstance(),a=i.useWatch(`unitId`,r),o=i.useWatch([`details`,`year`],r),[{data:c}]=n({query:_,variables:{unitId:a??``},pause:!a}),l=(c?.campaigns.nodes??[]).filter(e=>e.unit?.id===a&&(o===void 0||e.year<o));return(0,E.jsx)(i.Item,{name:[`details`,`previousId`],label:e(`field.previous`),children:(0,E.jsx)(s,{allowClear:!0,placeholder:e(`form.none`),options:l.map(e=>({value:e.id,label:`${e.year} ${e.title}`}))})})}function A(){let{t:e}=t(`campaign`),n=u(`CampaignPhase`);return(0,E.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,E.jsx)(`legend`,{children:e(`form.phases`)}),(0,E.jsx)(`p`,{className:`hint`,children:e(`form.phasesHint`)}),(0,E.jsx)(`div`,{className:`table-scroll`,children:(0,E.jsxs)(`table`,{className:`grid-table plan-table`,children:[(0,E.jsx)(`thead`,{children:(0,E.jsxs)(`tr`,{children:[(0,E.jsx)(`th`,{scope:`col`,children:e(`field.phase`)}),(0,E.jsx)(`th`,{scope:`col`,children:e(`field.from`)}),(0,E.jsx)(`th`,{scope:`col`,children:e(`field.to`)})]})}),(0,E.jsx)(`tbody`,{children:b.map(e=>(0,E.jsx)(j,{name:e,label:n.label(e)},e))})]})})]})}function j({name:e,label:n}){let{t:r}=t(`campaign`),a=[`days`,e,`from`];return(0,E.jsxs)(`tr`,{children:[(0,E.jsx)(`th`,{scope:`row`,children:n}),(0,E.jsx)(`td`,{children:(0,E.jsx)(i.Item,{name:a,children:(0,E.jsx)(f,{"aria-label":r(`form.phaseFrom`,{phase:n})})})}),(0,E.jsx)(`td`,{children:(0,E.jsx)(i.Item,{name:[`days`,e,`to`],dependencies:[a],rules:[({getFieldValue:e})=>({validator:(t,n)=>{let i=e(a);return!i==!n?i&&n&&n<i?Promise.reject(Error(r(`form.endsBefore`))):Promise.resolve():Promise.reject(Error(r(`form.bothDays`)))}})],children:(0,E.jsx)(f,{"aria-label":r(`form.phaseTo`,{phase:n})})})})]})}function M({open:e}){let{t:n}=t(`campaign`),r=u(`FormKind`),a=i.useFormInstance(),o=i.useWatch([`details`,`kinds`],a);return(0,E.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,E.jsx)(`legend`,{children:n(`form.deadlines`)}),(0,E.jsx)(`p`,{className:`hint`,children:n(`form.deadlinesHint`)}),(0,E.jsx)(i.Item,{name:[`details`,`kinds`],label:n(`field.kinds`),rules:D,children:(0,E.jsx)(d,{"aria-label":n(`field.kinds`),options:r.options.map(t=>({...t,disabled:e}))})}),(0,E.jsx)(`div`,{className:`edit-grid`,children:l.FormKind.filter(e=>o?.includes(e)).map(e=>(0,E.jsx)(i.Item,{name:[`due`,e],label:n(`form.dueOf`,{form:r.label(e)}),rules:D,children:(0,E.jsx)(f,{})},e))})]})}export{T as a,y as c,S as i,w as n,g as o,C as r,v as s,O as t};