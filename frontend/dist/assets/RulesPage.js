import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{A as r,L as i,W as a,j as o,k as s}from"./vendor.js";import{t as c}from"./space.js";import{t as l}from"./SeverityTag.js";import{S as u,_ as d,c as f,w as p}from"./index.js";import{i as m}from"./format.js";import{n as h}from"./query2.js";import{t as g}from"./gql.js";import{t as _}from"./form.js";import{t as v}from"./input.js";import{t as y}from"./radio.js";import{t as b}from"./select.js";import{t as x}from"./DeleteOutlined.js";import{t as S}from"./PlusOutlined.js";import{n as C}from"./PowerSelect.js";import{t as w}from"./PostSelect.js";import{t as T}from"./ConflictTable.js";import{r as ee,t as te}from"./ErrorState.js";import{t as E}from"./forms.js";import{t as D}from"./Dialog.js";import{t as O}from"./ReasonField.js";import{o as k,s as A}from"./urlState.js";import{t as j}from"./Empty2.js";import{t as M}from"./Field.js";import{t as N}from"./PageHeader.js";import{t as P}from"./Query.js";import{t as F}from"./UnitSelect.js";var I=e(t(),1),L={STEP:[`steps`,`powerTypes`,`powers`,`posts`],ROLE:[`roles`,`powerTypes`,`powers`,`posts`],POWER:[`powerTypes`,`powers`,`posts`],POST:[`posts`],PORTFOLIO:[`portfolios`,`functions`]},ne={name:``,reason:``,example:``,severity:`MEDIUM`,scope:`SAME_PROCESS`,sameHand:`PERSON`,left:{join:`ANY_OF`,selectors:[{kind:`STEP`}]},right:{join:`ANY_OF`,selectors:[{kind:`STEP`}]}};function R(e){let t={kind:e.kind};for(let n of L[e.kind]){let r=e[n];r&&r.length>0&&Object.assign(t,{[n]:[...r]})}return t}function z({join:e,selectors:t}){return{join:e,selectors:t.map(R)}}function B(e){return{...e,left:z(e.left),right:z(e.right)}}function V(e){let{name:t,reason:n,example:r,severity:i,scope:a,sameHand:o,left:s,right:c}=e;return{name:t,reason:n,example:r,severity:i,scope:a,sameHand:o,left:z(s),right:z(c)}}function H(e){let t=e.flatMap(({left:e,right:t})=>[e,t].flatMap(({selectors:e})=>e.flatMap(({powers:e=[],posts:t=[]})=>[...e,...t])));return[...new Set(t)].sort()}function re(e){return e.replace(/^rule\./,``).replace(/\[\d+\]$/,``).replace(/\[(\d+)\]/g,`.$1`)}function U({t:e,label:t,name:n},r,i){return i.map(i=>r===`powers`||r===`posts`?e(`read.quoted`,{name:n(i)}):t(r,i)).join(e(`read.or`))}function ie(e,t){let{t:n}=e,[r,...i]=L[t.kind],a=r&&(t[r]??[]),o=r&&a&&a.length>0?n(`read.${t.kind}`,{what:U(e,r,a)}):n(`read.any.${t.kind}`),s=i.flatMap(r=>{let i=t[r]??[];return i.length>0?[n(`read.condition`,{of:n(`of.${r}`),what:U(e,r,i)})]:[]});return s.length>0?n(`read.narrowed`,{what:o,conditions:s.join(n(`read.semicolon`))}):o}function W(e,{join:t,selectors:n}){let{t:r}=e;return n.length===0?r(`read.nothing`):n.map(t=>ie(e,t)).join(r(t===`ALL_OF`?`read.and`:`read.either`))}function G(e,t){let{t:n}=t;return n(`read.sentence`,{scope:n(`read.scope.${e.scope}`),hand:n(`read.hand.${e.sameHand}`),left:W(t,e.left),right:W(t,e.right)})}var K=n(),q={DRAFT:`tag`,ON:`tag tag-good`,OFF:`tag tag-wait`};function J({rule:e,words:t,onEdit:n,onCopy:r,onSwitch:o}){let{t:s}=i(`balanceRules`),u=f(`RuleState`);return(0,K.jsxs)(`li`,{className:`rule`,children:[(0,K.jsxs)(`h3`,{children:[e.name,` `,(0,K.jsx)(l,{severity:e.severity}),` `,(0,K.jsx)(`span`,{className:q[e.state],children:u.label(e.state)})]}),(0,K.jsx)(`p`,{className:`rule-sentence`,children:G(e,t)}),(0,K.jsx)(`p`,{className:`prose`,children:e.reason}),e.example&&(0,K.jsx)(`p`,{className:`hint`,children:s(`forExample`,{text:e.example})}),(0,K.jsxs)(`p`,{className:`hint-inline`,children:[s(`setBy`,{unit:e.unit.name}),` · `,(0,K.jsx)(`code`,{children:e.code})]}),e.changes.length>0&&(0,K.jsxs)(`details`,{children:[(0,K.jsx)(`summary`,{children:s(`history`)}),(0,K.jsx)(`ol`,{className:`rule-history`,children:e.changes.map(({at:e,to:t,reason:n,by:r})=>(0,K.jsxs)(`li`,{children:[(0,K.jsx)(`time`,{dateTime:e,children:m(e)}),` `,s(`change`,{by:r?r.personName||r.loginName:s(`program`),to:u.label(t)}),n&&(0,K.jsxs)(`span`,{className:`prose`,children:[` `,n]})]},`${e} ${t}`))})]}),(0,K.jsxs)(c,{children:[e.mayChange&&(0,K.jsx)(a,{onClick:o,children:s(e.state===`ON`?`off`:`on`)}),e.mayChange&&e.state===`DRAFT`&&(0,K.jsx)(a,{onClick:n,children:s(`edit`)}),r&&(0,K.jsx)(a,{onClick:r,children:s(`copy`)})]})]})}var ae=g(`
  fragment SelectorFields on RuleSelector @_unmask {
    kind
    steps
    roles
    powerTypes
    powers
    posts
    portfolios
    functions
  }
`),Y=g(`
    fragment OwnRuleFields on OwnBalanceRule @_unmask {
      id
      version
      code
      name
      reason
      example
      severity
      scope
      sameHand
      state
      mayChange
      unit {
        id
        name
      }
      left {
        join
        selectors {
          ...SelectorFields
        }
      }
      right {
        join
        selectors {
          ...SelectorFields
        }
      }
      changes {
        at
        to
        reason
        by {
          personName
          loginName
        }
      }
    }
  `,[ae]),oe=g(`
    query BalanceRules($unitId: ID!) {
      balanceRules {
        code
        name
        reason
        example
        severity
      }
      ownBalanceRules(unitId: $unitId) {
        ...OwnRuleFields
      }
    }
  `,[Y]),se=g(`
    query TryBalanceRule($unitId: ID!, $rule: BalanceRuleInput!) {
      tryBalanceRule(unitId: $unitId, rule: $rule, years: 3) {
        count
        conflicts(first: 50) {
          ...ConflictFields
        }
        past {
          on
          count
          conflicts(first: 10) {
            ...ConflictFields
          }
        }
      }
    }
  `,[h]),ce=g(`
    mutation SaveBalanceRule($input: SaveBalanceRuleInput!) {
      saveBalanceRule(input: $input) {
        rule {
          ...OwnRuleFields
        }
      }
    }
  `,[Y]),le=g(`
    mutation SwitchBalanceRule($input: SwitchBalanceRuleInput!) {
      switchBalanceRule(input: $input) {
        rule {
          ...OwnRuleFields
        }
      }
    }
  `,[Y]),ue=g(`
  query RuleNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Power {
        id
        name
      }
      ... on Post {
        id
        name
      }
    }
  }
`);function X({side:e,unitId:t}){let{t:n}=i(`balanceRules`),r=f(`RuleJoin`);return(0,K.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,K.jsx)(`legend`,{children:n(`form.${e}`)}),(0,K.jsx)(_.List,{name:[e,`selectors`],children:(i,{add:o,remove:s},{errors:c})=>(0,K.jsxs)(`div`,{className:`edit-rows`,children:[i.length>1&&(0,K.jsx)(_.Item,{name:[e,`join`],label:n(`form.join`),children:(0,K.jsx)(y.Group,{options:r.options})}),i.map(({key:r,name:o},c)=>(0,K.jsxs)(`div`,{className:`rule-selector`,role:`group`,"aria-label":n(`form.selector`,{n:c+1}),children:[(0,K.jsx)(de,{side:e,at:o,unitId:t}),i.length>1&&(0,K.jsx)(a,{icon:(0,K.jsx)(x,{}),"aria-label":n(`form.removeSelector`,{n:c+1}),onClick:()=>s(o)})]},r)),(0,K.jsx)(a,{icon:(0,K.jsx)(S,{}),onClick:()=>o({kind:`STEP`}),children:n(`form.addSelector`)}),(0,K.jsx)(_.ErrorList,{errors:c})]})})]})}function de({side:e,at:t,unitId:n}){let{t:r}=i(`balanceRules`),a=f(`RuleSelectorKind`),o=_.useFormInstance(),s=_.useWatch([e,`selectors`,t,`kind`],o)??`STEP`;return(0,K.jsxs)(K.Fragment,{children:[(0,K.jsx)(_.Item,{name:[t,`kind`],label:r(`form.kind`),children:(0,K.jsx)(b,{options:a.options})}),L[s].map(e=>(0,K.jsx)(_.Item,{name:[t,e],label:r(`of.${e}`),children:(0,K.jsx)(fe,{condition:e,unitId:n})},e))]})}function fe({condition:e,unitId:t,...n}){let{t:r}=i(`balanceRules`),a=f(`StepKind`).options,o=f(`PowerRole`).options,s=f(`PowerType`).options,c=f(`PortfolioKind`).options,l=f(`UnitFunction`).options,u=r(`form.all`);if(e===`powers`)return(0,K.jsx)(C,{...n,unitId:t,placeholder:u});if(e===`posts`)return(0,K.jsx)(w,{...n,unitId:t,multiple:!0,placeholder:u});let d={steps:a,roles:o,powerTypes:s,portfolios:c,functions:l}[e];return(0,K.jsx)(b,{...n,mode:`multiple`,options:d,placeholder:u,showSearch:{optionFilterProp:`label`},allowClear:!0})}function pe({trial:e,stale:t}){let{t:n}=i(`balanceRules`),{count:r,conflicts:a,past:o}=e;return(0,K.jsxs)(`section`,{"aria-label":n(`trial.title`),className:`rule-trial`,children:[(0,K.jsx)(`h3`,{children:n(`trial.title`)}),(0,K.jsxs)(`p`,{role:`status`,children:[t&&(0,K.jsx)(`span`,{className:`tag tag-wait`,children:n(`trial.changed`)}),` `,(0,K.jsx)(`strong`,{children:r>0?n(`trial.today`,{count:r}):n(`trial.none`)})]}),(0,K.jsx)(Z,{conflicts:a,total:r,label:n(`trial.conflicts`)}),(0,K.jsx)(`ul`,{className:`rule-past`,children:o.map(({on:e,count:t,conflicts:r})=>(0,K.jsx)(`li`,{children:r.length>0?(0,K.jsxs)(`details`,{children:[(0,K.jsx)(`summary`,{children:n(`trial.past`,{on:e,count:t})}),(0,K.jsx)(Z,{conflicts:r,total:t,label:n(`trial.pastConflicts`,{on:e})})]}):n(`trial.past`,{on:e,count:t})},e))})]})}function Z({conflicts:e,total:t,label:n}){let{t:r}=i(`balanceRules`);return e.length===0?null:(0,K.jsxs)(K.Fragment,{children:[e.length<t&&(0,K.jsx)(`p`,{className:`hint-inline`,children:r(`trial.shown`,{shown:e.length,total:t})}),(0,K.jsx)(T,{conflicts:e,label:n})]})}function Q(e){let{t}=i(`balanceRules`),[{data:n}]=o({query:ue,variables:{ids:e.slice(0,100)},pause:e.length===0}),r=f(`StepKind`).label,a=f(`PowerRole`).label,s=f(`PowerType`).label,c=f(`PortfolioKind`).label,l=f(`UnitFunction`).label;return(0,I.useMemo)(()=>{let e=new Map((n?.nodes??[]).flatMap(e=>e?.__typename===`Power`||e?.__typename===`Post`?[[e.id,e.name]]:[])),i={steps:r,roles:a,powerTypes:s,portfolios:c,functions:l};return{t,label:(e,t)=>i[e](t),name:t=>e.get(t)??`…`}},[t,n,r,a,s,c,l])}function me({unitId:e,from:t,rewrites:n,onClose:o,onSaved:l}){let{t:u}=i(`balanceRules`),p=s(),m=d(),[h]=_.useForm(),[,g]=r(ce),x=f(`BalanceSeverity`),S=f(`RuleScope`),C=f(`RuleHand`),[w,T]=(0,I.useState)([]),[D,O]=(0,I.useState)(null),[k,A]=(0,I.useState)(null),j=t?V(t):ne,M=_.useWatch([],h),N={...j,...M},P=Q(H([N])),F=n&&t?t.unit.id:e,L=e=>T(E(h,ee(e).map(e=>({...e,field:e.field&&re(e.field)})))),R=async()=>{O(`try`),T([]);let e=B(N),{data:t,error:n}=await p.query(se,{unitId:F,rule:e},{requestPolicy:`network-only`}).toPromise();O(null),A(t?{trial:t.tryBalanceRule,of:e}:null),n&&L(n)},z=async()=>{O(`save`),T([]);let{error:e}=await g({input:{id:n?t?.id:void 0,expectedVersion:n&&t?t.version:0,unitId:F,rule:B(N)}});O(null),e?L(e):(m.success(u(`form.saved`)),l())},U=n&&t?u(`form.edit`,{name:t.name}):u(`form.new`);return(0,K.jsxs)(`section`,{className:`panel`,"aria-label":U,children:[(0,K.jsx)(`h2`,{children:U}),(0,K.jsx)(te,{problems:w}),(0,K.jsxs)(_,{form:h,layout:`vertical`,initialValues:j,onFinish:()=>void z(),children:[(0,K.jsx)(_.Item,{name:`name`,label:u(`form.name`),rules:[{required:!0,whitespace:!0,max:200}],children:(0,K.jsx)(v,{})}),(0,K.jsx)(_.Item,{name:`reason`,label:u(`form.reason`),rules:[{required:!0,whitespace:!0,max:2e3}],children:(0,K.jsx)(v.TextArea,{autoSize:{minRows:2,maxRows:6}})}),(0,K.jsx)(_.Item,{name:`example`,label:u(`form.example`),rules:[{max:2e3}],children:(0,K.jsx)(v.TextArea,{autoSize:{minRows:1,maxRows:6}})}),(0,K.jsx)(_.Item,{name:`severity`,label:u(`form.severity`),children:(0,K.jsx)(y.Group,{options:x.options})}),(0,K.jsx)(_.Item,{name:`scope`,label:u(`form.scope`),extra:u(`scopeHint.${N.scope}`),children:(0,K.jsx)(b,{options:S.options})}),(0,K.jsx)(_.Item,{name:`sameHand`,label:u(`form.sameHand`),children:(0,K.jsx)(b,{options:C.options})}),(0,K.jsx)(`p`,{className:`hint`,children:u(`form.sideHint`)}),(0,K.jsxs)(`div`,{className:`rule-sides`,children:[(0,K.jsx)(X,{side:`left`,unitId:F}),(0,K.jsx)(X,{side:`right`,unitId:F})]}),(0,K.jsxs)(`p`,{className:`rule-sentence`,role:`status`,children:[(0,K.jsx)(`span`,{className:`hint-inline`,children:u(`readsAs`)}),` `,G(N,P)]}),(0,K.jsxs)(c,{children:[(0,K.jsx)(a,{onClick:()=>void R(),loading:D===`try`,disabled:D===`save`,children:u(`form.try`)}),(0,K.jsx)(a,{type:`primary`,htmlType:`submit`,loading:D===`save`,disabled:D===`try`,children:u(`form.save`)}),(0,K.jsx)(a,{onClick:o,children:u(`form.cancel`)})]})]}),k&&(0,K.jsx)(pe,{trial:k.trial,stale:JSON.stringify(k.of)!==JSON.stringify(B(N))})]})}function he({rule:e,onClose:t,onDone:n}){let{t:a}=i(`balanceRules`),[o]=_.useForm(),[,s]=r(le),c=d(),l=e.state!==`ON`;return(0,K.jsxs)(D,{title:a(l?`onTitle`:`offTitle`,{name:e.name}),open:!0,onClose:t,form:o,okText:a(l?`on`:`off`),submit:async({reason:t})=>{let{error:r}=await s({input:{id:e.id,expectedVersion:e.version,on:l,reason:t}});if(r)return r;c.success(a(`switched`)),n()},children:[(0,K.jsx)(`p`,{children:a(l?`onHint`:`offHint`)}),(0,K.jsx)(O,{label:a(`why`)})]})}var $={unit:k};function ge(){let{t:e}=i(`balanceRules`),t=p(),[n,r]=A($),a=n.unit??t.homeUnits[0]?.id;return(0,K.jsxs)(K.Fragment,{children:[(0,K.jsx)(N,{title:e(`title`)}),(0,K.jsxs)(`section`,{className:`panel filter-bar`,"aria-label":e(`unit`),children:[(0,K.jsx)(M,{label:e(`unit`),children:e=>(0,K.jsx)(F,{id:e,value:a,onChange:e=>r({unit:e}),className:`filter-unit`})}),(0,K.jsx)(`span`,{className:`hint-inline`,children:e(`intro`)})]}),a?(0,K.jsx)(_e,{unitId:a},a):(0,K.jsx)(j,{text:e(`pickUnit`)})]})}function _e({unitId:e}){let[t,n]=o({query:oe,variables:{unitId:e},requestPolicy:`cache-and-network`}),[r,i]=(0,I.useState)(null),a=()=>{i(null),n({requestPolicy:`network-only`})},s=()=>i(null);return(0,K.jsx)(P,{result:t,onRetry:a,rows:6,children:({ownBalanceRules:t,balanceRules:n})=>(0,K.jsxs)(K.Fragment,{children:[r&&r.kind!==`switch`&&(0,K.jsx)(me,{unitId:e,from:r.rule,rewrites:r.kind===`write`&&r.rule!==void 0,onClose:s,onSaved:a},`${r.kind} ${r.rule?.id??``}`),r?.kind===`switch`&&r.rule&&(0,K.jsx)(he,{rule:r.rule,onClose:s,onDone:a}),(0,K.jsx)(ve,{rules:t,onOpen:i,writes:r?.kind!==void 0}),(0,K.jsx)(ye,{rules:n})]})})}function ve({rules:e,onOpen:t,writes:n}){let{t:r}=i(`balanceRules`),o=p(),s=Q(H(e)),c=u(o,`SET_RECIPES`);return(0,K.jsxs)(`section`,{className:`panel`,"aria-label":r(`own`),children:[(0,K.jsxs)(`h2`,{className:`panel-head`,children:[r(`own`),c&&!n&&(0,K.jsx)(a,{type:`primary`,onClick:()=>t({kind:`write`}),children:r(`draftNew`)})]}),e.length===0?(0,K.jsx)(`p`,{className:`hint-inline`,children:r(`none`)}):(0,K.jsx)(`ul`,{className:`rule-list`,children:e.map(e=>(0,K.jsx)(J,{rule:e,words:s,onEdit:()=>t({kind:`write`,rule:e}),onCopy:c?()=>t({kind:`copy`,rule:e}):void 0,onSwitch:()=>t({kind:`switch`,rule:e})},e.id))})]})}function ye({rules:e}){let{t}=i(`balanceRules`);return(0,K.jsxs)(`section`,{className:`panel`,children:[(0,K.jsx)(`h2`,{children:t(`builtIn`)}),(0,K.jsx)(`p`,{className:`hint-inline`,children:t(`builtInHint`)}),(0,K.jsx)(`div`,{className:`table-scroll`,tabIndex:0,role:`region`,"aria-label":t(`builtIn`),children:(0,K.jsxs)(`table`,{className:`grid-table balance-table`,children:[(0,K.jsx)(`thead`,{children:(0,K.jsx)(`tr`,{children:[`rule`,`reason`,`example`,`state`].map(e=>(0,K.jsx)(`th`,{scope:`col`,children:t(`head.${e}`)},e))})}),(0,K.jsx)(`tbody`,{children:e.map(({code:e,name:n,reason:r,example:i,severity:a})=>(0,K.jsxs)(`tr`,{children:[(0,K.jsxs)(`th`,{scope:`row`,className:`balance-rule`,children:[n,` `,(0,K.jsx)(l,{severity:a}),(0,K.jsxs)(`div`,{className:`balance-small`,children:[t(`head.code`),` `,(0,K.jsx)(`code`,{children:e})]})]}),(0,K.jsx)(`td`,{className:`balance-text`,children:r}),(0,K.jsx)(`td`,{className:`balance-text`,children:i}),(0,K.jsx)(`td`,{className:`nowrap`,children:(0,K.jsx)(`span`,{className:`tag tag-good`,children:t(`always`)})})]},e))})]})})]})}export{ge as Component};