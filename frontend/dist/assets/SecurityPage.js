import{i as e}from"./rolldown-runtime.js";import{A as t,Lt as n,T as r,j as i,v as a,y as o}from"./vendor.js";import{S as s,t as c}from"./react.js";import{t as l}from"./form.js";import{t as u}from"./input.js";import{t as d}from"./modal.js";import{a as f,i as p,n as m,r as h,t as ee}from"./EnrolSteps.js";import{n as g}from"./StepForm.js";import{t as _}from"./EditDialog.js";import{t as v}from"./useAnswer.js";import{t as y}from"./gql.js";import{f as b,l as x,m as S,r as C}from"./index.js";import{a as w,i as T}from"./format.js";import{t as te}from"./CheckboxGroup.js";import{t as E}from"./DateInput.js";import{t as D}from"./UnitSelect.js";import{t as O}from"./LinkButton.js";import{t as k}from"./PageHeader.js";import{t as A}from"./Query.js";var j=e(s(),1),M=c();function N({onClose:e,onDone:t}){let{t:n}=r([`security`,`common`]),[a,o]=(0,j.useState)(!1);return(0,M.jsx)(d,{open:!0,title:n(a?`security:codes.title`:`security:factor.setUp`),footer:null,closable:!a,keyboard:!a,mask:{closable:!1},onCancel:e,children:(0,M.jsx)(ee,{onDone:t,onCodes:()=>o(!0),more:(0,M.jsx)(i,{onClick:e,children:n(`common:action.cancel`)})})})}var P={password:void 0,code:void 0};function F(){let{t:e}=r(`security`);return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(l.Item,{name:`password`,label:e(`factor.password`),rules:[{required:!0}],children:(0,M.jsx)(u.Password,{autoComplete:`current-password`})}),(0,M.jsx)(g,{kind:`any`})]})}function I({onClose:e,onDone:t}){let{t:n}=r(`security`),i=v(t),[,o]=a(p);return(0,M.jsx)(_,{title:n(`disable.title`),intro:n(`disable.follows`),start:P,submitLabel:n(`disable.action`),danger:!0,onClose:e,send:async({password:e=``,code:t=``})=>i(await o({input:{password:e,code:t.trim()}}),n(`disable.done`)),children:(0,M.jsx)(F,{})})}function L({onClose:e,onCodes:t}){let{t:n}=r(`security`),[,i]=a(f);return(0,M.jsx)(_,{title:n(`renew.title`),intro:n(`renew.follows`),start:P,submitLabel:n(`renew.action`),onClose:e,send:async({password:e=``,code:n=``})=>{let{data:r,error:a}=await i({input:{password:e,code:n.trim()}});return a?{error:a}:{done:()=>t(r?.renewRecoveryCodes.recoveryCodes??[])}},children:(0,M.jsx)(F,{})})}function R(e){let{t}=r(`security`);return(0,M.jsx)(d,{open:!0,title:t(`codes.title`),footer:null,closable:!1,keyboard:!1,mask:{closable:!1},children:(0,M.jsx)(m,{...e})})}var z=3;function B({loginName:e,factor:t,onChanged:a}){let{t:o}=r(`security`),[s,c]=(0,j.useState)(null),l=()=>c(null),u=()=>{l(),a()},{enabled:d,recoveryCodesLeft:f}=t;return(0,M.jsxs)(`section`,{className:`panel security-panel`,"aria-labelledby":`factor-title`,children:[(0,M.jsxs)(`div`,{className:`panel-head`,children:[(0,M.jsxs)(`h2`,{id:`factor-title`,children:[o(`factor.title`),` `,(0,M.jsx)(`span`,{className:d?`tag tag-good`:`tag`,children:o(d?`factor.on`:`factor.off`)})]}),(0,M.jsx)(`div`,{className:`step-actions`,children:d?(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(i,{onClick:()=>c({kind:`renew`}),children:o(`renew.action`)}),(0,M.jsx)(i,{danger:!0,onClick:()=>c({kind:`disable`}),children:o(`disable.action`)})]}):(0,M.jsx)(i,{type:`primary`,onClick:()=>c({kind:`enrol`}),children:o(`factor.setUp`)})})]}),d&&f<z&&(0,M.jsx)(n,{type:`warning`,showIcon:!0,className:`error-state`,title:o(`codes.few`)}),(0,M.jsxs)(`p`,{children:[d?o(`factor.isOn`,{count:f}):o(`factor.isOff`),t.required&&` ${o(`factor.required`)}`]}),s?.kind===`enrol`&&(0,M.jsx)(N,{onClose:l,onDone:u}),s?.kind===`disable`&&(0,M.jsx)(I,{onClose:l,onDone:u}),s?.kind===`renew`&&(0,M.jsx)(L,{onClose:l,onCodes:e=>c({kind:`codes`,codes:e})}),s?.kind===`codes`&&(0,M.jsx)(R,{codes:s.codes,loginName:e,onDone:u})]})}var V=y(`
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
`);function K({sessions:e,onChanged:t}){let{t:n}=r(`security`),o=b(),s=C(`SignInMethod`),[,c]=a(W),[,l]=a(G),[u,d]=(0,j.useState)(null),[f,p]=(0,j.useState)(),m=async(e,n,r)=>{d(e),p(void 0);let i=await n();d(null),i.error?p(i.error):o.success(r),t()};return(0,M.jsxs)(`section`,{className:`panel security-panel`,"aria-labelledby":`sessions-title`,children:[(0,M.jsxs)(`div`,{className:`panel-head`,children:[(0,M.jsx)(`h2`,{id:`sessions-title`,children:n(`sessions.title`)}),e.some(e=>!e.current)&&(0,M.jsx)(i,{danger:!0,loading:u===`others`,onClick:()=>m(`others`,()=>l({}),n(`sessions.endedOthers`)),children:n(`sessions.endOthers`)})]}),(0,M.jsx)(S,{error:f}),(0,M.jsx)(`div`,{className:`table-scroll`,children:(0,M.jsxs)(`table`,{className:`grid-table security-table`,children:[(0,M.jsx)(`caption`,{className:`visually-hidden`,children:n(`sessions.title`)}),(0,M.jsx)(`thead`,{children:(0,M.jsxs)(`tr`,{children:[(0,M.jsx)(`th`,{scope:`col`,children:n(`sessions.device`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`sessions.address`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`sessions.method`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`sessions.createdAt`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`sessions.seenAt`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`actions`)})]})}),(0,M.jsx)(`tbody`,{children:e.map(e=>{let t=U(e.agent)??n(`sessions.unknown`);return(0,M.jsxs)(`tr`,{children:[(0,M.jsxs)(`th`,{scope:`row`,title:e.agent,children:[t,` `,e.current&&(0,M.jsx)(`span`,{className:`tag tag-good`,children:n(`sessions.this`)})]}),(0,M.jsx)(`td`,{children:e.address}),(0,M.jsx)(`td`,{children:s.label(e.method)}),(0,M.jsx)(`td`,{className:`nowrap`,children:T(e.createdAt)}),(0,M.jsx)(`td`,{className:`nowrap`,children:T(e.seenAt)}),(0,M.jsx)(`td`,{children:!e.current&&(0,M.jsx)(i,{size:`small`,loading:u===e.id,"aria-label":n(`sessions.endOne`,{device:t,time:T(e.createdAt)}),onClick:()=>m(e.id,()=>c({input:{sessionId:e.id}}),n(`sessions.ended`)),children:n(`sessions.end`)})})]},e.id)})})]})})]})}var q=y(`
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
`),Y=e(t(),1);function X(e){return e.active?`active`:e.revokedAt?`revoked`:`expired`}function Z(e){return(0,Y.default)(e).endOf(`day`).toISOString()}function re(e,t=new Date){return(0,Y.default)(t).add(e,`day`).format(`YYYY-MM-DD`)}function ie(e,t){return[`curl ${e}/graphql \\`,`  -H 'Authorization: Bearer ${t}' \\`,`  -H 'Content-Type: application/json' \\`,`  -d '{"query":"{ viewer { actions } }"}'`].join(`
`)}var Q=[{required:!0}],ae=90;function oe({onClose:e,onDone:t}){let{t:n}=r(`security`),i=C(`TokenScope`),[,o]=a(q);return(0,M.jsxs)(_,{title:n(`tokens.new`),intro:n(`tokens.intro`),start:{name:void 0,scopes:void 0,unitId:void 0,expiresAt:re(ae)},submitLabel:n(`tokens.create`),onClose:e,send:async({name:e=``,scopes:n=[],unitId:r,expiresAt:i=``})=>{let{data:a,error:s}=await o({input:{name:e,scopes:n,unitId:r??null,expiresAt:Z(i)}});return s?{error:s}:{done:()=>t({name:e,secret:a?.createToken.secret??``})}},children:[(0,M.jsx)(l.Item,{name:`name`,label:n(`tokens.name`),extra:n(`tokens.nameHint`),rules:[{required:!0,whitespace:!0}],children:(0,M.jsx)(u,{maxLength:100,autoComplete:`off`})}),(0,M.jsx)(l.Item,{name:`scopes`,label:n(`tokens.scopes`),rules:Q,className:`scope-field`,children:(0,M.jsx)(te,{options:i.options,"aria-label":n(`tokens.scopes`)})}),(0,M.jsx)(l.Item,{name:`unitId`,label:n(`tokens.unit`),extra:n(`tokens.unitHint`),children:(0,M.jsx)(D,{})}),(0,M.jsx)(l.Item,{name:`expiresAt`,label:n(`tokens.expiresAt`),extra:n(`tokens.expiresHint`),rules:Q,children:(0,M.jsx)(E,{min:w()})})]})}function $({name:e,secret:t,onClose:a}){let{t:o}=r(`security`),s=ie(window.location.origin,t);return(0,M.jsxs)(d,{open:!0,title:o(`secret.title`,{name:e}),footer:(0,M.jsx)(i,{type:`primary`,onClick:a,children:o(`secret.kept`)}),closable:!1,keyboard:!1,mask:{closable:!1},width:640,children:[(0,M.jsx)(n,{type:`warning`,showIcon:!0,role:`status`,className:`error-state`,title:o(`secret.once`)}),(0,M.jsxs)(`div`,{className:`secret-block`,children:[(0,M.jsx)(`code`,{className:`secret-text`,"data-secret":!0,children:t}),(0,M.jsx)(h,{text:t,label:o(`secret.copy`)})]}),(0,M.jsxs)(`div`,{children:[(0,M.jsx)(`div`,{className:`hint`,children:o(`secret.example`)}),(0,M.jsx)(`pre`,{className:`secret-text`,children:s}),(0,M.jsx)(h,{text:s,label:o(`secret.copyExample`)})]})]})}function se({tokens:e,onChanged:t}){let{t:n}=r(`security`),[a,o]=(0,j.useState)(null),s=()=>o(null);return(0,M.jsxs)(`section`,{className:`panel security-panel`,"aria-labelledby":`tokens-title`,children:[(0,M.jsxs)(`div`,{className:`panel-head`,children:[(0,M.jsx)(`h2`,{id:`tokens-title`,children:n(`tokens.title`)}),(0,M.jsx)(i,{onClick:()=>o({kind:`create`}),children:n(`tokens.new`)})]}),(0,M.jsx)(`p`,{className:`hint`,children:n(`tokens.what`)}),e.length>0&&(0,M.jsx)(le,{tokens:e,onRevoke:e=>o({kind:`revoke`,token:e})}),a?.kind===`create`&&(0,M.jsx)(oe,{onClose:s,onDone:e=>{o({kind:`secret`,...e}),t()}}),a?.kind===`secret`&&(0,M.jsx)($,{name:a.name,secret:a.secret,onClose:s}),a?.kind===`revoke`&&(0,M.jsx)(ue,{token:a.token,onClose:s,onDone:()=>{s(),t()}})]})}var ce={active:`tag tag-good`,expired:`tag`,revoked:`tag`};function le({tokens:e,onRevoke:t}){let{t:n}=r(`security`),a=C(`TokenScope`);return(0,M.jsx)(`div`,{className:`table-scroll`,children:(0,M.jsxs)(`table`,{className:`grid-table security-table`,children:[(0,M.jsx)(`caption`,{className:`visually-hidden`,children:n(`tokens.title`)}),(0,M.jsx)(`thead`,{children:(0,M.jsxs)(`tr`,{children:[(0,M.jsx)(`th`,{scope:`col`,children:n(`tokens.name`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`tokens.scopes`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`tokens.unit`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`tokens.expiresAt`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`tokens.lastUsedAt`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`tokens.state`)}),(0,M.jsx)(`th`,{scope:`col`,children:n(`actions`)})]})}),(0,M.jsx)(`tbody`,{children:e.map(e=>{let r=X(e);return(0,M.jsxs)(`tr`,{children:[(0,M.jsx)(`th`,{scope:`row`,children:e.name}),(0,M.jsx)(`td`,{children:(0,M.jsx)(`ul`,{className:`scope-list`,children:e.scopes.map(e=>(0,M.jsx)(`li`,{children:a.label(e)},e))})}),(0,M.jsx)(`td`,{children:e.unit?.name??n(`tokens.everywhere`)}),(0,M.jsx)(`td`,{className:`nowrap`,children:T(e.expiresAt)}),(0,M.jsx)(`td`,{className:`nowrap`,children:e.lastUsedAt?T(e.lastUsedAt):n(`tokens.never`)}),(0,M.jsx)(`td`,{className:`nowrap`,children:(0,M.jsx)(`span`,{className:ce[r],children:n(`tokens.${r}`)})}),(0,M.jsx)(`td`,{children:e.active&&(0,M.jsx)(i,{size:`small`,danger:!0,"aria-label":`${n(`revoke.action`)} ${e.name}`,onClick:()=>t(e),children:n(`revoke.action`)})})]},e.id)})})]})})}function ue({token:e,onClose:t,onDone:n}){let{t:i}=r(`security`),o=v(n),[,s]=a(J);return(0,M.jsx)(_,{title:i(`revoke.title`,{name:e.name}),intro:i(`revoke.follows`),start:{},submitLabel:i(`revoke.action`),danger:!0,onClose:t,send:async()=>o(await s({input:{tokenId:e.id}}),i(`revoke.done`,{name:e.name})),children:null})}function de(){let{t:e}=r([`security`,`common`]),[t,n]=o({query:V}),i=()=>n({requestPolicy:`network-only`});return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(k,{title:e(`security:title`),actions:(0,M.jsx)(O,{to:x.password,children:e(`common:shell.changePassword`)})}),(0,M.jsx)(A,{result:t,onRetry:i,rows:8,children:({viewer:e,mySessions:t,myTokens:n})=>(0,M.jsxs)(M.Fragment,{children:[e&&(0,M.jsx)(B,{loginName:e.account.loginName,factor:e.secondFactor,onChanged:i}),(0,M.jsx)(K,{sessions:t,onChanged:i}),(0,M.jsx)(se,{tokens:n,onChanged:i})]})})]})}export{de as Component};