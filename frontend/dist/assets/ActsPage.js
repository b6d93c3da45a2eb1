import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{D as r,O as i,P as a,V as o}from"./vendor.js";import{t as s}from"./accountName.js";import{c}from"./index.js";import{i as l}from"./format.js";import{t as u}from"./Facts.js";import{i as d}from"./ErrorState.js";import{t as f}from"./EditDialog.js";import{t as p}from"./useAnswer.js";import{t as m}from"./ReasonField.js";import{t as h}from"./Empty2.js";import{t as g}from"./PageHeader.js";import{t as _}from"./Query.js";var v=e(t(),1),y=n(),b=[`represented`,`person`,`login`,`unit`,`role`,`kind`,`post`,`deputy`,`from`,`to`,`issuer`,`subject`,`title`,`grade`,`parent`,`file`,`rows`,`offices`];function x(){let{t:e}=a(`acts`),t=c(`Role`),n=c(`PortfolioKind`),r={role:e=>t.label(e),kind:e=>n.label(e)};return t=>{let n=e=>t.words.find(t=>t.name===e)?.value??``;return b.flatMap(t=>{if(n(t)===``)return[];let i=t===`person`&&n(`represented`)!==``?`deputy`:t;return[[e(`word.${i}`),r[t]?.(n(t))??n(t)]]})}}function S(){let e=x();return t=>{let n=t.words.some(({name:e,value:t})=>e===`represented`&&t!==``);return e(t).slice(0,4).map(([e,t],r)=>n&&r<2?`${e} ${t}`:t).join(` · `)}}function C({act:e}){let{t}=a(`acts`),n=c(`ActKind`),r=x(),i=s();return(0,y.jsx)(u,{items:[[t(`field.kind`),n.label(e.kind)],...r(e),[t(`field.reason`),e.reason||`—`],[t(`field.begunBy`),`${i(e.begunBy)} ${l(e.begunAt)}`],e.takesEffectAt?[t(`field.effect`),l(e.takesEffectAt)]:[t(`field.good`),l(e.until)]]})}var w=d(`
  fragment ActFields on PendingAct @_unmask {
    id
    kind
    status
    words {
      name
      value
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
`),T=d(`
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
  `,[w]),E=d(`
  mutation ConfirmAct($input: ConfirmActInput!) {
    confirmAct(input: $input) {
      act {
        id
        status
      }
    }
  }
`),D=d(`
  mutation ConfirmActs($input: ConfirmActsInput!) {
    confirmActs(input: $input) {
      acts {
        id
        status
      }
    }
  }
`),O=d(`
  mutation DeclineAct($input: DeclineActInput!) {
    declineAct(input: $input) {
      act {
        id
        status
      }
    }
  }
`),k=d(`
  mutation WithdrawAct($input: WithdrawActInput!) {
    withdrawAct(input: $input) {
      act {
        id
        status
      }
    }
  }
`);function A({act:e,onClose:t,onDone:n}){let{t:i}=a(`acts`),o=p(n),[,s]=r(E);return(0,y.jsx)(f,{title:i(`confirm.title`),intro:i(`confirm.follows`),start:{},submitLabel:i(`confirm.action`),onClose:t,send:async()=>{let t=await s({input:{actId:e.id}}),n=t.data?.confirmAct.act.status===`PENDING`;return o(t,i(n?`confirm.first`:`confirm.done`))},children:(0,y.jsx)(C,{act:e})})}function j({acts:e,onClose:t,onDone:n}){let{t:i}=a(`acts`),o=p(n),[,s]=r(D);return(0,y.jsx)(f,{title:i(`startUp.confirm`),intro:i(`startUp.follows`,{count:e.length}),start:{},submitLabel:i(`confirm.action`),onClose:t,send:async()=>o(await s({input:{actIds:e.map(({id:e})=>e)}}),i(`startUp.done`)),children:null})}function M({act:e,onClose:t,onDone:n}){let{t:i}=a(`acts`),o=p(n),[,s]=r(O);return(0,y.jsxs)(f,{title:i(`decline.title`),intro:i(`decline.follows`),start:{reason:void 0},submitLabel:i(`decline.action`),danger:!0,onClose:t,send:async({reason:t=``})=>o(await s({input:{actId:e.id,reason:t}}),i(`decline.done`)),children:[(0,y.jsx)(C,{act:e}),(0,y.jsx)(m,{label:i(`decline.reason`)})]})}function N({act:e,onClose:t,onDone:n}){let{t:i}=a(`acts`),o=p(n),[,s]=r(k);return(0,y.jsx)(f,{title:i(`withdraw.title`),intro:i(`withdraw.follows`),start:{},submitLabel:i(`withdraw.action`),danger:!0,onClose:t,send:async()=>o(await s({input:{actId:e.id}}),i(`withdraw.done`)),children:(0,y.jsx)(C,{act:e})})}function P({caption:e,none:t,acts:n,onOpen:r}){let{t:i}=a(`acts`),o=c(`ActKind`),u=S(),d=s();return n.length===0?(0,y.jsx)(h,{text:t}):(0,y.jsx)(`div`,{className:`table-scroll`,children:(0,y.jsxs)(`table`,{className:`grid-table act-table`,children:[(0,y.jsx)(`caption`,{className:`visually-hidden`,children:e}),(0,y.jsx)(`thead`,{children:(0,y.jsxs)(`tr`,{children:[(0,y.jsx)(`th`,{scope:`col`,children:i(`field.kind`)}),(0,y.jsx)(`th`,{scope:`col`,children:i(`field.subject`)}),(0,y.jsx)(`th`,{scope:`col`,children:i(`field.reason`)}),(0,y.jsx)(`th`,{scope:`col`,children:i(`field.begunBy`)}),(0,y.jsx)(`th`,{scope:`col`,children:i(`field.until`)}),(0,y.jsx)(`th`,{scope:`col`,children:i(`field.status`)}),(0,y.jsx)(`th`,{scope:`col`,children:i(`field.actions`)})]})}),(0,y.jsx)(`tbody`,{children:n.map(e=>(0,y.jsxs)(`tr`,{children:[(0,y.jsx)(`th`,{scope:`row`,className:`nowrap`,children:o.label(e.kind)}),(0,y.jsx)(`td`,{className:`prose`,children:u(e)}),(0,y.jsx)(`td`,{className:`prose`,children:e.reason||`—`}),(0,y.jsxs)(`td`,{children:[d(e.begunBy),` `,(0,y.jsx)(`span`,{className:`hint-inline nowrap`,children:l(e.begunAt)})]}),(0,y.jsx)(`td`,{className:`nowrap`,children:l(e.takesEffectAt??e.until)}),(0,y.jsx)(`td`,{children:(0,y.jsx)(F,{act:e})}),(0,y.jsx)(`td`,{children:(0,y.jsx)(I,{act:e,onOpen:r})})]},e.id))})]})})}function F({act:e}){let{t}=a(`acts`),n=c(`ActStatus`),r=s();return e.status===`PENDING`?(0,y.jsxs)(y.Fragment,{children:[(0,y.jsx)(`span`,{className:`tag tag-wait`,children:n.label(e.status)}),` `,e.confirmableFrom&&(0,y.jsx)(`span`,{className:`hint-inline`,children:t(`from`,{time:l(e.confirmableFrom)})}),e.firstBy&&(0,y.jsx)(`span`,{className:`hint-inline`,children:t(`firstBy`,{name:r(e.firstBy)})}),e.mayWithdraw&&e.asked.length>0&&(0,y.jsx)(`span`,{className:`hint-inline`,children:t(`asked`,{names:e.asked.map(r).join(t(`and`))})})]}):(0,y.jsxs)(y.Fragment,{children:[(0,y.jsx)(`span`,{className:e.status===`CONFIRMED`?`tag tag-good`:`tag`,children:n.label(e.status)}),` `,e.decidedBy&&(0,y.jsx)(`span`,{className:`hint-inline`,children:r(e.decidedBy)}),` `,e.decisionReason&&(0,y.jsx)(`span`,{className:`hint-inline`,children:e.decisionReason})]})}function I({act:e,onOpen:t}){let{t:n}=a(`acts`),r=c(`ActKind`),i=S(),s=`${r.label(e.kind)} ${i(e)}`,l=(r,i)=>(0,y.jsx)(o,{size:`small`,...i,"aria-label":`${n(`${r}.action`)} ${s}`,onClick:()=>t({kind:r,act:e}),children:n(`${r}.action`)});return(0,y.jsxs)(`span`,{className:`row-buttons`,children:[e.mayConfirm&&l(`confirm`,{type:`primary`}),e.mayDecline&&l(`decline`,{danger:!0}),e.mayWithdraw&&l(`withdraw`,{})]})}function L(){let{t:e}=a(`acts`),[t,n]=(0,v.useState)(null),[r,s]=i({query:T,requestPolicy:`cache-and-network`}),c=()=>s({requestPolicy:`network-only`}),l={onClose:()=>n(null),onDone:()=>{n(null),c()}};return(0,y.jsxs)(y.Fragment,{children:[(0,y.jsx)(g,{title:e(`title`)}),(0,y.jsx)(_,{result:r,onRetry:c,rows:4,children:({actsToConfirm:t,myActs:r,startUp:i})=>(0,y.jsxs)(y.Fragment,{children:[i&&(0,y.jsxs)(`section`,{className:`panel`,"aria-labelledby":`acts-start-up`,children:[(0,y.jsx)(`h2`,{id:`acts-start-up`,children:e(`startUp.title`)}),(0,y.jsx)(`p`,{className:`hint`,children:e(`startUp.intro`)}),i.acts.some(({mayConfirm:e})=>e)&&(0,y.jsx)(`p`,{children:(0,y.jsx)(o,{type:`primary`,onClick:()=>n({kind:`all`,acts:i.acts.filter(({mayConfirm:e})=>e)}),children:e(`startUp.confirm`)})}),(0,y.jsx)(P,{caption:e(`startUp.title`),none:e(`none`),acts:i.acts,onOpen:n})]}),!i&&(0,y.jsxs)(`section`,{className:`panel`,"aria-labelledby":`acts-waiting`,children:[(0,y.jsx)(`h2`,{id:`acts-waiting`,children:e(`waiting`)}),(0,y.jsx)(`p`,{className:`hint`,children:e(`intro`)}),(0,y.jsx)(P,{caption:e(`waiting`),none:e(`none`),acts:t.acts,onOpen:n}),t.more&&(0,y.jsx)(`p`,{className:`hint`,children:e(`more`)})]}),(0,y.jsxs)(`section`,{className:`panel`,"aria-labelledby":`acts-own`,children:[(0,y.jsx)(`h2`,{id:`acts-own`,children:e(`own`)}),(0,y.jsx)(P,{caption:e(`own`),none:e(`noneOwn`),acts:r.nodes.filter(({id:e})=>!i?.acts.some(t=>t.id===e)),onOpen:n})]})]})}),t?.kind===`all`&&(0,y.jsx)(j,{acts:t.acts,...l}),t?.kind===`confirm`&&(0,y.jsx)(A,{act:t.act,...l}),t?.kind===`decline`&&(0,y.jsx)(M,{act:t.act,...l}),t?.kind===`withdraw`&&(0,y.jsx)(N,{act:t.act,...l})]})}export{L as Component};