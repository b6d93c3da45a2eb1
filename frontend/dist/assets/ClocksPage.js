import{i as e}from"./rolldown-runtime.js";import{S as t,n,t as r}from"./react.js";import{F as i,G as a,I as o,P as s,Q as c}from"./vendor.js";import{t as l}from"./form.js";import{t as u}from"./input-number.js";import{t as d}from"./select.js";import{t as f}from"./DeleteOutlined.js";import{t as p}from"./PlusOutlined.js";import{t as m}from"./gql.js";import{C as h,D as g,M as _,u as v,y}from"./index.js";import{t as b}from"./forms.js";import{t as x}from"./DateInput.js";import{t as S}from"./Field.js";import{t as C}from"./input.js";import{a as w,i as T}from"./format.js";import{t as E}from"./problems.js";import{t as D}from"./ReasonField.js";import{t as O}from"./Query.js";import{t as k}from"./Dialog.js";/* empty css        */import{c as A,s as j}from"./urlState.js";import{t as M}from"./Empty2.js";import{t as N}from"./PageHeader.js";import{t as P}from"./UnitSelect.js";var F=e(t(),1),I=m(`
  query Clocks($unitId: ID!) {
    node(id: $unitId) {
      ... on Unit {
        id
        kind
        allowedActions
        parent {
          id
        }
      }
    }
    clockRules(unitId: $unitId) {
      code
      name
      words
      version
      newestVersion
      number
      countedIn
      start
      end
      extension
      pauses
      from
      to
      actorName
      setAt
      reason
      mayChange
      unit {
        id
        name
      }
      bases {
        law
        article
        text
      }
    }
  }
`),L=m(`
  query ClockRuleVersions($unitId: ID!, $after: String) {
    clockRuleVersions(unitId: $unitId, first: 50, after: $after) {
      nodes {
        standing
        withdraws
        rule {
          code
          name
          words
          version
          newestVersion
          number
          countedIn
          start
          end
          extension
          pauses
          from
          to
          actorName
          setAt
          reason
          mayChange
          bases {
            law
            article
            text
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`),R=m(`
  mutation SetClockRule($input: SetClockRuleInput!) {
    setClockRule(input: $input) {
      rules {
        code
        version
      }
    }
  }
`),z=m(`
  query ClockDue($input: ClockDueInput!) {
    clockDue(input: $input) {
      state
      due
      notBefore
      missingYear
      number
      countedIn
      unconfirmedYears
      bases {
        law
        article
      }
      steps {
        kind
        text
      }
    }
  }
`);function B(e,t){if(!e)return{countedIn:`WORKING_DAYS`,start:`DAY_AFTER`,end:`NEXT_WORKING_DAY`,pauses:[],extension:0,bases:[],from:t};let{name:n,number:r,countedIn:i,start:a,end:o,pauses:s,extension:c,bases:l}=e;return{name:n,number:r,countedIn:i??void 0,start:a,end:o,pauses:[...s],extension:c,bases:l.map(({law:e,article:t,text:n})=>({law:e,article:t,text:n})),from:t}}function V(e){return{name:e.name??``,number:e.number??null,countedIn:e.countedIn??null,start:e.start,end:e.end,pauses:e.pauses??[],extension:e.extension??0,bases:(e.bases??[]).map(({law:e,article:t,text:n})=>({law:e??``,article:t??``,text:n??``})),from:e.from??``,to:e.to||null}}function H(e,t,n){let r=[...t.filter(e=>e.mayChange),...n.map(e=>e.rule)];return Math.max(0,...r.filter(t=>t.code===e).map(e=>e.newestVersion))}function U(e){return e.map(({law:e,article:t})=>`《${e}》${t}`).join(`、`)}var W=r();function G({unitId:e,rules:t,code:n,onCode:r}){let{t:i}=a(`clock`),o=s(),[f]=l.useForm(),p=v(`ClockUnit`),m=t.find(e=>e.code===n),[g,y]=(0,F.useState)(null),[C,w]=(0,F.useState)([]),[T,E]=(0,F.useState)(!1);(0,F.useEffect)(()=>{f.setFieldsValue({number:null,countedIn:void 0,extended:null})},[f,n]);let D=async t=>{E(!0);let n={ruleCode:m?.code??null,unitId:m?e:null,number:t.number??null,countedIn:t.countedIn??null,start:t.start??``,extended:t.extended??0,pauses:(t.pauses??[]).map(({kind:e,from:t,to:n})=>({kind:e??`OTHER`,from:t??``,to:n??null}))},{data:r,error:i}=await o.query(z,{input:n},{requestPolicy:`network-only`}).toPromise();E(!1),w(i?b(f,_(i)):[]),y(r?{by:m?.code,answer:r.clockDue}:null)};return(0,W.jsxs)(`section`,{className:`panel`,id:`clock-try`,"aria-labelledby":`clock-due`,children:[(0,W.jsx)(`h2`,{id:`clock-due`,children:i(`due.title`)}),(0,W.jsx)(`p`,{className:`hint`,children:i(`due.intro`)}),(0,W.jsx)(h,{problems:C}),(0,W.jsxs)(l,{form:f,layout:`vertical`,onFinish:e=>void D(e),children:[(0,W.jsxs)(`div`,{className:`calendar-form`,children:[(0,W.jsx)(S,{label:i(`due.rule`),children:e=>(0,W.jsx)(d,{id:e,allowClear:!0,placeholder:i(`due.noRule`),value:m?.code,options:t.map(e=>({value:e.code,label:e.name})),onChange:e=>r(e)})}),(0,W.jsx)(l.Item,{name:`start`,label:i(`due.start`),rules:[{required:!0}],children:(0,W.jsx)(x,{})}),m?.number==null&&(0,W.jsx)(l.Item,{name:`number`,label:i(`due.number`),rules:[{required:!0}],children:(0,W.jsx)(u,{min:1,max:3660,precision:0})}),m?.countedIn==null&&(0,W.jsx)(l.Item,{name:`countedIn`,label:i(`due.countedIn`),children:(0,W.jsx)(d,{allowClear:!0,placeholder:m?i(`due.byRule`):void 0,options:p.options})}),!!m?.extension&&(0,W.jsx)(l.Item,{name:`extended`,label:i(`due.extended`,{most:m.extension}),children:(0,W.jsx)(u,{min:0,max:m.extension,precision:0})})]}),m&&(0,W.jsx)(`p`,{className:`hint`,children:m.words}),(0,W.jsx)(K,{rule:m}),(0,W.jsx)(c,{type:`primary`,htmlType:`submit`,loading:T,children:i(`due.ask`)})]}),g&&g.by===m?.code&&(0,W.jsx)(q,{answer:g.answer})]})}function K({rule:e}){let{t}=a(`clock`),n=v(`PauseKind`);return e?.pauses.length===0?null:(0,W.jsx)(l.List,{name:`pauses`,children:(e,{add:r,remove:i})=>(0,W.jsxs)(`fieldset`,{className:`calendar-ranges`,children:[(0,W.jsx)(`legend`,{children:t(`due.pauses`)}),e.map(({key:e,name:r})=>(0,W.jsxs)(`div`,{className:`calendar-range`,children:[(0,W.jsx)(l.Item,{name:[r,`kind`],rules:[{required:!0,message:t(`due.needKind`)}],children:(0,W.jsx)(d,{"aria-label":t(`due.pauseKind`),placeholder:t(`due.pauseKind`),options:n.options})}),(0,W.jsx)(l.Item,{name:[r,`from`],rules:[{required:!0,message:t(`due.needDay`)}],children:(0,W.jsx)(x,{"aria-label":t(`due.pauseFrom`)})}),(0,W.jsx)(l.Item,{name:[r,`to`],children:(0,W.jsx)(x,{"aria-label":t(`due.lasts`)})}),(0,W.jsx)(c,{"aria-label":t(`due.removePause`),icon:(0,W.jsx)(f,{}),onClick:()=>i(r)})]},e)),(0,W.jsx)(c,{icon:(0,W.jsx)(p,{}),onClick:()=>r({}),children:t(`due.addPause`)})]})})}function q({answer:e}){let{t}=a(`clock`);return(0,W.jsxs)(`div`,{className:`calendar-answer`,role:`status`,children:[(0,W.jsxs)(`p`,{className:`calendar-due`,children:[e.state===`KNOWN`&&t(`due.known`,{day:e.due}),e.state===`NO_DATA`&&t(`due.noData`,{year:e.missingYear,day:e.notBefore}),e.state===`STOPPED`&&t(`due.stopped`,{day:e.notBefore})]}),(0,W.jsx)(`ol`,{children:e.steps.map((e,t)=>(0,W.jsx)(`li`,{children:e.text},t))}),e.bases.length>0&&(0,W.jsxs)(`p`,{className:`hint`,children:[t(`due.bases`),U(e.bases)]})]})}function J({read:e,onProblems:t}){let{t:n}=a(`clock`),r=s(),[i,o]=(0,F.useState)(w()),[l,d]=(0,F.useState)(null),[f,p]=(0,F.useState)(null),[m,g]=(0,F.useState)([]),v=async()=>{let n=e(),a={rule:n,start:i??``,number:n.number?null:l},{data:o,error:s}=await r.query(z,{input:a},{requestPolicy:`network-only`}).toPromise(),c=_(s),u=e=>/^(input\.)?rule\./.test(e.field??``);t(c.filter(u).map(e=>({...e,field:e.field?.replace(/^input\./,``)}))),g(c.filter(e=>!u(e))),p(o?.clockDue??null)};return(0,W.jsxs)(`div`,{className:`clock-draft`,role:`group`,"aria-label":n(`tryDraft`),children:[(0,W.jsxs)(`div`,{className:`filter-bar`,children:[(0,W.jsx)(S,{label:n(`due.start`),children:e=>(0,W.jsx)(x,{id:e,value:i,onChange:o})}),(0,W.jsx)(S,{label:n(`draftNumber`),children:e=>(0,W.jsx)(u,{id:e,min:1,max:3660,precision:0,value:l,onChange:d})}),(0,W.jsx)(c,{onClick:()=>void v(),children:n(`tryDraft`)})]}),(0,W.jsx)(h,{problems:m}),f&&(0,W.jsx)(q,{answer:f})]})}function Y(e){let t=e.field?.replace(/(rule\.bases\.\d+)$/,`$1.law`);return{...e,field:t}}function ee({unitId:e,from:t,newest:n,now:r,onClose:o,onSaved:s,onStale:u}){let{t:d}=a(`clock`),[f]=l.useForm(),p=y(),[,m]=i(R),[g,v]=(0,F.useState)([]),[x,S]=(0,F.useState)(!1),[C,T]=(0,F.useState)(!1),O=t&&r(t.code),k=e=>v(b(f,e.map(Y))),A=async({code:t,rule:r,reason:i})=>{S(!0),v([]);let{error:a}=await m({input:{unitId:e,code:t,expectedVersion:n(t),rule:V(r),reason:i}});S(!1);let o=_(a);if(o.length===0){p.success(d(`saved`)),s();return}let c=o.some(E);T(c),c&&u(),k(o)},j=t?d(`editTitle`,{name:t.name}):d(`newTitle`);return(0,W.jsxs)(`section`,{className:`panel`,"aria-label":j,children:[(0,W.jsx)(`h2`,{children:j}),(0,W.jsx)(h,{problems:g}),O&&(0,W.jsx)(`p`,{className:C?`calendar-to-confirm`:`hint`,role:`status`,children:d(C?`nowChanged`:`now`,{version:O.version,words:O.words})}),(0,W.jsxs)(l,{form:f,layout:`vertical`,initialValues:{code:t?.code,rule:B(t,w())},onFinish:e=>void A(e),children:[(0,W.jsx)(te,{fixedCode:!!t}),(0,W.jsx)(D,{}),(0,W.jsxs)(`div`,{className:`clock-buttons`,children:[(0,W.jsx)(c,{type:`primary`,htmlType:`submit`,loading:x,children:d(`save`)}),(0,W.jsx)(c,{onClick:o,children:d(`close`)})]})]}),(0,W.jsx)(J,{read:()=>V(f.getFieldsValue(!0).rule),onProblems:k})]})}function te({fixedCode:e}){let{t}=a(`clock`),n=v(`ClockUnit`),r=v(`ClockStart`),i=v(`ClockEnd`),o=v(`PauseKind`);return(0,W.jsxs)(W.Fragment,{children:[(0,W.jsxs)(`div`,{className:`calendar-form`,children:[(0,W.jsx)(l.Item,{name:[`rule`,`name`],label:t(`field.name`),rules:[{required:!0,whitespace:!0}],children:(0,W.jsx)(C,{maxLength:200})}),(0,W.jsx)(l.Item,{name:`code`,label:t(`field.code`),extra:t(`field.codeHint`),rules:[{required:!0,whitespace:!0}],children:(0,W.jsx)(C,{maxLength:40,disabled:e})}),(0,W.jsx)(l.Item,{name:[`rule`,`number`],label:t(`field.number`),extra:t(`field.numberHint`),children:(0,W.jsx)(u,{min:1,max:3660,precision:0})}),(0,W.jsx)(l.Item,{name:[`rule`,`countedIn`],label:t(`field.countedIn`),extra:t(`field.countedInHint`),children:(0,W.jsx)(d,{allowClear:!0,options:n.options})}),(0,W.jsx)(l.Item,{name:[`rule`,`start`],label:t(`field.start`),children:(0,W.jsx)(d,{options:r.options})}),(0,W.jsx)(l.Item,{name:[`rule`,`end`],label:t(`field.end`),children:(0,W.jsx)(d,{options:i.options})}),(0,W.jsx)(l.Item,{name:[`rule`,`extension`],label:t(`field.extension`),children:(0,W.jsx)(u,{min:0,max:3660,precision:0})}),(0,W.jsx)(l.Item,{name:[`rule`,`pauses`],label:t(`field.pauses`),children:(0,W.jsx)(d,{mode:`multiple`,allowClear:!0,options:o.options})}),(0,W.jsx)(l.Item,{name:[`rule`,`from`],label:t(`field.from`),extra:t(`field.fromHint`),rules:[{required:!0}],children:(0,W.jsx)(x,{})}),(0,W.jsx)(l.Item,{name:[`rule`,`to`],label:t(`field.to`),extra:t(`field.toHint`),children:(0,W.jsx)(x,{})})]}),(0,W.jsx)(l.List,{name:[`rule`,`bases`],children:(e,{add:n,remove:r})=>(0,W.jsxs)(`fieldset`,{className:`calendar-ranges`,children:[(0,W.jsx)(`legend`,{children:t(`field.bases`)}),e.map(({key:e,name:n})=>(0,W.jsxs)(`div`,{className:`clock-basis`,children:[(0,W.jsx)(l.Item,{name:[n,`law`],rules:[{required:!0,whitespace:!0,message:t(`needLaw`)}],children:(0,W.jsx)(C,{"aria-label":t(`field.law`),placeholder:t(`field.law`),maxLength:200})}),(0,W.jsx)(l.Item,{name:[n,`article`],children:(0,W.jsx)(C,{"aria-label":t(`field.article`),placeholder:t(`field.article`),maxLength:100})}),(0,W.jsx)(l.Item,{name:[n,`text`],children:(0,W.jsx)(C,{"aria-label":t(`field.text`),placeholder:t(`field.text`),maxLength:2e3})}),(0,W.jsx)(c,{"aria-label":t(`removeBasis`),icon:(0,W.jsx)(f,{}),onClick:()=>r(n)})]},e)),e.length<20&&(0,W.jsx)(c,{icon:(0,W.jsx)(p,{}),onClick:()=>n({}),children:t(`addBasis`)})]})})]})}function X({rule:e,here:t,onTry:n,children:r}){let{t:i}=a(`clock`),{code:o,name:s,words:l,unit:u,version:d,actorName:f,setAt:p,reason:m,bases:h}=e;return(0,W.jsxs)(`li`,{className:`clock-rule`,children:[(0,W.jsxs)(`h3`,{children:[s,` `,(0,W.jsx)(`code`,{children:o})]}),(0,W.jsx)(`p`,{children:l}),(0,W.jsxs)(`p`,{className:`hint`,children:[h.length>0&&i(`bases`,{bases:U(h)}),Z(i,e),u&&(0,W.jsxs)(W.Fragment,{children:[i(t?`setHereBy`:`setAbove`,{unit:u.name,version:d}),` `,f,` `,p&&T(p),`（`,m,`）`]})]}),(0,W.jsxs)(`div`,{className:`clock-buttons`,children:[(0,W.jsx)(c,{size:`small`,onClick:()=>n(e),"aria-label":i(`tryRule`,{name:s}),children:i(`try`)}),r]})]})}function Z(e,{from:t,to:n}){return n?e(`inForceTo`,{from:t,to:n}):e(`inForceFrom`,{from:t})}function ne(e){let{t}=a(`clock`);return(0,W.jsxs)(`section`,{className:`panel`,"aria-label":t(`versions`),children:[(0,W.jsx)(`h2`,{children:t(`versions`)}),e.page.nodes.length===0?(0,W.jsx)(`p`,{className:`hint`,children:t(`noVersions`)}):(0,W.jsx)(Q,{...e})]})}function Q({unitId:e,page:t,onOpen:n}){let{t:r}=a(`clock`),i=v(`ClockRuleStanding`),[o,s]=(0,F.useState)(!1);return(0,W.jsxs)(W.Fragment,{children:[(0,W.jsx)(`ul`,{className:`clock-rules`,children:t.nodes.map(({rule:e,standing:t,withdraws:a})=>(0,W.jsxs)(`li`,{className:`clock-rule`,children:[(0,W.jsxs)(`h3`,{children:[e.name,` `,(0,W.jsx)(`code`,{children:e.code}),` `,r(`version`,{version:e.version}),` · `,a?r(`withdrawal`):i.label(t)]}),(0,W.jsx)(`p`,{children:e.words}),(0,W.jsxs)(`p`,{className:`hint`,children:[Z(r,e),e.actorName,` `,e.setAt&&T(e.setAt),`（`,e.reason,`）`]}),n&&(t===`COMING`||t===`OVER`||a)&&e.version===e.newestVersion&&(0,W.jsxs)(`div`,{className:`clock-buttons`,children:[(0,W.jsx)(c,{size:`small`,onClick:()=>n(`write`,e),children:r(t===`COMING`?`setAnew`:`setAgain`)}),!a&&(0,W.jsx)(c,{size:`small`,onClick:()=>n(`withdraw`,e),children:r(`withdraw`)})]})]},`${e.code} ${e.version}`))}),t.pageInfo.hasNextPage&&(o?(0,W.jsx)(re,{unitId:e,after:t.pageInfo.endCursor,onOpen:n}):(0,W.jsx)(c,{onClick:()=>s(!0),children:r(`moreVersions`)}))]})}function re({after:e,...t}){let[n,r]=o({query:L,variables:{unitId:t.unitId,after:e}});return(0,W.jsx)(O,{result:n,onRetry:()=>r({requestPolicy:`network-only`}),rows:3,children:({clockRuleVersions:e})=>(0,W.jsx)(Q,{...t,page:e})})}function ie({unitId:e,rule:t,newest:n,onClose:r,onDone:o,onStale:s}){let{t:c}=a(`clock`),[u]=l.useForm(),[,d]=i(R),f=y();return(0,W.jsxs)(k,{title:c(`withdrawTitle`,{name:t.name}),open:!0,onClose:r,form:u,okText:c(`withdraw`),danger:!0,submit:async({reason:r})=>{let{error:i}=await d({input:{unitId:e,code:t.code,expectedVersion:n,rule:null,reason:r}});if(_(i).some(E)&&s(),i)return i;f.success(c(`withdrawn`)),o()},children:[(0,W.jsx)(`p`,{children:t.words}),(0,W.jsx)(`p`,{children:c(`withdrawIntro`)}),(0,W.jsx)(D,{})]})}var ae={unit:j,rule:j};function oe(){let{t:e}=a(`clock`),t=g(),[r,i]=A(ae),o=r.unit??t.homeUnits[0]?.id;return(0,W.jsxs)(W.Fragment,{children:[(0,W.jsx)(N,{title:e(`title`),actions:(0,W.jsx)(n,{to:`/calendar`,children:e(`toCalendar`)})}),(0,W.jsxs)(`section`,{className:`panel filter-bar`,"aria-label":e(`unit`),children:[(0,W.jsx)(S,{label:e(`unit`),children:e=>(0,W.jsx)(P,{from:`all`,id:e,value:o,onChange:e=>i({unit:e,rule:void 0}),className:`filter-unit`})}),(0,W.jsx)(`span`,{className:`hint-inline`,children:e(`intro`)})]}),o?(0,W.jsx)(se,{unitId:o,tried:r.rule,onTry:e=>i({rule:e})},o):(0,W.jsx)(M,{text:e(`pickUnit`)})]})}function se({unitId:e,tried:t,onTry:n}){let{t:r}=a(`clock`),[i,s]=o({query:I,variables:{unitId:e},requestPolicy:`cache-and-network`}),[l,u]=o({query:L,variables:{unitId:e,after:null},requestPolicy:`cache-and-network`}),[d,f]=(0,F.useState)(null),p=()=>{s({requestPolicy:`network-only`}),u({requestPolicy:`network-only`})},m=()=>f(null),h=()=>{m(),p()},g=l.data?.clockRuleVersions.nodes??[];return(0,W.jsx)(O,{result:i,onRetry:p,rows:6,children:({node:i,clockRules:a})=>{let o=i&&`kind`in i?i:null,s=o?.kind===`BUREAU`||o?.parent===null,u=s&&o.allowedActions.includes(`SET_RECIPES`),_=e=>H(e,a,g),v=({code:e})=>{n(e),document.getElementById(`clock-try`)?.scrollIntoView()};return(0,W.jsxs)(W.Fragment,{children:[d?.kind===`write`&&(0,W.jsx)(ee,{unitId:e,from:d.rule,newest:_,now:e=>a.find(t=>t.code===e),onClose:m,onSaved:h,onStale:p},d.rule?.code??``),d?.kind===`withdraw`&&d.rule&&(0,W.jsx)(ie,{unitId:e,rule:d.rule,newest:_(d.rule.code),onClose:m,onDone:h,onStale:p}),(0,W.jsxs)(`section`,{className:`panel`,"aria-label":r(`own`),children:[(0,W.jsxs)(`h2`,{className:`panel-head`,children:[r(`own`),u&&d?.kind!==`write`&&(0,W.jsx)(c,{type:`primary`,onClick:()=>f({kind:`write`}),children:r(`new`)})]}),!s&&(0,W.jsx)(`p`,{className:`hint`,children:r(`notBureau`)}),(0,W.jsx)($,{rules:a.filter(e=>e.unit),none:r(`none`),children:t=>(0,W.jsxs)(X,{rule:t,here:t.unit?.id===e,onTry:v,children:[u&&(0,W.jsx)(c,{size:`small`,onClick:()=>f({kind:`write`,rule:t}),children:r(t.unit?.id===e?`setAnew`:`setHere`)}),t.mayChange&&(0,W.jsx)(c,{size:`small`,onClick:()=>f({kind:`withdraw`,rule:t}),children:r(`withdraw`)})]},t.code)})]}),(0,W.jsxs)(`section`,{className:`panel`,"aria-label":r(`statutes`),children:[(0,W.jsx)(`h2`,{children:r(`statutes`)}),(0,W.jsx)(`p`,{className:`hint`,children:r(`statutesHint`)}),(0,W.jsx)($,{rules:a.filter(e=>!e.unit),none:r(`none`),children:e=>(0,W.jsx)(X,{rule:e,here:!1,onTry:v},e.code)})]}),(0,W.jsx)(G,{unitId:e,rules:a,code:t,onCode:n}),(0,W.jsx)(O,{result:l,onRetry:p,rows:3,children:({clockRuleVersions:t})=>(0,W.jsx)(ne,{unitId:e,page:t,onOpen:u?(e,t)=>f({kind:e,rule:t}):void 0})})]})}})}function $({rules:e,none:t,children:n}){return e.length===0?(0,W.jsx)(`p`,{className:`hint`,children:t}):(0,W.jsx)(`ul`,{className:`clock-rules`,children:e.map(n)})}export{oe as Component};