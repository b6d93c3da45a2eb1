import{i as e}from"./rolldown-runtime.js";import{S as t,m as n,n as r,t as i}from"./react.js";import{D as a,E as o,O as s,P as c,V as l,qt as u}from"./vendor.js";import{t as d}from"./form.js";import{t as f}from"./select.js";import{i as p}from"./ErrorState.js";import{S as m,b as h,c as g,l as ee,w as _}from"./index.js";import{a as v,n as te}from"./format.js";import{t as y}from"./DateInput.js";import{t as b}from"./EditDialog.js";import{t as x}from"./EnumPicker.js";import{t as S}from"./useAnswer.js";import{t as C}from"./PersonSelect.js";import{t as w}from"./PostSelect.js";import{t as T}from"./input.js";import{a as ne,i as re,n as ie,r as E,t as D}from"./UnitSelect.js";import{t as ae}from"./checkbox.js";import{t as O}from"./input-number.js";import{a as oe,l as se}from"./state2.js";import{r as k}from"./riskState.js";import{t as A}from"./Empty2.js";import{t as j}from"./Query.js";import{t as ce}from"./CountTiles.js";import{t as le}from"./Facts.js";import{n as ue,t as de}from"./useRestHeight.js";import{t as fe}from"./useDebounced.js";import{o as pe,s as me}from"./urlState.js";import{t as he}from"./PageHeader.js";var M=e(t(),1),ge=p(`
  mutation CreateUnit($input: CreateUnitInput!) {
    createUnit(input: $input) {
      unit {
        id
      }
    }
  }
`),_e=p(`
  mutation UpdateUnit($input: UpdateUnitInput!) {
    updateUnit(input: $input) {
      unit {
        id
        version
      }
    }
  }
`),N=p(`
  mutation MoveUnit($input: MoveUnitInput!) {
    moveUnit(input: $input) {
      unit {
        id
        version
      }
    }
  }
`),P=p(`
  mutation CloseUnit($input: CloseUnitInput!) {
    closeUnit(input: $input) {
      unit {
        id
        version
      }
    }
  }
`),F=p(`
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
`),I=p(`
  mutation UpdatePost($input: UpdatePostInput!) {
    updatePost(input: $input) {
      post {
        id
        version
      }
    }
  }
`),ve=p(`
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
`),ye=p(`
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      person {
        id
        version
      }
    }
  }
`),be=p(`
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
`),xe=p(`
  mutation Appoint($input: AppointInput!) {
    appoint(input: $input) {
      appointment {
        id
        post {
          id
        }
      }
    }
  }
`),Se=p(`
  mutation Relieve($input: RelieveInput!) {
    relieve(input: $input) {
      appointment {
        id
        version
      }
    }
  }
`),Ce=p(`
  mutation AssignPortfolio($input: AssignPortfolioInput!) {
    assignPortfolio(input: $input) {
      portfolio {
        id
        unit {
          id
        }
      }
    }
  }
`),we=p(`
  mutation EndPortfolio($input: EndPortfolioInput!) {
    endPortfolio(input: $input) {
      portfolio {
        id
        version
      }
    }
  }
`),Te=p(`
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
`);async function L(e,t,n){let{data:r}=await e.query(Te,{id:n},{requestPolicy:`network-only`}).toPromise();return r?.node?.__typename===t?r.node:null}var R=i(),z=[{required:!0}];function B({post:e,person:t,onClose:n,onDone:r}){let{t:i}=c(`organisationEdit`),o=S(r),[,s]=a(xe);return(0,R.jsxs)(b,{title:i(`office.appoint`,{name:e?.name??t?.name}),intro:i(`office.appointFollows`),start:{personId:t?.id,postId:e?.id,from:v()},submitLabel:i(`action.appoint`),onClose:n,send:async({personId:e=``,postId:t=``,from:n=``})=>o(await s({input:{personId:e,postId:t,from:n}}),i(`office.appointed`)),children:[(0,R.jsx)(d.Item,{name:`personId`,label:i(`office.person`),rules:z,children:(0,R.jsx)(C,{disabled:t!==void 0})}),(0,R.jsx)(d.Item,{name:`postId`,label:i(`office.post`),rules:z,children:(0,R.jsx)(w,{disabled:e!==void 0})}),(0,R.jsx)(d.Item,{name:`from`,label:i(`office.from`),rules:z,children:(0,R.jsx)(y,{})})]})}function Ee({post:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(Se),u=e.appointments.filter(e=>e.to===null),p=(0,M.useRef)(new Map(u.map(({id:e,version:t})=>[e,t]))),m={appointmentId:u.length===1?u[0]?.id:void 0,to:v()};return(0,R.jsxs)(b,{title:r(`office.relieve`,{name:e.name}),intro:r(`office.relieveFollows`),start:m,submitLabel:r(`action.relieve`),danger:!0,onClose:t,send:async({appointmentId:e=``,to:t=``})=>{let n=p.current.get(e)??0;return s(await l({input:{appointmentId:e,expectedVersion:n,to:t}}),r(`office.relieved`))},fresh:async()=>{for(let{id:e}of u){let t=await L(i,`Appointment`,e);t&&p.current.set(e,t.version)}return{start:m,version:0}},children:[(0,R.jsx)(d.Item,{name:`appointmentId`,label:r(`office.holder`),rules:z,children:(0,R.jsx)(f,{options:u.map(e=>({value:e.id,label:r(`office.holderSince`,{name:e.person?.name??`—`,from:e.from})}))})}),(0,R.jsx)(d.Item,{name:`to`,label:r(`office.to`),rules:z,children:(0,R.jsx)(y,{})})]})}function De({unit:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=S(n),[,o]=a(Ce);return(0,R.jsxs)(b,{title:r(`office.assign`,{name:e.name}),intro:r(`office.assignFollows`),start:{personId:void 0,kind:void 0,from:v()},submitLabel:r(`action.assign`),onClose:t,send:async({personId:t=``,kind:n,from:a=``})=>i(await o({input:{unitId:e.id,personId:t,kind:n,from:a}}),r(`office.assigned`)),children:[(0,R.jsx)(d.Item,{name:`kind`,label:r(`office.kind`),rules:z,children:(0,R.jsx)(x,{name:`PortfolioKind`})}),(0,R.jsx)(d.Item,{name:`personId`,label:r(`office.person`),rules:z,children:(0,R.jsx)(C,{})}),(0,R.jsx)(d.Item,{name:`from`,label:r(`office.from`),rules:z,children:(0,R.jsx)(y,{})})]})}function Oe({portfolio:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=g(`PortfolioKind`),s=o(),l=S(n),[,u]=a(we);return(0,R.jsx)(b,{title:r(`office.end`,{name:e.person?.name??`—`,kind:i.label(e.kind)}),intro:r(`office.endFollows`),start:{to:v()},version:e.version,submitLabel:r(`action.end`),danger:!0,onClose:t,send:async({to:t=``},n)=>l(await u({input:{portfolioId:e.id,expectedVersion:n,to:t}}),r(`office.ended`)),fresh:async()=>{let t=await L(s,`Portfolio`,e.id);return t&&{start:{to:v()},version:t.version}},children:(0,R.jsx)(d.Item,{name:`to`,label:r(`office.to`),rules:z,children:(0,R.jsx)(y,{})})})}function V(){let{t:e}=c(`organisationEdit`);return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(d.Item,{name:`name`,label:e(`person.name`),rules:[{required:!0,whitespace:!0}],children:(0,R.jsx)(T,{autoComplete:`off`})}),(0,R.jsx)(d.Item,{name:`staffNumber`,label:e(`person.staffNumber`),extra:e(`person.staffNumberHint`),children:(0,R.jsx)(T,{autoComplete:`off`})}),(0,R.jsx)(d.Item,{name:`jobTitle`,label:e(`person.jobTitle`),children:(0,R.jsx)(T,{})}),(0,R.jsx)(d.Item,{name:`politicalStatus`,label:e(`person.politicalStatus`),children:(0,R.jsx)(x,{name:`PoliticalStatus`,allowClear:!0})}),(0,R.jsx)(d.Item,{name:`unitId`,label:e(`person.unit`),rules:[{required:!0}],children:(0,R.jsx)(D,{from:`all`,allowClear:!1})})]})}function H({unitId:e,staffNumber:t,name:n,jobTitle:r,politicalStatus:i}){return{unitId:e??``,staffNumber:t?.trim()||null,name:n??``,jobTitle:r??``,politicalStatus:i??null}}function ke({unit:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=S(n),[,o]=a(ve);return(0,R.jsx)(b,{title:r(`person.add`,{name:e.name}),start:{unitId:e.id,staffNumber:void 0,name:void 0,jobTitle:void 0,politicalStatus:void 0},onClose:t,send:async e=>i(await o({input:H(e)}),r(`person.added`,{name:e.name})),children:(0,R.jsx)(V,{})})}var U=e=>({unitId:e.unit?.id,staffNumber:e.staffNumber??void 0,name:e.name,jobTitle:e.jobTitle,politicalStatus:e.politicalStatus??void 0});function Ae({person:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(ye);return(0,R.jsx)(b,{title:r(`person.edit`,{name:e.name}),intro:r(`person.editFollows`),start:U(e),version:e.version,onClose:t,send:async(t,n)=>s(await l({input:{id:e.id,expectedVersion:n,...H(t)}}),r(`saved`)),fresh:async()=>{let t=await L(i,`Person`,e.id);return t&&{start:U(t),version:t.version}},children:(0,R.jsx)(V,{})})}function je({person:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=S(n),[,o]=a(be);return(0,R.jsxs)(b,{title:r(`erase.title`,{name:e.name}),intro:r(`erase.intro`),start:{reason:void 0},danger:!0,submitLabel:r(`erase.submit`),onClose:t,send:async({reason:t=``})=>{let n=await o({input:{personId:e.id,reason:t.trim()}});return i(n,r(`erase.done`,{count:n.data?.eraseTexts.entries??0}))},children:[(0,R.jsx)(u,{type:`warning`,showIcon:!0,className:`edit-warning`,title:r(`erase.warning`,{name:e.name})}),(0,R.jsx)(d.Item,{name:`reason`,label:r(`erase.reason`),extra:r(`erase.reasonHint`),rules:[{required:!0,whitespace:!0,message:r(`erase.need`)}],children:(0,R.jsx)(T.TextArea,{rows:3,maxLength:500})})]})}function W(){let{t:e}=c(`organisationEdit`);return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(d.Item,{name:`name`,label:e(`post.name`),rules:[{required:!0,whitespace:!0}],children:(0,R.jsx)(T,{})}),(0,R.jsx)(d.Item,{name:`duties`,label:e(`post.duties`),children:(0,R.jsx)(T.TextArea,{autoSize:{minRows:3,maxRows:10}})}),(0,R.jsx)(d.Item,{name:`keyPost`,valuePropName:`checked`,children:(0,R.jsx)(ae,{children:e(`post.keyPost`)})}),(0,R.jsx)(d.Item,{name:`rotationYears`,label:e(`post.rotationYears`),extra:e(`post.rotationHint`),children:(0,R.jsx)(O,{min:1,precision:0})})]})}function Me({unit:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=S(n),[,o]=a(F);return(0,R.jsx)(b,{title:r(`post.create`,{name:e.name}),start:{name:void 0,duties:void 0,keyPost:!1,rotationYears:void 0},onClose:t,send:async({name:t=``,duties:n=``,keyPost:a,rotationYears:s})=>i(await o({input:{unitId:e.id,name:t,duties:n,keyPost:a,rotationYears:s??null}}),r(`post.created`,{name:t})),children:(0,R.jsx)(W,{})})}var G=e=>({name:e.name,duties:e.duties,keyPost:e.keyPost,rotationYears:e.rotationYears});function Ne({post:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(I);return(0,R.jsx)(b,{title:r(`post.edit`,{name:e.name}),start:G(e),version:e.version,onClose:t,send:async({name:t=``,duties:n=``,keyPost:i,rotationYears:a},o)=>s(await l({input:{id:e.id,expectedVersion:o,name:t,duties:n,keyPost:i,rotationYears:a??null,closedOn:e.closedOn}}),r(`saved`)),fresh:async()=>{let t=await L(i,`Post`,e.id);return t&&{start:G(t),version:t.version}},children:(0,R.jsx)(W,{})})}function Pe({post:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(I),u=(0,M.useRef)(e);return(0,R.jsx)(b,{title:r(`post.close`,{name:e.name}),intro:r(`post.closeFollows`),start:{closedOn:v()},version:e.version,submitLabel:r(`action.close`),danger:!0,onClose:t,send:async({closedOn:e},t)=>{let{id:n,name:i,duties:a,keyPost:o,rotationYears:c}=u.current;return s(await l({input:{id:n,expectedVersion:t,name:i,duties:a,keyPost:o,rotationYears:c,closedOn:e}}),r(`post.closed`,{name:i}))},fresh:async()=>{let t=await L(i,`Post`,e.id);return t?(u.current=t,{start:{closedOn:v()},version:t.version}):null},children:(0,R.jsx)(d.Item,{name:`closedOn`,label:r(`post.closeOn`),rules:[{required:!0}],children:(0,R.jsx)(y,{})})})}function K(){let{t:e}=c(`organisationEdit`),t=[{required:!0,whitespace:!0}];return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(d.Item,{name:`code`,label:e(`unit.code`),rules:t,extra:e(`unit.codeHint`),children:(0,R.jsx)(T,{})}),(0,R.jsx)(d.Item,{name:`name`,label:e(`unit.name`),rules:t,children:(0,R.jsx)(T,{})}),(0,R.jsx)(d.Item,{name:`kind`,label:e(`unit.kind`),rules:[{required:!0}],children:(0,R.jsx)(x,{name:`UnitKind`})}),(0,R.jsx)(d.Item,{name:`sortOrder`,label:e(`unit.sortOrder`),extra:e(`unit.sortOrderHint`),children:(0,R.jsx)(O,{precision:0})})]})}function q({parent:e,onClose:t,onDone:r}){let{t:i}=c(`organisationEdit`),o=n(),s=S(r),[,l]=a(ge);return(0,R.jsx)(b,{title:e?i(`unit.createBelow`,{name:e.name}):i(`unit.createTop`),start:{code:void 0,name:void 0,kind:void 0,sortOrder:void 0},onClose:t,send:async({code:t=``,name:n=``,kind:r,sortOrder:a})=>{let c=await l({input:{parentId:e?.id??null,code:t,name:n,kind:r,sortOrder:a??null}}),u=s(c,i(`unit.created`,{name:n})),d=c.data?.createUnit.unit.id;return!(`done`in u)||!d?u:{done:()=>{u.done(),o(`/organisation?unit=${d}`)}}},children:(0,R.jsx)(K,{})})}var J=({code:e,name:t,kind:n,sortOrder:r})=>({code:e,name:t,kind:n,sortOrder:r});function Fe({unit:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(_e);return(0,R.jsx)(b,{title:r(`unit.edit`,{name:e.name}),start:J(e),version:e.version,onClose:t,send:async({code:t=``,name:n=``,kind:i,sortOrder:a},o)=>s(await l({input:{id:e.id,expectedVersion:o,code:t,name:n,kind:i,sortOrder:a??0}}),r(`saved`)),fresh:async()=>{let t=await L(i,`Unit`,e.id);return t&&{start:J(t),version:t.version}},children:(0,R.jsx)(K,{})})}var Y=e=>({newParentId:e.path.at(-2)?.id});function Ie({unit:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(N);return(0,R.jsx)(b,{title:r(`unit.move`,{name:e.name}),intro:r(`unit.moveFollows`),start:Y(e),version:e.version,submitLabel:r(`action.move`),onClose:t,send:async({newParentId:t},n)=>s(await l({input:{id:e.id,expectedVersion:n,newParentId:t??null}}),r(`unit.moved`,{name:e.name})),fresh:async()=>{let t=await L(i,`Unit`,e.id);return t&&{start:Y(t),version:t.version}},children:(0,R.jsx)(d.Item,{name:`newParentId`,label:r(`unit.newParent`),extra:r(`unit.newParentHint`),children:(0,R.jsx)(D,{from:`all`})})})}function Le({unit:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(P);return(0,R.jsx)(b,{title:r(`unit.close`,{name:e.name}),intro:r(`unit.closeFollows`),start:{on:v()},version:e.version,submitLabel:r(`action.close`),danger:!0,onClose:t,send:async({on:t=``},n)=>s(await l({input:{id:e.id,expectedVersion:n,on:t}}),r(`unit.closed`,{name:e.name})),fresh:async()=>{let t=await L(i,`Unit`,e.id);return t&&{start:{on:v()},version:t.version}},children:(0,R.jsx)(d.Item,{name:`on`,label:r(`unit.closeOn`),rules:[{required:!0}],children:(0,R.jsx)(y,{})})})}function X({entries:e,onChanged:t}){let[n,r]=(0,M.useState)(null);return(0,R.jsxs)(`span`,{className:`row-actions`,children:[e.map((e,t)=>(0,R.jsx)(l,{size:`small`,danger:e.danger,"aria-label":e.title&&`${e.label} ${e.title}`,onClick:()=>r(t),children:e.label},e.label)),n!==null&&e[n]?.dialog({onClose:()=>r(null),onDone:()=>{r(null),t()}})]})}function Z(e){return e.allowedActions.includes(`EDIT_ORGANISATION`)}function Q(e){return e.allowedActions.includes(`EDIT_PEOPLE`)}function Re({onChanged:e}){let{t}=c(`organisationEdit`),n=_();return!n.roles.some(e=>e.unit===null)||!m(n,`EDIT_ORGANISATION`)?null:(0,R.jsx)(X,{onChanged:e,entries:[{label:t(`action.createTop`),dialog:e=>(0,R.jsx)(q,{parent:null,...e})}]})}function ze({unit:e,onChanged:t}){let{t:n}=c(`organisationEdit`);return!Z(e)||e.closedOn?null:(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.createPost`),dialog:t=>(0,R.jsx)(Me,{unit:e,...t})}]})}function Be({unit:e,post:t,onChanged:n}){let{t:r}=c(`organisationEdit`),i=t.appointments.some(e=>e.to===null),a=[];return Q(e)&&(a.push({label:r(`action.appoint`),dialog:e=>(0,R.jsx)(B,{post:t,...e})}),i&&a.push({label:r(`action.relieve`),dialog:e=>(0,R.jsx)(Ee,{post:t,...e})})),Z(e)&&a.push({label:r(`action.edit`),dialog:e=>(0,R.jsx)(Ne,{post:t,...e})},{label:r(`action.close`),danger:!0,dialog:e=>(0,R.jsx)(Pe,{post:t,...e})}),(0,R.jsx)(X,{onChanged:n,entries:a.map(e=>({...e,title:t.name}))})}function Ve({unit:e,onChanged:t}){let{t:n}=c(`organisationEdit`);return!Q(e)||e.closedOn?null:(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.assign`),dialog:t=>(0,R.jsx)(De,{unit:e,...t})}]})}function He({portfolio:e,onChanged:t}){let{t:n}=c(`organisationEdit`);return(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.end`),title:e.person?.name,danger:!0,dialog:t=>(0,R.jsx)(Oe,{portfolio:e,...t})}]})}function Ue({unit:e,onChanged:t}){let{t:n}=c(`organisationEdit`);return!Q(e)||e.closedOn?null:(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.addPerson`),dialog:t=>(0,R.jsx)(ke,{unit:e,...t})}]})}function We({person:e,mayEdit:t,onChanged:n}){let{t:r}=c(`organisationEdit`),i=_(),a=[];return t&&a.push({label:r(`action.edit`),dialog:t=>(0,R.jsx)(Ae,{person:e,...t})},{label:r(`action.appoint`),dialog:t=>(0,R.jsx)(B,{person:e,...t})}),m(i,`ERASE_TEXTS`)&&a.push({label:r(`action.erase`),danger:!0,dialog:t=>(0,R.jsx)(je,{person:e,...t})}),(0,R.jsx)(X,{onChanged:n,entries:a.map(t=>({...t,title:e.name}))})}var Ge=p(`
    query UnitPane($id: ID!) {
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
  `,[se]),Ke=p(`
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
`);function qe({unit:e}){let{t}=c([`organisation`,`common`]),n=_(),[r,i]=(0,M.useState)(``),[a,o]=(0,M.useState)([null]),[u,d]=s({query:Ke,variables:{filter:{unitId:e.id,text:r||void 0},after:a.at(-1)}}),f=()=>d({requestPolicy:`network-only`});return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsxs)(`h2`,{className:`panel-head`,children:[(0,R.jsxs)(`span`,{children:[t(`organisation:people`),` `,(0,R.jsx)(Ue,{unit:e,onChanged:f})]}),(0,R.jsx)(T.Search,{allowClear:!0,className:`filter-unit`,"aria-label":t(`common:picker.personSearch`),placeholder:t(`common:picker.personSearch`),onSearch:e=>{i(e.trim()),o([null])}})]}),(0,R.jsx)(j,{result:u,onRetry:f,rows:3,children:({people:{nodes:r,totalCount:i,pageInfo:s}})=>r.length===0?(0,R.jsx)(A,{text:t(`organisation:noPeople`)}):(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(Je,{people:r,mayEdit:Q(e),onChanged:Q(e)||m(n,`ERASE_TEXTS`)?f:null}),(0,R.jsxs)(`div`,{className:`list-foot`,children:[t(`common:state.total`,{count:i}),(0,R.jsx)(l,{size:`small`,disabled:a.length===1,onClick:()=>o(a.slice(0,-1)),children:t(`common:action.previous`)}),(0,R.jsx)(l,{size:`small`,disabled:!s.hasNextPage,onClick:()=>o([...a,s.endCursor]),children:t(`common:action.next`)})]})]})})]})}function Je({people:e,mayEdit:t,onChanged:n}){let{t:i}=c([`organisation`,`organisationEdit`]),a=g(`PoliticalStatus`);return(0,R.jsx)(`div`,{className:`table-scroll`,children:(0,R.jsxs)(`table`,{className:`grid-table`,children:[(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.name`)}),(0,R.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.number`)}),(0,R.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.jobTitle`)}),(0,R.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.political`)}),(0,R.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.unit`)}),n&&(0,R.jsx)(`th`,{scope:`col`,children:i(`organisationEdit:actions`)})]})}),(0,R.jsx)(`tbody`,{children:e.map(e=>(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`td`,{children:(0,R.jsx)(r,{to:k({person:e.id}),children:e.name})}),(0,R.jsx)(`td`,{children:e.staffNumber??`—`}),(0,R.jsx)(`td`,{children:e.jobTitle||`—`}),(0,R.jsx)(`td`,{children:a.label(e.politicalStatus)}),(0,R.jsx)(`td`,{children:e.unit?.name??`—`}),n&&(0,R.jsx)(`td`,{children:(0,R.jsx)(We,{person:e,mayEdit:t,onChanged:n})})]},e.id))})]})})}function $({unit:e,onChanged:t}){let{t:n}=c([`organisation`,`organisationEdit`]),r=Q(e),i=g(`PortfolioKind`);return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsxs)(`h2`,{className:`panel-head`,children:[n(`organisation:portfolios`),(0,R.jsx)(Ve,{unit:e,onChanged:t})]}),e.portfolios.length===0?(0,R.jsx)(A,{text:n(`organisation:noPortfolios`)}):(0,R.jsx)(`div`,{className:`table-scroll`,children:(0,R.jsxs)(`table`,{className:`grid-table`,children:[(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:kind`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:person`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:staff.jobTitle`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:since`)}),r&&(0,R.jsx)(`th`,{scope:`col`,children:n(`organisationEdit:actions`)})]})}),(0,R.jsx)(`tbody`,{children:e.portfolios.map(e=>(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`td`,{children:i.label(e.kind)}),(0,R.jsx)(`td`,{children:e.person?.name??`—`}),(0,R.jsx)(`td`,{children:e.person?.jobTitle||`—`}),(0,R.jsx)(`td`,{children:te(e.from)}),r&&(0,R.jsx)(`td`,{children:(0,R.jsx)(He,{portfolio:e,onChanged:t})})]},e.id))})]})})]})}function Ye({from:e,to:t},n){return e<=n&&(t===null||n<=t)}function Xe({unit:e,onChanged:t}){let{t:n}=c([`organisation`,`organisationEdit`,`common`]),i=Z(e)||Q(e),a=v();return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsxs)(`h2`,{className:`panel-head`,children:[n(`organisation:posts`),(0,R.jsx)(ze,{unit:e,onChanged:t})]}),e.posts.length===0?(0,R.jsx)(A,{text:n(`organisation:noPosts`)}):(0,R.jsx)(`div`,{className:`table-scroll`,children:(0,R.jsxs)(`table`,{className:`grid-table`,children:[(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:post.name`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:post.key`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:post.rotation`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:post.holders`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:post.duties`)}),i&&(0,R.jsx)(`th`,{scope:`col`,children:n(`organisationEdit:actions`)})]})}),(0,R.jsx)(`tbody`,{children:e.posts.map(o=>{let s=o.appointments.filter(e=>Ye(e,a));return(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`td`,{children:(0,R.jsx)(r,{to:k({unit:e.id,post:o.id}),children:o.name})}),(0,R.jsx)(`td`,{children:n(o.keyPost?`common:state.yes`:`common:state.no`)}),(0,R.jsx)(`td`,{className:`nowrap`,children:o.rotationYears?n(`organisation:years`,{count:o.rotationYears}):`—`}),(0,R.jsx)(`td`,{children:s.map(e=>e.person?.name).join(`、`)||n(`organisation:vacant`)}),(0,R.jsx)(`td`,{className:`prose`,children:o.duties||`—`}),i&&(0,R.jsx)(`td`,{children:(0,R.jsx)(Be,{unit:e,post:o,onChanged:t})})]},o.id)})})]})})]})}function Ze({unit:e,onChanged:t}){let{t:n}=c(`organisationEdit`),[r,i]=(0,M.useState)(null);if(!e.allowedActions.includes(`EDIT_ORGANISATION`)||e.closedOn)return null;let a={unit:e,onClose:()=>i(null),onDone:()=>{i(null),t()}};return(0,R.jsxs)(`span`,{className:`row-actions`,children:[(0,R.jsx)(l,{size:`small`,onClick:()=>i(`create`),children:n(`action.createBelow`)}),(0,R.jsx)(l,{size:`small`,onClick:()=>i(`edit`),children:n(`action.edit`)}),(0,R.jsx)(l,{size:`small`,onClick:()=>i(`move`),children:n(`action.move`)}),(0,R.jsx)(l,{size:`small`,danger:!0,onClick:()=>i(`close`),children:n(`action.close`)}),r===`create`&&(0,R.jsx)(q,{...a,parent:e}),r===`edit`&&(0,R.jsx)(Fe,{...a}),r===`move`&&(0,R.jsx)(Ie,{...a}),r===`close`&&(0,R.jsx)(Le,{...a})]})}function Qe({unit:e,onChanged:t,onTreeChanged:n}){let{t:i}=c(`organisation`),a=g(`UnitKind`),o=e.path.filter(t=>t.id!==e.id);return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsxs)(`h2`,{className:`panel-head`,children:[(0,R.jsxs)(`span`,{children:[e.name,e.closedOn&&(0,R.jsx)(`span`,{className:`tag tag-alarm`,children:i(`closed`,{date:e.closedOn})})]}),(0,R.jsx)(Ze,{unit:e,onChanged:()=>{t(),n()}})]}),(0,R.jsx)(le,{items:[[i(`field.code`),e.code],[i(`field.kind`),a.label(e.kind)],[i(`field.parent`),o.length>0&&(0,R.jsx)(`span`,{className:`names`,children:o.map(e=>(0,R.jsx)(r,{to:`/organisation?unit=${e.id}`,children:e.name},e.id))})],[i(`field.children`),e.childCount]]}),e.riskCounts&&(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(ce,{counts:e.riskCounts,unitId:e.id}),(0,R.jsx)(`p`,{children:(0,R.jsx)(r,{to:oe({unit:e.id}),children:i(`toSupervision`)})})]})]})}function $e({id:e,onTreeChanged:t}){let[n,r]=s({query:Ge,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,R.jsx)(j,{result:n,onRetry:i,rows:10,children:({node:e})=>{if(e?.__typename!==`Unit`)return(0,R.jsx)(ee,{});let n={unit:e,onChanged:i};return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(Qe,{...n,onTreeChanged:t}),(0,R.jsx)($,{...n}),(0,R.jsx)(Xe,{...n}),(0,R.jsx)(qe,{...n})]})}})}function et({roots:e,children:t}){let n=e=>{let r=t.get(e.id);return{key:e.id,title:e.name,isLeaf:e.childCount===0,...r&&{children:r.map(n)}}};return e.map(n)}function tt(e,t){let n=o(),{homeUnits:r}=_(),[i,a]=(0,M.useState)({roots:[],children:new Map}),[s,c]=(0,M.useState)([]),[l,u]=(0,M.useState)(`loading`),[d,f]=(0,M.useState)(0);(0,M.useEffect)(()=>{let e=!0;return E(n,null).then(t=>{if(!e)return;let n=t.length>0?t:r;a({roots:n,children:new Map}),c(n.length===1&&n[0]?[n[0].id]:[]),u(`ready`)},()=>e&&u(`failed`)),()=>{e=!1}},[n,r,d,t]);let p=(0,M.useCallback)(async e=>{let t=await E(n,e);a(n=>({...n,children:new Map(n.children).set(e,t)}))},[n]);return(0,M.useEffect)(()=>{if(!e||l!==`ready`)return;let t=!0;return(async()=>{let r=((await ie(n,e).catch(()=>null))?.path??[]).map(e=>e.id).filter(t=>t!==e);for(let e of r)if(await p(e).catch(()=>void 0),!t)return;c(e=>[...new Set([...e,...r])])})(),()=>{t=!1}},[n,e,l,p,t]),{nodes:(0,M.useMemo)(()=>et(i),[i]),state:l,expanded:s,setExpanded:c,load:p,retry:()=>{u(`loading`),f(e=>e+1)}}}function nt({selected:e,onSelect:t,generation:n}){let{t:r}=c([`organisation`,`common`]),[i,a]=(0,M.useState)(``),o=fe(i.trim()),s=(0,M.useRef)(null),l=de(s,40);return(0,R.jsxs)(`div`,{children:[(0,R.jsx)(T,{type:`search`,allowClear:!0,value:i,onChange:e=>a(e.target.value),"aria-label":r(`organisation:search`),placeholder:r(`common:picker.unitSearch`)}),(0,R.jsx)(`div`,{ref:s,className:`unit-tree`,children:o?(0,R.jsx)(it,{text:o,height:l,selected:e,onSelect:t}):(0,R.jsx)(rt,{height:l,selected:e,onSelect:t,generation:n})})]})}function rt({selected:e,onSelect:t,generation:n,height:r}){let{t:i}=c([`organisation`,`common`]),{nodes:a,state:o,expanded:s,setExpanded:u,load:d,retry:f}=tt(e,n);return o===`loading`?(0,R.jsx)(h,{}):o===`failed`?(0,R.jsx)(A,{text:i(`common:error.network`),children:(0,R.jsx)(l,{onClick:f,children:i(`common:action.retry`)})}):(0,R.jsx)(ue,{treeData:a,height:r,expandedKeys:s,onExpand:e=>u(e.map(String)),loadData:e=>d(String(e.key)),selectedKeys:e?[e]:[],onSelect:(e,{node:n})=>t(String(n.key)),blockNode:!0,"aria-label":i(`organisation:tree`)})}function it({text:e,height:t,selected:n,onSelect:r}){let{t:i}=c([`organisation`,`common`]),a=o(),[s,l]=(0,M.useState)();if((0,M.useEffect)(()=>{let t=!0;return ne(a,e).then(n=>t&&l({text:e,units:n}),()=>t&&l({text:e,units:[]})),()=>{t=!1}},[a,e]),s?.text!==e)return(0,R.jsx)(h,{rows:3});let u=s.units.length;return u===0?(0,R.jsx)(A,{text:i(`common:state.emptyFiltered`)}):(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(`p`,{role:`status`,className:`hint`,children:i(u<50?`organisation:found`:`organisation:foundMany`,{count:u})}),(0,R.jsx)(`ul`,{className:`unit-found`,style:{maxHeight:t-30},children:s.units.map(e=>(0,R.jsx)(`li`,{children:(0,R.jsxs)(`button`,{type:`button`,"aria-current":e.id===n?`true`:void 0,onClick:()=>r(e.id),children:[e.name,(0,R.jsx)(`small`,{children:[e.code,re(e)].filter(Boolean).join(` · `)})]})},e.id))})]})}var at={unit:pe};function ot(){let{t:e}=c(`organisation`),[{unit:t},n]=me(at),[r,i]=(0,M.useState)(0),a=(0,M.useCallback)(()=>i(e=>e+1),[]);return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(he,{title:e(`title`),actions:(0,R.jsx)(Re,{onChanged:a})}),(0,R.jsxs)(`div`,{className:`organisation`,children:[(0,R.jsx)(`section`,{className:`panel`,"aria-label":e(`tree`),children:(0,R.jsx)(nt,{selected:t,onSelect:e=>n({unit:e}),generation:r})}),(0,R.jsx)(`div`,{children:t?(0,R.jsx)($e,{id:t,onTreeChanged:a},t):(0,R.jsx)(`section`,{className:`panel`,children:(0,R.jsx)(A,{text:e(`choose`)})})})]})]})}export{ot as Component};