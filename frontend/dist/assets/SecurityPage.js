import{i as e}from"./rolldown-runtime.js";import{N as t,P as n,U as r,X as i,Y as a,Zt as o}from"./vendor.js";import{S as s,t as c}from"./react.js";import{t as l}from"./form.js";import{t as u}from"./input.js";import{t as d}from"./modal.js";import{i as f,n as p,r as m,t as h}from"./EnrolSteps.js";import{n as g}from"./StepForm.js";import{t as _}from"./EditDialog.js";import{t as v}from"./useAnswer.js";import{t as y}from"./gql.js";import{C as b,D as x,u as S,v as C,y as w}from"./index.js";import{a as T,i as E}from"./format.js";import{t as ee}from"./CheckboxGroup.js";import{t as te}from"./DateInput.js";import{t as D}from"./UnitSelect.js";import{t as O}from"./CopyButton.js";import{n as k,t as A}from"./DelegationPanel.js";import{t as j}from"./LinkButton.js";import{t as M}from"./PageHeader.js";import{t as N}from"./Query.js";var P=e(s(),1),F=c();function I({onClose:e,onDone:t}){let{t:n}=r([`security`,`common`]),[a,o]=(0,P.useState)(!1);return(0,F.jsx)(d,{open:!0,title:n(a?`security:codes.title`:`security:factor.setUp`),footer:null,closable:!a,keyboard:!a,mask:{closable:!1},onCancel:e,children:(0,F.jsx)(h,{onDone:t,onCodes:()=>o(!0),more:(0,F.jsx)(i,{onClick:e,children:n(`common:action.cancel`)})})})}var L={password:void 0,code:void 0};function R(){let{t:e}=r(`security`);return(0,F.jsxs)(F.Fragment,{children:[(0,F.jsx)(l.Item,{name:`password`,label:e(`factor.password`),rules:[{required:!0}],children:(0,F.jsx)(u.Password,{autoComplete:`current-password`})}),(0,F.jsx)(g,{kind:`any`})]})}function z({onClose:e,onDone:n}){let{t:i}=r(`security`),a=v(n),[,o]=t(m);return(0,F.jsx)(_,{title:i(`disable.title`),intro:i(`disable.follows`),start:L,submitLabel:i(`disable.action`),danger:!0,onClose:e,send:async({password:e=``,code:t=``})=>a(await o({input:{password:e,code:t.trim()}}),i(`disable.done`)),children:(0,F.jsx)(R,{})})}function B({onClose:e,onCodes:n}){let{t:i}=r(`security`),[,a]=t(f);return(0,F.jsx)(_,{title:i(`renew.title`),intro:i(`renew.follows`),start:L,submitLabel:i(`renew.action`),onClose:e,send:async({password:e=``,code:t=``})=>{let{data:r,error:i}=await a({input:{password:e,code:t.trim()}});return i?{error:i}:{done:()=>n(r?.renewRecoveryCodes.recoveryCodes??[])}},children:(0,F.jsx)(R,{})})}function V(e){let{t}=r(`security`);return(0,F.jsx)(d,{open:!0,title:t(`codes.title`),footer:null,closable:!1,keyboard:!1,mask:{closable:!1},children:(0,F.jsx)(p,{...e})})}var H=3;function U({loginName:e,factor:t,onChanged:n}){let{t:a}=r(`security`),[s,c]=(0,P.useState)(null),l=()=>c(null),u=()=>{l(),n()},{enabled:d,recoveryCodesLeft:f}=t;return(0,F.jsxs)(`section`,{className:`panel security-panel`,"aria-labelledby":`factor-title`,children:[(0,F.jsxs)(`div`,{className:`panel-head`,children:[(0,F.jsxs)(`h2`,{id:`factor-title`,children:[a(`factor.title`),` `,(0,F.jsx)(`span`,{className:d?`tag tag-good`:`tag`,children:a(d?`factor.on`:`factor.off`)})]}),(0,F.jsx)(`div`,{className:`step-actions`,children:d?(0,F.jsxs)(F.Fragment,{children:[(0,F.jsx)(i,{onClick:()=>c({kind:`renew`}),children:a(`renew.action`)}),(0,F.jsx)(i,{danger:!0,onClick:()=>c({kind:`disable`}),children:a(`disable.action`)})]}):(0,F.jsx)(i,{type:`primary`,onClick:()=>c({kind:`enrol`}),children:a(`factor.setUp`)})})]}),d&&f<H&&(0,F.jsx)(o,{type:`warning`,showIcon:!0,className:`error-state`,title:a(`codes.few`)}),(0,F.jsxs)(`p`,{children:[d?a(`factor.isOn`,{count:f}):a(`factor.isOff`),t.required&&` ${a(`factor.required`)}`]}),s?.kind===`enrol`&&(0,F.jsx)(I,{onClose:l,onDone:u}),s?.kind===`disable`&&(0,F.jsx)(z,{onClose:l,onDone:u}),s?.kind===`renew`&&(0,F.jsx)(B,{onClose:l,onCodes:e=>c({kind:`codes`,codes:e})}),s?.kind===`codes`&&(0,F.jsx)(V,{codes:s.codes,loginName:e,onDone:u})]})}var W=y(`
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
`),G=[[`Edge`,/\bEdgA?(?:iOS)?\/(\d+)/],[`Opera`,/\bOPR\/(\d+)/],[`WeChat`,/\bMicroMessenger\/(\d+)/],[`QQ Browser`,/\bQQBrowser\/(\d+)/],[`Firefox`,/\b(?:Firefox|FxiOS)\/(\d+)/],[`Chrome`,/\b(?:Headless)?(?:Chrome|CriOS|Chromium)\/(\d+)/],[`Safari`,/\bVersion\/(\d+)\S* .*Safari\//]],ne=[[`HarmonyOS`,/HarmonyOS|OpenHarmony/],[`Android`,/Android/],[`iOS`,/iPhone|iPad|iPod/],[`Windows`,/Windows/],[`macOS`,/Mac OS X|Macintosh/],[`ChromeOS`,/\bCrOS\b/],[`Linux`,/Linux|X11/]];function K(e){let t=ne.find(([,t])=>t.test(e))?.[0];for(let[n,r]of G){let i=r.exec(e)?.[1];if(i)return[`${n} ${i}`,t].filter(Boolean).join(` · `)}let n=/^\S+/.exec(e.trim())?.[0];return n&&!n.startsWith(`Mozilla/`)?n.replace(`/`,` `).slice(0,60):t??null}var q=y(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      sessions {
        id
      }
    }
  }
`),J=y(`
  mutation EndOtherSessions {
    endOtherSessions {
      sessions {
        id
      }
    }
  }
`);function Y({sessions:e,onChanged:n}){let{t:a}=r(`security`),o=w(),s=S(`SignInMethod`),[,c]=t(q),[,l]=t(J),[u,d]=(0,P.useState)(null),[f,p]=(0,P.useState)(),m=async(e,t,r)=>{d(e),p(void 0);let i=await t();d(null),i.error?p(i.error):o.success(r),n()};return(0,F.jsxs)(`section`,{className:`panel security-panel`,"aria-labelledby":`sessions-title`,children:[(0,F.jsxs)(`div`,{className:`panel-head`,children:[(0,F.jsx)(`h2`,{id:`sessions-title`,children:a(`sessions.title`)}),e.some(e=>!e.current)&&(0,F.jsx)(i,{danger:!0,loading:u===`others`,onClick:()=>m(`others`,()=>l({}),a(`sessions.endedOthers`)),children:a(`sessions.endOthers`)})]}),(0,F.jsx)(b,{error:f}),(0,F.jsx)(`div`,{className:`table-scroll`,children:(0,F.jsxs)(`table`,{className:`grid-table security-table`,children:[(0,F.jsx)(`caption`,{className:`visually-hidden`,children:a(`sessions.title`)}),(0,F.jsx)(`thead`,{children:(0,F.jsxs)(`tr`,{children:[(0,F.jsx)(`th`,{scope:`col`,children:a(`sessions.device`)}),(0,F.jsx)(`th`,{scope:`col`,children:a(`sessions.address`)}),(0,F.jsx)(`th`,{scope:`col`,children:a(`sessions.method`)}),(0,F.jsx)(`th`,{scope:`col`,children:a(`sessions.createdAt`)}),(0,F.jsx)(`th`,{scope:`col`,children:a(`sessions.seenAt`)}),(0,F.jsx)(`th`,{scope:`col`,children:a(`actions`)})]})}),(0,F.jsx)(`tbody`,{children:e.map(e=>{let t=K(e.agent)??a(`sessions.unknown`);return(0,F.jsxs)(`tr`,{children:[(0,F.jsxs)(`th`,{scope:`row`,title:e.agent,children:[t,` `,e.current&&(0,F.jsx)(`span`,{className:`tag tag-good`,children:a(`sessions.this`)})]}),(0,F.jsx)(`td`,{children:e.address}),(0,F.jsx)(`td`,{children:s.label(e.method)}),(0,F.jsx)(`td`,{className:`nowrap`,children:E(e.createdAt)}),(0,F.jsx)(`td`,{className:`nowrap`,children:E(e.seenAt)}),(0,F.jsx)(`td`,{children:!e.current&&(0,F.jsx)(i,{size:`small`,loading:u===e.id,"aria-label":a(`sessions.endOne`,{device:t,time:E(e.createdAt)}),onClick:()=>m(e.id,()=>c({input:{sessionId:e.id}}),a(`sessions.ended`)),children:a(`sessions.end`)})})]},e.id)})})]})})]})}var X=y(`
  mutation CreateToken($input: CreateTokenInput!) {
    createToken(input: $input) {
      secret
      token {
        id
        name
      }
    }
  }
`),Z=y(`
  mutation RevokeToken($input: RevokeTokenInput!) {
    revokeToken(input: $input) {
      token {
        id
      }
    }
  }
`),Q=e(a(),1);function re(e){return e.active?`active`:e.revokedAt?`revoked`:`expired`}function ie(e){return(0,Q.default)(e).endOf(`day`).toISOString()}function ae(e,t=new Date){return(0,Q.default)(t).add(e,`day`).format(`YYYY-MM-DD`)}function oe(e,t){return[`curl ${e}/graphql \\`,`  -H 'Authorization: Bearer ${t}' \\`,`  -H 'Content-Type: application/json' \\`,`  -d '{"query":"{ viewer { actions } }"}'`].join(`
`)}var $=[{required:!0}],se=90;function ce({onClose:e,onDone:n}){let{t:i}=r(`security`),a=S(`TokenScope`),[,s]=t(X);return(0,F.jsxs)(_,{title:i(`tokens.new`),intro:i(`tokens.intro`),start:{name:void 0,scopes:void 0,unitId:void 0,expiresAt:ae(se)},submitLabel:i(`tokens.create`),onClose:e,send:async({name:e=``,scopes:t=[],unitId:r,expiresAt:i=``})=>{let{data:a,error:o}=await s({input:{name:e,scopes:t,unitId:r??null,expiresAt:ie(i)}});return o?{error:o}:{done:()=>n({name:e,secret:a?.createToken.secret??``})}},children:[(0,F.jsx)(l.Item,{name:`name`,label:i(`tokens.name`),extra:i(`tokens.nameHint`),rules:[{required:!0,whitespace:!0}],children:(0,F.jsx)(u,{maxLength:100,autoComplete:`off`})}),(0,F.jsx)(l.Item,{name:`scopes`,label:i(`tokens.scopes`),rules:$,className:`scope-field`,children:(0,F.jsx)(ee,{options:a.options,"aria-label":i(`tokens.scopes`)})}),(0,F.jsx)(l.Item,{noStyle:!0,dependencies:[`scopes`],children:({getFieldValue:e})=>e(`scopes`)?.includes(`WRITE_INDICATORS`)&&(0,F.jsx)(o,{type:`warning`,showIcon:!0,role:`status`,className:`error-state`,title:i(`tokens.writes`)})}),(0,F.jsx)(l.Item,{name:`unitId`,label:i(`tokens.unit`),extra:i(`tokens.unitHint`),children:(0,F.jsx)(D,{})}),(0,F.jsx)(l.Item,{name:`expiresAt`,label:i(`tokens.expiresAt`),extra:i(`tokens.expiresHint`),rules:$,children:(0,F.jsx)(te,{min:T()})})]})}function le({name:e,secret:t,onClose:n}){let{t:a}=r(`security`),s=oe(window.location.origin,t);return(0,F.jsxs)(d,{open:!0,title:a(`secret.title`,{name:e}),footer:(0,F.jsx)(i,{type:`primary`,onClick:n,children:a(`secret.kept`)}),closable:!1,keyboard:!1,mask:{closable:!1},width:640,children:[(0,F.jsx)(o,{type:`warning`,showIcon:!0,role:`status`,className:`error-state`,title:a(`secret.once`)}),(0,F.jsxs)(`div`,{className:`secret-block`,children:[(0,F.jsx)(`code`,{className:`secret-text`,"data-secret":!0,children:t}),(0,F.jsx)(O,{text:t,label:a(`secret.copy`)})]}),(0,F.jsxs)(`div`,{children:[(0,F.jsx)(`div`,{className:`hint`,children:a(`secret.example`)}),(0,F.jsx)(`pre`,{className:`secret-text`,children:s}),(0,F.jsx)(O,{text:s,label:a(`secret.copyExample`)})]})]})}function ue({tokens:e,onChanged:t}){let{t:n}=r(`security`),[a,o]=(0,P.useState)(null),s=()=>o(null);return(0,F.jsxs)(`section`,{className:`panel security-panel`,"aria-labelledby":`tokens-title`,children:[(0,F.jsxs)(`div`,{className:`panel-head`,children:[(0,F.jsx)(`h2`,{id:`tokens-title`,children:n(`tokens.title`)}),(0,F.jsx)(i,{onClick:()=>o({kind:`create`}),children:n(`tokens.new`)})]}),(0,F.jsx)(`p`,{className:`hint`,children:n(`tokens.what`)}),e.length>0&&(0,F.jsx)(fe,{tokens:e,onRevoke:e=>o({kind:`revoke`,token:e})}),a?.kind===`create`&&(0,F.jsx)(ce,{onClose:s,onDone:e=>{o({kind:`secret`,...e}),t()}}),a?.kind===`secret`&&(0,F.jsx)(le,{name:a.name,secret:a.secret,onClose:s}),a?.kind===`revoke`&&(0,F.jsx)(pe,{token:a.token,onClose:s,onDone:()=>{s(),t()}})]})}var de={active:`tag tag-good`,expired:`tag`,revoked:`tag`};function fe({tokens:e,onRevoke:t}){let{t:n}=r(`security`),a=S(`TokenScope`);return(0,F.jsx)(`div`,{className:`table-scroll`,children:(0,F.jsxs)(`table`,{className:`grid-table security-table`,children:[(0,F.jsx)(`caption`,{className:`visually-hidden`,children:n(`tokens.title`)}),(0,F.jsx)(`thead`,{children:(0,F.jsxs)(`tr`,{children:[(0,F.jsx)(`th`,{scope:`col`,children:n(`tokens.name`)}),(0,F.jsx)(`th`,{scope:`col`,children:n(`tokens.scopes`)}),(0,F.jsx)(`th`,{scope:`col`,children:n(`tokens.unit`)}),(0,F.jsx)(`th`,{scope:`col`,children:n(`tokens.expiresAt`)}),(0,F.jsx)(`th`,{scope:`col`,children:n(`tokens.lastUsedAt`)}),(0,F.jsx)(`th`,{scope:`col`,children:n(`tokens.state`)}),(0,F.jsx)(`th`,{scope:`col`,children:n(`actions`)})]})}),(0,F.jsx)(`tbody`,{children:e.map(e=>{let r=re(e);return(0,F.jsxs)(`tr`,{children:[(0,F.jsx)(`th`,{scope:`row`,children:e.name}),(0,F.jsx)(`td`,{children:(0,F.jsx)(`ul`,{className:`scope-list`,children:e.scopes.map(e=>(0,F.jsx)(`li`,{children:a.label(e)},e))})}),(0,F.jsx)(`td`,{children:e.unit?.name??n(`tokens.everywhere`)}),(0,F.jsx)(`td`,{className:`nowrap`,children:E(e.expiresAt)}),(0,F.jsx)(`td`,{className:`nowrap`,children:e.lastUsedAt?E(e.lastUsedAt):n(`tokens.never`)}),(0,F.jsx)(`td`,{className:`nowrap`,children:(0,F.jsx)(`span`,{className:de[r],children:n(`tokens.${r}`)})}),(0,F.jsx)(`td`,{children:e.active&&(0,F.jsx)(i,{size:`small`,danger:!0,"aria-label":`${n(`revoke.action`)} ${e.name}`,onClick:()=>t(e),children:n(`revoke.action`)})})]},e.id)})})]})})}function pe({token:e,onClose:n,onDone:i}){let{t:a}=r(`security`),o=v(i),[,s]=t(Z);return(0,F.jsx)(_,{title:a(`revoke.title`,{name:e.name}),intro:a(`revoke.follows`),start:{},submitLabel:a(`revoke.action`),danger:!0,onClose:n,send:async()=>o(await s({input:{tokenId:e.id}}),a(`revoke.done`,{name:e.name})),children:null})}function me(){let{t:e}=r([`security`,`common`]),t=x(),[i,a]=n({query:W}),o=()=>a({requestPolicy:`network-only`});return(0,F.jsxs)(F.Fragment,{children:[(0,F.jsx)(M,{title:e(`security:title`),actions:(0,F.jsx)(j,{to:C.password,children:e(`common:shell.changePassword`)})}),(0,F.jsx)(N,{result:i,onRetry:o,rows:8,children:({viewer:e,mySessions:n,myTokens:r})=>(0,F.jsxs)(F.Fragment,{children:[e&&(0,F.jsx)(U,{loginName:e.account.loginName,factor:e.secondFactor,onChanged:o}),(0,F.jsx)(Y,{sessions:n,onChanged:o}),(0,F.jsx)(ue,{tokens:r,onChanged:o}),k(t)&&(0,F.jsx)(A,{})]})})]})}export{me as Component};