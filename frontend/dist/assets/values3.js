import{t as e}from"./react.js";import{G as t,Q as n}from"./vendor.js";import{t as r}from"./input.js";import{t as i}from"./PlusOutlined.js";import{t as a}from"./form.js";import{t as o}from"./DeleteOutlined.js";import{t as s}from"./gql.js";import{t as c}from"./FormSections.js";var l=e();function u(){let{t:e}=t([`power`,`powerEdit`]);return(0,l.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,l.jsx)(`legend`,{children:e(`field.legalBases`)}),(0,l.jsx)(a.List,{name:[`details`,`legalBases`],children:(t,{add:s,remove:c},{errors:u,warnings:d})=>(0,l.jsxs)(`div`,{className:`edit-rows`,"data-field":`details.legalBases`,children:[t.map(({key:t,name:i},s)=>(0,l.jsxs)(`div`,{className:`legal-row`,role:`group`,"aria-label":e(`powerEdit:basis`,{n:s+1}),children:[(0,l.jsx)(a.Item,{name:[i,`law`],label:e(`powerEdit:law`),children:(0,l.jsx)(r,{placeholder:e(`powerEdit:lawHint`)})}),(0,l.jsx)(a.Item,{name:[i,`article`],label:e(`powerEdit:article`),children:(0,l.jsx)(r,{placeholder:e(`powerEdit:articleHint`)})}),(0,l.jsx)(a.Item,{name:[i,`text`],label:e(`powerEdit:text`),children:(0,l.jsx)(r.TextArea,{autoSize:{minRows:1,maxRows:6}})}),(0,l.jsx)(n,{icon:(0,l.jsx)(o,{}),"aria-label":e(`powerEdit:removeBasis`,{n:s+1}),onClick:()=>c(i)})]},t)),(0,l.jsx)(n,{icon:(0,l.jsx)(i,{}),onClick:()=>s({}),children:e(`powerEdit:addBasis`)}),(0,l.jsx)(a.ErrorList,{errors:u,warnings:d})]})})]})}function d({unitFixed:e=!1}={}){let{t:n}=t([`power`,`powerEdit`]),r={legend:n(`powerEdit:base`),fields:[{kind:`unit`,name:`unitId`,label:n(`field.unit`),required:!0,fixed:e},{kind:`text`,name:[`details`,`code`],label:n(`field.code`),required:!0,hint:n(`powerEdit:codeHint`)},{kind:`text`,name:[`details`,`name`],label:n(`field.name`),required:!0},{kind:`enum`,name:[`details`,`type`],label:n(`field.type`),values:`PowerType`,required:!0},{kind:`number`,name:[`details`,`timeLimitDays`],label:n(`field.timeLimitDays`),suffix:n(`powerEdit:days`)},{kind:`text`,name:[`details`,`frequency`],label:n(`field.frequency`),placeholder:n(`powerEdit:frequencyHint`)},{kind:`enum`,name:[`details`,`discretion`],label:n(`field.discretion`),values:`Discretion`,required:!0},{kind:`prose`,name:[`details`,`discretionNote`],label:n(`field.discretionNote`),wide:!0}]},i={legend:n(`powerEdit:posts`),fields:[{kind:`post`,several:!0,name:[`details`,`exercisingPostIds`],label:n(`field.exercisingPosts`),wide:!0},{kind:`post`,name:[`details`,`decisionPostId`],label:n(`field.decisionPost`)},{kind:`post`,name:[`details`,`executionPostId`],label:n(`field.executionPost`)},{kind:`post`,name:[`details`,`supervisionPostId`],label:n(`field.supervisionPost`)}]},a=[`details`,`disclosure`],o={legend:n(`powerEdit:disclosure`),fields:[{kind:`text`,name:[...a,`scope`],label:n(`field.disclosureScope`)},{kind:`text`,name:[...a,`form`],label:n(`field.disclosureForm`)},{kind:`text`,name:[...a,`reason`],label:n(`field.disclosureReason`)}]},s=e=>({kind:`prose`,name:[`details`,e],label:n(`field.${e}`),wide:!0}),c={legend:n(`powerEdit:held`),fields:[s(`responsibilities`),s(`accountability`)]};return{before:[r],after:[i,o,c]}}function f({unitFixed:e}){let{before:t,after:n}=d({unitFixed:e});return(0,l.jsxs)(l.Fragment,{children:[(0,l.jsx)(c,{sections:t}),(0,l.jsx)(u,{}),(0,l.jsx)(c,{sections:n})]})}var p=s(`
  query PowerForEdit($id: ID!) {
    node(id: $id) {
      __typename
      ... on Power {
        id
        version
        code
        name
        type
        discretion
        discretionNote
        timeLimitDays
        frequency
        retiredOn
        responsibilities
        accountability
        legalBases {
          law
          article
          text
        }
        disclosure {
          scope
          form
          reason
        }
        unit {
          id
          name
          allowedActions
        }
        exercisingPosts {
          id
        }
        decisionPost {
          id
        }
        executionPost {
          id
        }
        supervisionPost {
          id
        }
      }
    }
  }
`),m=s(`
  mutation RegisterPower($input: RegisterPowerInput!) {
    registerPower(input: $input) {
      power {
        id
      }
    }
  }
`),h=s(`
  mutation RevisePower($input: RevisePowerInput!) {
    revisePower(input: $input) {
      power {
        id
        version
      }
    }
  }
`);function g(e){return{unitId:e,details:{code:void 0,name:void 0,type:void 0,legalBases:[{}],discretion:void 0,discretionNote:void 0,timeLimitDays:void 0,frequency:void 0,disclosure:{scope:void 0,form:void 0,reason:void 0},exercisingPostIds:[],decisionPostId:void 0,executionPostId:void 0,supervisionPostId:void 0,responsibilities:void 0,accountability:void 0}}}function _(e){let{scope:t,form:n,reason:r}=e.disclosure;return{unitId:e.unit?.id,details:{code:e.code,name:e.name,type:e.type,legalBases:e.legalBases.map(({law:e,article:t,text:n})=>({law:e,article:t,text:n})),discretion:e.discretion,discretionNote:e.discretionNote,timeLimitDays:e.timeLimitDays,frequency:e.frequency,disclosure:{scope:t,form:n,reason:r},exercisingPostIds:e.exercisingPosts.map(e=>e.id),decisionPostId:e.decisionPost?.id,executionPostId:e.executionPost?.id,supervisionPostId:e.supervisionPost?.id,responsibilities:e.responsibilities,accountability:e.accountability}}}function v({details:e}){let{disclosure:t}=e;return{code:e.code??``,name:e.name??``,type:e.type,discretion:e.discretion,legalBases:y(e.legalBases).map(({law:e,article:t,text:n})=>({law:e??``,article:t??``,text:n??``})),discretionNote:e.discretionNote??``,timeLimitDays:e.timeLimitDays??null,frequency:e.frequency??``,disclosure:{scope:t.scope??``,form:t.form??``,reason:t.reason??``},exercisingPostIds:e.exercisingPostIds,decisionPostId:e.decisionPostId??null,executionPostId:e.executionPostId??null,supervisionPostId:e.supervisionPostId??null,responsibilities:e.responsibilities??``,accountability:e.accountability??``}}function y(e){let t=e.findLastIndex(e=>Object.values(e??{}).some(Boolean));return e.slice(0,t+1)}export{m as a,p as i,v as n,h as o,_ as r,f as s,g as t};