import{t as e}from"./react.js";import{P as t,V as n}from"./vendor.js";import{t as r}from"./input.js";import{t as i}from"./form.js";import{t as a}from"./PlusOutlined.js";import{t as o}from"./UnitSelect.js";import{t as s}from"./input-number.js";import{t as c}from"./DeleteOutlined.js";import{i as l}from"./ErrorState.js";import{t as u}from"./EnumPicker.js";import{t as d}from"./PostSelect.js";var f=e();function p(){let{t:e}=t(`power`);return(0,f.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,f.jsx)(`legend`,{children:e(`field.legalBases`)}),(0,f.jsx)(i.List,{name:[`details`,`legalBases`],children:(t,{add:o,remove:s},{errors:l,warnings:u})=>(0,f.jsxs)(`div`,{className:`edit-rows`,"data-field":`details.legalBases`,children:[t.map(({key:t,name:a},o)=>(0,f.jsxs)(`div`,{className:`legal-row`,role:`group`,"aria-label":e(`form.basis`,{n:o+1}),children:[(0,f.jsx)(i.Item,{name:[a,`law`],label:e(`form.law`),children:(0,f.jsx)(r,{placeholder:e(`form.lawHint`)})}),(0,f.jsx)(i.Item,{name:[a,`article`],label:e(`form.article`),children:(0,f.jsx)(r,{placeholder:e(`form.articleHint`)})}),(0,f.jsx)(i.Item,{name:[a,`text`],label:e(`form.text`),children:(0,f.jsx)(r.TextArea,{autoSize:{minRows:1,maxRows:6}})}),(0,f.jsx)(n,{icon:(0,f.jsx)(c,{}),"aria-label":e(`form.removeBasis`,{n:o+1}),onClick:()=>s(a)})]},t)),(0,f.jsx)(n,{icon:(0,f.jsx)(a,{}),onClick:()=>o({}),children:e(`form.addBasis`)}),(0,f.jsx)(i.ErrorList,{errors:l,warnings:u})]})})]})}var m=[{required:!0}];function h({unitFixed:e}){let{t:n}=t(`power`);return(0,f.jsxs)(f.Fragment,{children:[(0,f.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,f.jsx)(`legend`,{children:n(`form.base`)}),(0,f.jsxs)(`div`,{className:`edit-grid`,children:[(0,f.jsx)(i.Item,{name:`unitId`,label:n(`field.unit`),rules:m,children:(0,f.jsx)(o,{disabled:e,allowClear:!1})}),(0,f.jsx)(i.Item,{name:[`details`,`code`],label:n(`field.code`),rules:[{required:!0,whitespace:!0}],extra:n(`form.codeHint`),children:(0,f.jsx)(r,{})}),(0,f.jsx)(i.Item,{name:[`details`,`name`],label:n(`field.name`),rules:[{required:!0,whitespace:!0}],children:(0,f.jsx)(r,{})}),(0,f.jsx)(i.Item,{name:[`details`,`type`],label:n(`field.type`),rules:m,children:(0,f.jsx)(u,{name:`PowerType`})}),(0,f.jsx)(i.Item,{name:[`details`,`timeLimitDays`],label:n(`field.timeLimitDays`),children:(0,f.jsx)(s,{min:0,precision:0,suffix:n(`form.days`)})}),(0,f.jsx)(i.Item,{name:[`details`,`frequency`],label:n(`field.frequency`),children:(0,f.jsx)(r,{placeholder:n(`form.frequencyHint`)})}),(0,f.jsx)(i.Item,{name:[`details`,`discretion`],label:n(`field.discretion`),rules:m,children:(0,f.jsx)(u,{name:`Discretion`})}),(0,f.jsx)(i.Item,{className:`wide`,name:[`details`,`discretionNote`],label:n(`field.discretionNote`),children:(0,f.jsx)(r.TextArea,{autoSize:{minRows:2,maxRows:8}})})]})]}),(0,f.jsx)(p,{}),(0,f.jsx)(g,{}),(0,f.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,f.jsx)(`legend`,{children:n(`form.disclosure`)}),(0,f.jsxs)(`div`,{className:`edit-grid`,children:[(0,f.jsx)(i.Item,{name:[`details`,`disclosure`,`scope`],label:n(`field.disclosureScope`),children:(0,f.jsx)(r,{})}),(0,f.jsx)(i.Item,{name:[`details`,`disclosure`,`form`],label:n(`field.disclosureForm`),children:(0,f.jsx)(r,{})}),(0,f.jsx)(i.Item,{name:[`details`,`disclosure`,`reason`],label:n(`field.disclosureReason`),children:(0,f.jsx)(r,{})})]})]})]})}function g(){let{t:e}=t(`power`),n=i.useFormInstance(),r=i.useWatch(`unitId`,n);return(0,f.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,f.jsx)(`legend`,{children:e(`form.posts`)}),(0,f.jsxs)(`div`,{className:`edit-grid`,children:[(0,f.jsx)(i.Item,{className:`wide`,name:[`details`,`exercisingPostIds`],label:e(`field.exercisingPosts`),children:(0,f.jsx)(d,{multiple:!0,unitId:r})}),(0,f.jsx)(i.Item,{name:[`details`,`decisionPostId`],label:e(`field.decisionPost`),children:(0,f.jsx)(d,{unitId:r})}),(0,f.jsx)(i.Item,{name:[`details`,`executionPostId`],label:e(`field.executionPost`),children:(0,f.jsx)(d,{unitId:r})}),(0,f.jsx)(i.Item,{name:[`details`,`supervisionPostId`],label:e(`field.supervisionPost`),children:(0,f.jsx)(d,{unitId:r})})]})]})}var _=l(`
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
`),v=l(`
  mutation RegisterPower($input: RegisterPowerInput!) {
    registerPower(input: $input) {
      power {
        id
      }
    }
  }
`),y=l(`
  mutation RevisePower($input: RevisePowerInput!) {
    revisePower(input: $input) {
      power {
        id
        version
      }
    }
  }
`);function b(e){return{unitId:e,details:{code:void 0,name:void 0,type:void 0,legalBases:[{}],discretion:void 0,discretionNote:void 0,timeLimitDays:void 0,frequency:void 0,disclosure:{scope:void 0,form:void 0,reason:void 0},exercisingPostIds:[],decisionPostId:void 0,executionPostId:void 0,supervisionPostId:void 0}}}function x(e){let{scope:t,form:n,reason:r}=e.disclosure;return{unitId:e.unit?.id,details:{code:e.code,name:e.name,type:e.type,legalBases:e.legalBases.map(({law:e,article:t,text:n})=>({law:e,article:t,text:n})),discretion:e.discretion,discretionNote:e.discretionNote,timeLimitDays:e.timeLimitDays,frequency:e.frequency,disclosure:{scope:t,form:n,reason:r},exercisingPostIds:e.exercisingPosts.map(e=>e.id),decisionPostId:e.decisionPost?.id,executionPostId:e.executionPost?.id,supervisionPostId:e.supervisionPost?.id}}}function S({details:e}){let{disclosure:t}=e;return{code:e.code??``,name:e.name??``,type:e.type,discretion:e.discretion,legalBases:C(e.legalBases).map(({law:e,article:t,text:n})=>({law:e??``,article:t??``,text:n??``})),discretionNote:e.discretionNote??``,timeLimitDays:e.timeLimitDays??null,frequency:e.frequency??``,disclosure:{scope:t.scope??``,form:t.form??``,reason:t.reason??``},exercisingPostIds:e.exercisingPostIds,decisionPostId:e.decisionPostId??null,executionPostId:e.executionPostId??null,supervisionPostId:e.supervisionPostId??null}}function C(e){let t=e.findLastIndex(e=>Object.values(e??{}).some(Boolean));return e.slice(0,t+1)}export{v as a,_ as i,S as n,y as o,x as r,h as s,b as t};