import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{F as r,H as i,O as a,k as o}from"./vendor.js";import{a as s,n as c,o as l,s as u}from"./query7.js";import{t as d}from"./form.js";import{t as f}from"./input.js";import{t as p}from"./EditDialog.js";import{t as m}from"./useAnswer.js";import{t as h}from"./gql.js";import{t as g}from"./select.js";import{T as _,c as v}from"./index.js";import{t as y}from"./DateInput.js";import{t as b}from"./Dialog.js";import{t as x}from"./PersonSelect.js";import{t as S}from"./Query.js";import{i as C}from"./format.js";import{t as w}from"./Empty2.js";import{t as T}from"./GradeBadge.js";import{t as E}from"./PageHeader.js";var D=e(t(),1),O=n();function k({item:e,onClose:t,onDone:n}){let{t:i}=r(`objection`),o=m(n),[,c]=a(s);return(0,O.jsxs)(p,{title:i(`raise.title`),intro:i(`raise.follows`),start:{text:void 0},submitLabel:i(`raise.send`),draft:`objection/raise/${e.aboutId}`,onClose:t,send:async({text:t=``})=>o(await c({input:{aboutId:e.aboutId,text:t}}),i(`raise.done`)),children:[(0,O.jsx)(`p`,{className:`prose`,children:e.title}),(0,O.jsx)(d.Item,{name:`text`,label:i(`raise.text`),rules:[{required:!0,whitespace:!0}],children:(0,O.jsx)(f.TextArea,{rows:6,maxLength:4e3,showCount:!0})})]})}function A({objection:e,onClose:t,onDone:n}){let{t:i}=r(`objection`),o=m(n),[,s]=a(l);return(0,O.jsx)(p,{title:i(`withdraw.title`),intro:i(`withdraw.follows`),start:{},submitLabel:i(`withdraw.action`),onClose:t,send:async()=>o(await s({input:{objectionId:e.id,expectedVersion:e.version}}),i(`withdraw.done`)),children:(0,O.jsx)(`p`,{className:`prose`,children:e.text})})}var j=h(`
  query CloseRelations($personId: ID!) {
    closeRelations(personId: $personId) {
      id
      version
      kind
      from
      to
      note
      mayEnd
      person {
        id
        name
      }
      other {
        id
        name
      }
    }
  }
`),M=h(`
  mutation DeclareRelation($input: DeclareRelationInput!) {
    declareRelation(input: $input) {
      relation {
        id
      }
    }
  }
`),N=h(`
  mutation EndRelation($input: EndRelationInput!) {
    endRelation(input: $input) {
      relation {
        id
      }
    }
  }
`);function P({personId:e,onClose:t,onDone:n}){let{t:i}=r(`balance`),[o]=d.useForm(),[,s]=a(M),c=v(`RelationKind`);return(0,O.jsxs)(b,{title:i(`relation.declare`),open:!0,onClose:t,form:o,submit:async({otherId:t=``,kind:r=`OTHER`,from:i=``,note:a=``})=>{let{error:o}=await s({input:{personId:e,otherId:t,kind:r,from:i,note:a}});if(o)return o;n()},children:[(0,O.jsx)(d.Item,{name:`otherId`,label:i(`relation.other`),rules:[{required:!0}],children:(0,O.jsx)(x,{})}),(0,O.jsx)(d.Item,{name:`kind`,label:i(`relation.kind`),rules:[{required:!0}],children:(0,O.jsx)(g,{options:c.options})}),(0,O.jsx)(d.Item,{name:`from`,label:i(`relation.from`),rules:[{required:!0}],children:(0,O.jsx)(y,{})}),(0,O.jsx)(d.Item,{name:`note`,label:i(`relation.note`),rules:[{max:500}],children:(0,O.jsx)(f.TextArea,{rows:2})})]})}function F({relation:e,onClose:t,onDone:n}){let{t:i}=r(`balance`),[o]=d.useForm(),[,s]=a(N);return(0,O.jsx)(b,{title:i(`relation.end`),open:!0,onClose:t,form:o,submit:async({to:t=``})=>{let{error:r}=await s({input:{relationId:e.id,expectedVersion:e.version,to:t}});if(r)return r;n()},children:(0,O.jsx)(d.Item,{name:`to`,label:i(`relation.to`),rules:[{required:!0}],children:(0,O.jsx)(y,{})})})}function I({personId:e}){let{t}=r(`balance`),n=v(`RelationKind`),[a,s]=o({query:j,variables:{personId:e},requestPolicy:`cache-and-network`}),[c,l]=(0,D.useState)(null),u={onClose:()=>l(null),onDone:()=>s({requestPolicy:`network-only`})};return(0,O.jsxs)(`section`,{className:`panel`,children:[(0,O.jsx)(`h2`,{children:t(`relation.title`)}),(0,O.jsx)(`p`,{className:`hint`,children:t(`relation.intro`)}),(0,O.jsx)(S,{result:a,onRetry:()=>s({requestPolicy:`network-only`}),rows:2,children:({closeRelations:e})=>e.length===0?(0,O.jsx)(`p`,{className:`hint-inline`,children:t(`relation.none`)}):(0,O.jsx)(`ul`,{children:e.map(e=>(0,O.jsxs)(`li`,{children:[[e.person,e.other].map(e=>e?.name??t(`hidden`)).join(` · `),` `,(0,O.jsx)(`span`,{className:`tag`,children:n.label(e.kind)}),` `,t(`relation.days`,{from:e.from,to:e.to??t(`relation.open`)}),` `,e.note,` `,e.mayEnd&&e.to===null&&(0,O.jsx)(i,{size:`small`,onClick:()=>l(e),children:t(`relation.end`)})]},e.id))})}),(0,O.jsx)(i,{onClick:()=>l(`declare`),children:t(`relation.declare`)}),c===`declare`&&(0,O.jsx)(P,{personId:e,...u}),c!==null&&c!==`declare`&&(0,O.jsx)(F,{relation:c,...u})]})}function L(){let{t:e}=r(`objection`),[t,n]=o({query:c,requestPolicy:`cache-and-network`}),i=()=>n({requestPolicy:`network-only`}),{person:a}=_(),[s,l]=(0,D.useState)(null),u={onClose:()=>l(null),onDone:()=>{l(null),i()}};return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(E,{title:e(`mine.title`)}),(0,O.jsxs)(`section`,{className:`panel`,children:[(0,O.jsx)(`p`,{className:`hint`,children:e(`mine.intro`)}),(0,O.jsx)(S,{result:t,onRetry:i,rows:6,children:({myRecord:t})=>t.items.length===0?(0,O.jsx)(w,{text:e(`mine.none`)}):(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(`ul`,{className:`record-list`,children:t.items.map(e=>(0,O.jsx)(R,{item:e,onOpen:l},e.aboutId))}),t.more&&(0,O.jsx)(`p`,{className:`hint`,children:e(`mine.more`)})]})})]}),a&&(0,O.jsx)(I,{personId:a.id}),s?.kind===`raise`&&(0,O.jsx)(k,{item:s.item,...u}),s?.kind===`withdraw`&&(0,O.jsx)(A,{objection:s.objection,...u})]})}function R({item:e,onOpen:t}){let{t:n}=r(`objection`),a=v(`RecordKind`),o=v(`RecordRelation`),s=v(`Role`),c=`${a.label(e.kind)} ${e.title}`,l=e.objections.some(e=>e.state===`RAISED`);return(0,O.jsxs)(`li`,{children:[(0,O.jsxs)(`h2`,{className:`record-title`,children:[(0,O.jsx)(`span`,{className:`tag`,children:a.label(e.kind)}),` `,e.grade&&(0,O.jsx)(T,{grade:e.grade}),` `,e.title]}),(0,O.jsx)(`p`,{className:`hint-inline`,children:[e.unit?.name,e.relations.map(o.label).join(`、`),[e.byRole&&s.label(e.byRole),e.by].filter(Boolean).join(` `),C(e.at)].filter(Boolean).join(` · `)}),e.text&&(0,O.jsx)(`p`,{className:`prose`,children:e.text}),e.objections.map(e=>(0,O.jsx)(z,{objection:e,onOpen:t},e.id)),!l&&(0,O.jsx)(i,{size:`small`,"aria-label":`${n(`raise.action`)} ${c}`,onClick:()=>t({kind:`raise`,item:e}),children:n(`raise.action`)})]})}function z({objection:e,onOpen:t}){let{t:n}=r(`objection`),a=v(`Role`),o=v(`ObjectionOutcome`);return(0,O.jsxs)(`div`,{className:`record-objection`,children:[(0,O.jsxs)(`p`,{children:[(0,O.jsx)(`strong`,{children:n(`raised`,{at:C(e.createdAt)})}),` `,(0,O.jsx)(u,{...e})]}),(0,O.jsx)(`p`,{className:`prose`,children:e.text}),e.state===`RAISED`&&(0,O.jsxs)(`p`,{children:[n(`answeredBy`,{role:a.label(e.tier)}),` `,(0,O.jsx)(i,{size:`small`,onClick:()=>t({kind:`withdraw`,objection:e}),children:n(`withdraw.action`)})]}),e.state===`ANSWERED`&&(0,O.jsxs)(O.Fragment,{children:[(0,O.jsxs)(`p`,{children:[(0,O.jsx)(`strong`,{children:o.label(e.outcome)}),` `,(0,O.jsxs)(`span`,{className:`hint-inline`,children:[e.answererRole&&a.label(e.answererRole),` `,e.answererName,` `,C(e.answeredAt)]})]}),(0,O.jsx)(`p`,{className:`prose`,children:e.answer})]})]})}export{L as Component};