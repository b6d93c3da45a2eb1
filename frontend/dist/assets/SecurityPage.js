import{i as e}from"./rolldown-runtime.js";import{A as t,It as n,_ as r,k as i,v as a,w as o}from"./vendor.js";import{t as s,x as c}from"./react.js";import{t as l}from"./form.js";import{t as u}from"./input.js";import{t as d}from"./modal.js";import{a as f,i as p,n as m,r as h,t as ee}from"./EnrolSteps.js";import{n as g}from"./StepForm.js";import{t as _}from"./EditDialog.js";import{t as v}from"./useAnswer.js";import{t as y}from"./gql.js";import{f as b,l as x,m as S,r as C}from"./index.js";import{i as w,r as T}from"./format.js";import{t as te}from"./CheckboxGroup.js";import{t as E}from"./DateInput.js";import{t as D}from"./UnitSelect.js";import{t as O}from"./LinkButton.js";import{t as k}from"./PageHeader.js";import{t as A}from"./Query.js";var j=e(c(),1),M=s();function N({onClose:e,onDone:n}){let{t:r}=o([`security`,`common`]),[i,a]=(0,j.useState)(!1);return(0,M.jsx)(d,{open:!0,title:r(i?`security:codes.title`:`security:factor.setUp`),footer:null,closable:!i,keyboard:!i,mask:{closable:!1},onCancel:e,children:(0,M.jsx)(ee,{onDone:n,onCodes:()=>a(!0),more:(0,M.jsx)(t,{onClick:e,children:r(`common:action.cancel`)})})})}var P={password:void 0,code:void 0};function F(){let{t:e}=o(`security`);return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(l.Item,{name:`password`,label:e(`factor.password`),rules:[{required:!0}],children:(0,M.jsx)(u.Password,{autoComplete:`current-password`})}),(0,M.jsx)(g,{kind:`any`})]})}function I({onClose:e,onDone:t}){let{t:n}=o(`security`),i=v(t),[,a]=r(p);return(0,M.jsx)(_,{title:n(`disable.title`),intro:n(`disable.follows`),start:P,submitLabel:n(`disable.action`),danger:!0,onClose:e,send:async({password:e=``,code:t=``})=>i(await a({input:{password:e,code:t.trim()}}),n(`disable.done`)),children:(0,M.jsx)(F,{})})}function L({onClose:e,onCodes:t}){let{t:n}=o(`security`),[,i]=r(f);return(0,M.jsx)(_,{title:n(`renew.title`),intro:n(`renew.follows`),start:P,submitLabel:n(`renew.action`),onClose:e,send:async({password:e=``,code:n=``})=>{let{data:r,error:a}=await i({input:{password:e,code:n.trim()}});return a?{error:a}:{done:()=>t(r?.renewRecoveryCodes.recoveryCodes??[])}},children:(0,M.jsx)(F,{})})}function R(e){let{t}=o(`security`);return(0,M.jsx)(d,{open:!0,title:t(`codes.title`),footer:null,closable:!1,keyboard:!1,mask:{closable:!1},children:(0,M.jsx)(m,{...e})})}var z=3;function B({loginName:e,factor:r,onChanged:i}){let{t:a}=o(`security`),[s,c]=(0,j.useState)(null),l=()=>c(null),u=()=>{l(),i()},{enabled:d,recoveryCodesLeft:f}=r;return(0,M.jsxs)(`section`,{className:`panel security-panel`,"aria-labelledby":`factor-title`,children:[(0,M.jsxs)(`div`,{className:`panel-head`,children:[(0,M.jsxs)(`h2`,{id:`factor-title`,children:[a(`factor.title`),` `,(0,M.jsx)(`span`,{className:d?`tag tag-good`:`tag`,children:a(d?`factor.on`:`factor.off`)})]}),(0,M.jsx)(`div`,{className:`step-actions`,children:d?(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(t,{onClick:()=>c({kind:`renew`}),children:a(`renew.action`)}),(0,M.jsx)(t,{danger:!0,onClick:()=>c({kind:`disable`}),children:a(`disable.action`)})]}):(0,M.jsx)(t,{type:`primary`,onClick:()=>c({kind:`enrol`}),children:a(`factor.setUp`)})})]}),d&&f<z&&(0,M.jsx)(n,{type:`warning`,showIcon:!0,className:`error-state`,title:a(`codes.few`)}),(0,M.jsxs)(`p`,{children:[d?a(`factor.isOn`,{count:f}):a(`factor.isOff`),r.required&&` ${a(`factor.required`)}`]}),s?.kind===`enrol`&&(0,M.jsx)(N,{onClose:l,onDone:u}),s?.kind===`disable`&&(0,M.jsx)(I,{onClose:l,onDone:u}),s?.kind===`renew`&&(0,M.jsx)(L,{onClose:l,onCodes:e=>c({kind:`codes`,codes:e})}),s?.kind===`codes`&&(0,M.jsx)(R,{codes:s.codes,loginName:e,onDone:u})]})}var V=y(`
  query Security {
    viewer {
      account {
        id
        loginName
      }
      secondFactor {
        required
        enabled
        recoveryCodesLeft
      }
    }
    mySessions {
      id
      createdAt
      seenAt
      address
      agent
      method
      current
    }
    myTokens {
      id
      name
      scopes
      unit {
        id
        name
      }
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
      active
    }
  }
`),ne=[[`Edge`,/\bEdgA?(?:iOS)?\/(\d+)/],[`Opera`,/\bOPR\/(\d+)/],[`WeChat`,/\bMicroMessenger\/(\d+)/],[`QQ Browser`,/\bQQBrowser\/(\d+)/],[`Firefox`,/\b(?:Firefox|FxiOS)\/(\d+)/],[`Chrome`,/\b(?:Headless)?(?:Chrome|CriOS|Chromium)\/(\d+)/],[`Safari`,/\bVersion\/(\d+)\S* .*Safari\//]],H=[[`HarmonyOS`,/HarmonyOS|OpenHarmony/],[`Android`,/Android/],[`iOS`,/iPhone|iPad|iPod/],[`Windows`,/Windows/],[`macOS`,/Mac OS X|Macintosh/],[`ChromeOS`,/\bCrOS\b/],[`Linux`,/Linux|X11/]];function U(e){let t=H.find(([,t])=>t.test(e))?.[0];for(let[n,r]of ne){let i=r.exec(e)?.[1];if(i)return[`${n} ${i}`,t].filter(Boolean).join(` · `)}let n=/^\S+/.exec(e.trim())?.[0];return n&&!n.startsWith(`Mozilla/`)?n.replace(`/`,` `).slice(0,60):t??null}var W=y(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      sessions {
        id
      }
    }
  }
`),G=y(`
  mutation EndOtherSessions {
    endOtherSessions {
      sessions {
        id
      }
    }
  }
`);function K({sessions:e,onChanged:n}){let{t:i}=o(`security`),a=b(),s=C(`SignInMethod`),[,c]=r(W),[,l]=r(G),[u,d]=(0,j.useState)(null),[f,p]=(0,j.useState)(),m=async(e,t,r)=>{d(e),p(void 0);let i=await t();d(null),i.error?p(i.error):a.success(r),n()};return(0,M.jsxs)(`section`,{className:`panel security-panel`,"aria-labelledby":`sessions-title`,children:[(0,M.jsxs)(`div`,{className:`panel-head`,children:[(0,M.jsx)(`h2`,{id:`sessions-title`,children:i(`sessions.title`)}),e.some(e=>!e.current)&&(0,M.jsx)(t,{danger:!0,loading:u===`others`,onClick:()=>m(`others`,()=>l({}),i(`sessions.endedOthers`)),children:i(`sessions.endOthers`)})]}),(0,M.jsx)(S,{error:f}),(0,M.jsx)(`div`,{className:`table-scroll`,children:(0,M.jsxs)(`table`,{className:`grid-table security-table`,children:[(0,M.jsx)(`caption`,{className:`visually-hidden`,children:i(`sessions.title`)}),(0,M.jsx)(`thead`,{children:(0,M.jsxs)(`tr`,{children:[(0,M.jsx)(`th`,{scope:`col`,children:i(`sessions.device`)}),(0,M.jsx)(`th`,{scope:`col`,children:i(`sessions.address`)}),(0,M.jsx)(`th`,{scope:`col`,children:i(`sessions.method`)}),(0,M.jsx)(`th`,{scope:`col`,children:i(`sessions.createdAt`)}),(0,M.jsx)(`th`,{scope:`col`,children:i(`sessions.seenAt`)}),(0,M.jsx)(`th`,{scope:`col`,children:i(`actions`)})]})}),(0,M.jsx)(`tbody`,{children:e.map(e=>{let n=U(e.agent)??i(`sessions.unknown`);return(0,M.jsxs)(`tr`,{children:[(0,M.jsxs)(`th`,{scope:`row`,title:e.agent,children:[n,` `,e.current&&(0,M.jsx)(`span`,{className:`tag tag-good`,children:i(`sessions.this`)})]}),(0,M.jsx)(`td`,{children:e.address}),(0,M.jsx)(`td`,{children:s.label(e.method)}),(0,M.jsx)(`td`,{className:`nowrap`,children:T(e.createdAt)}),(0,M.jsx)(`td`,{className:`nowrap`,children:T(e.seenAt)}),(0,M.jsx)(`td`,{children:!e.current&&(0,M.jsx)(t,{size:`small`,loading:u===e.id,"aria-label":i(`sessions.endOne`,{device:n,time:T(e.createdAt)}),onClick:()=>m(e.id,()=>c({input:{sessionId:e.id}}),i(`sessions.ended`)),children:i(`sessions.end`)})})]},e.id)})})]})})]})}var q=y(`
  mutation CreateToken($input: CreateTokenInput!) {
    createToken(input: $input) {
      secret
      token {
        id
        name
      }
    }
  }
`),J=y(`
  mutation RevokeToken($input: RevokeTokenInput!) {
    revokeToken(input: $input) {
      token {
        id
      }
    }
  }
`),Y=e(i(),1);function X(e){return e.active?`active`:e.revokedAt?`revoked`:`expired`}function Z(e){return(0,Y.default)(e).endOf(`day`).toISOString()}function re(e,t=new Date){return(0,Y.default)(t).add(e,`day`).format(`YYYY-MM-DD`)}function ie(e,t){return[`curl ${e}/graphql \\`,`  -H 'Authorization: Bearer ${t}' \\`,`  -H 'Content-Type: application/json' \\`,`  -d '{"query":"{ viewer { actions } }"}'`].join(`
`)}var Q=[{required:!0}],ae=90;function oe({onClose:e,onDone:t}){let{t:n}=o(`security`),i=C(`TokenScope`),[,a]=r(q);return(0,M.jsxs)(_,{title:n(`tokens.new`),intro:n(`tokens.intro`),start:{name:void 0,scopes:void 0,unitId:void 0,expiresAt:re(ae)},submitLabel:n(`tokens.create`),onClose:e,send:async({name:e=``,scopes:n=[],unitId:r,expiresAt:i=``})=>{let{data:o,error:s}=await a({input:{name:e,scopes:n,unitId:r??null,expiresAt:Z(i)}});return s?{error:s}:{done:()=>t({name:e,secret:o?.createToken.secret??``})}},children:[(0,M.jsx)(l.Item,{name:`name`,label:n(`tokens.name`),extra:n(`tokens.nameHint`),rules:[{required:!0,whitespace:!0}],children:(0,M.jsx)(u,{maxLength:100,autoComplete:`off`})}),(0,M.jsx)(l.Item,{name:`scopes`,label:n(`tokens.scopes`),rules:Q,className:`scope-field`,children:(0,M.jsx)(te,{options:i.options,"aria-label":n(`tokens.scopes`)})}),(0,M.jsx)(l.Item,{name:`unitId`,label:n(`tokens.unit`),extra:n(`tokens.unitHint`),children:(0,M.jsx)(D,{})}),(0,M.jsx)(l.Item,{name:`expiresAt`,label:n(`tokens.expiresAt`),extra:n(`tokens.expiresHint`),rules:Q,children:(0,M.jsx)(E,{min:w()})})]})}function $({name:e,secret:r,onClose:i}){let{t:a}=o(`security`),s=ie(window.location.origin,r);return(0,M.jsxs)(d,{open:!0,title:a(`secret.title`,{name:e}),footer:(0,M.jsx)(t,{type:`primary`,onClick:i,children:a(`secret.kept`)}),closable:!1,keyboard:!1,mask:{closable:!1},width:640,children:[(0,M.jsx)(n,{type:`warning`,showIcon:!0,role:`status`,className:`error-state`,title:a(`secret.once`)}),(0,M.jsxs)(`div`,{className:`secret-block`,children:[(0,M.jsx)(`code`,{className:`secret-text`,"data-secret":!0,children:r}),(0,M.jsx)(h,{text:r,label:a(`secret.copy`)})]}),(0,M.jsxs)(`div`,{children:[(0,M.jsx)(`div`,{className:`hint`,children:a(`secret.example`)}),(0,M.jsx)(`pre`,{className:`secret-text`,children:s}),(0,M.jsx)(h,{text:s,label:a(`secret.copyExample`)})]})]})}function se({tokens:e,onChanged:n}){let{t:r}=o(`security`),[i,a]=(0,j.useState)(null),s=()=>a(null);return(0,M.jsxs)(`section`,{className:`panel security-panel`,"aria-labelledby":`tokens-title`,children:[(0,M.jsxs)(`div`,{className:`panel-head`,children:[(0,M.jsx)(`h2`,{id:`tokens-title`,children:r(`tokens.title`)}),(0,M.jsx)(t,{onClick:()=>a({kind:`create`}),children:r(`tokens.new`)})]}),(0,M.jsx)(`p`,{className:`hint`,children:r(`tokens.what`)}),e.length>0&&(0,M.jsx)(le,{tokens:e,onRevoke:e=>a({kind:`revoke`,token:e})}),i?.kind===`create`&&(0,M.jsx)(oe,{onClose:s,onDone:e=>{a({kind:`secret`,...e}),n()}}),i?.kind===`secret`&&(0,M.jsx)($,{name:i.name,secret:i.secret,onClose:s}),i?.kind===`revoke`&&(0,M.jsx)(ue,{token:i.token,onClose:s,onDone:()=>{s(),n()}})]})}var ce={active:`tag tag-good`,expired:`tag`,revoked:`tag`};function le({tokens:e,onRevoke:n}){let{t:r}=o(`security`),i=C(`TokenScope`);return(0,M.jsx)(`div`,{className:`table-scroll`,children:(0,M.jsxs)(`table`,{className:`grid-table security-table`,children:[(0,M.jsx)(`caption`,{className:`visually-hidden`,children:r(`tokens.title`)}),(0,M.jsx)(`thead`,{children:(0,M.jsxs)(`tr`,{children:[(0,M.jsx)(`th`,{scope:`col`,children:r(`tokens.name`)}),(0,M.jsx)(`th`,{scope:`col`,children:r(`tokens.scopes`)}),(0,M.jsx)(`th`,{scope:`col`,children:r(`tokens.unit`)}),(0,M.jsx)(`th`,{scope:`col`,children:r(`tokens.expiresAt`)}),(0,M.jsx)(`th`,{scope:`col`,children:r(`tokens.lastUsedAt`)}),(0,M.jsx)(`th`,{scope:`col`,children:r(`tokens.state`)}),(0,M.jsx)(`th`,{scope:`col`,children:r(`actions`)})]})}),(0,M.jsx)(`tbody`,{children:e.map(e=>{let a=X(e);return(0,M.jsxs)(`tr`,{children:[(0,M.jsx)(`th`,{scope:`row`,children:e.name}),(0,M.jsx)(`td`,{children:(0,M.jsx)(`ul`,{className:`scope-list`,children:e.scopes.map(e=>(0,M.jsx)(`li`,{children:i.label(e)},e))})}),(0,M.jsx)(`td`,{children:e.unit?.name??r(`tokens.everywhere`)}),(0,M.jsx)(`td`,{className:`nowrap`,children:T(e.expiresAt)}),(0,M.jsx)(`td`,{className:`nowrap`,children:e.lastUsedAt?T(e.lastUsedAt):r(`tokens.never`)}),(0,M.jsx)(`td`,{className:`nowrap`,children:(0,M.jsx)(`span`,{className:ce[a],children:r(`tokens.${a}`)})}),(0,M.jsx)(`td`,{children:e.active&&(0,M.jsx)(t,{size:`small`,danger:!0,"aria-label":`${r(`revoke.action`)} ${e.name}`,onClick:()=>n(e),children:r(`revoke.action`)})})]},e.id)})})]})})}function ue({token:e,onClose:t,onDone:n}){let{t:i}=o(`security`),a=v(n),[,s]=r(J);return(0,M.jsx)(_,{title:i(`revoke.title`,{name:e.name}),intro:i(`revoke.follows`),start:{},submitLabel:i(`revoke.action`),danger:!0,onClose:t,send:async()=>a(await s({input:{tokenId:e.id}}),i(`revoke.done`,{name:e.name})),children:null})}function de(){let{t:e}=o([`security`,`common`]),[t,n]=a({query:V}),r=()=>n({requestPolicy:`network-only`});return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(k,{title:e(`security:title`),actions:(0,M.jsx)(O,{to:x.password,children:e(`common:shell.changePassword`)})}),(0,M.jsx)(A,{result:t,onRetry:r,rows:8,children:({viewer:e,mySessions:t,myTokens:n})=>(0,M.jsxs)(M.Fragment,{children:[e&&(0,M.jsx)(B,{loginName:e.account.loginName,factor:e.secondFactor,onChanged:r}),(0,M.jsx)(K,{sessions:t,onChanged:r}),(0,M.jsx)(se,{tokens:n,onChanged:r})]})})]})}export{de as Component};