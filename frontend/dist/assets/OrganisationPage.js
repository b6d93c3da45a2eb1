import{i as e}from"./rolldown-runtime.js";import{S as t,m as n,n as r,t as i}from"./react.js";import{$t as a,F as o,G as s,I as c,P as l,Q as u}from"./vendor.js";import{t as d}from"./form.js";import{t as f}from"./select.js";import{t as p}from"./gql.js";import{t as m}from"./MovedList.js";import{i as h,n as ee}from"./figures.js";import{a as te,l as ne}from"./query2.js";import{t as re}from"./SeverityTag.js";import{D as g,S as _,T as v,d as ie,u as y}from"./index.js";import{a as b,i as ae,n as oe}from"./format.js";import{t as x}from"./DateInput.js";import{t as S}from"./EditDialog.js";import{t as C}from"./EnumPicker.js";import{t as w}from"./useAnswer.js";import{t as T}from"./PersonSelect.js";import{t as se}from"./PostSelect.js";import{t as E}from"./input.js";import{a as ce,i as le,n as ue,r as D,t as O}from"./UnitSelect.js";import{t as de}from"./checkbox.js";import{t as k}from"./input-number.js";import{c as fe,n as pe}from"./query6.js";import{r as A}from"./riskState.js";import{t as j}from"./Empty2.js";import{t as M}from"./Query.js";import{t as me}from"./path.js";import{t as he}from"./CountTiles.js";import{t as ge}from"./Facts.js";import{n as _e,t as ve}from"./useRestHeight.js";import{t as ye}from"./useDebounced.js";import{c as be,s as N}from"./urlState.js";import{t as xe}from"./PageHeader.js";var P=i();function Se({personId:e,postId:t,from:n}){let[r]=c({query:te,variables:{id:t??``},pause:!e||!t}),i=r.data?.node;return!e||!t||i?.__typename!==`Post`||!i.unit?null:(0,P.jsx)(F,{unitId:i.unit.id,candidate:{appoint:[{personId:e,postId:t}]},on:n})}function Ce({personId:e,unitId:t,kind:n,from:r}){return!e||!n?null:(0,P.jsx)(F,{unitId:t,candidate:{portfolios:[{personId:e,unitId:t,kind:n}]},on:r})}function F({unitId:e,candidate:t,on:n}){let{t:r}=s(`balance`),[{data:i,fetching:a,error:o}]=c({query:ne,variables:{unitId:e,candidate:t,on:n},requestPolicy:`network-only`}),l=i?.whatIf[0];return o?(0,P.jsx)(`p`,{className:`hint`,children:r(`whatIf.unknown`)}):a||!l?(0,P.jsx)(`p`,{className:`hint`,children:r(`whatIf.working`)}):(0,P.jsx)(we,{outcome:l})}function we({outcome:e}){let{t}=s(`balance`),n=h(e.createdCounts),r=h(e.removedCounts),i=ee(e.createdCounts,`HIGH`);return(0,P.jsx)(a,{className:`balance-whatif`,showIcon:!0,role:`status`,type:n>0?i>0?`error`:`warning`:`success`,title:n>0?t(`whatIf.created`,{count:n,high:i}):t(`whatIf.none`),description:(0,P.jsxs)(P.Fragment,{children:[e.created&&e.created.length>0&&(0,P.jsx)(`ul`,{children:e.created.map(({id:e,severity:t,rule:n,message:r})=>(0,P.jsxs)(`li`,{children:[(0,P.jsx)(re,{severity:t}),` `,n.name,`：`,r]},e))}),e.moved&&e.moved.length>0&&(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(`div`,{children:t(`whatIf.moved`)}),(0,P.jsx)(m,{moved:e.moved})]}),r>0&&(0,P.jsx)(`div`,{children:t(`whatIf.removed`,{count:r})}),n>0&&(0,P.jsx)(`div`,{className:`hint-inline`,children:t(`whatIf.free`)})]})})}var I=e(t(),1),Te=p(`
  mutation CreateUnit($input: CreateUnitInput!) {
    createUnit(input: $input) {
      unit {
        id
      }
    }
  }
`),Ee=p(`
  mutation UpdateUnit($input: UpdateUnitInput!) {
    updateUnit(input: $input) {
      unit {
        id
        version
      }
    }
  }
`),De=p(`
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
`),Oe=p(`
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
`),ke=p(`
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
`),Ae=p(`
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
`),je=p(`
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      person {
        id
        version
      }
    }
  }
`),Me=p(`
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
`),Ne=p(`
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
`),Pe=p(`
  mutation Relieve($input: RelieveInput!) {
    relieve(input: $input) {
      appointment {
        id
        version
      }
    }
  }
`),Fe=p(`
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
`),Ie=p(`
  mutation EndPortfolio($input: EndPortfolioInput!) {
    endPortfolio(input: $input) {
      portfolio {
        id
        version
      }
    }
  }
`),Le=p(`
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
`);async function R(e,t,n){let{data:r}=await e.query(Le,{id:n},{requestPolicy:`network-only`}).toPromise();return r?.node?.__typename===t?r.node:null}var z=[{required:!0}];function B({post:e,person:t,onClose:n,onDone:r}){let{t:i}=s(`organisationEdit`),a=w(r),[,c]=o(Ne);return(0,P.jsxs)(S,{title:i(`office.appoint`,{name:e?.name??t?.name}),intro:i(`office.appointFollows`),start:{personId:t?.id,postId:e?.id,from:b()},submitLabel:i(`action.appoint`),onClose:n,send:async({personId:e=``,postId:t=``,from:n=``})=>{let r=await c({input:{personId:e,postId:t,from:n}});return a(r,i(r.data?.appoint.act?`office.waits`:`office.appointed`))},children:[(0,P.jsx)(d.Item,{name:`personId`,label:i(`office.person`),rules:z,children:(0,P.jsx)(T,{disabled:t!==void 0})}),(0,P.jsx)(d.Item,{name:`postId`,label:i(`office.post`),rules:z,children:(0,P.jsx)(se,{disabled:e!==void 0})}),(0,P.jsx)(d.Item,{name:`from`,label:i(`office.from`),rules:z,children:(0,P.jsx)(x,{})}),(0,P.jsx)(d.Item,{noStyle:!0,dependencies:[`personId`,`postId`,`from`],children:({getFieldsValue:e})=>{let t=e([`personId`,`postId`,`from`]);return(0,P.jsx)(Se,{personId:t.personId,postId:t.postId,from:t.from})}})]})}function Re({post:e,onClose:t,onDone:n}){let{t:r}=s(`organisationEdit`),i=l(),a=w(n),[,c]=o(Pe),u=e.appointments.filter(e=>e.to===null),p=(0,I.useRef)(new Map(u.map(({id:e,version:t})=>[e,t]))),m={appointmentId:u.length===1?u[0]?.id:void 0,to:b()};return(0,P.jsxs)(S,{title:r(`office.relieve`,{name:e.name}),intro:r(`office.relieveFollows`),start:m,submitLabel:r(`action.relieve`),danger:!0,onClose:t,send:async({appointmentId:e=``,to:t})=>{let n=p.current.get(e)??0;return a(await c({input:{appointmentId:e,expectedVersion:n,to:t||null}}),r(`office.relieved`))},fresh:async()=>{for(let{id:e}of u){let t=await R(i,`Appointment`,e);t&&p.current.set(e,t.version)}return{start:m,version:0}},children:[(0,P.jsx)(d.Item,{name:`appointmentId`,label:r(`office.holder`),rules:z,children:(0,P.jsx)(f,{options:u.map(e=>({value:e.id,label:r(`office.holderSince`,{name:e.person?.name??`—`,from:e.from})}))})}),(0,P.jsx)(d.Item,{name:`to`,label:r(`office.to`),extra:r(`office.toHint`),children:(0,P.jsx)(x,{})})]})}function ze({unit:e,onClose:t,onDone:n}){let{t:r}=s(`organisationEdit`),i=w(n),[,a]=o(Fe);return(0,P.jsxs)(S,{title:r(`office.assign`,{name:e.name}),intro:r(`office.assignFollows`),start:{personId:void 0,kind:void 0,from:b()},submitLabel:r(`action.assign`),onClose:t,send:async({personId:t=``,kind:n,from:o=``})=>{let s=await a({input:{unitId:e.id,personId:t,kind:n,from:o}});return i(s,r(s.data?.assignPortfolio.act?`office.waits`:`office.assigned`))},children:[(0,P.jsx)(d.Item,{name:`kind`,label:r(`office.kind`),rules:z,children:(0,P.jsx)(C,{name:`PortfolioKind`})}),(0,P.jsx)(d.Item,{name:`personId`,label:r(`office.person`),rules:z,children:(0,P.jsx)(T,{})}),(0,P.jsx)(d.Item,{name:`from`,label:r(`office.from`),rules:z,children:(0,P.jsx)(x,{})}),(0,P.jsx)(d.Item,{noStyle:!0,dependencies:[`personId`,`kind`,`from`],children:({getFieldsValue:t})=>{let{personId:n,kind:r,from:i}=t([`personId`,`kind`,`from`]);return(0,P.jsx)(Ce,{unitId:e.id,personId:n,kind:r,from:i})}})]})}function Be({portfolio:e,onClose:t,onDone:n}){let{t:r}=s(`organisationEdit`),i=y(`PortfolioKind`),a=l(),c=w(n),[,u]=o(Ie);return(0,P.jsx)(S,{title:r(`office.end`,{name:e.person?.name??`—`,kind:i.label(e.kind)}),intro:r(`office.endFollows`),start:{to:b()},version:e.version,submitLabel:r(`action.end`),danger:!0,onClose:t,send:async({to:t},n)=>c(await u({input:{portfolioId:e.id,expectedVersion:n,to:t||null}}),r(`office.ended`)),fresh:async()=>{let t=await R(a,`Portfolio`,e.id);return t&&{start:{to:b()},version:t.version}},children:(0,P.jsx)(d.Item,{name:`to`,label:r(`office.to`),extra:r(`office.toHint`),children:(0,P.jsx)(x,{})})})}function V(){let{t:e}=s(`organisationEdit`);return(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(d.Item,{name:`name`,label:e(`person.name`),rules:[{required:!0,whitespace:!0}],children:(0,P.jsx)(E,{autoComplete:`off`})}),(0,P.jsx)(d.Item,{name:`staffNumber`,label:e(`person.staffNumber`),extra:e(`person.staffNumberHint`),children:(0,P.jsx)(E,{autoComplete:`off`})}),(0,P.jsx)(d.Item,{name:`jobTitle`,label:e(`person.jobTitle`),children:(0,P.jsx)(E,{})}),(0,P.jsx)(d.Item,{name:`politicalStatus`,label:e(`person.politicalStatus`),children:(0,P.jsx)(C,{name:`PoliticalStatus`,allowClear:!0})}),(0,P.jsx)(d.Item,{name:`unitId`,label:e(`person.unit`),rules:[{required:!0}],children:(0,P.jsx)(O,{from:`all`,allowClear:!1})})]})}function H({unitId:e,staffNumber:t,name:n,jobTitle:r,politicalStatus:i}){return{unitId:e??``,staffNumber:t?.trim()||null,name:n??``,jobTitle:r??``,politicalStatus:i??null}}function Ve({unit:e,onClose:t,onDone:n}){let{t:r}=s(`organisationEdit`),i=w(n),[,a]=o(Ae);return(0,P.jsx)(S,{title:r(`person.add`,{name:e.name}),start:{unitId:e.id,staffNumber:void 0,name:void 0,jobTitle:void 0,politicalStatus:void 0},onClose:t,send:async e=>i(await a({input:H(e)}),r(`person.added`,{name:e.name})),children:(0,P.jsx)(V,{})})}var U=e=>({unitId:e.unit?.id,staffNumber:e.staffNumber??void 0,name:e.name,jobTitle:e.jobTitle,politicalStatus:e.politicalStatus??void 0});function He({person:e,onClose:t,onDone:n}){let{t:r}=s(`organisationEdit`),i=l(),a=w(n),[,c]=o(je);return(0,P.jsx)(S,{title:r(`person.edit`,{name:e.name}),intro:r(`person.editFollows`),start:U(e),version:e.version,onClose:t,send:async(t,n)=>a(await c({input:{id:e.id,expectedVersion:n,...H(t)}}),r(`saved`)),fresh:async()=>{let t=await R(i,`Person`,e.id);return t&&{start:U(t),version:t.version}},children:(0,P.jsx)(V,{})})}function Ue({person:e,onClose:t,onDone:n}){let{t:r}=s(`organisationEdit`),i=w(n),[,c]=o(Me);return(0,P.jsxs)(S,{title:r(`erase.title`,{name:e.name}),intro:r(`erase.intro`),start:{reason:void 0},danger:!0,submitLabel:r(`erase.submit`),onClose:t,send:async({reason:t=``})=>{let n=await c({input:{personId:e.id,reason:t.trim()}});return i(n,r(`erase.done`,{count:n.data?.eraseTexts.entries??0}))},children:[(0,P.jsx)(a,{type:`warning`,showIcon:!0,className:`edit-warning`,title:r(`erase.warning`,{name:e.name})}),(0,P.jsx)(d.Item,{name:`reason`,label:r(`erase.reason`),extra:r(`erase.reasonHint`),rules:[{required:!0,whitespace:!0,message:r(`erase.need`)}],children:(0,P.jsx)(E.TextArea,{rows:3,maxLength:500})})]})}function W(){let{t:e}=s(`organisationEdit`);return(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(d.Item,{name:`name`,label:e(`post.name`),rules:[{required:!0,whitespace:!0}],children:(0,P.jsx)(E,{})}),(0,P.jsx)(d.Item,{name:`duties`,label:e(`post.duties`),children:(0,P.jsx)(E.TextArea,{autoSize:{minRows:3,maxRows:10}})}),(0,P.jsx)(d.Item,{name:`keyPost`,valuePropName:`checked`,children:(0,P.jsx)(de,{children:e(`post.keyPost`)})}),(0,P.jsx)(d.Item,{name:`rotationYears`,label:e(`post.rotationYears`),extra:e(`post.rotationHint`),children:(0,P.jsx)(k,{min:1,precision:0})})]})}function We({unit:e,onClose:t,onDone:n}){let{t:r}=s(`organisationEdit`),i=w(n),[,a]=o(ke);return(0,P.jsx)(S,{title:r(`post.create`,{name:e.name}),start:{name:void 0,duties:void 0,keyPost:!1,rotationYears:void 0},onClose:t,send:async({name:t=``,duties:n=``,keyPost:o,rotationYears:s})=>i(await a({input:{unitId:e.id,name:t,duties:n,keyPost:o,rotationYears:s??null}}),r(`post.created`,{name:t})),children:(0,P.jsx)(W,{})})}var G=e=>({name:e.name,duties:e.duties,keyPost:e.keyPost,rotationYears:e.rotationYears});function Ge({post:e,onClose:t,onDone:n}){let{t:r}=s(`organisationEdit`),i=l(),a=w(n),[,c]=o(L);return(0,P.jsx)(S,{title:r(`post.edit`,{name:e.name}),start:G(e),version:e.version,onClose:t,send:async({name:t=``,duties:n=``,keyPost:i,rotationYears:o},s)=>a(await c({input:{id:e.id,expectedVersion:s,name:t,duties:n,keyPost:i,rotationYears:o??null,closedOn:e.closedOn}}),r(`saved`)),fresh:async()=>{let t=await R(i,`Post`,e.id);return t&&{start:G(t),version:t.version}},children:(0,P.jsx)(W,{})})}function Ke({post:e,onClose:t,onDone:n}){let{t:r}=s(`organisationEdit`),i=l(),a=w(n),[,c]=o(L),u=(0,I.useRef)(e);return(0,P.jsx)(S,{title:r(`post.close`,{name:e.name}),intro:r(`post.closeFollows`),start:{closedOn:b()},version:e.version,submitLabel:r(`action.close`),danger:!0,onClose:t,send:async({closedOn:e},t)=>{let{id:n,name:i,duties:o,keyPost:s,rotationYears:l}=u.current;return a(await c({input:{id:n,expectedVersion:t,name:i,duties:o,keyPost:s,rotationYears:l,closedOn:e}}),r(`post.closed`,{name:i}))},fresh:async()=>{let t=await R(i,`Post`,e.id);return t?(u.current=t,{start:{closedOn:b()},version:t.version}):null},children:(0,P.jsx)(d.Item,{name:`closedOn`,label:r(`post.closeOn`),rules:[{required:!0}],children:(0,P.jsx)(x,{})})})}function K(){let{t:e}=s(`organisationEdit`),t=[{required:!0,whitespace:!0}];return(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(d.Item,{name:`code`,label:e(`unit.code`),rules:t,extra:e(`unit.codeHint`),children:(0,P.jsx)(E,{})}),(0,P.jsx)(d.Item,{name:`name`,label:e(`unit.name`),rules:t,children:(0,P.jsx)(E,{})}),(0,P.jsx)(d.Item,{name:`kind`,label:e(`unit.kind`),rules:[{required:!0}],children:(0,P.jsx)(C,{name:`UnitKind`})}),(0,P.jsx)(d.Item,{name:`sortOrder`,label:e(`unit.sortOrder`),extra:e(`unit.sortOrderHint`),children:(0,P.jsx)(k,{precision:0})})]})}function q({parent:e,onClose:t,onDone:r}){let{t:i}=s(`organisationEdit`),a=n(),c=w(r),[,l]=o(Te);return(0,P.jsx)(S,{title:e?i(`unit.createBelow`,{name:e.name}):i(`unit.createTop`),start:{code:void 0,name:void 0,kind:void 0,sortOrder:void 0},onClose:t,send:async({code:t=``,name:n=``,kind:r,sortOrder:o})=>{let s=await l({input:{parentId:e?.id??null,code:t,name:n,kind:r,sortOrder:o??null}}),u=c(s,i(`unit.created`,{name:n})),d=s.data?.createUnit.unit.id;return!(`done`in u)||!d?u:{done:()=>{u.done(),a(`/organisation?unit=${d}`)}}},children:(0,P.jsx)(K,{})})}var J=({code:e,name:t,kind:n,sortOrder:r})=>({code:e,name:t,kind:n,sortOrder:r});function qe({unit:e,onClose:t,onDone:n}){let{t:r}=s(`organisationEdit`),i=l(),a=w(n),[,c]=o(Ee);return(0,P.jsx)(S,{title:r(`unit.edit`,{name:e.name}),start:J(e),version:e.version,onClose:t,send:async({code:t=``,name:n=``,kind:i,sortOrder:o},s)=>a(await c({input:{id:e.id,expectedVersion:s,code:t,name:n,kind:i,sortOrder:o??0}}),r(`saved`)),fresh:async()=>{let t=await R(i,`Unit`,e.id);return t&&{start:J(t),version:t.version}},children:(0,P.jsx)(K,{})})}var Y=e=>({newParentId:e.path.at(-2)?.id});function Je({unit:e,onClose:t,onDone:n}){let{t:r}=s(`organisationEdit`),i=l(),a=w(n),[,c]=o(De);return(0,P.jsx)(S,{title:r(`unit.move`,{name:e.name}),intro:r(`unit.moveFollows`),start:Y(e),version:e.version,submitLabel:r(`action.move`),onClose:t,send:async({newParentId:t},n)=>{let i=await c({input:{id:e.id,expectedVersion:n,newParentId:t??null}}),o=i.data?.moveUnit.act;return a(i,r(o?`unit.moveWaits`:`unit.moved`,{name:e.name}))},fresh:async()=>{let t=await R(i,`Unit`,e.id);return t&&{start:Y(t),version:t.version}},children:(0,P.jsx)(d.Item,{name:`newParentId`,label:r(`unit.newParent`),extra:r(`unit.newParentHint`),children:(0,P.jsx)(O,{from:`all`})})})}function Ye({unit:e,onClose:t,onDone:n}){let{t:r}=s(`organisationEdit`),i=l(),a=w(n),[,c]=o(Oe);return(0,P.jsx)(S,{title:r(`unit.close`,{name:e.name}),intro:r(`unit.closeFollows`),start:{on:b()},version:e.version,submitLabel:r(`action.close`),danger:!0,onClose:t,send:async({on:t=``},n)=>{let i=await c({input:{id:e.id,expectedVersion:n,on:t}}),o=i.data?.closeUnit.act;return a(i,r(o?`unit.closeWaits`:`unit.closed`,{name:e.name}))},fresh:async()=>{let t=await R(i,`Unit`,e.id);return t&&{start:{on:b()},version:t.version}},children:(0,P.jsx)(d.Item,{name:`on`,label:r(`unit.closeOn`),rules:[{required:!0}],children:(0,P.jsx)(x,{})})})}function X({entries:e,onChanged:t}){let[n,r]=(0,I.useState)(null);return(0,P.jsxs)(`span`,{className:`row-actions`,children:[e.map((e,t)=>(0,P.jsx)(u,{size:`small`,danger:e.danger,"aria-label":e.title&&`${e.label} ${e.title}`,onClick:()=>r(t),children:e.label},e.label)),n!==null&&e[n]?.dialog({onClose:()=>r(null),onDone:()=>{r(null),t()}})]})}function Z(e){return e.allowedActions.includes(`EDIT_ORGANISATION`)}function Q(e){return e.allowedActions.includes(`EDIT_PEOPLE`)}function Xe({onChanged:e}){let{t}=s(`organisationEdit`),n=g();return!n.roles.some(e=>e.unit===null)||!v(n,`EDIT_ORGANISATION`)?null:(0,P.jsx)(X,{onChanged:e,entries:[{label:t(`action.createTop`),dialog:e=>(0,P.jsx)(q,{parent:null,...e})}]})}function Ze({unit:e,onChanged:t}){let{t:n}=s(`organisationEdit`);return!Z(e)||e.closedOn?null:(0,P.jsx)(X,{onChanged:t,entries:[{label:n(`action.createPost`),dialog:t=>(0,P.jsx)(We,{unit:e,...t})}]})}function Qe({unit:e,post:t,onChanged:n}){let{t:r}=s(`organisationEdit`),i=t.appointments.some(e=>e.to===null),a=[];return Q(e)&&(a.push({label:r(`action.appoint`),dialog:e=>(0,P.jsx)(B,{post:t,...e})}),i&&a.push({label:r(`action.relieve`),dialog:e=>(0,P.jsx)(Re,{post:t,...e})})),Z(e)&&a.push({label:r(`action.edit`),dialog:e=>(0,P.jsx)(Ge,{post:t,...e})},{label:r(`action.close`),danger:!0,dialog:e=>(0,P.jsx)(Ke,{post:t,...e})}),(0,P.jsx)(X,{onChanged:n,entries:a.map(e=>({...e,title:t.name}))})}function $e({unit:e,onChanged:t}){let{t:n}=s(`organisationEdit`);return!Q(e)||e.closedOn?null:(0,P.jsx)(X,{onChanged:t,entries:[{label:n(`action.assign`),dialog:t=>(0,P.jsx)(ze,{unit:e,...t})}]})}function et({portfolio:e,onChanged:t}){let{t:n}=s(`organisationEdit`);return(0,P.jsx)(X,{onChanged:t,entries:[{label:n(`action.end`),title:e.person?.name,danger:!0,dialog:t=>(0,P.jsx)(Be,{portfolio:e,...t})}]})}function tt({unit:e,onChanged:t}){let{t:n}=s(`organisationEdit`);return!Q(e)||e.closedOn?null:(0,P.jsx)(X,{onChanged:t,entries:[{label:n(`action.addPerson`),dialog:t=>(0,P.jsx)(Ve,{unit:e,...t})}]})}function nt({person:e,mayEdit:t,onChanged:n}){let{t:r}=s(`organisationEdit`),i=g(),a=[];return t&&a.push({label:r(`action.edit`),dialog:t=>(0,P.jsx)(He,{person:e,...t})},{label:r(`action.appoint`),dialog:t=>(0,P.jsx)(B,{person:e,...t})}),v(i,`ERASE_TEXTS`)&&a.push({label:r(`action.erase`),danger:!0,dialog:t=>(0,P.jsx)(Ue,{person:e,...t})}),(0,P.jsx)(X,{onChanged:n,entries:a.map(t=>({...t,title:e.name}))})}var rt=p(`
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
  `,[pe]),it=p(`
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
`);function at({unit:e}){let{t}=s([`organisation`,`common`]),n=g(),[r,i]=(0,I.useState)(``),[a,o]=(0,I.useState)([null]),[l,d]=c({query:it,variables:{filter:{unitId:e.id,text:r||void 0},after:a.at(-1)}}),f=()=>d({requestPolicy:`network-only`});return(0,P.jsxs)(`section`,{className:`panel`,children:[(0,P.jsxs)(`h2`,{className:`panel-head`,children:[(0,P.jsxs)(`span`,{children:[t(`organisation:people`),` `,(0,P.jsx)(tt,{unit:e,onChanged:f})]}),(0,P.jsx)(E.Search,{allowClear:!0,className:`filter-unit`,"aria-label":t(`common:picker.personSearch`),placeholder:t(`common:picker.personSearch`),onSearch:e=>{i(e.trim()),o([null])}})]}),(0,P.jsx)(M,{result:l,onRetry:f,rows:3,children:({people:{nodes:r,totalCount:i,pageInfo:s}})=>r.length===0?(0,P.jsx)(j,{text:t(`organisation:noPeople`)}):(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(ot,{people:r,mayEdit:Q(e),onChanged:Q(e)||v(n,`ERASE_TEXTS`)?f:null}),(0,P.jsxs)(`div`,{className:`list-foot`,children:[t(`common:state.total`,{count:i}),(0,P.jsx)(u,{size:`small`,disabled:a.length===1,onClick:()=>o(a.slice(0,-1)),children:t(`common:action.previous`)}),(0,P.jsx)(u,{size:`small`,disabled:!s.hasNextPage,onClick:()=>o([...a,s.endCursor]),children:t(`common:action.next`)})]})]})})]})}function ot({people:e,mayEdit:t,onChanged:n}){let{t:i}=s([`organisation`,`organisationEdit`]),a=y(`PoliticalStatus`);return(0,P.jsx)(`div`,{className:`table-scroll`,children:(0,P.jsxs)(`table`,{className:`grid-table`,children:[(0,P.jsx)(`thead`,{children:(0,P.jsxs)(`tr`,{children:[(0,P.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.name`)}),(0,P.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.number`)}),(0,P.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.jobTitle`)}),(0,P.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.political`)}),(0,P.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.unit`)}),n&&(0,P.jsx)(`th`,{scope:`col`,children:i(`organisationEdit:actions`)})]})}),(0,P.jsx)(`tbody`,{children:e.map(e=>(0,P.jsxs)(`tr`,{children:[(0,P.jsx)(`td`,{children:(0,P.jsx)(r,{to:A({person:e.id}),children:e.name})}),(0,P.jsx)(`td`,{children:e.staffNumber??`—`}),(0,P.jsx)(`td`,{children:e.jobTitle||`—`}),(0,P.jsx)(`td`,{children:a.label(e.politicalStatus)}),(0,P.jsx)(`td`,{children:e.unit?.name??`—`}),n&&(0,P.jsx)(`td`,{children:(0,P.jsx)(nt,{person:e,mayEdit:t,onChanged:n})})]},e.id))})]})})}function st({unit:e,onChanged:t}){let{t:n}=s([`organisation`,`organisationEdit`]),r=Q(e),i=y(`PortfolioKind`);return(0,P.jsxs)(`section`,{className:`panel`,children:[(0,P.jsxs)(`h2`,{className:`panel-head`,children:[n(`organisation:portfolios`),(0,P.jsx)($e,{unit:e,onChanged:t})]}),e.portfolios.length===0?(0,P.jsx)(j,{text:n(`organisation:noPortfolios`)}):(0,P.jsx)(`div`,{className:`table-scroll`,children:(0,P.jsxs)(`table`,{className:`grid-table`,children:[(0,P.jsx)(`thead`,{children:(0,P.jsxs)(`tr`,{children:[(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:kind`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:person`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:staff.jobTitle`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:since`)}),r&&(0,P.jsx)(`th`,{scope:`col`,children:n(`organisationEdit:actions`)})]})}),(0,P.jsx)(`tbody`,{children:e.portfolios.map(e=>(0,P.jsxs)(`tr`,{children:[(0,P.jsx)(`td`,{children:i.label(e.kind)}),(0,P.jsx)(`td`,{children:e.person?.name??`—`}),(0,P.jsx)(`td`,{children:e.person?.jobTitle||`—`}),(0,P.jsx)(`td`,{children:oe(e.from)}),r&&(0,P.jsx)(`td`,{children:(0,P.jsx)(et,{portfolio:e,onChanged:t})})]},e.id))})]})})]})}function ct({from:e,to:t},n){return e<=n&&(t===null||n<=t)}function lt({unit:e,onChanged:t}){let{t:n}=s([`organisation`,`organisationEdit`,`common`]),i=Z(e)||Q(e),a=b();return(0,P.jsxs)(`section`,{className:`panel`,children:[(0,P.jsxs)(`h2`,{className:`panel-head`,children:[n(`organisation:posts`),(0,P.jsx)(Ze,{unit:e,onChanged:t})]}),e.posts.length===0?(0,P.jsx)(j,{text:n(`organisation:noPosts`)}):(0,P.jsx)(`div`,{className:`table-scroll`,children:(0,P.jsxs)(`table`,{className:`grid-table`,children:[(0,P.jsx)(`thead`,{children:(0,P.jsxs)(`tr`,{children:[(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:post.name`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:post.key`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:post.rotation`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:post.holders`)}),(0,P.jsx)(`th`,{scope:`col`,children:n(`organisation:post.duties`)}),i&&(0,P.jsx)(`th`,{scope:`col`,children:n(`organisationEdit:actions`)})]})}),(0,P.jsx)(`tbody`,{children:e.posts.map(o=>{let s=o.appointments.filter(e=>ct(e,a));return(0,P.jsxs)(`tr`,{children:[(0,P.jsx)(`td`,{children:(0,P.jsx)(r,{to:A({unit:e.id,post:o.id}),children:o.name})}),(0,P.jsx)(`td`,{children:n(o.keyPost?`common:state.yes`:`common:state.no`)}),(0,P.jsx)(`td`,{className:`nowrap`,children:o.rotationYears?n(`organisation:years`,{count:o.rotationYears}):`—`}),(0,P.jsx)(`td`,{children:s.map(e=>e.person?.name).join(`、`)||n(`organisation:vacant`)}),(0,P.jsx)(`td`,{className:`prose`,children:o.duties||`—`}),i&&(0,P.jsx)(`td`,{children:(0,P.jsx)(Qe,{unit:e,post:o,onChanged:t})})]},o.id)})})]})})]})}function ut({unit:e,onChanged:t}){let{t:n}=s(`organisationEdit`),[r,i]=(0,I.useState)(null);if(!e.allowedActions.includes(`EDIT_ORGANISATION`)||e.closedOn)return null;let a={unit:e,onClose:()=>i(null),onDone:()=>{i(null),t()}};return(0,P.jsxs)(`span`,{className:`row-actions`,children:[(0,P.jsx)(u,{size:`small`,onClick:()=>i(`create`),children:n(`action.createBelow`)}),(0,P.jsx)(u,{size:`small`,onClick:()=>i(`edit`),children:n(`action.edit`)}),(0,P.jsx)(u,{size:`small`,onClick:()=>i(`move`),children:n(`action.move`)}),(0,P.jsx)(u,{size:`small`,danger:!0,onClick:()=>i(`close`),children:n(`action.close`)}),r===`create`&&(0,P.jsx)(q,{...a,parent:e}),r===`edit`&&(0,P.jsx)(qe,{...a}),r===`move`&&(0,P.jsx)(Je,{...a}),r===`close`&&(0,P.jsx)(Ye,{...a})]})}function dt({unit:e,onChanged:t,onTreeChanged:n}){let{t:i}=s([`organisation`,`balance`]),a=y(`UnitKind`),o=e.path.filter(t=>t.id!==e.id);return(0,P.jsxs)(`section`,{className:`panel`,children:[(0,P.jsxs)(`h2`,{className:`panel-head`,children:[(0,P.jsxs)(`span`,{children:[e.name,e.closedOn&&(0,P.jsx)(`span`,{className:`tag tag-alarm`,children:i(`closed`,{date:e.closedOn})})]}),(0,P.jsx)(ut,{unit:e,onChanged:()=>{t(),n()}})]}),(0,P.jsx)(ge,{items:[[i(`field.code`),e.code],[i(`field.kind`),a.label(e.kind)],[i(`field.parent`),o.length>0&&(0,P.jsx)(`span`,{className:`names`,children:o.map(e=>(0,P.jsx)(r,{to:`/organisation?unit=${e.id}`,children:e.name},e.id))})],[i(`field.children`),e.childCount]]}),e.riskCounts&&(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(he,{counts:e.riskCounts,unitId:e.id}),(0,P.jsxs)(`p`,{className:`names`,children:[(0,P.jsx)(r,{to:fe({unit:e.id}),children:i(`toSupervision`)}),e.allowedActions.includes(`READ_REGISTER`)&&(0,P.jsx)(r,{to:me(e.id),children:i(`balance:see`)})]})]})]})}function ft({acts:e}){let{t}=s(`organisation`),n=y(`PortfolioKind`),r=({kind:e,words:r})=>{let i=e=>r.find(t=>t.name===e)?.value??``;switch(e){case`ASSIGN_PORTFOLIO`:return t(`waiting.portfolio`,{person:i(`person`),kind:n.label(i(`kind`)),from:i(`from`)});case`APPOINT`:return t(`waiting.appointment`,{person:i(`person`),post:i(`post`),from:i(`from`)});case`MOVE_UNIT`:return t(`waiting.move`,{unit:i(`unit`)});case`CLOSE_UNIT`:return t(`waiting.close`,{unit:i(`unit`),from:i(`from`)});default:return t(`waiting.list`,{count:Number(i(`rows`)),offices:i(`offices`)})}};return e.length===0?null:(0,P.jsx)(a,{className:`unit-waiting`,type:`warning`,showIcon:!0,title:t(`waiting.title`),description:(0,P.jsx)(`ul`,{children:e.map(e=>(0,P.jsxs)(`li`,{children:[r(e),` `,t(`waiting.until`,{until:ae(e.until)})]},e.id))})})}function $({id:e,onTreeChanged:t}){let[n,r]=c({query:rt,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,P.jsx)(M,{result:n,onRetry:i,rows:10,children:({node:e,waitingActs:n})=>{if(e?.__typename!==`Unit`)return(0,P.jsx)(ie,{});let r={unit:e,onChanged:i};return(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(dt,{...r,onTreeChanged:t}),(0,P.jsx)(ft,{acts:n.acts}),(0,P.jsx)(st,{...r}),(0,P.jsx)(lt,{...r}),(0,P.jsx)(at,{...r})]})}})}function pt({roots:e,children:t}){let n=e=>{let r=t.get(e.id);return{key:e.id,title:e.name,isLeaf:e.childCount===0,...r&&{children:r.map(n)}}};return e.map(n)}function mt(e,t){let n=l(),{homeUnits:r}=g(),[i,a]=(0,I.useState)({roots:[],children:new Map}),[o,s]=(0,I.useState)([]),[c,u]=(0,I.useState)(`loading`),[d,f]=(0,I.useState)(0);(0,I.useEffect)(()=>{let e=!0;return D(n,null).then(t=>{if(!e)return;let n=t.length>0?t:r;a({roots:n,children:new Map}),s(n.length===1&&n[0]?[n[0].id]:[]),u(`ready`)},()=>e&&u(`failed`)),()=>{e=!1}},[n,r,d,t]);let p=(0,I.useCallback)(async e=>{let t=await D(n,e);a(n=>({...n,children:new Map(n.children).set(e,t)}))},[n]);return(0,I.useEffect)(()=>{if(!e||c!==`ready`)return;let t=!0;return(async()=>{let r=((await ue(n,e).catch(()=>null))?.path??[]).map(e=>e.id).filter(t=>t!==e);for(let e of r)if(await p(e).catch(()=>void 0),!t)return;s(e=>[...new Set([...e,...r])])})(),()=>{t=!1}},[n,e,c,p,t]),{nodes:(0,I.useMemo)(()=>pt(i),[i]),state:c,expanded:o,setExpanded:s,load:p,retry:()=>{u(`loading`),f(e=>e+1)}}}function ht({selected:e,onSelect:t,generation:n}){let{t:r}=s([`organisation`,`common`]),[i,a]=(0,I.useState)(``),o=ye(i.trim()),c=(0,I.useRef)(null),l=ve(c,40);return(0,P.jsxs)(`div`,{children:[(0,P.jsx)(E,{type:`search`,allowClear:!0,value:i,onChange:e=>a(e.target.value),"aria-label":r(`organisation:search`),placeholder:r(`common:picker.unitSearch`)}),(0,P.jsx)(`div`,{ref:c,className:`unit-tree`,children:o?(0,P.jsx)(_t,{text:o,height:l,selected:e,onSelect:t}):(0,P.jsx)(gt,{height:l,selected:e,onSelect:t,generation:n})})]})}function gt({selected:e,onSelect:t,generation:n,height:r}){let{t:i}=s([`organisation`,`common`]),{nodes:a,state:o,expanded:c,setExpanded:l,load:d,retry:f}=mt(e,n);return o===`loading`?(0,P.jsx)(_,{}):o===`failed`?(0,P.jsx)(j,{text:i(`common:error.network`),children:(0,P.jsx)(u,{onClick:f,children:i(`common:action.retry`)})}):(0,P.jsx)(_e,{treeData:a,height:r,expandedKeys:c,onExpand:e=>l(e.map(String)),loadData:e=>d(String(e.key)),selectedKeys:e?[e]:[],onSelect:(e,{node:n})=>t(String(n.key)),blockNode:!0,"aria-label":i(`organisation:tree`)})}function _t({text:e,height:t,selected:n,onSelect:r}){let{t:i}=s([`organisation`,`common`]),a=l(),[o,c]=(0,I.useState)();if((0,I.useEffect)(()=>{let t=!0;return ce(a,e).then(n=>t&&c({text:e,units:n}),()=>t&&c({text:e,units:[]})),()=>{t=!1}},[a,e]),o?.text!==e)return(0,P.jsx)(_,{rows:3});let u=o.units.length;return u===0?(0,P.jsx)(j,{text:i(`common:state.emptyFiltered`)}):(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(`p`,{role:`status`,className:`hint`,children:i(u<50?`organisation:found`:`organisation:foundMany`,{count:u})}),(0,P.jsx)(`ul`,{className:`unit-found`,style:{maxHeight:t-30},children:o.units.map(e=>(0,P.jsx)(`li`,{children:(0,P.jsxs)(`button`,{type:`button`,"aria-current":e.id===n?`true`:void 0,onClick:()=>r(e.id),children:[e.name,(0,P.jsx)(`small`,{children:[e.code,le(e)].filter(Boolean).join(` · `)})]})},e.id))})]})}var vt={unit:N};function yt(){let{t:e}=s(`organisation`),[{unit:t},n]=be(vt),[r,i]=(0,I.useState)(0),a=(0,I.useCallback)(()=>i(e=>e+1),[]);return(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)(xe,{title:e(`title`),actions:(0,P.jsx)(Xe,{onChanged:a})}),(0,P.jsxs)(`div`,{className:`organisation`,children:[(0,P.jsx)(`section`,{className:`panel`,"aria-label":e(`tree`),children:(0,P.jsx)(ht,{selected:t,onSelect:e=>n({unit:e}),generation:r})}),(0,P.jsx)(`div`,{children:t?(0,P.jsx)($,{id:t,onTreeChanged:a},t):(0,P.jsx)(`section`,{className:`panel`,children:(0,P.jsx)(j,{text:e(`choose`)})})})]})]})}export{yt as Component};