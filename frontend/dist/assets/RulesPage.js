import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{F as r,G as i,I as a,P as o,Q as s}from"./vendor.js";import{t as c}from"./space.js";import{t as l}from"./SeverityTag.js";import{C as u,D as d,M as f,T as p,u as m,y as h}from"./index.js";import{i as g}from"./format.js";import{n as _}from"./query2.js";import{t as v}from"./gql.js";import{t as y}from"./form.js";import{t as b}from"./input.js";import{t as x}from"./radio.js";import{t as S}from"./select.js";import{t as C}from"./DeleteOutlined.js";import{t as w}from"./PlusOutlined.js";import{n as T}from"./PowerSelect.js";import{t as E}from"./PostSelect.js";import{t as D}from"./ConflictTable.js";import{t as ee}from"./forms.js";import{t as O}from"./Dialog.js";import{t as k}from"./ReasonField.js";import{c as A,s as j}from"./urlState.js";import{t as M}from"./Empty2.js";import{t as N}from"./Field.js";import{t as P}from"./PageHeader.js";import{t as F}from"./Query.js";import{t as I}from"./UnitSelect.js";var L=e(t(),1),R={STEP:[`steps`,`powerTypes`,`powers`,`posts`],ROLE:[`roles`,`powerTypes`,`powers`,`posts`],POWER:[`powerTypes`,`powers`,`posts`],POST:[`posts`],PORTFOLIO:[`portfolios`,`functions`]},te={name:``,reason:``,example:``,severity:`MEDIUM`,scope:`SAME_PROCESS`,sameHand:`PERSON`,left:{join:`ANY_OF`,selectors:[{kind:`STEP`}]},right:{join:`ANY_OF`,selectors:[{kind:`STEP`}]}};function z(e){let t={kind:e.kind};for(let n of R[e.kind]){let r=e[n];r&&r.length>0&&Object.assign(t,{[n]:[...r]})}return t}function B({join:e,selectors:t}){return{join:e,selectors:t.map(z)}}function V(e){return{...e,left:B(e.left),right:B(e.right)}}function ne(e){let{name:t,reason:n,example:r,severity:i,scope:a,sameHand:o,left:s,right:c}=e;return{name:t,reason:n,example:r,severity:i,scope:a,sameHand:o,left:B(s),right:B(c)}}function H(e){let t=e.flatMap(({left:e,right:t})=>[e,t].flatMap(({selectors:e})=>e.flatMap(({powers:e=[],posts:t=[]})=>[...e,...t])));return[...new Set(t)].sort()}function re(e){return e.replace(/^rule\./,``).replace(/\[\d+\]$/,``).replace(/\[(\d+)\]/g,`.$1`)}function U({t:e,label:t,name:n},r,i){return i.map(i=>r===`powers`||r===`posts`?e(`read.quoted`,{name:n(i)}):t(r,i)).join(e(`read.or`))}function ie(e,t){let{t:n}=e,[r,...i]=R[t.kind],a=r&&(t[r]??[]),o=r&&a&&a.length>0?n(`read.${t.kind}`,{what:U(e,r,a)}):n(`read.any.${t.kind}`),s=i.flatMap(r=>{let i=t[r]??[];return i.length>0?[n(`read.condition`,{of:n(`of.${r}`),what:U(e,r,i)})]:[]});return s.length>0?n(`read.narrowed`,{what:o,conditions:s.join(n(`read.semicolon`))}):o}function W(e,{join:t,selectors:n}){let{t:r}=e;return n.length===0?r(`read.nothing`):n.map(t=>ie(e,t)).join(r(t===`ALL_OF`?`read.and`:`read.either`))}function G(e,t){let{t:n}=t;return n(`read.sentence`,{scope:n(`read.scope.${e.scope}`),hand:n(`read.hand.${e.sameHand}`),left:W(t,e.left),right:W(t,e.right)})}var K=n(),q={DRAFT:`tag`,ON:`tag tag-good`,OFF:`tag tag-wait`};function J({rule:e,words:t,onEdit:n,onCopy:r,onSwitch:a}){let{t:o}=i(`balanceRules`),u=m(`RuleState`);return(0,K.jsxs)(`li`,{className:`rule`,children:[(0,K.jsxs)(`h3`,{children:[e.name,` `,(0,K.jsx)(l,{severity:e.severity}),` `,(0,K.jsx)(`span`,{className:q[e.state],children:u.label(e.state)})]}),(0,K.jsx)(`p`,{className:`rule-sentence`,children:G(e,t)}),(0,K.jsx)(`p`,{className:`prose`,children:e.reason}),e.example&&(0,K.jsx)(`p`,{className:`hint`,children:o(`forExample`,{text:e.example})}),(0,K.jsxs)(`p`,{className:`hint-inline`,children:[o(`setBy`,{unit:e.unit.name}),` · `,(0,K.jsx)(`code`,{children:e.code})]}),e.changes.length>0&&(0,K.jsxs)(`details`,{children:[(0,K.jsx)(`summary`,{children:o(`history`)}),(0,K.jsx)(`ol`,{className:`rule-history`,children:e.changes.map(({at:e,to:t,reason:n,by:r})=>(0,K.jsxs)(`li`,{children:[(0,K.jsx)(`time`,{dateTime:e,children:g(e)}),` `,o(`change`,{by:r?r.personName||r.loginName:o(`program`),to:u.label(t)}),n&&(0,K.jsxs)(`span`,{className:`prose`,children:[` `,n]})]},`${e} ${t}`))})]}),(0,K.jsxs)(c,{children:[e.mayChange&&(0,K.jsx)(s,{onClick:a,children:o(e.state===`ON`?`off`:`on`)}),e.mayChange&&e.state===`DRAFT`&&(0,K.jsx)(s,{onClick:n,children:o(`edit`)}),r&&(0,K.jsx)(s,{onClick:r,children:o(`copy`)})]})]})}var ae=v(`
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
`),Y=v(`
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
  `,[ae]),oe=v(`
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
  `,[Y]),se=v(`
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
  `,[_]),ce=v(`
    mutation SaveBalanceRule($input: SaveBalanceRuleInput!) {
      saveBalanceRule(input: $input) {
        rule {
          ...OwnRuleFields
        }
      }
    }
  `,[Y]),le=v(`
    mutation SwitchBalanceRule($input: SwitchBalanceRuleInput!) {
      switchBalanceRule(input: $input) {
        rule {
          ...OwnRuleFields
        }
      }
    }
  `,[Y]),ue=v(`
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
`);function X({side:e,unitId:t}){let{t:n}=i(`balanceRules`),r=m(`RuleJoin`);return(0,K.jsxs)(`fieldset`,{className:`edit-part`,children:[(0,K.jsx)(`legend`,{children:n(`form.${e}`)}),(0,K.jsx)(y.List,{name:[e,`selectors`],children:(i,{add:a,remove:o},{errors:c})=>(0,K.jsxs)(`div`,{className:`edit-rows`,children:[i.length>1&&(0,K.jsx)(y.Item,{name:[e,`join`],label:n(`form.join`),children:(0,K.jsx)(x.Group,{options:r.options})}),i.map(({key:r,name:a},c)=>(0,K.jsxs)(`div`,{className:`rule-selector`,role:`group`,"aria-label":n(`form.selector`,{n:c+1}),children:[(0,K.jsx)(de,{side:e,at:a,unitId:t}),i.length>1&&(0,K.jsx)(s,{icon:(0,K.jsx)(C,{}),"aria-label":n(`form.removeSelector`,{n:c+1}),onClick:()=>o(a)})]},r)),(0,K.jsx)(s,{icon:(0,K.jsx)(w,{}),onClick:()=>a({kind:`STEP`}),children:n(`form.addSelector`)}),(0,K.jsx)(y.ErrorList,{errors:c})]})})]})}function de({side:e,at:t,unitId:n}){let{t:r}=i(`balanceRules`),a=m(`RuleSelectorKind`),o=y.useFormInstance(),s=y.useWatch([e,`selectors`,t,`kind`],o)??`STEP`;return(0,K.jsxs)(K.Fragment,{children:[(0,K.jsx)(y.Item,{name:[t,`kind`],label:r(`form.kind`),children:(0,K.jsx)(S,{options:a.options})}),R[s].map(e=>(0,K.jsx)(y.Item,{name:[t,e],label:r(`of.${e}`),children:(0,K.jsx)(fe,{condition:e,unitId:n})},e))]})}function fe({condition:e,unitId:t,...n}){let{t:r}=i(`balanceRules`),a=m(`StepKind`).options,o=m(`PowerRole`).options,s=m(`PowerType`).options,c=m(`PortfolioKind`).options,l=m(`UnitFunction`).options,u=r(`form.all`);if(e===`powers`)return(0,K.jsx)(T,{...n,unitId:t,placeholder:u});if(e===`posts`)return(0,K.jsx)(E,{...n,unitId:t,multiple:!0,placeholder:u});let d={steps:a,roles:o,powerTypes:s,portfolios:c,functions:l}[e];return(0,K.jsx)(S,{...n,mode:`multiple`,options:d,placeholder:u,showSearch:{optionFilterProp:`label`},allowClear:!0})}function pe({trial:e,stale:t}){let{t:n}=i(`balanceRules`),{count:r,conflicts:a,past:o}=e;return(0,K.jsxs)(`section`,{"aria-label":n(`trial.title`),className:`rule-trial`,children:[(0,K.jsx)(`h3`,{children:n(`trial.title`)}),(0,K.jsxs)(`p`,{role:`status`,children:[t&&(0,K.jsx)(`span`,{className:`tag tag-wait`,children:n(`trial.changed`)}),` `,(0,K.jsx)(`strong`,{children:r>0?n(`trial.today`,{count:r}):n(`trial.none`)})]}),(0,K.jsx)(Z,{conflicts:a,total:r,label:n(`trial.conflicts`)}),(0,K.jsx)(`ul`,{className:`rule-past`,children:o.map(({on:e,count:t,conflicts:r})=>(0,K.jsx)(`li`,{children:r.length>0?(0,K.jsxs)(`details`,{children:[(0,K.jsx)(`summary`,{children:n(`trial.past`,{on:e,count:t})}),(0,K.jsx)(Z,{conflicts:r,total:t,label:n(`trial.pastConflicts`,{on:e})})]}):n(`trial.past`,{on:e,count:t})},e))})]})}function Z({conflicts:e,total:t,label:n}){let{t:r}=i(`balanceRules`);return e.length===0?null:(0,K.jsxs)(K.Fragment,{children:[e.length<t&&(0,K.jsx)(`p`,{className:`hint-inline`,children:r(`trial.shown`,{shown:e.length,total:t})}),(0,K.jsx)(D,{conflicts:e,label:n})]})}function Q(e){let{t}=i(`balanceRules`),[{data:n}]=a({query:ue,variables:{ids:e.slice(0,100)},pause:e.length===0}),r=m(`StepKind`).label,o=m(`PowerRole`).label,s=m(`PowerType`).label,c=m(`PortfolioKind`).label,l=m(`UnitFunction`).label;return(0,L.useMemo)(()=>{let e=new Map((n?.nodes??[]).flatMap(e=>e?.__typename===`Power`||e?.__typename===`Post`?[[e.id,e.name]]:[])),i={steps:r,roles:o,powerTypes:s,portfolios:c,functions:l};return{t,label:(e,t)=>i[e](t),name:t=>e.get(t)??`…`}},[t,n,r,o,s,c,l])}function me({unitId:e,from:t,rewrites:n,onClose:a,onSaved:l}){let{t:d}=i(`balanceRules`),p=o(),g=h(),[_]=y.useForm(),[,v]=r(ce),C=m(`BalanceSeverity`),w=m(`RuleScope`),T=m(`RuleHand`),[E,D]=(0,L.useState)([]),[O,k]=(0,L.useState)(null),[A,j]=(0,L.useState)(null),M=t?ne(t):te,N=y.useWatch([],_),P={...M,...N},F=Q(H([P])),I=n&&t?t.unit.id:e,R=e=>D(ee(_,f(e).map(e=>({...e,field:e.field&&re(e.field)})))),z=async()=>{k(`try`),D([]);let e=V(P),{data:t,error:n}=await p.query(se,{unitId:I,rule:e},{requestPolicy:`network-only`}).toPromise();k(null),j(t?{trial:t.tryBalanceRule,of:e}:null),n&&R(n)},B=async()=>{k(`save`),D([]);let{error:e}=await v({input:{id:n?t?.id:void 0,expectedVersion:n&&t?t.version:0,unitId:I,rule:V(P)}});k(null),e?R(e):(g.success(d(`form.saved`)),l())},U=n&&t?d(`form.edit`,{name:t.name}):d(`form.new`);return(0,K.jsxs)(`section`,{className:`panel`,"aria-label":U,children:[(0,K.jsx)(`h2`,{children:U}),(0,K.jsx)(u,{problems:E}),(0,K.jsxs)(y,{form:_,layout:`vertical`,initialValues:M,onFinish:()=>void B(),children:[(0,K.jsx)(y.Item,{name:`name`,label:d(`form.name`),rules:[{required:!0,whitespace:!0,max:200}],children:(0,K.jsx)(b,{})}),(0,K.jsx)(y.Item,{name:`reason`,label:d(`form.reason`),rules:[{required:!0,whitespace:!0,max:2e3}],children:(0,K.jsx)(b.TextArea,{autoSize:{minRows:2,maxRows:6}})}),(0,K.jsx)(y.Item,{name:`example`,label:d(`form.example`),rules:[{max:2e3}],children:(0,K.jsx)(b.TextArea,{autoSize:{minRows:1,maxRows:6}})}),(0,K.jsx)(y.Item,{name:`severity`,label:d(`form.severity`),children:(0,K.jsx)(x.Group,{options:C.options})}),(0,K.jsx)(y.Item,{name:`scope`,label:d(`form.scope`),extra:d(`scopeHint.${P.scope}`),children:(0,K.jsx)(S,{options:w.options})}),(0,K.jsx)(y.Item,{name:`sameHand`,label:d(`form.sameHand`),children:(0,K.jsx)(S,{options:T.options})}),(0,K.jsx)(`p`,{className:`hint`,children:d(`form.sideHint`)}),(0,K.jsxs)(`div`,{className:`rule-sides`,children:[(0,K.jsx)(X,{side:`left`,unitId:I}),(0,K.jsx)(X,{side:`right`,unitId:I})]}),(0,K.jsxs)(`p`,{className:`rule-sentence`,role:`status`,children:[(0,K.jsx)(`span`,{className:`hint-inline`,children:d(`readsAs`)}),` `,G(P,F)]}),(0,K.jsxs)(c,{children:[(0,K.jsx)(s,{onClick:()=>void z(),loading:O===`try`,disabled:O===`save`,children:d(`form.try`)}),(0,K.jsx)(s,{type:`primary`,htmlType:`submit`,loading:O===`save`,disabled:O===`try`,children:d(`form.save`)}),(0,K.jsx)(s,{onClick:a,children:d(`form.cancel`)})]})]}),A&&(0,K.jsx)(pe,{trial:A.trial,stale:JSON.stringify(A.of)!==JSON.stringify(V(P))})]})}function $({rule:e,onClose:t,onDone:n}){let{t:a}=i(`balanceRules`),[o]=y.useForm(),[,s]=r(le),c=h(),l=e.state!==`ON`;return(0,K.jsxs)(O,{title:a(l?`onTitle`:`offTitle`,{name:e.name}),open:!0,onClose:t,form:o,okText:a(l?`on`:`off`),submit:async({reason:t})=>{let{error:r}=await s({input:{id:e.id,expectedVersion:e.version,on:l,reason:t}});if(r)return r;c.success(a(`switched`)),n()},children:[(0,K.jsx)(`p`,{children:a(l?`onHint`:`offHint`)}),(0,K.jsx)(k,{label:a(`why`)})]})}var he={unit:j};function ge(){let{t:e}=i(`balanceRules`),t=d(),[n,r]=A(he),a=n.unit??t.homeUnits[0]?.id;return(0,K.jsxs)(K.Fragment,{children:[(0,K.jsx)(P,{title:e(`title`)}),(0,K.jsxs)(`section`,{className:`panel filter-bar`,"aria-label":e(`unit`),children:[(0,K.jsx)(N,{label:e(`unit`),children:e=>(0,K.jsx)(I,{id:e,value:a,onChange:e=>r({unit:e}),className:`filter-unit`})}),(0,K.jsx)(`span`,{className:`hint-inline`,children:e(`intro`)})]}),a?(0,K.jsx)(_e,{unitId:a},a):(0,K.jsx)(M,{text:e(`pickUnit`)})]})}function _e({unitId:e}){let[t,n]=a({query:oe,variables:{unitId:e},requestPolicy:`cache-and-network`}),[r,i]=(0,L.useState)(null),o=()=>{i(null),n({requestPolicy:`network-only`})},s=()=>i(null);return(0,K.jsx)(F,{result:t,onRetry:o,rows:6,children:({ownBalanceRules:t,balanceRules:n})=>(0,K.jsxs)(K.Fragment,{children:[r&&r.kind!==`switch`&&(0,K.jsx)(me,{unitId:e,from:r.rule,rewrites:r.kind===`write`&&r.rule!==void 0,onClose:s,onSaved:o},`${r.kind} ${r.rule?.id??``}`),r?.kind===`switch`&&r.rule&&(0,K.jsx)($,{rule:r.rule,onClose:s,onDone:o}),(0,K.jsx)(ve,{rules:t,onOpen:i,writes:r?.kind!==void 0}),(0,K.jsx)(ye,{rules:n})]})})}function ve({rules:e,onOpen:t,writes:n}){let{t:r}=i(`balanceRules`),a=d(),o=Q(H(e)),c=p(a,`SET_RECIPES`);return(0,K.jsxs)(`section`,{className:`panel`,"aria-label":r(`own`),children:[(0,K.jsxs)(`h2`,{className:`panel-head`,children:[r(`own`),c&&!n&&(0,K.jsx)(s,{type:`primary`,onClick:()=>t({kind:`write`}),children:r(`draftNew`)})]}),e.length===0?(0,K.jsx)(`p`,{className:`hint-inline`,children:r(`none`)}):(0,K.jsx)(`ul`,{className:`rule-list`,children:e.map(e=>(0,K.jsx)(J,{rule:e,words:o,onEdit:()=>t({kind:`write`,rule:e}),onCopy:c?()=>t({kind:`copy`,rule:e}):void 0,onSwitch:()=>t({kind:`switch`,rule:e})},e.id))})]})}function ye({rules:e}){let{t}=i(`balanceRules`);return(0,K.jsxs)(`section`,{className:`panel`,children:[(0,K.jsx)(`h2`,{children:t(`builtIn`)}),(0,K.jsx)(`p`,{className:`hint-inline`,children:t(`builtInHint`)}),(0,K.jsx)(`div`,{className:`table-scroll`,tabIndex:0,role:`region`,"aria-label":t(`builtIn`),children:(0,K.jsxs)(`table`,{className:`grid-table balance-table`,children:[(0,K.jsx)(`thead`,{children:(0,K.jsx)(`tr`,{children:[`rule`,`reason`,`example`,`state`].map(e=>(0,K.jsx)(`th`,{scope:`col`,children:t(`head.${e}`)},e))})}),(0,K.jsx)(`tbody`,{children:e.map(({code:e,name:n,reason:r,example:i,severity:a})=>(0,K.jsxs)(`tr`,{children:[(0,K.jsxs)(`th`,{scope:`row`,className:`balance-rule`,children:[n,` `,(0,K.jsx)(l,{severity:a}),(0,K.jsxs)(`div`,{className:`balance-small`,children:[t(`head.code`),` `,(0,K.jsx)(`code`,{children:e})]})]}),(0,K.jsx)(`td`,{className:`balance-text`,children:r}),(0,K.jsx)(`td`,{className:`balance-text`,children:i}),(0,K.jsx)(`td`,{className:`nowrap`,children:(0,K.jsx)(`span`,{className:`tag tag-good`,children:t(`always`)})})]},e))})]})})]})}export{ge as Component};