import{i as e}from"./rolldown-runtime.js";import{$t as t,F as n,G as r,I as i,Q as a,Z as o}from"./vendor.js";import{S as s,t as c}from"./react.js";import{t as l}from"./form.js";import{t as u}from"./input.js";import{t as d}from"./modal.js";import{i as f,n as p,r as m,t as h}from"./EnrolSteps.js";import{n as g}from"./StepForm.js";import{t as _}from"./EditDialog.js";import{t as v}from"./useAnswer.js";import{t as y}from"./gql.js";import{C as b,D as x,u as S,v as C,y as w}from"./index.js";import{a as T,i as E}from"./format.js";import{t as ee}from"./CheckboxGroup.js";import{t as te}from"./DateInput.js";import{t as D}from"./UnitSelect.js";import{t as O}from"./CopyButton.js";import{n as k,t as A}from"./DelegationPanel.js";import{t as j}from"./LinkButton.js";import{t as M}from"./PageHeader.js";import{t as N}from"./Query.js";var P=e(s(),1),F=c();function I({onClose:e,onDone:t}){let{t:n}=r([`security`,`common`]),[i,o]=(0,P.useState)(!1);return(0,F.jsx)(d,{open:!0,title:n(i?`security:codes.title`:`security:factor.setUp`),footer:null,closable:!i,keyboard:!i,mask:{closable:!1},onCancel:e,children:(0,F.jsx)(h,{onDone:t,onCodes:()=>o(!0),more:(0,F.jsx)(a,{onClick:e,children:n(`common:action.cancel`)})})})}var L={password:void 0,code:void 0};function R(){let{t:e}=r(`security`);return(0,F.jsxs)(F.Fragment,{children:[(0,F.jsx)(l.Item,{name:`password`,label:e(`factor.password`),rules:[{required:!0}],children:(0,F.jsx)(u.Password,{autoComplete:`current-password`})}),(0,F.jsx)(g,{kind:`any`})]})}function z({onClose:e,onDone:t}){let{t:i}=r(`security`),a=v(t),[,o]=n(m);return(0,F.jsx)(_,{title:i(`disable.title`),intro:i(`disable.follows`),start:L,submitLabel:i(`disable.action`),danger:!0,onClose:e,send:async({password:e=``,code:t=``})=>a(await o({input:{password:e,code:t.trim()}}),i(`disable.done`)),children:(0,F.jsx)(R,{})})}function B({onClose:e,onCodes:t}){let{t:i}=r(`security`),[,a]=n(f);return(0,F.jsx)(_,{title:i(`renew.title`),intro:i(`renew.follows`),start:L,submitLabel:i(`renew.action`),onClose:e,send:async({password:e=``,code:n=``})=>{let{data:r,error:i}=await a({input:{password:e,code:n.trim()}});return i?{error:i}:{done:()=>t(r?.renewRecoveryCodes.recoveryCodes??[])}},children:(0,F.jsx)(R,{})})}function V(e){let{t}=r(`security`);return(0,F.jsx)(d,{open:!0,title:t(`codes.title`),footer:null,closable:!1,keyboard:!1,mask:{closable:!1},children:(0,F.jsx)(p,{...e})})}var H=3;function U({loginName:e,factor:n,onChanged:i}){let{t:o}=r(`security`),[s,c]=(0,P.useState)(null),l=()=>c(null),u=()=>{l(),i()},{enabled:d,recoveryCodesLeft:f}=n;return(0,F.jsxs)(`section`,{className:`panel security-panel`,"aria-labelledby":`factor-title`,children:[(0,F.jsxs)(`div`,{className:`panel-head`,children:[(0,F.jsxs)(`h2`,{id:`factor-title`,children:[o(`factor.title`),` `,(0,F.jsx)(`span`,{className:d?`tag tag-good`:`tag`,children:o(d?`factor.on`:`factor.off`)})]}),(0,F.jsx)(`div`,{className:`step-actions`,children:d?(0,F.jsxs)(F.Fragment,{children:[(0,F.jsx)(a,{onClick:()=>c({kind:`renew`}),children:o(`renew.action`)}),(0,F.jsx)(a,{danger:!0,onClick:()=>c({kind:`disable`}),children:o(`disable.action`)})]}):(0,F.jsx)(a,{type:`primary`,onClick:()=>c({kind:`enrol`}),children:o(`factor.setUp`)})})]}),d&&f<H&&(0,F.jsx)(t,{type:`warning`,showIcon:!0,className:`error-state`,title:o(`codes.few`)}),(0,F.jsxs)(`p`,{children:[d?o(`factor.isOn`,{count:f}):o(`factor.isOff`),n.required&&` ${o(`factor.required`)}`]}),s?.kind===`enrol`&&(0,F.jsx)(I,{onClose:l,onDone:u}),s?.kind===`disable`&&(0,F.jsx)(z,{onClose:l,onDone:u}),s?.kind===`renew`&&(0,F.jsx)(B,{onClose:l,onCodes:e=>c({kind:`codes`,codes:e})}),s?.kind===`codes`&&(0,F.jsx)(V,{codes:s.codes,loginName:e,onDone:u})]})}var W=y(`
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
`);function Y({sessions:e,onChanged:t}){let{t:i}=r(`security`),o=w(),s=S(`SignInMethod`),[,c]=n(q),[,l]=n(J),[u,d]=(0,P.useState)(null),[f,p]=(0,P.useState)(),m=async(e,n,r)=>{d(e),p(void 0);let i=await n();d(null),i.error?p(i.error):o.success(r),t()};return(0,F.jsxs)(`section`,{className:`panel security-panel`,"aria-labelledby":`sessions-title`,children:[(0,F.jsxs)(`div`,{className:`panel-head`,children:[(0,F.jsx)(`h2`,{id:`sessions-title`,children:i(`sessions.title`)}),e.some(e=>!e.current)&&(0,F.jsx)(a,{danger:!0,loading:u===`others`,onClick:()=>m(`others`,()=>l({}),i(`sessions.endedOthers`)),children:i(`sessions.endOthers`)})]}),(0,F.jsx)(b,{error:f}),(0,F.jsx)(`div`,{className:`table-scroll`,children:(0,F.jsxs)(`table`,{className:`grid-table security-table`,children:[(0,F.jsx)(`caption`,{className:`visually-hidden`,children:i(`sessions.title`)}),(0,F.jsx)(`thead`,{children:(0,F.jsxs)(`tr`,{children:[(0,F.jsx)(`th`,{scope:`col`,children:i(`sessions.device`)}),(0,F.jsx)(`th`,{scope:`col`,children:i(`sessions.address`)}),(0,F.jsx)(`th`,{scope:`col`,children:i(`sessions.method`)}),(0,F.jsx)(`th`,{scope:`col`,children:i(`sessions.createdAt`)}),(0,F.jsx)(`th`,{scope:`col`,children:i(`sessions.seenAt`)}),(0,F.jsx)(`th`,{scope:`col`,children:i(`actions`)})]})}),(0,F.jsx)(`tbody`,{children:e.map(e=>{let t=K(e.agent)??i(`sessions.unknown`);return(0,F.jsxs)(`tr`,{children:[(0,F.jsxs)(`th`,{scope:`row`,title:e.agent,children:[t,` `,e.current&&(0,F.jsx)(`span`,{className:`tag tag-good`,children:i(`sessions.this`)})]}),(0,F.jsx)(`td`,{children:e.address}),(0,F.jsx)(`td`,{children:s.label(e.method)}),(0,F.jsx)(`td`,{className:`nowrap`,children:E(e.createdAt)}),(0,F.jsx)(`td`,{className:`nowrap`,children:E(e.seenAt)}),(0,F.jsx)(`td`,{children:!e.current&&(0,F.jsx)(a,{size:`small`,loading:u===e.id,"aria-label":i(`sessions.endOne`,{device:t,time:E(e.createdAt)}),onClick:()=>m(e.id,()=>c({input:{sessionId:e.id}}),i(`sessions.ended`)),children:i(`sessions.end`)})})]},e.id)})})]})})]})}var X=y(`
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
`),Q=e(o(),1);function re(e){return e.active?`active`:e.revokedAt?`revoked`:`expired`}function ie(e){return(0,Q.default)(e).endOf(`day`).toISOString()}function ae(e,t=new Date){return(0,Q.default)(t).add(e,`day`).format(`YYYY-MM-DD`)}function oe(e,t){return[`curl ${e}/graphql \\`,`  -H 'Authorization: Bearer ${t}' \\`,`  -H 'Content-Type: application/json' \\`,`  -d '{"query":"{ viewer { actions } }"}'`].join(`
`)}var $=[{required:!0}],se=[[`WRITE_INDICATORS`,`tokens.writes`],[`WRITE_PROCEEDINGS`,`tokens.writesProceedings`]],ce=90;function le({onClose:e,onDone:i}){let{t:a}=r(`security`),o=S(`TokenScope`),[,s]=n(X);return(0,F.jsxs)(_,{title:a(`tokens.new`),intro:a(`tokens.intro`),start:{name:void 0,scopes:void 0,unitId:void 0,expiresAt:ae(ce)},submitLabel:a(`tokens.create`),onClose:e,send:async({name:e=``,scopes:t=[],unitId:n,expiresAt:r=``})=>{let{data:a,error:o}=await s({input:{name:e,scopes:t,unitId:n??null,expiresAt:ie(r)}});return o?{error:o}:{done:()=>i({name:e,secret:a?.createToken.secret??``})}},children:[(0,F.jsx)(l.Item,{name:`name`,label:a(`tokens.name`),extra:a(`tokens.nameHint`),rules:[{required:!0,whitespace:!0}],children:(0,F.jsx)(u,{maxLength:100,autoComplete:`off`})}),(0,F.jsx)(l.Item,{name:`scopes`,label:a(`tokens.scopes`),rules:$,className:`scope-field`,children:(0,F.jsx)(ee,{options:o.options,"aria-label":a(`tokens.scopes`)})}),(0,F.jsx)(l.Item,{noStyle:!0,dependencies:[`scopes`],children:({getFieldValue:e})=>se.filter(([t])=>e(`scopes`)?.includes(t)).map(([e,n])=>(0,F.jsx)(t,{type:`warning`,showIcon:!0,role:`status`,className:`error-state`,title:a(n)},e))}),(0,F.jsx)(l.Item,{name:`unitId`,label:a(`tokens.unit`),extra:a(`tokens.unitHint`),children:(0,F.jsx)(D,{})}),(0,F.jsx)(l.Item,{name:`expiresAt`,label:a(`tokens.expiresAt`),extra:a(`tokens.expiresHint`),rules:$,children:(0,F.jsx)(te,{min:T()})})]})}function ue({name:e,secret:n,onClose:i}){let{t:o}=r(`security`),s=oe(window.location.origin,n);return(0,F.jsxs)(d,{open:!0,title:o(`secret.title`,{name:e}),footer:(0,F.jsx)(a,{type:`primary`,onClick:i,children:o(`secret.kept`)}),closable:!1,keyboard:!1,mask:{closable:!1},width:640,children:[(0,F.jsx)(t,{type:`warning`,showIcon:!0,role:`status`,className:`error-state`,title:o(`secret.once`)}),(0,F.jsxs)(`div`,{className:`secret-block`,children:[(0,F.jsx)(`code`,{className:`secret-text`,"data-secret":!0,children:n}),(0,F.jsx)(O,{text:n,label:o(`secret.copy`)})]}),(0,F.jsxs)(`div`,{children:[(0,F.jsx)(`div`,{className:`hint`,children:o(`secret.example`)}),(0,F.jsx)(`pre`,{className:`secret-text`,children:s}),(0,F.jsx)(O,{text:s,label:o(`secret.copyExample`)})]})]})}function de({tokens:e,onChanged:t}){let{t:n}=r(`security`),[i,o]=(0,P.useState)(null),s=()=>o(null);return(0,F.jsxs)(`section`,{className:`panel security-panel`,"aria-labelledby":`tokens-title`,children:[(0,F.jsxs)(`div`,{className:`panel-head`,children:[(0,F.jsx)(`h2`,{id:`tokens-title`,children:n(`tokens.title`)}),(0,F.jsx)(a,{onClick:()=>o({kind:`create`}),children:n(`tokens.new`)})]}),(0,F.jsx)(`p`,{className:`hint`,children:n(`tokens.what`)}),e.length>0&&(0,F.jsx)(pe,{tokens:e,onRevoke:e=>o({kind:`revoke`,token:e})}),i?.kind===`create`&&(0,F.jsx)(le,{onClose:s,onDone:e=>{o({kind:`secret`,...e}),t()}}),i?.kind===`secret`&&(0,F.jsx)(ue,{name:i.name,secret:i.secret,onClose:s}),i?.kind===`revoke`&&(0,F.jsx)(me,{token:i.token,onClose:s,onDone:()=>{s(),t()}})]})}var fe={active:`tag tag-good`,expired:`tag`,revoked:`tag`};function pe({tokens:e,onRevoke:t}){let{t:n}=r(`security`),i=S(`TokenScope`);return(0,F.jsx)(`div`,{className:`table-scroll`,children:(0,F.jsxs)(`table`,{className:`grid-table security-table`,children:[(0,F.jsx)(`caption`,{className:`visually-hidden`,children:n(`tokens.title`)}),(0,F.jsx)(`thead`,{children:(0,F.jsxs)(`tr`,{children:[(0,F.jsx)(`th`,{scope:`col`,children:n(`tokens.name`)}),(0,F.jsx)(`th`,{scope:`col`,children:n(`tokens.scopes`)}),(0,F.jsx)(`th`,{scope:`col`,children:n(`tokens.unit`)}),(0,F.jsx)(`th`,{scope:`col`,children:n(`tokens.expiresAt`)}),(0,F.jsx)(`th`,{scope:`col`,children:n(`tokens.lastUsedAt`)}),(0,F.jsx)(`th`,{scope:`col`,children:n(`tokens.state`)}),(0,F.jsx)(`th`,{scope:`col`,children:n(`actions`)})]})}),(0,F.jsx)(`tbody`,{children:e.map(e=>{let r=re(e);return(0,F.jsxs)(`tr`,{children:[(0,F.jsx)(`th`,{scope:`row`,children:e.name}),(0,F.jsx)(`td`,{children:(0,F.jsx)(`ul`,{className:`scope-list`,children:e.scopes.map(e=>(0,F.jsx)(`li`,{children:i.label(e)},e))})}),(0,F.jsx)(`td`,{children:e.unit?.name??n(`tokens.everywhere`)}),(0,F.jsx)(`td`,{className:`nowrap`,children:E(e.expiresAt)}),(0,F.jsx)(`td`,{className:`nowrap`,children:e.lastUsedAt?E(e.lastUsedAt):n(`tokens.never`)}),(0,F.jsx)(`td`,{className:`nowrap`,children:(0,F.jsx)(`span`,{className:fe[r],children:n(`tokens.${r}`)})}),(0,F.jsx)(`td`,{children:e.active&&(0,F.jsx)(a,{size:`small`,danger:!0,"aria-label":`${n(`revoke.action`)} ${e.name}`,onClick:()=>t(e),children:n(`revoke.action`)})})]},e.id)})})]})})}function me({token:e,onClose:t,onDone:i}){let{t:a}=r(`security`),o=v(i),[,s]=n(Z);return(0,F.jsx)(_,{title:a(`revoke.title`,{name:e.name}),intro:a(`revoke.follows`),start:{},submitLabel:a(`revoke.action`),danger:!0,onClose:t,send:async()=>o(await s({input:{tokenId:e.id}}),a(`revoke.done`,{name:e.name})),children:null})}function he(){let{t:e}=r([`security`,`common`]),t=x(),[n,a]=i({query:W}),o=()=>a({requestPolicy:`network-only`});return(0,F.jsxs)(F.Fragment,{children:[(0,F.jsx)(M,{title:e(`security:title`),actions:(0,F.jsx)(j,{to:C.password,children:e(`common:shell.changePassword`)})}),(0,F.jsx)(N,{result:n,onRetry:o,rows:8,children:({viewer:e,mySessions:n,myTokens:r})=>(0,F.jsxs)(F.Fragment,{children:[e&&(0,F.jsx)(U,{loginName:e.account.loginName,factor:e.secondFactor,onChanged:o}),(0,F.jsx)(Y,{sessions:n,onChanged:o}),(0,F.jsx)(de,{tokens:r,onChanged:o}),k(t)&&(0,F.jsx)(A,{})]})})]})}export{he as Component};