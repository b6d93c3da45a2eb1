import{i as e}from"./rolldown-runtime.js";import{S as t,m as n,n as r,t as i}from"./react.js";import{D as a,F as o,H as s,Jt as c,O as l,k as u}from"./vendor.js";import{t as d}from"./form.js";import{t as f}from"./select.js";import{t as p}from"./gql.js";import{i as m,n as ee}from"./figures.js";import{c as te,i as ne,l as re}from"./query2.js";import{C as h,T as g,b as _,c as v,l as ie}from"./index.js";import{a as y,i as ae,n as oe}from"./format.js";import{t as b}from"./DateInput.js";import{t as x}from"./EditDialog.js";import{t as S}from"./EnumPicker.js";import{t as C}from"./useAnswer.js";import{t as w}from"./PersonSelect.js";import{t as se}from"./PostSelect.js";import{t as T}from"./input.js";import{a as ce,i as le,n as ue,r as E,t as D}from"./UnitSelect.js";import{t as de}from"./checkbox.js";import{t as O}from"./input-number.js";import{c as fe,n as pe}from"./query5.js";import{r as k}from"./riskState.js";import{t as A}from"./Empty2.js";import{t as j}from"./Query.js";import{t as me}from"./path.js";import{t as he}from"./CountTiles.js";import{t as ge}from"./Facts.js";import{n as _e,t as ve}from"./useRestHeight.js";import{t as ye}from"./useDebounced.js";import{o as be,s as M}from"./urlState.js";import{t as N}from"./PageHeader.js";var P=i();function xe({personId:e,postId:t}){let[n]=u({query:ne,variables:{id:t??``},pause:!e||!t}),r=n.data?.node;return!e||!t||r?.__typename!==`Post`||!r.unit?null:(0,P.jsx)(F,{unitId:r.unit.id,candidate:{appoint:[{personId:e,postId:t}]}})}function Se({personId:e,unitId:t,kind:n}){return!e||!n?null:(0,P.jsx)(F,{unitId:t,candidate:{portfolios:[{personId:e,unitId:t,kind:n}]}})}function F({unitId:e,candidate:t}){let{t:n}=o(`balance`),[{data:r,fetching:i,error:a}]=u({query:te,variables:{unitId:e,candidate:t},requestPolicy:`network-only`}),s=r?.whatIf[0];return a?(0,P.jsx)(`p`,{className:`hint`,children:n(`whatIf.unknown`)}):i||!s?(0,P.jsx)(`p`,{className:`hint`,children:n(`whatIf.working`)}):(0,P.jsx)(Ce,{outcome:s})}function Ce({outcome:e}){let{t}=o(`balance`),n=m(e.createdCounts),r=m(e.removedCounts),i=ee(e.createdCounts,`HIGH`);return(0,P.jsx)(c,{className:`balance-whatif`,showIcon:!0,role:`status`,type:n>0?i>0?`error`:`warning`:`success`,title:n>0?t(`whatIf.created`,{count:n,high:i}):t(`whatIf.none`),description:(0,P.jsxs)(P.Fragment,{children:[e.created&&e.created.length>0&&(0,P.jsx)(`ul`,{children:e.created.map(({id:e,severity:t,rule:n,message:r})=>(0,P.jsxs)(`li`,{children:[(0,P.jsx)(re,{severity:t}),` `,n.name,`：`,r]},e))}),r>0&&(0,P.jsx)(`div`,{children:t(`whatIf.removed`,{count:r})}),n>0&&(0,P.jsx)(`div`,{className:`hint-inline`,children:t(`whatIf.free`)})]})})}var I=e(t(),1),we=p(`
  mutation CreateUnit($input: CreateUnitInput!) {
    createUnit(input: $input) {
      unit {
        id
      }
    }
  }
`),Te=p(`
  mutation UpdateUnit($input: UpdateUnitInput!) {
    updateUnit(input: $input) {
      unit {
        id
        version
      }
    }
  }
`),Ee=p(`
  mutation MoveUnit($input: MoveUnitInput!) {
    moveUnit(input: $input) {
      act {
        id
      }
      unit {
        id
        version
      }
    }
  }
`),De=p(`
  mutation CloseUnit($input: CloseUnitInput!) {
    closeUnit(input: $input) {
      act {
        id
      }
      unit {
        id
        version
      }
    }
  }
`),Oe=p(`
  mutation CreatePost($input: CreatePostInput!) {
    createPost(input: $input) {
      post {
        id
        unit {
          id
        }
      }
    }
  }
`),L=p(`
  mutation UpdatePost($input: UpdatePostInput!) {
    updatePost(input: $input) {
      post {
        id
        version
      }
    }
  }
`),ke=p(`
  mutation AddPerson($input: AddPersonInput!) {
    addPerson(input: $input) {
      person {
        id
        unit {
          id
        }
      }
    }
  }
`),Ae=p(`
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      person {
        id
        version
      }
    }
  }
`),je=p(`
  mutation EraseTexts($input: EraseTextsInput!) {
    eraseTexts(input: $input) {
      person {
        id
        name
        version
      }
      entries
    }
  }
`),Me=p(`
  mutation Appoint($input: AppointInput!) {
    appoint(input: $input) {
      act {
        id
      }
      appointment {
        id
        post {
          id
        }
      }
    }
  }
`),Ne=p(`
  mutation Relieve($input: RelieveInput!) {
    relieve(input: $input) {
      appointment {
        id
        version
      }
    }
  }
`),Pe=p(`
  mutation AssignPortfolio($input: AssignPortfolioInput!) {
    assignPortfolio(input: $input) {
      act {
        id
      }
      portfolio {
        id
        unit {
          id
        }
      }
    }
  }
`),Fe=p(`
  mutation EndPortfolio($input: EndPortfolioInput!) {
    endPortfolio(input: $input) {
      portfolio {
        id
        version
      }
    }
  }
`),Ie=p(`
  query Newest($id: ID!) {
    node(id: $id) {
      __typename
      ... on Unit {
        id
        version
        code
        name
        kind
        sortOrder
        path {
          id
        }
      }
      ... on Post {
        id
        version
        name
        duties
        keyPost
        rotationYears
        closedOn
      }
      ... on Person {
        id
        version
        staffNumber
        name
        jobTitle
        politicalStatus
        unit {
          id
        }
      }
      ... on Appointment {
        id
        version
      }
      ... on Portfolio {
        id
        version
      }
    }
  }
`);async function R(e,t,n){let{data:r}=await e.query(Ie,{id:n},{requestPolicy:`network-only`}).toPromise();return r?.node?.__typename===t?r.node:null}var z=[{required:!0}];function B({post:e,person:t,onClose:n,onDone:r}){let{t:i}=o(`organisationEdit`),a=C(r),[,s]=l(Me);return(0,P.jsxs)(x,{title:i(`office.appoint`,{name:e?.name??t?.name}),intro:i(`office.appointFollows`),start:{personId:t?.id,postId:e?.id,from:y()},submitLabel:i(`action.appoint`),onClose:n,send:async({personId:e=``,postId:t=``,from:n=``})=>{let r=await s({input:{personId:e,postId:t,from:n}});return a(r,i(r.data?.appoint.act?`office.waits`:`office.appointed`))},children:[(0,P.jsx)(d.Item,{name:`personId`,label:i(`office.person`),rules:z,children:(0,P.jsx)(w,{disabled:t!==void 0})}),(0,P.jsx)(d.Item,{name:`postId`,label:i(`office.post`),rules:z,children:(0,P.jsx)(se,{disabled:e!==void 0})}),(0,P.jsx)(d.Item,{name:`from`,label:i(`office.from`),rules:z,children:(0,P.jsx)(b,{})}),(0,P.jsx)(d.Item,{noStyle:!0,dependencies:[`personId`,`postId`],children:({getFieldsValue:e})=>{let{personId:t,postId:n}=e([`personId`,`postId`]);return(0,P.jsx)(xe,{personId:t,postId:n})}})]})}function Le({post:e,onClose:t,onDone:n}){let{t:r}=o(`organisationEdit`),i=a(),s=C(n),[,c]=l(Ne),u=e.appointments.filter(e=>e.to===null),p=(0,I.useRef)(new Map(u.map(({id:e,version:t})=>[e,t]))),m={appointmentId:u.length===1?u[0]?.id:void 0,to:y()};return(0,P.jsxs)(x,{title:r(`office.relieve`,{name:e.name}),intro:r(`office.relieveFollows`),start:m,submitLabel:r(`action.relieve`),danger:!0,onClose:t,send:async({appointmentId:e=``,to:t})=>{let n=p.current.get(e)??0;return s(await c({input:{appointmentId:e,expectedVersion:n,to:t||null}}),r(`office.relieved`))},fresh:async()=>{for(let{id:e}of u){let t=await R(i,`Appointment`,e);t&&p.current.set(e,t.version)}return{start:m,version:0}},children:[(0,P.jsx)(d.Item,{name:`appointmentId`,label:r(`office.holder`),rules:z,children:(0,P.jsx)(f,{options:u.map(e=>({value:e.id,label:r(`office.holderSince`,{name:e.person?.name??`—`,from:e.from})}))})}),(0,P.jsx)(d.Item,{name:`to`,label:r(`office.to`),extra:r(`office.toHint`),children:(0,P.jsx)(b,{})})]})}function Re({unit:e,onClose:t,onDone:n}){let{t:r}=o(`organisationEdit`),i=C(n),[,a]=l(Pe);return(0,P.jsxs)(x,{title:r(`office.assign`,{name:e.name}),intro:r(`office.assignFollows`),start:{personId:void 0,kind:void 0,from:y()},submitLabel:r(`action.assign`),onClose:t,send:async({personId:t=``,kind:n,from:o=``})=>{let s=await a({input:{unitId:e.id,personId:t,kind:n,from:o}});return i(s,r(s.data?.assignPortfolio.act?`office.waits`:`office.assigned`))},children:[(0,P.jsx)(d.Item,{name:`kind`,label:r(`office.kind`),rules:z,children:(0,P.jsx)(S,{name:`PortfolioKind`})}),(0,P.jsx)(d.Item,{name:`personId`,label:r(`office.person`),rules:z,children:(0,P.jsx)(w,{})}),(0,P.jsx)(d.Item,{name:`from`,label:r(`office.from`),rules:z,children:(0,P.jsx)(b,{})}),(0,P.jsx)(d.Item,{noStyle:!0,dependencies:[`personId`,`kind`],children:({getFieldsValue:t})=>{let{personId:n,kind:r}=t([`personId`,`kind`]);return(0,P.jsx)(Se,{unitId:e.id,personId:n,kind:r})}})]})}function ze({portfolio:e,onClose:t,onDone:n}){let{t:r}=o(`organisationEdit`),i=v(`PortfolioKind`),s=a(),c=C(n),[,u]=l(Fe);return(0,P.jsx)(x,{title:r(`office.end`,{name:e.person?.name??`—`,kind:i.label(e.kind)}),intro:r(`office.endFollows`),start:{to:y()},version:e.version,submitLabel:r(`action.end`),danger:!0,onClose:t,send:async({to:t},n)=>c(await u({input:{portfolioId:e.id,expectedVersion:n,to:t||null}}),r(`office.ended`)),fresh:async()=>{let t=await R(s,`Portfolio`,e.id);return t&&{start:{to:y()},version:t.version}},children:(0,P.jsx)(d.Item,{name:`to`,label:r(`office.to`),extra:r(`office.toHint`),children:(0,P.jsx)(b,{})})})}function V(){let{t:e}=o(`organisationEdit`);return(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(d.Item,{name:`name`,label:e(`person.name`),rules:[{required:!0,whitespace:!0}],children:(0,P.jsx)(T,{autoComplete:`off`})}),(0,P.jsx)(d.Item,{name:`staffNumber`,label:e(`person.staffNumber`),extra:e(`person.staffNumberHint`),children:(0,P.jsx)(T,{autoComplete:`off`})}),(0,P.jsx)(d.Item,{name:`jobTitle`,label:e(`person.jobTitle`),children:(0,P.jsx)(T,{})}),(0,P.jsx)(d.Item,{name:`politicalStatus`,label:e(`person.politicalStatus`),children:(0,P.jsx)(S,{name:`PoliticalStatus`,allowClear:!0})}),(0,P.jsx)(d.Item,{name:`unitId`,label:e(`person.unit`),rules:[{required:!0}],children:(0,P.jsx)(D,{from:`all`,allowClear:!1})})]})}function H({unitId:e,staffNumber:t,name:n,jobTitle:r,politicalStatus:i}){return{unitId:e??``,staffNumber:t?.trim()||null,name:n??``,jobTitle:r??``,politicalStatus:i??null}}function Be({unit:e,onClose:t,onDone:n}){let{t:r}=o(`organisationEdit`),i=C(n),[,a]=l(ke);return(0,P.jsx)(x,{title:r(`person.add`,{name:e.name}),start:{unitId:e.id,staffNumber:void 0,name:void 0,jobTitle:void 0,politicalStatus:void 0},onClose:t,send:async e=>i(await a({input:H(e)}),r(`person.added`,{name:e.name})),children:(0,P.jsx)(V,{})})}var U=e=>({unitId:e.unit?.id,staffNumber:e.staffNumber??void 0,name:e.name,jobTitle:e.jobTitle,politicalStatus:e.politicalStatus??void 0});function Ve({person:e,onClose:t,onDone:n}){let{t:r}=o(`organisationEdit`),i=a(),s=C(n),[,c]=l(Ae);return(0,P.jsx)(x,{title:r(`person.edit`,{name:e.name}),intro:r(`person.editFollows`),start:U(e),version:e.version,onClose:t,send:async(t,n)=>s(await c({input:{id:e.id,expectedVersion:n,...H(t)}}),r(`saved`)),fresh:async()=>{let t=await R(i,`Person`,e.id);return t&&{start:U(t),version:t.version}},children:(0,P.jsx)(V,{})})}function He({person:e,onClose:t,onDone:n}){let{t:r}=o(`organisationEdit`),i=C(n),[,a]=l(je);return(0,P.jsxs)(x,{title:r(`erase.title`,{name:e.name}),intro:r(`erase.intro`),start:{reason:void 0},danger:!0,submitLabel:r(`erase.submit`),onClose:t,send:async({reason:t=``})=>{let n=await a({input:{personId:e.id,reason:t.trim()}});return i(n,r(`erase.done`,{count:n.data?.eraseTexts.entries??0}))},children:[(0,P.jsx)(c,{type:`warning`,showIcon:!0,className:`edit-warning`,title:r(`erase.warning`,{name:e.name})}),(0,P.jsx)(d.Item,{name:`reason`,label:r(`erase.reason`),extra:r(`erase.reasonHint`),rules:[{required:!0,whitespace:!0,message:r(`erase.need`)}],children:(0,P.jsx)(T.TextArea,{rows:3,maxLength:500})})]})}function W(){let{t:e}=o(`organisationEdit`);return(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(d.Item,{name:`name`,label:e(`post.name`),rules:[{required:!0,whitespace:!0}],children:(0,P.jsx)(T,{})}),(0,P.jsx)(d.Item,{name:`duties`,label:e(`post.duties`),children:(0,P.jsx)(T.TextArea,{autoSize:{minRows:3,maxRows:10}})}),(0,P.jsx)(d.Item,{name:`keyPost`,valuePropName:`checked`,children:(0,P.jsx)(de,{children:e(`post.keyPost`)})}),(0,P.jsx)(d.Item,{name:`rotationYears`,label:e(`post.rotationYears`),extra:e(`post.rotationHint`),children:(0,P.jsx)(O,{min:1,precision:0})})]})}function Ue({unit:e,onClose:t,onDone:n}){let{t:r}=o(`organisationEdit`),i=C(n),[,a]=l(Oe);return(0,P.jsx)(x,{title:r(`post.create`,{name:e.name}),start:{name:void 0,duties:void 0,keyPost:!1,rotationYears:void 0},onClose:t,send:async({name:t=``,duties:n=``,keyPost:o,rotationYears:s})=>i(await a({input:{unitId:e.id,name:t,duties:n,keyPost:o,rotationYears:s??null}}),r(`post.created`,{name:t})),children:(0,P.jsx)(W,{})})}var G=e=>({name:e.name,duties:e.duties,keyPost:e.keyPost,rotationYears:e.rotationYears});function We({post:e,onClose:t,onDone:n}){let{t:r}=o(`organisationEdit`),i=a(),s=C(n),[,c]=l(L);return(0,P.jsx)(x,{title:r(`post.edit`,{name:e.name}),start:G(e),version:e.version,onClose:t,send:async({name:t=``,duties:n=``,keyPost:i,rotationYears:a},o)=>s(await c({input:{id:e.id,expectedVersion:o,name:t,duties:n,keyPost:i,rotationYears:a??null,closedOn:e.closedOn}}),r(`saved`)),fresh:async()=>{let t=await R(i,`Post`,e.id);return t&&{start:G(t),version:t.version}},children:(0,P.jsx)(W,{})})}function Ge({post:e,onClose:t,onDone:n}){let{t:r}=o(`organisationEdit`),i=a(),s=C(n),[,c]=l(L),u=(0,I.useRef)(e);return(0,P.jsx)(x,{title:r(`post.close`,{name:e.name}),intro:r(`post.closeFollows`),start:{closedOn:y()},version:e.version,submitLabel:r(`action.close`),danger:!0,onClose:t,send:async({closedOn:e},t)=>{let{id:n,name:i,duties:a,keyPost:o,rotationYears:l}=u.current;return s(await c({input:{id:n,expectedVersion:t,name:i,duties:a,keyPost:o,rotationYears:l,closedOn:e}}),r(`post.closed`,{name:i}))},fresh:async()=>{let t=await R(i,`Post`,e.id);return t?(u.current=t,{start:{closedOn:y()},version:t.version}):null},children:(0,P.jsx)(d.Item,{name:`closedOn`,label:r(`post.closeOn`),rules:[{required:!0}],children:(0,P.jsx)(b,{})})})}function K(){let{t:e}=o(`organisationEdit`),t=[{required:!0,whitespace:!0}];return(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(d.Item,{name:`code`,label:e(`unit.code`),rules:t,extra:e(`unit.codeHint`),children:(0,P.jsx)(T,{})}),(0,P.jsx)(d.Item,{name:`name`,label:e(`unit.name`),rules:t,children:(0,P.jsx)(T,{})}),(0,P.jsx)(d.Item,{name:`kind`,label:e(`unit.kind`),rules:[{required:!0}],children:(0,P.jsx)(S,{name:`UnitKind`})}),(0,P.jsx)(d.Item,{name:`sortOrder`,label:e(`unit.sortOrder`),extra:e(`unit.sortOrderHint`),children:(0,P.jsx)(O,{precision:0})})]})}function q({parent:e,onClose:t,onDone:r}){let{t:i}=o(`organisationEdit`),a=n(),s=C(r),[,c]=l(we);return(0,P.jsx)(x,{title:e?i(`unit.createBelow`,{name:e.name}):i(`unit.createTop`),start:{code:void 0,name:void 0,kind:void 0,sortOrder:void 0},onClose:t,send:async({code:t=``,name:n=``,kind:r,sortOrder:o})=>{let l=await c({input:{parentId:e?.id??null,code:t,name:n,kind:r,sortOrder:o??null}}),u=s(l,i(`unit.created`,{name:n})),d=l.data?.createUnit.unit.id;return!(`done`in u)||!d?u:{done:()=>{u.done(),a(`/organisation?unit=${d}`)}}},children:(0,P.jsx)(K,{})})}var J=({code:e,name:t,kind:n,sortOrder:r})=>({code:e,name:t,kind:n,sortOrder:r});function Ke({unit:e,onClose:t,onDone:n}){let{t:r}=o(`organisationEdit`),i=a(),s=C(n),[,c]=l(Te);return(0,P.jsx)(x,{title:r(`unit.edit`,{name:e.name}),start:J(e),version:e.version,onClose:t,send:async({code:t=``,name:n=``,kind:i,sortOrder:a},o)=>s(await c({input:{id:e.id,expectedVersion:o,code:t,name:n,kind:i,sortOrder:a??0}}),r(`saved`)),fresh:async()=>{let t=await R(i,`Unit`,e.id);return t&&{start:J(t),version:t.version}},children:(0,P.jsx)(K,{})})}var Y=e=>({newParentId:e.path.at(-2)?.id});function qe({unit:e,onClose:t,onDone:n}){let{t:r}=o(`organisationEdit`),i=a(),s=C(n),[,c]=l(Ee);return(0,P.jsx)(x,{title:r(`unit.move`,{name:e.name}),intro:r(`unit.moveFollows`),start:Y(e),version:e.version,submitLabel:r(`action.move`),onClose:t,send:async({newParentId:t},n)=>{let i=await c({input:{id:e.id,expectedVersion:n,newParentId:t??null}}),a=i.data?.moveUnit.act;return s(i,r(a?`unit.moveWaits`:`unit.moved`,{name:e.name}))},fresh:async()=>{let t=await R(i,`Unit`,e.id);return t&&{start:Y(t),version:t.version}},children:(0,P.jsx)(d.Item,{name:`newParentId`,label:r(`unit.newParent`),extra:r(`unit.newParentHint`),children:(0,P.jsx)(D,{from:`all`})})})}function Je({unit:e,onClose:t,onDone:n}){let{t:r}=o(`organisationEdit`),i=a(),s=C(n),[,c]=l(De);return(0,P.jsx)(x,{title:r(`unit.close`,{name:e.name}),intro:r(`unit.closeFollows`),start:{on:y()},version:e.version,submitLabel:r(`action.close`),danger:!0,onClose:t,send:async({on:t=``},n)=>{let i=await c({input:{id:e.id,expectedVersion:n,on:t}}),a=i.data?.closeUnit.act;return s(i,r(a?`unit.closeWaits`:`unit.closed`,{name:e.name}))},fresh:async()=>{let t=await R(i,`Unit`,e.id);return t&&{start:{on:y()},version:t.version}},children:(0,P.jsx)(d.Item,{name:`on`,label:r(`unit.closeOn`),rules:[{required:!0}],children:(0,P.jsx)(b,{})})})}function X({entries:e,onChanged:t}){let[n,r]=(0,I.useState)(null);return(0,P.jsxs)(`span`,{className:`row-actions`,children:[e.map((e,t)=>(0,P.jsx)(s,{size:`small`,danger:e.danger,"aria-label":e.title&&`${e.label} ${e.title}`,onClick:()=>r(t),children:e.label},e.label)),n!==null&&e[n]?.dialog({onClose:()=>r(null),onDone:()=>{r(null),t()}})]})}function Z(e){return e.allowedActions.includes(`EDIT_ORGANISATION`)}function Q(e){return e.allowedActions.includes(`EDIT_PEOPLE`)}function Ye({onChanged:e}){let{t}=o(`organisationEdit`),n=g();return!n.roles.some(e=>e.unit===null)||!h(n,`EDIT_ORGANISATION`)?null:(0,P.jsx)(X,{onChanged:e,entries:[{label:t(`action.createTop`),dialog:e=>(0,P.jsx)(q,{parent:null,...e})}]})}function Xe({unit:e,onChanged:t}){let{t:n}=o(`organisationEdit`);return!Z(e)||e.closedOn?null:(0,P.jsx)(X,{onChanged:t,entries:[{label:n(`action.createPost`),dialog:t=>(0,P.jsx)(Ue,{unit:e,...t})}]})}function Ze({unit:e,post:t,onChanged:n}){let{t:r}=o(`organisationEdit`),i=t.appointments.some(e=>e.to===null),a=[];return Q(e)&&(a.push({label:r(`action.appoint`),dialog:e=>(0,P.jsx)(B,{post:t,...e})}),i&&a.push({label:r(`action.relieve`),dialog:e=>(0,P.jsx)(Le,{post:t,...e})})),Z(e)&&a.push({label:r(`action.edit`),dialog:e=>(0,P.jsx)(We,{post:t,...e})},{label:r(`action.close`),danger:!0,dialog:e=>(0,P.jsx)(Ge,{post:t,...e})}),(0,P.jsx)(X,{onChanged:n,entries:a.map(e=>({...e,title:t.name}))})}function Qe({unit:e,onChanged:t}){let{t:n}=o(`organisationEdit`);return!Q(e)||e.closedOn?null:(0,P.jsx)(X,{onChanged:t,entries:[{label:n(`action.assign`),dialog:t=>(0,P.jsx)(Re,{unit:e,...t})}]})}function $e({portfolio:e,onChanged:t}){let{t:n}=o(`organisationEdit`);return(0,P.jsx)(X,{onChanged:t,entries:[{label:n(`action.end`),title:e.person?.name,danger:!0,dialog:t=>(0,P.jsx)(ze,{portfolio:e,...t})}]})}function et({unit:e,onChanged:t}){let{t:n}=o(`organisationEdit`);return!Q(e)||e.closedOn?null:(0,P.jsx)(X,{onChanged:t,entries:[{label:n(`action.addPerson`),dialog:t=>(0,P.jsx)(Be,{unit:e,...t})}]})}function tt({person:e,mayEdit:t,onChanged:n}){let{t:r}=o(`organisationEdit`),i=g(),a=[];return t&&a.push({label:r(`action.edit`),dialog:t=>(0,P.jsx)(Ve,{person:e,...t})},{label:r(`action.appoint`),dialog:t=>(0,P.jsx)(B,{person:e,...t})}),h(i,`ERASE_TEXTS`)&&a.push({label:r(`action.erase`),danger:!0,dialog:t=>(0,P.jsx)(He,{person:e,...t})}),(0,P.jsx)(X,{onChanged:n,entries:a.map(t=>({...t,title:e.name}))})}var $=p(`
    query UnitPane($id: ID!) {
      waitingActs(
        filter: {
          unitId: $id
          kinds: [ASSIGN_PORTFOLIO, APPOINT, MOVE_UNIT, CLOSE_UNIT, IMPORT_OFFICES]
        }
        first: 50
      ) {
        acts {
          id
          kind
          until
          words {
            name
            value
          }
        }
      }
      node(id: $id) {
        __typename
        ... on Unit {
          id
          version
          code
          name
          kind
          sortOrder
          level
          closedOn
          childCount
          allowedActions
          path {
            id
            name
          }
          riskCounts {
            ...CountsFields
          }
          portfolios {
            id
            version
            kind
            from
            to
            person {
              id
              name
              jobTitle
            }
          }
          posts {
            id
            version
            name
            duties
            keyPost
            rotationYears
            closedOn
            appointments {
              id
              version
              from
              to
              person {
                id
                name
              }
            }
          }
        }
      }
    }
  `,[pe]),nt=p(`
  query UnitPeople($filter: PersonFilter!, $after: String) {
    people(filter: $filter, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        staffNumber
        name
        jobTitle
        politicalStatus
        unit {
          id
          name
        }
      }
    }
  }
`);function rt({unit:e}){let{t}=o([`organisation`,`common`]),n=g(),[r,i]=(0,I.useState)(``),[a,c]=(0,I.useState)([null]),[l,d]=u({query:nt,variables:{filter:{unitId:e.id,text:r||void 0},after:a.at(-1)}}),f=()=>d({requestPolicy:`network-only`});return(0,P.jsxs)(`section`,{className:`panel`,children:[(0,P.jsxs)(`h2`,{className:`panel-head`,children:[(0,P.jsxs)(`span`,{children:[t(`organisation:people`),` `,(0,P.jsx)(et,{unit:e,onChanged:f})]}),(0,P.jsx)(T.Search,{allowClear:!0,className:`filter-unit`,"aria-label":t(`common:picker.personSearch`),placeholder:t(`common:picker.personSearch`),onSearch:e=>{i(e.trim()),c([null])}})]}),(0,P.jsx)(j,{result:l,onRetry:f,rows:3,children:({people:{nodes:r,totalCount:i,pageInfo:o}})=>r.length===0?(0,P.jsx)(A,{text:t(`organisation:noPeople`)}):(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(it,{people:r,mayEdit:Q(e),onChanged:Q(e)||h(n,`ERASE_TEXTS`)?f:null}),(0,P.jsxs)(`div`,{className:`list-foot`,children:[t(`common:state.total`,{count:i}),(0,P.jsx)(s,{size:`small`,disabled:a.length===1,onClick:()=>c(a.slice(0,-1)),children:t(`common:action.previous`)}),(0,P.jsx)(s,{size:`small`,disabled:!o.hasNextPage,onClick:()=>c([...a,o.endCursor]),children:t(`common:action.next`)})]})]})})]})}function it({people:e,mayEdit:t,onChanged:n}){let{t:i}=o([`organisation`,`organisationEdit`]),a=v(`PoliticalStatus`);return(0,P.jsx)(`div`,{className:`table-scroll`,children:(0,P.jsxs)(`table`,{className:`grid-table`,children:[(0,P.jsx)(`thead`,{children:(0,P.jsxs)(`tr`,{children:[(0,P.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.name`)}),(0,P.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.number`)}),(0,P.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.jobTitle`)}),(0,P.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.political`)}),(0,P.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.unit`)}),n&&(0,P.jsx)(`th`,{scope:`col`,children:i(`organisationEdit:actions`)})]})}),(0,P.jsx)(`tbody`,{children:e.map(e=>(0,P.jsxs)(`tr`,{children:[(0,P.jsx)(`td`,{children:(0,P.jsx)(r,{to:k({person:e.id}),children:e.name})}),(0,P.jsx)(`td`,{children:e.staffNumber??`—`}),(0,P.jsx)(`td`,{children:e.jobTitle||`—`}),(0,P.jsx)(`td`,{children:a.label(e.politicalStatus)}),(0,P.jsx)(`td`,{children:e.unit?.name??`—`}),n&&(0,P.jsx)(`td`,{children:(0,P.jsx)(tt,{person:e,mayEdit:t,onChanged:n})})]},e.id))})]})})}function at({unit:e,onChanged:t}){let{t:n}=o([`organisation`,`organisationEdit`]),r=Q(e),i=v(`PortfolioKind`);return(0,P.jsxs)(`section`,{className:`panel`,children:[(0,P.jsxs)(`h2`,{className:`panel-head`,children:[n(`organisation:portfolios`),(0,P.jsx)(Qe,{unit:e,onChanged:t})]}),e.portfolios.length===0?(0,P.jsx)(A,{text:n(`organisation:noPortfolios`)}):(0,P.jsx)(`div`,{className:`table-scroll`,children:(0,P.jsxs)(`table`,{className:`grid-table`,children:[(0,P.jsx)(`thead`,{children:(0,P.jsxs)(`tr`,{children:[(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:kind`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:person`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:staff.jobTitle`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:since`)}),r&&(0,P.jsx)(`th`,{scope:`col`,children:n(`organisationEdit:actions`)})]})}),(0,P.jsx)(`tbody`,{children:e.portfolios.map(e=>(0,P.jsxs)(`tr`,{children:[(0,P.jsx)(`td`,{children:i.label(e.kind)}),(0,P.jsx)(`td`,{children:e.person?.name??`—`}),(0,P.jsx)(`td`,{children:e.person?.jobTitle||`—`}),(0,P.jsx)(`td`,{children:oe(e.from)}),r&&(0,P.jsx)(`td`,{children:(0,P.jsx)($e,{portfolio:e,onChanged:t})})]},e.id))})]})})]})}function ot({from:e,to:t},n){return e<=n&&(t===null||n<=t)}function st({unit:e,onChanged:t}){let{t:n}=o([`organisation`,`organisationEdit`,`common`]),i=Z(e)||Q(e),a=y();return(0,P.jsxs)(`section`,{className:`panel`,children:[(0,P.jsxs)(`h2`,{className:`panel-head`,children:[n(`organisation:posts`),(0,P.jsx)(Xe,{unit:e,onChanged:t})]}),e.posts.length===0?(0,P.jsx)(A,{text:n(`organisation:noPosts`)}):(0,P.jsx)(`div`,{className:`table-scroll`,children:(0,P.jsxs)(`table`,{className:`grid-table`,children:[(0,P.jsx)(`thead`,{children:(0,P.jsxs)(`tr`,{children:[(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:post.name`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:post.key`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:post.rotation`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:post.holders`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:post.duties`)}),i&&(0,P.jsx)(`th`,{scope:`col`,children:n(`organisationEdit:actions`)})]})}),(0,P.jsx)(`tbody`,{children:e.posts.map(o=>{let s=o.appointments.filter(e=>ot(e,a));return(0,P.jsxs)(`tr`,{children:[(0,P.jsx)(`td`,{children:(0,P.jsx)(r,{to:k({unit:e.id,post:o.id}),children:o.name})}),(0,P.jsx)(`td`,{children:n(o.keyPost?`common:state.yes`:`common:state.no`)}),(0,P.jsx)(`td`,{className:`nowrap`,children:o.rotationYears?n(`organisation:years`,{count:o.rotationYears}):`—`}),(0,P.jsx)(`td`,{children:s.map(e=>e.person?.name).join(`、`)||n(`organisation:vacant`)}),(0,P.jsx)(`td`,{className:`prose`,children:o.duties||`—`}),i&&(0,P.jsx)(`td`,{children:(0,P.jsx)(Ze,{unit:e,post:o,onChanged:t})})]},o.id)})})]})})]})}function ct({unit:e,onChanged:t}){let{t:n}=o(`organisationEdit`),[r,i]=(0,I.useState)(null);if(!e.allowedActions.includes(`EDIT_ORGANISATION`)||e.closedOn)return null;let a={unit:e,onClose:()=>i(null),onDone:()=>{i(null),t()}};return(0,P.jsxs)(`span`,{className:`row-actions`,children:[(0,P.jsx)(s,{size:`small`,onClick:()=>i(`create`),children:n(`action.createBelow`)}),(0,P.jsx)(s,{size:`small`,onClick:()=>i(`edit`),children:n(`action.edit`)}),(0,P.jsx)(s,{size:`small`,onClick:()=>i(`move`),children:n(`action.move`)}),(0,P.jsx)(s,{size:`small`,danger:!0,onClick:()=>i(`close`),children:n(`action.close`)}),r===`create`&&(0,P.jsx)(q,{...a,parent:e}),r===`edit`&&(0,P.jsx)(Ke,{...a}),r===`move`&&(0,P.jsx)(qe,{...a}),r===`close`&&(0,P.jsx)(Je,{...a})]})}function lt({unit:e,onChanged:t,onTreeChanged:n}){let{t:i}=o([`organisation`,`balance`]),a=v(`UnitKind`),s=e.path.filter(t=>t.id!==e.id);return(0,P.jsxs)(`section`,{className:`panel`,children:[(0,P.jsxs)(`h2`,{className:`panel-head`,children:[(0,P.jsxs)(`span`,{children:[e.name,e.closedOn&&(0,P.jsx)(`span`,{className:`tag tag-alarm`,children:i(`closed`,{date:e.closedOn})})]}),(0,P.jsx)(ct,{unit:e,onChanged:()=>{t(),n()}})]}),(0,P.jsx)(ge,{items:[[i(`field.code`),e.code],[i(`field.kind`),a.label(e.kind)],[i(`field.parent`),s.length>0&&(0,P.jsx)(`span`,{className:`names`,children:s.map(e=>(0,P.jsx)(r,{to:`/organisation?unit=${e.id}`,children:e.name},e.id))})],[i(`field.children`),e.childCount]]}),e.riskCounts&&(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(he,{counts:e.riskCounts,unitId:e.id}),(0,P.jsxs)(`p`,{className:`names`,children:[(0,P.jsx)(r,{to:fe({unit:e.id}),children:i(`toSupervision`)}),e.allowedActions.includes(`READ_REGISTER`)&&(0,P.jsx)(r,{to:me(e.id),children:i(`balance:see`)})]})]})]})}function ut({acts:e}){let{t}=o(`organisation`),n=v(`PortfolioKind`),r=({kind:e,words:r})=>{let i=e=>r.find(t=>t.name===e)?.value??``;switch(e){case`ASSIGN_PORTFOLIO`:return t(`waiting.portfolio`,{person:i(`person`),kind:n.label(i(`kind`)),from:i(`from`)});case`APPOINT`:return t(`waiting.appointment`,{person:i(`person`),post:i(`post`),from:i(`from`)});case`MOVE_UNIT`:return t(`waiting.move`,{unit:i(`unit`)});case`CLOSE_UNIT`:return t(`waiting.close`,{unit:i(`unit`),from:i(`from`)});default:return t(`waiting.list`,{count:Number(i(`rows`)),offices:i(`offices`)})}};return e.length===0?null:(0,P.jsx)(c,{className:`unit-waiting`,type:`warning`,showIcon:!0,title:t(`waiting.title`),description:(0,P.jsx)(`ul`,{children:e.map(e=>(0,P.jsxs)(`li`,{children:[r(e),` `,t(`waiting.until`,{until:ae(e.until)})]},e.id))})})}function dt({id:e,onTreeChanged:t}){let[n,r]=u({query:$,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,P.jsx)(j,{result:n,onRetry:i,rows:10,children:({node:e,waitingActs:n})=>{if(e?.__typename!==`Unit`)return(0,P.jsx)(ie,{});let r={unit:e,onChanged:i};return(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(lt,{...r,onTreeChanged:t}),(0,P.jsx)(ut,{acts:n.acts}),(0,P.jsx)(at,{...r}),(0,P.jsx)(st,{...r}),(0,P.jsx)(rt,{...r})]})}})}function ft({roots:e,children:t}){let n=e=>{let r=t.get(e.id);return{key:e.id,title:e.name,isLeaf:e.childCount===0,...r&&{children:r.map(n)}}};return e.map(n)}function pt(e,t){let n=a(),{homeUnits:r}=g(),[i,o]=(0,I.useState)({roots:[],children:new Map}),[s,c]=(0,I.useState)([]),[l,u]=(0,I.useState)(`loading`),[d,f]=(0,I.useState)(0);(0,I.useEffect)(()=>{let e=!0;return E(n,null).then(t=>{if(!e)return;let n=t.length>0?t:r;o({roots:n,children:new Map}),c(n.length===1&&n[0]?[n[0].id]:[]),u(`ready`)},()=>e&&u(`failed`)),()=>{e=!1}},[n,r,d,t]);let p=(0,I.useCallback)(async e=>{let t=await E(n,e);o(n=>({...n,children:new Map(n.children).set(e,t)}))},[n]);return(0,I.useEffect)(()=>{if(!e||l!==`ready`)return;let t=!0;return(async()=>{let r=((await ue(n,e).catch(()=>null))?.path??[]).map(e=>e.id).filter(t=>t!==e);for(let e of r)if(await p(e).catch(()=>void 0),!t)return;c(e=>[...new Set([...e,...r])])})(),()=>{t=!1}},[n,e,l,p,t]),{nodes:(0,I.useMemo)(()=>ft(i),[i]),state:l,expanded:s,setExpanded:c,load:p,retry:()=>{u(`loading`),f(e=>e+1)}}}function mt({selected:e,onSelect:t,generation:n}){let{t:r}=o([`organisation`,`common`]),[i,a]=(0,I.useState)(``),s=ye(i.trim()),c=(0,I.useRef)(null),l=ve(c,40);return(0,P.jsxs)(`div`,{children:[(0,P.jsx)(T,{type:`search`,allowClear:!0,value:i,onChange:e=>a(e.target.value),"aria-label":r(`organisation:search`),placeholder:r(`common:picker.unitSearch`)}),(0,P.jsx)(`div`,{ref:c,className:`unit-tree`,children:s?(0,P.jsx)(gt,{text:s,height:l,selected:e,onSelect:t}):(0,P.jsx)(ht,{height:l,selected:e,onSelect:t,generation:n})})]})}function ht({selected:e,onSelect:t,generation:n,height:r}){let{t:i}=o([`organisation`,`common`]),{nodes:a,state:c,expanded:l,setExpanded:u,load:d,retry:f}=pt(e,n);return c===`loading`?(0,P.jsx)(_,{}):c===`failed`?(0,P.jsx)(A,{text:i(`common:error.network`),children:(0,P.jsx)(s,{onClick:f,children:i(`common:action.retry`)})}):(0,P.jsx)(_e,{treeData:a,height:r,expandedKeys:l,onExpand:e=>u(e.map(String)),loadData:e=>d(String(e.key)),selectedKeys:e?[e]:[],onSelect:(e,{node:n})=>t(String(n.key)),blockNode:!0,"aria-label":i(`organisation:tree`)})}function gt({text:e,height:t,selected:n,onSelect:r}){let{t:i}=o([`organisation`,`common`]),s=a(),[c,l]=(0,I.useState)();if((0,I.useEffect)(()=>{let t=!0;return ce(s,e).then(n=>t&&l({text:e,units:n}),()=>t&&l({text:e,units:[]})),()=>{t=!1}},[s,e]),c?.text!==e)return(0,P.jsx)(_,{rows:3});let u=c.units.length;return u===0?(0,P.jsx)(A,{text:i(`common:state.emptyFiltered`)}):(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(`p`,{role:`status`,className:`hint`,children:i(u<50?`organisation:found`:`organisation:foundMany`,{count:u})}),(0,P.jsx)(`ul`,{className:`unit-found`,style:{maxHeight:t-30},children:c.units.map(e=>(0,P.jsx)(`li`,{children:(0,P.jsxs)(`button`,{type:`button`,"aria-current":e.id===n?`true`:void 0,onClick:()=>r(e.id),children:[e.name,(0,P.jsx)(`small`,{children:[e.code,le(e)].filter(Boolean).join(` · `)})]})},e.id))})]})}var _t={unit:be};function vt(){let{t:e}=o(`organisation`),[{unit:t},n]=M(_t),[r,i]=(0,I.useState)(0),a=(0,I.useCallback)(()=>i(e=>e+1),[]);return(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(N,{title:e(`title`),actions:(0,P.jsx)(Ye,{onChanged:a})}),(0,P.jsxs)(`div`,{className:`organisation`,children:[(0,P.jsx)(`section`,{className:`panel`,"aria-label":e(`tree`),children:(0,P.jsx)(mt,{selected:t,onSelect:e=>n({unit:e}),generation:r})}),(0,P.jsx)(`div`,{children:t?(0,P.jsx)(dt,{id:t,onTreeChanged:a},t):(0,P.jsx)(`section`,{className:`panel`,children:(0,P.jsx)(A,{text:e(`choose`)})})})]})]})}export{vt as Component};