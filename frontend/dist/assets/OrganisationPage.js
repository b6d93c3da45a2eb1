import{i as e}from"./rolldown-runtime.js";import{n as t,p as n,t as r,x as i}from"./react.js";import{A as a,_ as o,g as s,v as c,w as l}from"./vendor.js";import{t as u}from"./form.js";import{t as d}from"./select.js";import{t as f}from"./gql.js";import{_ as p,h as m,p as h,r as g,u as ee}from"./index.js";import{i as _,n as te}from"./format.js";import{t as v}from"./DateInput.js";import{t as y}from"./EditDialog.js";import{t as b}from"./EnumPicker.js";import{t as x}from"./useAnswer.js";import{t as S}from"./PersonSelect.js";import{t as C}from"./PostSelect.js";import{t as w}from"./input.js";import{a as ne,i as re,n as ie,r as T,t as E}from"./UnitSelect.js";import{t as ae}from"./checkbox.js";import{t as D}from"./input-number.js";import{a as oe,l as se}from"./state.js";import{i as O}from"./riskState.js";import{t as k}from"./Empty2.js";import{t as A}from"./Query.js";import{t as ce}from"./CountTiles.js";import{t as le}from"./Facts.js";import{n as ue,t as de}from"./useRestHeight.js";import{t as fe}from"./useDebounced.js";import{a as pe,o as me}from"./urlState.js";import{t as he}from"./PageHeader.js";var j=e(i(),1),ge=f(`
  mutation CreateUnit($input: CreateUnitInput!) {
    createUnit(input: $input) {
      unit {
        id
      }
    }
  }
`),_e=f(`
  mutation UpdateUnit($input: UpdateUnitInput!) {
    updateUnit(input: $input) {
      unit {
        id
        version
      }
    }
  }
`),M=f(`
  mutation MoveUnit($input: MoveUnitInput!) {
    moveUnit(input: $input) {
      unit {
        id
        version
      }
    }
  }
`),N=f(`
  mutation CloseUnit($input: CloseUnitInput!) {
    closeUnit(input: $input) {
      unit {
        id
        version
      }
    }
  }
`),P=f(`
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
`),F=f(`
  mutation UpdatePost($input: UpdatePostInput!) {
    updatePost(input: $input) {
      post {
        id
        version
      }
    }
  }
`),I=f(`
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
`),ve=f(`
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      person {
        id
        version
      }
    }
  }
`),ye=f(`
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
`),be=f(`
  mutation Relieve($input: RelieveInput!) {
    relieve(input: $input) {
      appointment {
        id
        version
      }
    }
  }
`),xe=f(`
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
`),Se=f(`
  mutation EndPortfolio($input: EndPortfolioInput!) {
    endPortfolio(input: $input) {
      portfolio {
        id
        version
      }
    }
  }
`),Ce=f(`
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
`);async function L(e,t,n){let{data:r}=await e.query(Ce,{id:n},{requestPolicy:`network-only`}).toPromise();return r?.node?.__typename===t?r.node:null}var R=r(),z=[{required:!0}];function B({post:e,person:t,onClose:n,onDone:r}){let{t:i}=l(`organisationEdit`),a=x(r),[,s]=o(ye);return(0,R.jsxs)(y,{title:i(`office.appoint`,{name:e?.name??t?.name}),intro:i(`office.appointFollows`),start:{personId:t?.id,postId:e?.id,from:_()},submitLabel:i(`action.appoint`),onClose:n,send:async({personId:e=``,postId:t=``,from:n=``})=>a(await s({input:{personId:e,postId:t,from:n}}),i(`office.appointed`)),children:[(0,R.jsx)(u.Item,{name:`personId`,label:i(`office.person`),rules:z,children:(0,R.jsx)(S,{disabled:t!==void 0})}),(0,R.jsx)(u.Item,{name:`postId`,label:i(`office.post`),rules:z,children:(0,R.jsx)(C,{disabled:e!==void 0})}),(0,R.jsx)(u.Item,{name:`from`,label:i(`office.from`),rules:z,children:(0,R.jsx)(v,{})})]})}function we({post:e,onClose:t,onDone:n}){let{t:r}=l(`organisationEdit`),i=s(),a=x(n),[,c]=o(be),f=e.appointments.filter(e=>e.to===null),p=(0,j.useRef)(new Map(f.map(({id:e,version:t})=>[e,t]))),m={appointmentId:f.length===1?f[0]?.id:void 0,to:_()};return(0,R.jsxs)(y,{title:r(`office.relieve`,{name:e.name}),intro:r(`office.relieveFollows`),start:m,submitLabel:r(`action.relieve`),danger:!0,onClose:t,send:async({appointmentId:e=``,to:t=``})=>{let n=p.current.get(e)??0;return a(await c({input:{appointmentId:e,expectedVersion:n,to:t}}),r(`office.relieved`))},fresh:async()=>{for(let{id:e}of f){let t=await L(i,`Appointment`,e);t&&p.current.set(e,t.version)}return{start:m,version:0}},children:[(0,R.jsx)(u.Item,{name:`appointmentId`,label:r(`office.holder`),rules:z,children:(0,R.jsx)(d,{options:f.map(e=>({value:e.id,label:r(`office.holderSince`,{name:e.person?.name??`—`,from:e.from})}))})}),(0,R.jsx)(u.Item,{name:`to`,label:r(`office.to`),rules:z,children:(0,R.jsx)(v,{})})]})}function Te({unit:e,onClose:t,onDone:n}){let{t:r}=l(`organisationEdit`),i=x(n),[,a]=o(xe);return(0,R.jsxs)(y,{title:r(`office.assign`,{name:e.name}),intro:r(`office.assignFollows`),start:{personId:void 0,kind:void 0,from:_()},submitLabel:r(`action.assign`),onClose:t,send:async({personId:t=``,kind:n,from:o=``})=>i(await a({input:{unitId:e.id,personId:t,kind:n,from:o}}),r(`office.assigned`)),children:[(0,R.jsx)(u.Item,{name:`kind`,label:r(`office.kind`),rules:z,children:(0,R.jsx)(b,{name:`PortfolioKind`})}),(0,R.jsx)(u.Item,{name:`personId`,label:r(`office.person`),rules:z,children:(0,R.jsx)(S,{})}),(0,R.jsx)(u.Item,{name:`from`,label:r(`office.from`),rules:z,children:(0,R.jsx)(v,{})})]})}function Ee({portfolio:e,onClose:t,onDone:n}){let{t:r}=l(`organisationEdit`),i=g(`PortfolioKind`),a=s(),c=x(n),[,d]=o(Se);return(0,R.jsx)(y,{title:r(`office.end`,{name:e.person?.name??`—`,kind:i.label(e.kind)}),intro:r(`office.endFollows`),start:{to:_()},version:e.version,submitLabel:r(`action.end`),danger:!0,onClose:t,send:async({to:t=``},n)=>c(await d({input:{portfolioId:e.id,expectedVersion:n,to:t}}),r(`office.ended`)),fresh:async()=>{let t=await L(a,`Portfolio`,e.id);return t&&{start:{to:_()},version:t.version}},children:(0,R.jsx)(u.Item,{name:`to`,label:r(`office.to`),rules:z,children:(0,R.jsx)(v,{})})})}function V(){let{t:e}=l(`organisationEdit`);return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(u.Item,{name:`name`,label:e(`person.name`),rules:[{required:!0,whitespace:!0}],children:(0,R.jsx)(w,{autoComplete:`off`})}),(0,R.jsx)(u.Item,{name:`staffNumber`,label:e(`person.staffNumber`),extra:e(`person.staffNumberHint`),children:(0,R.jsx)(w,{autoComplete:`off`})}),(0,R.jsx)(u.Item,{name:`jobTitle`,label:e(`person.jobTitle`),children:(0,R.jsx)(w,{})}),(0,R.jsx)(u.Item,{name:`politicalStatus`,label:e(`person.politicalStatus`),children:(0,R.jsx)(b,{name:`PoliticalStatus`,allowClear:!0})}),(0,R.jsx)(u.Item,{name:`unitId`,label:e(`person.unit`),rules:[{required:!0}],children:(0,R.jsx)(E,{from:`all`,allowClear:!1})})]})}function H({unitId:e,staffNumber:t,name:n,jobTitle:r,politicalStatus:i}){return{unitId:e??``,staffNumber:t?.trim()||null,name:n??``,jobTitle:r??``,politicalStatus:i??null}}function De({unit:e,onClose:t,onDone:n}){let{t:r}=l(`organisationEdit`),i=x(n),[,a]=o(I);return(0,R.jsx)(y,{title:r(`person.add`,{name:e.name}),start:{unitId:e.id,staffNumber:void 0,name:void 0,jobTitle:void 0,politicalStatus:void 0},onClose:t,send:async e=>i(await a({input:H(e)}),r(`person.added`,{name:e.name})),children:(0,R.jsx)(V,{})})}var U=e=>({unitId:e.unit?.id,staffNumber:e.staffNumber??void 0,name:e.name,jobTitle:e.jobTitle,politicalStatus:e.politicalStatus??void 0});function Oe({person:e,onClose:t,onDone:n}){let{t:r}=l(`organisationEdit`),i=s(),a=x(n),[,c]=o(ve);return(0,R.jsx)(y,{title:r(`person.edit`,{name:e.name}),intro:r(`person.editFollows`),start:U(e),version:e.version,onClose:t,send:async(t,n)=>a(await c({input:{id:e.id,expectedVersion:n,...H(t)}}),r(`saved`)),fresh:async()=>{let t=await L(i,`Person`,e.id);return t&&{start:U(t),version:t.version}},children:(0,R.jsx)(V,{})})}function W(){let{t:e}=l(`organisationEdit`);return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(u.Item,{name:`name`,label:e(`post.name`),rules:[{required:!0,whitespace:!0}],children:(0,R.jsx)(w,{})}),(0,R.jsx)(u.Item,{name:`duties`,label:e(`post.duties`),children:(0,R.jsx)(w.TextArea,{autoSize:{minRows:3,maxRows:10}})}),(0,R.jsx)(u.Item,{name:`keyPost`,valuePropName:`checked`,children:(0,R.jsx)(ae,{children:e(`post.keyPost`)})}),(0,R.jsx)(u.Item,{name:`rotationYears`,label:e(`post.rotationYears`),extra:e(`post.rotationHint`),children:(0,R.jsx)(D,{min:1,precision:0})})]})}function ke({unit:e,onClose:t,onDone:n}){let{t:r}=l(`organisationEdit`),i=x(n),[,a]=o(P);return(0,R.jsx)(y,{title:r(`post.create`,{name:e.name}),start:{name:void 0,duties:void 0,keyPost:!1,rotationYears:void 0},onClose:t,send:async({name:t=``,duties:n=``,keyPost:o,rotationYears:s})=>i(await a({input:{unitId:e.id,name:t,duties:n,keyPost:o,rotationYears:s??null}}),r(`post.created`,{name:t})),children:(0,R.jsx)(W,{})})}var G=e=>({name:e.name,duties:e.duties,keyPost:e.keyPost,rotationYears:e.rotationYears});function Ae({post:e,onClose:t,onDone:n}){let{t:r}=l(`organisationEdit`),i=s(),a=x(n),[,c]=o(F);return(0,R.jsx)(y,{title:r(`post.edit`,{name:e.name}),start:G(e),version:e.version,onClose:t,send:async({name:t=``,duties:n=``,keyPost:i,rotationYears:o},s)=>a(await c({input:{id:e.id,expectedVersion:s,name:t,duties:n,keyPost:i,rotationYears:o??null,closedOn:e.closedOn}}),r(`saved`)),fresh:async()=>{let t=await L(i,`Post`,e.id);return t&&{start:G(t),version:t.version}},children:(0,R.jsx)(W,{})})}function je({post:e,onClose:t,onDone:n}){let{t:r}=l(`organisationEdit`),i=s(),a=x(n),[,c]=o(F),d=(0,j.useRef)(e);return(0,R.jsx)(y,{title:r(`post.close`,{name:e.name}),intro:r(`post.closeFollows`),start:{closedOn:_()},version:e.version,submitLabel:r(`action.close`),danger:!0,onClose:t,send:async({closedOn:e},t)=>{let{id:n,name:i,duties:o,keyPost:s,rotationYears:l}=d.current;return a(await c({input:{id:n,expectedVersion:t,name:i,duties:o,keyPost:s,rotationYears:l,closedOn:e}}),r(`post.closed`,{name:i}))},fresh:async()=>{let t=await L(i,`Post`,e.id);return t?(d.current=t,{start:{closedOn:_()},version:t.version}):null},children:(0,R.jsx)(u.Item,{name:`closedOn`,label:r(`post.closeOn`),rules:[{required:!0}],children:(0,R.jsx)(v,{})})})}function K(){let{t:e}=l(`organisationEdit`),t=[{required:!0,whitespace:!0}];return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(u.Item,{name:`code`,label:e(`unit.code`),rules:t,extra:e(`unit.codeHint`),children:(0,R.jsx)(w,{})}),(0,R.jsx)(u.Item,{name:`name`,label:e(`unit.name`),rules:t,children:(0,R.jsx)(w,{})}),(0,R.jsx)(u.Item,{name:`kind`,label:e(`unit.kind`),rules:[{required:!0}],children:(0,R.jsx)(b,{name:`UnitKind`})}),(0,R.jsx)(u.Item,{name:`sortOrder`,label:e(`unit.sortOrder`),extra:e(`unit.sortOrderHint`),children:(0,R.jsx)(D,{precision:0})})]})}function q({parent:e,onClose:t,onDone:r}){let{t:i}=l(`organisationEdit`),a=n(),s=x(r),[,c]=o(ge);return(0,R.jsx)(y,{title:e?i(`unit.createBelow`,{name:e.name}):i(`unit.createTop`),start:{code:void 0,name:void 0,kind:void 0,sortOrder:void 0},onClose:t,send:async({code:t=``,name:n=``,kind:r,sortOrder:o})=>{let l=await c({input:{parentId:e?.id??null,code:t,name:n,kind:r,sortOrder:o??null}}),u=s(l,i(`unit.created`,{name:n})),d=l.data?.createUnit.unit.id;return!(`done`in u)||!d?u:{done:()=>{u.done(),a(`/organisation?unit=${d}`)}}},children:(0,R.jsx)(K,{})})}var J=({code:e,name:t,kind:n,sortOrder:r})=>({code:e,name:t,kind:n,sortOrder:r});function Me({unit:e,onClose:t,onDone:n}){let{t:r}=l(`organisationEdit`),i=s(),a=x(n),[,c]=o(_e);return(0,R.jsx)(y,{title:r(`unit.edit`,{name:e.name}),start:J(e),version:e.version,onClose:t,send:async({code:t=``,name:n=``,kind:i,sortOrder:o},s)=>a(await c({input:{id:e.id,expectedVersion:s,code:t,name:n,kind:i,sortOrder:o??0}}),r(`saved`)),fresh:async()=>{let t=await L(i,`Unit`,e.id);return t&&{start:J(t),version:t.version}},children:(0,R.jsx)(K,{})})}var Y=e=>({newParentId:e.path.at(-2)?.id});function Ne({unit:e,onClose:t,onDone:n}){let{t:r}=l(`organisationEdit`),i=s(),a=x(n),[,c]=o(M);return(0,R.jsx)(y,{title:r(`unit.move`,{name:e.name}),intro:r(`unit.moveFollows`),start:Y(e),version:e.version,submitLabel:r(`action.move`),onClose:t,send:async({newParentId:t},n)=>a(await c({input:{id:e.id,expectedVersion:n,newParentId:t??null}}),r(`unit.moved`,{name:e.name})),fresh:async()=>{let t=await L(i,`Unit`,e.id);return t&&{start:Y(t),version:t.version}},children:(0,R.jsx)(u.Item,{name:`newParentId`,label:r(`unit.newParent`),extra:r(`unit.newParentHint`),children:(0,R.jsx)(E,{from:`all`})})})}function Pe({unit:e,onClose:t,onDone:n}){let{t:r}=l(`organisationEdit`),i=s(),a=x(n),[,c]=o(N);return(0,R.jsx)(y,{title:r(`unit.close`,{name:e.name}),intro:r(`unit.closeFollows`),start:{on:_()},version:e.version,submitLabel:r(`action.close`),danger:!0,onClose:t,send:async({on:t=``},n)=>a(await c({input:{id:e.id,expectedVersion:n,on:t}}),r(`unit.closed`,{name:e.name})),fresh:async()=>{let t=await L(i,`Unit`,e.id);return t&&{start:{on:_()},version:t.version}},children:(0,R.jsx)(u.Item,{name:`on`,label:r(`unit.closeOn`),rules:[{required:!0}],children:(0,R.jsx)(v,{})})})}function X({entries:e,onChanged:t}){let[n,r]=(0,j.useState)(null);return(0,R.jsxs)(`span`,{className:`row-actions`,children:[e.map((e,t)=>(0,R.jsx)(a,{size:`small`,danger:e.danger,"aria-label":e.title&&`${e.label} ${e.title}`,onClick:()=>r(t),children:e.label},e.label)),n!==null&&e[n]?.dialog({onClose:()=>r(null),onDone:()=>{r(null),t()}})]})}function Z(e){return e.allowedActions.includes(`EDIT_ORGANISATION`)}function Q(e){return e.allowedActions.includes(`EDIT_PEOPLE`)}function Fe({onChanged:e}){let{t}=l(`organisationEdit`),n=p();return!n.roles.some(e=>e.unit===null)||!m(n,`EDIT_ORGANISATION`)?null:(0,R.jsx)(X,{onChanged:e,entries:[{label:t(`action.createTop`),dialog:e=>(0,R.jsx)(q,{parent:null,...e})}]})}function Ie({unit:e,onChanged:t}){let{t:n}=l(`organisationEdit`);return!Z(e)||e.closedOn?null:(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.createPost`),dialog:t=>(0,R.jsx)(ke,{unit:e,...t})}]})}function Le({unit:e,post:t,onChanged:n}){let{t:r}=l(`organisationEdit`),i=t.appointments.some(e=>e.to===null),a=[];return Q(e)&&(a.push({label:r(`action.appoint`),dialog:e=>(0,R.jsx)(B,{post:t,...e})}),i&&a.push({label:r(`action.relieve`),dialog:e=>(0,R.jsx)(we,{post:t,...e})})),Z(e)&&a.push({label:r(`action.edit`),dialog:e=>(0,R.jsx)(Ae,{post:t,...e})},{label:r(`action.close`),danger:!0,dialog:e=>(0,R.jsx)(je,{post:t,...e})}),(0,R.jsx)(X,{onChanged:n,entries:a.map(e=>({...e,title:t.name}))})}function Re({unit:e,onChanged:t}){let{t:n}=l(`organisationEdit`);return!Q(e)||e.closedOn?null:(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.assign`),dialog:t=>(0,R.jsx)(Te,{unit:e,...t})}]})}function ze({portfolio:e,onChanged:t}){let{t:n}=l(`organisationEdit`);return(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.end`),title:e.person?.name,danger:!0,dialog:t=>(0,R.jsx)(Ee,{portfolio:e,...t})}]})}function Be({unit:e,onChanged:t}){let{t:n}=l(`organisationEdit`);return!Q(e)||e.closedOn?null:(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.addPerson`),dialog:t=>(0,R.jsx)(De,{unit:e,...t})}]})}function Ve({person:e,onChanged:t}){let{t:n}=l(`organisationEdit`);return(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.edit`),title:e.name,dialog:t=>(0,R.jsx)(Oe,{person:e,...t})},{label:n(`action.appoint`),title:e.name,dialog:t=>(0,R.jsx)(B,{person:e,...t})}]})}var He=f(`
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
  `,[se]),Ue=f(`
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
`);function We({unit:e}){let{t}=l([`organisation`,`common`]),[n,r]=(0,j.useState)(``),[i,o]=(0,j.useState)([null]),[s,u]=c({query:Ue,variables:{filter:{unitId:e.id,text:n||void 0},after:i.at(-1)}}),d=()=>u({requestPolicy:`network-only`});return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsxs)(`h2`,{className:`panel-head`,children:[(0,R.jsxs)(`span`,{children:[t(`organisation:people`),` `,(0,R.jsx)(Be,{unit:e,onChanged:d})]}),(0,R.jsx)(w.Search,{allowClear:!0,className:`filter-unit`,"aria-label":t(`common:picker.personSearch`),placeholder:t(`common:picker.personSearch`),onSearch:e=>{r(e.trim()),o([null])}})]}),(0,R.jsx)(A,{result:s,onRetry:d,rows:3,children:({people:{nodes:n,totalCount:r,pageInfo:s}})=>n.length===0?(0,R.jsx)(k,{text:t(`organisation:noPeople`)}):(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(Ge,{people:n,onChanged:Q(e)?d:null}),(0,R.jsxs)(`div`,{className:`list-foot`,children:[t(`common:state.total`,{count:r}),(0,R.jsx)(a,{size:`small`,disabled:i.length===1,onClick:()=>o(i.slice(0,-1)),children:t(`common:action.previous`)}),(0,R.jsx)(a,{size:`small`,disabled:!s.hasNextPage,onClick:()=>o([...i,s.endCursor]),children:t(`common:action.next`)})]})]})})]})}function Ge({people:e,onChanged:n}){let{t:r}=l([`organisation`,`organisationEdit`]),i=g(`PoliticalStatus`);return(0,R.jsx)(`div`,{className:`table-scroll`,children:(0,R.jsxs)(`table`,{className:`grid-table`,children:[(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:r(`organisation:staff.name`)}),(0,R.jsx)(`th`,{scope:`col`,children:r(`organisation:staff.number`)}),(0,R.jsx)(`th`,{scope:`col`,children:r(`organisation:staff.jobTitle`)}),(0,R.jsx)(`th`,{scope:`col`,children:r(`organisation:staff.political`)}),(0,R.jsx)(`th`,{scope:`col`,children:r(`organisation:staff.unit`)}),n&&(0,R.jsx)(`th`,{scope:`col`,children:r(`organisationEdit:actions`)})]})}),(0,R.jsx)(`tbody`,{children:e.map(e=>(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`td`,{children:(0,R.jsx)(t,{to:O({person:e.id}),children:e.name})}),(0,R.jsx)(`td`,{children:e.staffNumber??`—`}),(0,R.jsx)(`td`,{children:e.jobTitle||`—`}),(0,R.jsx)(`td`,{children:i.label(e.politicalStatus)}),(0,R.jsx)(`td`,{children:e.unit?.name??`—`}),n&&(0,R.jsx)(`td`,{children:(0,R.jsx)(Ve,{person:e,onChanged:n})})]},e.id))})]})})}function Ke({unit:e,onChanged:t}){let{t:n}=l([`organisation`,`organisationEdit`]),r=Q(e),i=g(`PortfolioKind`);return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsxs)(`h2`,{className:`panel-head`,children:[n(`organisation:portfolios`),(0,R.jsx)(Re,{unit:e,onChanged:t})]}),e.portfolios.length===0?(0,R.jsx)(k,{text:n(`organisation:noPortfolios`)}):(0,R.jsx)(`div`,{className:`table-scroll`,children:(0,R.jsxs)(`table`,{className:`grid-table`,children:[(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:kind`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:person`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:staff.jobTitle`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:since`)}),r&&(0,R.jsx)(`th`,{scope:`col`,children:n(`organisationEdit:actions`)})]})}),(0,R.jsx)(`tbody`,{children:e.portfolios.map(e=>(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`td`,{children:i.label(e.kind)}),(0,R.jsx)(`td`,{children:e.person?.name??`—`}),(0,R.jsx)(`td`,{children:e.person?.jobTitle||`—`}),(0,R.jsx)(`td`,{children:te(e.from)}),r&&(0,R.jsx)(`td`,{children:(0,R.jsx)(ze,{portfolio:e,onChanged:t})})]},e.id))})]})})]})}function qe({from:e,to:t},n){return e<=n&&(t===null||n<=t)}function Je({unit:e,onChanged:n}){let{t:r}=l([`organisation`,`organisationEdit`,`common`]),i=Z(e)||Q(e),a=_();return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsxs)(`h2`,{className:`panel-head`,children:[r(`organisation:posts`),(0,R.jsx)(Ie,{unit:e,onChanged:n})]}),e.posts.length===0?(0,R.jsx)(k,{text:r(`organisation:noPosts`)}):(0,R.jsx)(`div`,{className:`table-scroll`,children:(0,R.jsxs)(`table`,{className:`grid-table`,children:[(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:r(`organisation:post.name`)}),(0,R.jsx)(`th`,{scope:`col`,children:r(`organisation:post.key`)}),(0,R.jsx)(`th`,{scope:`col`,children:r(`organisation:post.rotation`)}),(0,R.jsx)(`th`,{scope:`col`,children:r(`organisation:post.holders`)}),(0,R.jsx)(`th`,{scope:`col`,children:r(`organisation:post.duties`)}),i&&(0,R.jsx)(`th`,{scope:`col`,children:r(`organisationEdit:actions`)})]})}),(0,R.jsx)(`tbody`,{children:e.posts.map(o=>{let s=o.appointments.filter(e=>qe(e,a));return(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`td`,{children:(0,R.jsx)(t,{to:O({unit:e.id,post:o.id}),children:o.name})}),(0,R.jsx)(`td`,{children:r(o.keyPost?`common:state.yes`:`common:state.no`)}),(0,R.jsx)(`td`,{className:`nowrap`,children:o.rotationYears?r(`organisation:years`,{count:o.rotationYears}):`—`}),(0,R.jsx)(`td`,{children:s.map(e=>e.person?.name).join(`、`)||r(`organisation:vacant`)}),(0,R.jsx)(`td`,{className:`prose`,children:o.duties||`—`}),i&&(0,R.jsx)(`td`,{children:(0,R.jsx)(Le,{unit:e,post:o,onChanged:n})})]},o.id)})})]})})]})}function $({unit:e,onChanged:t}){let{t:n}=l(`organisationEdit`),[r,i]=(0,j.useState)(null);if(!e.allowedActions.includes(`EDIT_ORGANISATION`)||e.closedOn)return null;let o={unit:e,onClose:()=>i(null),onDone:()=>{i(null),t()}};return(0,R.jsxs)(`span`,{className:`row-actions`,children:[(0,R.jsx)(a,{size:`small`,onClick:()=>i(`create`),children:n(`action.createBelow`)}),(0,R.jsx)(a,{size:`small`,onClick:()=>i(`edit`),children:n(`action.edit`)}),(0,R.jsx)(a,{size:`small`,onClick:()=>i(`move`),children:n(`action.move`)}),(0,R.jsx)(a,{size:`small`,danger:!0,onClick:()=>i(`close`),children:n(`action.close`)}),r===`create`&&(0,R.jsx)(q,{...o,parent:e}),r===`edit`&&(0,R.jsx)(Me,{...o}),r===`move`&&(0,R.jsx)(Ne,{...o}),r===`close`&&(0,R.jsx)(Pe,{...o})]})}function Ye({unit:e,onChanged:n,onTreeChanged:r}){let{t:i}=l(`organisation`),a=g(`UnitKind`),o=e.path.filter(t=>t.id!==e.id);return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsxs)(`h2`,{className:`panel-head`,children:[(0,R.jsxs)(`span`,{children:[e.name,e.closedOn&&(0,R.jsx)(`span`,{className:`tag tag-alarm`,children:i(`closed`,{date:e.closedOn})})]}),(0,R.jsx)($,{unit:e,onChanged:()=>{n(),r()}})]}),(0,R.jsx)(le,{items:[[i(`field.code`),e.code],[i(`field.kind`),a.label(e.kind)],[i(`field.parent`),o.length>0&&(0,R.jsx)(`span`,{className:`names`,children:o.map(e=>(0,R.jsx)(t,{to:`/organisation?unit=${e.id}`,children:e.name},e.id))})],[i(`field.children`),e.childCount]]}),e.riskCounts&&(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(ce,{counts:e.riskCounts,unitId:e.id}),(0,R.jsx)(`p`,{children:(0,R.jsx)(t,{to:oe({unit:e.id}),children:i(`toSupervision`)})})]})]})}function Xe({id:e,onTreeChanged:t}){let[n,r]=c({query:He,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,R.jsx)(A,{result:n,onRetry:i,rows:10,children:({node:e})=>{if(e?.__typename!==`Unit`)return(0,R.jsx)(ee,{});let n={unit:e,onChanged:i};return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(Ye,{...n,onTreeChanged:t}),(0,R.jsx)(Ke,{...n}),(0,R.jsx)(Je,{...n}),(0,R.jsx)(We,{...n})]})}})}function Ze({roots:e,children:t}){let n=e=>{let r=t.get(e.id);return{key:e.id,title:e.name,isLeaf:e.childCount===0,...r&&{children:r.map(n)}}};return e.map(n)}function Qe(e,t){let n=s(),{homeUnits:r}=p(),[i,a]=(0,j.useState)({roots:[],children:new Map}),[o,c]=(0,j.useState)([]),[l,u]=(0,j.useState)(`loading`),[d,f]=(0,j.useState)(0);(0,j.useEffect)(()=>{let e=!0;return T(n,null).then(t=>{if(!e)return;let n=t.length>0?t:r;a({roots:n,children:new Map}),c(n.length===1&&n[0]?[n[0].id]:[]),u(`ready`)},()=>e&&u(`failed`)),()=>{e=!1}},[n,r,d,t]);let m=(0,j.useCallback)(async e=>{let t=await T(n,e);a(n=>({...n,children:new Map(n.children).set(e,t)}))},[n]);return(0,j.useEffect)(()=>{if(!e||l!==`ready`)return;let t=!0;return(async()=>{let r=((await ie(n,e).catch(()=>null))?.path??[]).map(e=>e.id).filter(t=>t!==e);for(let e of r)if(await m(e).catch(()=>void 0),!t)return;c(e=>[...new Set([...e,...r])])})(),()=>{t=!1}},[n,e,l,m,t]),{nodes:(0,j.useMemo)(()=>Ze(i),[i]),state:l,expanded:o,setExpanded:c,load:m,retry:()=>{u(`loading`),f(e=>e+1)}}}function $e({selected:e,onSelect:t,generation:n}){let{t:r}=l([`organisation`,`common`]),[i,a]=(0,j.useState)(``),o=fe(i.trim()),s=(0,j.useRef)(null),c=de(s,40);return(0,R.jsxs)(`div`,{children:[(0,R.jsx)(w,{type:`search`,allowClear:!0,value:i,onChange:e=>a(e.target.value),"aria-label":r(`organisation:search`),placeholder:r(`common:picker.unitSearch`)}),(0,R.jsx)(`div`,{ref:s,className:`unit-tree`,children:o?(0,R.jsx)(tt,{text:o,height:c,selected:e,onSelect:t}):(0,R.jsx)(et,{height:c,selected:e,onSelect:t,generation:n})})]})}function et({selected:e,onSelect:t,generation:n,height:r}){let{t:i}=l([`organisation`,`common`]),{nodes:o,state:s,expanded:c,setExpanded:u,load:d,retry:f}=Qe(e,n);return s===`loading`?(0,R.jsx)(h,{}):s===`failed`?(0,R.jsx)(k,{text:i(`common:error.network`),children:(0,R.jsx)(a,{onClick:f,children:i(`common:action.retry`)})}):(0,R.jsx)(ue,{treeData:o,height:r,expandedKeys:c,onExpand:e=>u(e.map(String)),loadData:e=>d(String(e.key)),selectedKeys:e?[e]:[],onSelect:(e,{node:n})=>t(String(n.key)),blockNode:!0,"aria-label":i(`organisation:tree`)})}function tt({text:e,height:t,selected:n,onSelect:r}){let{t:i}=l([`organisation`,`common`]),a=s(),[o,c]=(0,j.useState)();if((0,j.useEffect)(()=>{let t=!0;return ne(a,e).then(n=>t&&c({text:e,units:n}),()=>t&&c({text:e,units:[]})),()=>{t=!1}},[a,e]),o?.text!==e)return(0,R.jsx)(h,{rows:3});let u=o.units.length;return u===0?(0,R.jsx)(k,{text:i(`common:state.emptyFiltered`)}):(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(`p`,{role:`status`,className:`hint`,children:i(u<50?`organisation:found`:`organisation:foundMany`,{count:u})}),(0,R.jsx)(`ul`,{className:`unit-found`,style:{maxHeight:t-30},children:o.units.map(e=>(0,R.jsx)(`li`,{children:(0,R.jsxs)(`button`,{type:`button`,"aria-current":e.id===n?`true`:void 0,onClick:()=>r(e.id),children:[e.name,(0,R.jsx)(`small`,{children:[e.code,re(e)].filter(Boolean).join(` · `)})]})},e.id))})]})}var nt={unit:pe};function rt(){let{t:e}=l(`organisation`),[{unit:t},n]=me(nt),[r,i]=(0,j.useState)(0),a=(0,j.useCallback)(()=>i(e=>e+1),[]);return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(he,{title:e(`title`),actions:(0,R.jsx)(Fe,{onChanged:a})}),(0,R.jsxs)(`div`,{className:`organisation`,children:[(0,R.jsx)(`section`,{className:`panel`,"aria-label":e(`tree`),children:(0,R.jsx)($e,{selected:t,onSelect:e=>n({unit:e}),generation:r})}),(0,R.jsx)(`div`,{children:t?(0,R.jsx)(Xe,{id:t,onTreeChanged:a},t):(0,R.jsx)(`section`,{className:`panel`,children:(0,R.jsx)(k,{text:e(`choose`)})})})]})]})}export{rt as Component};