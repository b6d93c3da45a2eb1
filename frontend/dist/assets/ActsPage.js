import{i as e}from"./rolldown-runtime.js";import{S as t,n,t as r}from"./react.js";import{F as i,G as a,I as o,Q as s}from"./vendor.js";import{t as c}from"./accountName.js";import{u as l}from"./index.js";import{i as u}from"./format.js";import{t as d}from"./Facts.js";import{t as f}from"./gql.js";import{t as p}from"./EditDialog.js";import{t as m}from"./useAnswer.js";import{t as h}from"./ReasonField.js";import{t as g}from"./Empty2.js";import{t as _}from"./PageHeader.js";import{t as v}from"./Query.js";var y=e(t(),1),b=r(),x=[`represented`,`person`,`login`,`unit`,`role`,`kind`,`post`,`deputy`,`from`,`to`,`issuer`,`subject`,`title`,`grade`,`ground`,`rule`,`measure`,`until`,`parent`,`file`,`rows`,`offices`];function S(){let{t:e}=a(`acts`),t=l(`Role`),n=l(`PortfolioKind`),r=l(`RetireGround`),i={role:e=>t.label(e),ground:e=>r.label(e),kind:e=>n.label(e)};return t=>{let n=e=>t.words.find(t=>t.name===e)?.value??``;return x.flatMap(t=>{if(n(t)===``)return[];let r=t===`person`&&n(`represented`)!==``?`deputy`:t;return[[e(`word.${r}`),i[t]?.(n(t))??n(t)]]})}}function C(){let e=S();return t=>{let n=t.words.some(({name:e,value:t})=>e===`represented`&&t!==``);return e(t).slice(0,4).map(([e,t],r)=>n&&r<2?`${e} ${t}`:t).join(` · `)}}function w({act:e}){let{t}=a(`acts`),r=l(`ActKind`),i=S(),o=c();return(0,b.jsx)(d,{items:[[t(`field.kind`),r.label(e.kind)],...i(e),...e.riskPointId?[[t(`field.risk`),(0,b.jsx)(n,{to:`/risks/${e.riskPointId}`,children:t(`field.openRisk`)},`risk`)]]:[],...e.conflictId?[[t(`field.conflict`),(0,b.jsx)(n,{to:e.unit?`/conflicts?unit=${e.unit.id}`:`/conflicts`,children:t(`field.openConflict`)},`conflict`)]]:[],[t(`field.reason`),e.reason||`—`],[t(`field.begunBy`),`${o(e.begunBy)} ${u(e.begunAt)}`],e.takesEffectAt?[t(`field.effect`),u(e.takesEffectAt)]:[t(`field.good`),u(e.until)]]})}var T=f(`
  fragment ActFields on PendingAct @_unmask {
    id
    kind
    status
    words {
      name
      value
    }
    riskPointId
    conflictId
    unit {
      id
    }
    reason
    begunBy {
      loginName
      personName
    }
    begunAt
    until
    takesEffectAt
    firstBy {
      loginName
      personName
    }
    decidedBy {
      loginName
      personName
    }
    decidedAt
    decisionReason
    mayConfirm
    mayDecline
    mayWithdraw
    confirmableFrom
    asked {
      loginName
      personName
    }
  }
`),E=f(`
    query Acts {
      actsToConfirm(first: 100) {
        more
        acts {
          ...ActFields
        }
      }
      myActs(first: 50) {
        nodes {
          ...ActFields
        }
      }
      startUp {
        acts {
          ...ActFields
        }
      }
    }
  `,[T]),D=f(`
  mutation ConfirmAct($input: ConfirmActInput!) {
    confirmAct(input: $input) {
      act {
        id
        status
      }
    }
  }
`),O=f(`
  mutation ConfirmActs($input: ConfirmActsInput!) {
    confirmActs(input: $input) {
      acts {
        id
        status
      }
    }
  }
`),k=f(`
  mutation DeclineAct($input: DeclineActInput!) {
    declineAct(input: $input) {
      act {
        id
        status
      }
    }
  }
`),A=f(`
  mutation WithdrawAct($input: WithdrawActInput!) {
    withdrawAct(input: $input) {
      act {
        id
        status
      }
    }
  }
`);function j({act:e,onClose:t,onDone:n}){let{t:r}=a(`acts`),o=m(n),[,s]=i(D);return(0,b.jsx)(p,{title:r(`confirm.title`),intro:r(`confirm.follows`),start:{},submitLabel:r(`confirm.action`),onClose:t,send:async()=>{let t=await s({input:{actId:e.id}}),n=t.data?.confirmAct.act.status===`PENDING`;return o(t,r(n?`confirm.first`:`confirm.done`))},children:(0,b.jsx)(w,{act:e})})}function M({acts:e,onClose:t,onDone:n}){let{t:r}=a(`acts`),o=m(n),[,s]=i(O);return(0,b.jsx)(p,{title:r(`startUp.confirm`),intro:r(`startUp.follows`,{count:e.length}),start:{},submitLabel:r(`confirm.action`),onClose:t,send:async()=>o(await s({input:{actIds:e.map(({id:e})=>e)}}),r(`startUp.done`)),children:null})}function N({act:e,onClose:t,onDone:n}){let{t:r}=a(`acts`),o=m(n),[,s]=i(k);return(0,b.jsxs)(p,{title:r(`decline.title`),intro:r(`decline.follows`),start:{reason:void 0},submitLabel:r(`decline.action`),danger:!0,onClose:t,send:async({reason:t=``})=>o(await s({input:{actId:e.id,reason:t}}),r(`decline.done`)),children:[(0,b.jsx)(w,{act:e}),(0,b.jsx)(h,{label:r(`decline.reason`)})]})}function P({act:e,onClose:t,onDone:n}){let{t:r}=a(`acts`),o=m(n),[,s]=i(A);return(0,b.jsx)(p,{title:r(`withdraw.title`),intro:r(`withdraw.follows`),start:{},submitLabel:r(`withdraw.action`),danger:!0,onClose:t,send:async()=>o(await s({input:{actId:e.id}}),r(`withdraw.done`)),children:(0,b.jsx)(w,{act:e})})}function F({caption:e,none:t,acts:n,onOpen:r}){let{t:i}=a(`acts`),o=l(`ActKind`),s=C(),d=c();return n.length===0?(0,b.jsx)(g,{text:t}):(0,b.jsx)(`div`,{className:`table-scroll`,children:(0,b.jsxs)(`table`,{className:`grid-table act-table`,children:[(0,b.jsx)(`caption`,{className:`visually-hidden`,children:e}),(0,b.jsx)(`thead`,{children:(0,b.jsxs)(`tr`,{children:[(0,b.jsx)(`th`,{scope:`col`,children:i(`field.kind`)}),(0,b.jsx)(`th`,{scope:`col`,children:i(`field.subject`)}),(0,b.jsx)(`th`,{scope:`col`,children:i(`field.reason`)}),(0,b.jsx)(`th`,{scope:`col`,children:i(`field.begunBy`)}),(0,b.jsx)(`th`,{scope:`col`,children:i(`field.until`)}),(0,b.jsx)(`th`,{scope:`col`,children:i(`field.status`)}),(0,b.jsx)(`th`,{scope:`col`,children:i(`field.actions`)})]})}),(0,b.jsx)(`tbody`,{children:n.map(e=>(0,b.jsxs)(`tr`,{children:[(0,b.jsx)(`th`,{scope:`row`,className:`nowrap`,children:o.label(e.kind)}),(0,b.jsx)(`td`,{className:`prose`,children:s(e)}),(0,b.jsx)(`td`,{className:`prose`,children:e.reason||`—`}),(0,b.jsxs)(`td`,{children:[d(e.begunBy),` `,(0,b.jsx)(`span`,{className:`hint-inline nowrap`,children:u(e.begunAt)})]}),(0,b.jsx)(`td`,{className:`nowrap`,children:u(e.takesEffectAt??e.until)}),(0,b.jsx)(`td`,{children:(0,b.jsx)(I,{act:e})}),(0,b.jsx)(`td`,{children:(0,b.jsx)(L,{act:e,onOpen:r})})]},e.id))})]})})}function I({act:e}){let{t}=a(`acts`),n=l(`ActStatus`),r=c();return e.status===`PENDING`?(0,b.jsxs)(b.Fragment,{children:[(0,b.jsx)(`span`,{className:`tag tag-wait`,children:n.label(e.status)}),` `,e.confirmableFrom&&(0,b.jsx)(`span`,{className:`hint-inline`,children:t(`from`,{time:u(e.confirmableFrom)})}),e.firstBy&&(0,b.jsx)(`span`,{className:`hint-inline`,children:t(`firstBy`,{name:r(e.firstBy)})}),e.mayWithdraw&&e.asked.length>0&&(0,b.jsx)(`span`,{className:`hint-inline`,children:t(`asked`,{names:e.asked.map(r).join(t(`and`))})})]}):(0,b.jsxs)(b.Fragment,{children:[(0,b.jsx)(`span`,{className:e.status===`CONFIRMED`?`tag tag-good`:`tag`,children:n.label(e.status)}),` `,e.decidedBy&&(0,b.jsx)(`span`,{className:`hint-inline`,children:r(e.decidedBy)}),` `,e.decisionReason&&(0,b.jsx)(`span`,{className:`hint-inline`,children:e.decisionReason})]})}function L({act:e,onOpen:t}){let{t:n}=a(`acts`),r=l(`ActKind`),i=C(),o=`${r.label(e.kind)} ${i(e)}`,c=(r,i)=>(0,b.jsx)(s,{size:`small`,...i,"aria-label":`${n(`${r}.action`)} ${o}`,onClick:()=>t({kind:r,act:e}),children:n(`${r}.action`)});return(0,b.jsxs)(`span`,{className:`row-buttons`,children:[e.mayConfirm&&c(`confirm`,{type:`primary`}),e.mayDecline&&c(`decline`,{danger:!0}),e.mayWithdraw&&c(`withdraw`,{})]})}function R(){let{t:e}=a(`acts`),[t,n]=(0,y.useState)(null),[r,i]=o({query:E,requestPolicy:`cache-and-network`}),c=()=>i({requestPolicy:`network-only`}),l={onClose:()=>n(null),onDone:()=>{n(null),c()}};return(0,b.jsxs)(b.Fragment,{children:[(0,b.jsx)(_,{title:e(`title`)}),(0,b.jsx)(v,{result:r,onRetry:c,rows:4,children:({actsToConfirm:t,myActs:r,startUp:i})=>(0,b.jsxs)(b.Fragment,{children:[i&&(0,b.jsxs)(`section`,{className:`panel`,"aria-labelledby":`acts-start-up`,children:[(0,b.jsx)(`h2`,{id:`acts-start-up`,children:e(`startUp.title`)}),(0,b.jsx)(`p`,{className:`hint`,children:e(`startUp.intro`)}),i.acts.some(({mayConfirm:e})=>e)&&(0,b.jsx)(`p`,{children:(0,b.jsx)(s,{type:`primary`,onClick:()=>n({kind:`all`,acts:i.acts.filter(({mayConfirm:e})=>e)}),children:e(`startUp.confirm`)})}),(0,b.jsx)(F,{caption:e(`startUp.title`),none:e(`none`),acts:i.acts,onOpen:n})]}),!i&&(0,b.jsxs)(`section`,{className:`panel`,"aria-labelledby":`acts-waiting`,children:[(0,b.jsx)(`h2`,{id:`acts-waiting`,children:e(`waiting`)}),(0,b.jsx)(`p`,{className:`hint`,children:e(`intro`)}),(0,b.jsx)(F,{caption:e(`waiting`),none:e(`none`),acts:t.acts,onOpen:n}),t.more&&(0,b.jsx)(`p`,{className:`hint`,children:e(`more`)})]}),(0,b.jsxs)(`section`,{className:`panel`,"aria-labelledby":`acts-own`,children:[(0,b.jsx)(`h2`,{id:`acts-own`,children:e(`own`)}),(0,b.jsx)(F,{caption:e(`own`),none:e(`noneOwn`),acts:r.nodes.filter(({id:e})=>!i?.acts.some(t=>t.id===e)),onOpen:n})]})]})}),t?.kind===`all`&&(0,b.jsx)(M,{acts:t.acts,...l}),t?.kind===`confirm`&&(0,b.jsx)(j,{act:t.act,...l}),t?.kind===`decline`&&(0,b.jsx)(N,{act:t.act,...l}),t?.kind===`withdraw`&&(0,b.jsx)(P,{act:t.act,...l})]})}export{R as Component};