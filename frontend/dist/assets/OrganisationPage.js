import{i as e}from"./rolldown-runtime.js";import{S as t,m as n,n as r,t as i}from"./react.js";import{D as a,E as o,O as s,P as c,V as l,qt as u}from"./vendor.js";import{t as d}from"./form.js";import{t as f}from"./select.js";import{i as p}from"./ErrorState.js";import{S as m,b as h,c as g,l as ee,w as _}from"./index.js";import{a as v,i as te,n as ne}from"./format.js";import{t as y}from"./DateInput.js";import{t as b}from"./EditDialog.js";import{t as x}from"./EnumPicker.js";import{t as S}from"./useAnswer.js";import{t as C}from"./PersonSelect.js";import{t as re}from"./PostSelect.js";import{t as w}from"./input.js";import{a as ie,i as ae,n as oe,r as T,t as E}from"./UnitSelect.js";import{t as se}from"./checkbox.js";import{t as D}from"./input-number.js";import{a as ce,l as le}from"./state2.js";import{r as O}from"./riskState.js";import{t as k}from"./Empty2.js";import{t as A}from"./Query.js";import{t as ue}from"./CountTiles.js";import{t as de}from"./Facts.js";import{n as fe,t as pe}from"./useRestHeight.js";import{t as me}from"./useDebounced.js";import{o as he,s as ge}from"./urlState.js";import{t as _e}from"./PageHeader.js";var j=e(t(),1),ve=p(`
  mutation CreateUnit($input: CreateUnitInput!) {
    createUnit(input: $input) {
      unit {
        id
      }
    }
  }
`),M=p(`
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
      act {
        id
      }
      unit {
        id
        version
      }
    }
  }
`),P=p(`
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
`),ye=p(`
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
`),be=p(`
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      person {
        id
        version
      }
    }
  }
`),xe=p(`
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
`),Se=p(`
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
`),Ce=p(`
  mutation Relieve($input: RelieveInput!) {
    relieve(input: $input) {
      appointment {
        id
        version
      }
    }
  }
`),we=p(`
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
`),Te=p(`
  mutation EndPortfolio($input: EndPortfolioInput!) {
    endPortfolio(input: $input) {
      portfolio {
        id
        version
      }
    }
  }
`),Ee=p(`
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
`);async function L(e,t,n){let{data:r}=await e.query(Ee,{id:n},{requestPolicy:`network-only`}).toPromise();return r?.node?.__typename===t?r.node:null}var R=i(),z=[{required:!0}];function B({post:e,person:t,onClose:n,onDone:r}){let{t:i}=c(`organisationEdit`),o=S(r),[,s]=a(Se);return(0,R.jsxs)(b,{title:i(`office.appoint`,{name:e?.name??t?.name}),intro:i(`office.appointFollows`),start:{personId:t?.id,postId:e?.id,from:v()},submitLabel:i(`action.appoint`),onClose:n,send:async({personId:e=``,postId:t=``,from:n=``})=>{let r=await s({input:{personId:e,postId:t,from:n}});return o(r,i(r.data?.appoint.act?`office.waits`:`office.appointed`))},children:[(0,R.jsx)(d.Item,{name:`personId`,label:i(`office.person`),rules:z,children:(0,R.jsx)(C,{disabled:t!==void 0})}),(0,R.jsx)(d.Item,{name:`postId`,label:i(`office.post`),rules:z,children:(0,R.jsx)(re,{disabled:e!==void 0})}),(0,R.jsx)(d.Item,{name:`from`,label:i(`office.from`),rules:z,children:(0,R.jsx)(y,{})})]})}function De({post:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(Ce),u=e.appointments.filter(e=>e.to===null),p=(0,j.useRef)(new Map(u.map(({id:e,version:t})=>[e,t]))),m={appointmentId:u.length===1?u[0]?.id:void 0,to:v()};return(0,R.jsxs)(b,{title:r(`office.relieve`,{name:e.name}),intro:r(`office.relieveFollows`),start:m,submitLabel:r(`action.relieve`),danger:!0,onClose:t,send:async({appointmentId:e=``,to:t})=>{let n=p.current.get(e)??0;return s(await l({input:{appointmentId:e,expectedVersion:n,to:t||null}}),r(`office.relieved`))},fresh:async()=>{for(let{id:e}of u){let t=await L(i,`Appointment`,e);t&&p.current.set(e,t.version)}return{start:m,version:0}},children:[(0,R.jsx)(d.Item,{name:`appointmentId`,label:r(`office.holder`),rules:z,children:(0,R.jsx)(f,{options:u.map(e=>({value:e.id,label:r(`office.holderSince`,{name:e.person?.name??`—`,from:e.from})}))})}),(0,R.jsx)(d.Item,{name:`to`,label:r(`office.to`),extra:r(`office.toHint`),children:(0,R.jsx)(y,{})})]})}function Oe({unit:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=S(n),[,o]=a(we);return(0,R.jsxs)(b,{title:r(`office.assign`,{name:e.name}),intro:r(`office.assignFollows`),start:{personId:void 0,kind:void 0,from:v()},submitLabel:r(`action.assign`),onClose:t,send:async({personId:t=``,kind:n,from:a=``})=>{let s=await o({input:{unitId:e.id,personId:t,kind:n,from:a}});return i(s,r(s.data?.assignPortfolio.act?`office.waits`:`office.assigned`))},children:[(0,R.jsx)(d.Item,{name:`kind`,label:r(`office.kind`),rules:z,children:(0,R.jsx)(x,{name:`PortfolioKind`})}),(0,R.jsx)(d.Item,{name:`personId`,label:r(`office.person`),rules:z,children:(0,R.jsx)(C,{})}),(0,R.jsx)(d.Item,{name:`from`,label:r(`office.from`),rules:z,children:(0,R.jsx)(y,{})})]})}function ke({portfolio:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=g(`PortfolioKind`),s=o(),l=S(n),[,u]=a(Te);return(0,R.jsx)(b,{title:r(`office.end`,{name:e.person?.name??`—`,kind:i.label(e.kind)}),intro:r(`office.endFollows`),start:{to:v()},version:e.version,submitLabel:r(`action.end`),danger:!0,onClose:t,send:async({to:t},n)=>l(await u({input:{portfolioId:e.id,expectedVersion:n,to:t||null}}),r(`office.ended`)),fresh:async()=>{let t=await L(s,`Portfolio`,e.id);return t&&{start:{to:v()},version:t.version}},children:(0,R.jsx)(d.Item,{name:`to`,label:r(`office.to`),extra:r(`office.toHint`),children:(0,R.jsx)(y,{})})})}function V(){let{t:e}=c(`organisationEdit`);return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(d.Item,{name:`name`,label:e(`person.name`),rules:[{required:!0,whitespace:!0}],children:(0,R.jsx)(w,{autoComplete:`off`})}),(0,R.jsx)(d.Item,{name:`staffNumber`,label:e(`person.staffNumber`),extra:e(`person.staffNumberHint`),children:(0,R.jsx)(w,{autoComplete:`off`})}),(0,R.jsx)(d.Item,{name:`jobTitle`,label:e(`person.jobTitle`),children:(0,R.jsx)(w,{})}),(0,R.jsx)(d.Item,{name:`politicalStatus`,label:e(`person.politicalStatus`),children:(0,R.jsx)(x,{name:`PoliticalStatus`,allowClear:!0})}),(0,R.jsx)(d.Item,{name:`unitId`,label:e(`person.unit`),rules:[{required:!0}],children:(0,R.jsx)(E,{from:`all`,allowClear:!1})})]})}function H({unitId:e,staffNumber:t,name:n,jobTitle:r,politicalStatus:i}){return{unitId:e??``,staffNumber:t?.trim()||null,name:n??``,jobTitle:r??``,politicalStatus:i??null}}function Ae({unit:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=S(n),[,o]=a(ye);return(0,R.jsx)(b,{title:r(`person.add`,{name:e.name}),start:{unitId:e.id,staffNumber:void 0,name:void 0,jobTitle:void 0,politicalStatus:void 0},onClose:t,send:async e=>i(await o({input:H(e)}),r(`person.added`,{name:e.name})),children:(0,R.jsx)(V,{})})}var U=e=>({unitId:e.unit?.id,staffNumber:e.staffNumber??void 0,name:e.name,jobTitle:e.jobTitle,politicalStatus:e.politicalStatus??void 0});function je({person:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(be);return(0,R.jsx)(b,{title:r(`person.edit`,{name:e.name}),intro:r(`person.editFollows`),start:U(e),version:e.version,onClose:t,send:async(t,n)=>s(await l({input:{id:e.id,expectedVersion:n,...H(t)}}),r(`saved`)),fresh:async()=>{let t=await L(i,`Person`,e.id);return t&&{start:U(t),version:t.version}},children:(0,R.jsx)(V,{})})}function Me({person:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=S(n),[,o]=a(xe);return(0,R.jsxs)(b,{title:r(`erase.title`,{name:e.name}),intro:r(`erase.intro`),start:{reason:void 0},danger:!0,submitLabel:r(`erase.submit`),onClose:t,send:async({reason:t=``})=>{let n=await o({input:{personId:e.id,reason:t.trim()}});return i(n,r(`erase.done`,{count:n.data?.eraseTexts.entries??0}))},children:[(0,R.jsx)(u,{type:`warning`,showIcon:!0,className:`edit-warning`,title:r(`erase.warning`,{name:e.name})}),(0,R.jsx)(d.Item,{name:`reason`,label:r(`erase.reason`),extra:r(`erase.reasonHint`),rules:[{required:!0,whitespace:!0,message:r(`erase.need`)}],children:(0,R.jsx)(w.TextArea,{rows:3,maxLength:500})})]})}function W(){let{t:e}=c(`organisationEdit`);return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(d.Item,{name:`name`,label:e(`post.name`),rules:[{required:!0,whitespace:!0}],children:(0,R.jsx)(w,{})}),(0,R.jsx)(d.Item,{name:`duties`,label:e(`post.duties`),children:(0,R.jsx)(w.TextArea,{autoSize:{minRows:3,maxRows:10}})}),(0,R.jsx)(d.Item,{name:`keyPost`,valuePropName:`checked`,children:(0,R.jsx)(se,{children:e(`post.keyPost`)})}),(0,R.jsx)(d.Item,{name:`rotationYears`,label:e(`post.rotationYears`),extra:e(`post.rotationHint`),children:(0,R.jsx)(D,{min:1,precision:0})})]})}function Ne({unit:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=S(n),[,o]=a(F);return(0,R.jsx)(b,{title:r(`post.create`,{name:e.name}),start:{name:void 0,duties:void 0,keyPost:!1,rotationYears:void 0},onClose:t,send:async({name:t=``,duties:n=``,keyPost:a,rotationYears:s})=>i(await o({input:{unitId:e.id,name:t,duties:n,keyPost:a,rotationYears:s??null}}),r(`post.created`,{name:t})),children:(0,R.jsx)(W,{})})}var G=e=>({name:e.name,duties:e.duties,keyPost:e.keyPost,rotationYears:e.rotationYears});function Pe({post:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(I);return(0,R.jsx)(b,{title:r(`post.edit`,{name:e.name}),start:G(e),version:e.version,onClose:t,send:async({name:t=``,duties:n=``,keyPost:i,rotationYears:a},o)=>s(await l({input:{id:e.id,expectedVersion:o,name:t,duties:n,keyPost:i,rotationYears:a??null,closedOn:e.closedOn}}),r(`saved`)),fresh:async()=>{let t=await L(i,`Post`,e.id);return t&&{start:G(t),version:t.version}},children:(0,R.jsx)(W,{})})}function Fe({post:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(I),u=(0,j.useRef)(e);return(0,R.jsx)(b,{title:r(`post.close`,{name:e.name}),intro:r(`post.closeFollows`),start:{closedOn:v()},version:e.version,submitLabel:r(`action.close`),danger:!0,onClose:t,send:async({closedOn:e},t)=>{let{id:n,name:i,duties:a,keyPost:o,rotationYears:c}=u.current;return s(await l({input:{id:n,expectedVersion:t,name:i,duties:a,keyPost:o,rotationYears:c,closedOn:e}}),r(`post.closed`,{name:i}))},fresh:async()=>{let t=await L(i,`Post`,e.id);return t?(u.current=t,{start:{closedOn:v()},version:t.version}):null},children:(0,R.jsx)(d.Item,{name:`closedOn`,label:r(`post.closeOn`),rules:[{required:!0}],children:(0,R.jsx)(y,{})})})}function K(){let{t:e}=c(`organisationEdit`),t=[{required:!0,whitespace:!0}];return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(d.Item,{name:`code`,label:e(`unit.code`),rules:t,extra:e(`unit.codeHint`),children:(0,R.jsx)(w,{})}),(0,R.jsx)(d.Item,{name:`name`,label:e(`unit.name`),rules:t,children:(0,R.jsx)(w,{})}),(0,R.jsx)(d.Item,{name:`kind`,label:e(`unit.kind`),rules:[{required:!0}],children:(0,R.jsx)(x,{name:`UnitKind`})}),(0,R.jsx)(d.Item,{name:`sortOrder`,label:e(`unit.sortOrder`),extra:e(`unit.sortOrderHint`),children:(0,R.jsx)(D,{precision:0})})]})}function q({parent:e,onClose:t,onDone:r}){let{t:i}=c(`organisationEdit`),o=n(),s=S(r),[,l]=a(ve);return(0,R.jsx)(b,{title:e?i(`unit.createBelow`,{name:e.name}):i(`unit.createTop`),start:{code:void 0,name:void 0,kind:void 0,sortOrder:void 0},onClose:t,send:async({code:t=``,name:n=``,kind:r,sortOrder:a})=>{let c=await l({input:{parentId:e?.id??null,code:t,name:n,kind:r,sortOrder:a??null}}),u=s(c,i(`unit.created`,{name:n})),d=c.data?.createUnit.unit.id;return!(`done`in u)||!d?u:{done:()=>{u.done(),o(`/organisation?unit=${d}`)}}},children:(0,R.jsx)(K,{})})}var J=({code:e,name:t,kind:n,sortOrder:r})=>({code:e,name:t,kind:n,sortOrder:r});function Ie({unit:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(M);return(0,R.jsx)(b,{title:r(`unit.edit`,{name:e.name}),start:J(e),version:e.version,onClose:t,send:async({code:t=``,name:n=``,kind:i,sortOrder:a},o)=>s(await l({input:{id:e.id,expectedVersion:o,code:t,name:n,kind:i,sortOrder:a??0}}),r(`saved`)),fresh:async()=>{let t=await L(i,`Unit`,e.id);return t&&{start:J(t),version:t.version}},children:(0,R.jsx)(K,{})})}var Y=e=>({newParentId:e.path.at(-2)?.id});function Le({unit:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(N);return(0,R.jsx)(b,{title:r(`unit.move`,{name:e.name}),intro:r(`unit.moveFollows`),start:Y(e),version:e.version,submitLabel:r(`action.move`),onClose:t,send:async({newParentId:t},n)=>{let i=await l({input:{id:e.id,expectedVersion:n,newParentId:t??null}}),a=i.data?.moveUnit.act;return s(i,r(a?`unit.moveWaits`:`unit.moved`,{name:e.name}))},fresh:async()=>{let t=await L(i,`Unit`,e.id);return t&&{start:Y(t),version:t.version}},children:(0,R.jsx)(d.Item,{name:`newParentId`,label:r(`unit.newParent`),extra:r(`unit.newParentHint`),children:(0,R.jsx)(E,{from:`all`})})})}function Re({unit:e,onClose:t,onDone:n}){let{t:r}=c(`organisationEdit`),i=o(),s=S(n),[,l]=a(P);return(0,R.jsx)(b,{title:r(`unit.close`,{name:e.name}),intro:r(`unit.closeFollows`),start:{on:v()},version:e.version,submitLabel:r(`action.close`),danger:!0,onClose:t,send:async({on:t=``},n)=>{let i=await l({input:{id:e.id,expectedVersion:n,on:t}}),a=i.data?.closeUnit.act;return s(i,r(a?`unit.closeWaits`:`unit.closed`,{name:e.name}))},fresh:async()=>{let t=await L(i,`Unit`,e.id);return t&&{start:{on:v()},version:t.version}},children:(0,R.jsx)(d.Item,{name:`on`,label:r(`unit.closeOn`),rules:[{required:!0}],children:(0,R.jsx)(y,{})})})}function X({entries:e,onChanged:t}){let[n,r]=(0,j.useState)(null);return(0,R.jsxs)(`span`,{className:`row-actions`,children:[e.map((e,t)=>(0,R.jsx)(l,{size:`small`,danger:e.danger,"aria-label":e.title&&`${e.label} ${e.title}`,onClick:()=>r(t),children:e.label},e.label)),n!==null&&e[n]?.dialog({onClose:()=>r(null),onDone:()=>{r(null),t()}})]})}function Z(e){return e.allowedActions.includes(`EDIT_ORGANISATION`)}function Q(e){return e.allowedActions.includes(`EDIT_PEOPLE`)}function ze({onChanged:e}){let{t}=c(`organisationEdit`),n=_();return!n.roles.some(e=>e.unit===null)||!m(n,`EDIT_ORGANISATION`)?null:(0,R.jsx)(X,{onChanged:e,entries:[{label:t(`action.createTop`),dialog:e=>(0,R.jsx)(q,{parent:null,...e})}]})}function Be({unit:e,onChanged:t}){let{t:n}=c(`organisationEdit`);return!Z(e)||e.closedOn?null:(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.createPost`),dialog:t=>(0,R.jsx)(Ne,{unit:e,...t})}]})}function Ve({unit:e,post:t,onChanged:n}){let{t:r}=c(`organisationEdit`),i=t.appointments.some(e=>e.to===null),a=[];return Q(e)&&(a.push({label:r(`action.appoint`),dialog:e=>(0,R.jsx)(B,{post:t,...e})}),i&&a.push({label:r(`action.relieve`),dialog:e=>(0,R.jsx)(De,{post:t,...e})})),Z(e)&&a.push({label:r(`action.edit`),dialog:e=>(0,R.jsx)(Pe,{post:t,...e})},{label:r(`action.close`),danger:!0,dialog:e=>(0,R.jsx)(Fe,{post:t,...e})}),(0,R.jsx)(X,{onChanged:n,entries:a.map(e=>({...e,title:t.name}))})}function He({unit:e,onChanged:t}){let{t:n}=c(`organisationEdit`);return!Q(e)||e.closedOn?null:(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.assign`),dialog:t=>(0,R.jsx)(Oe,{unit:e,...t})}]})}function Ue({portfolio:e,onChanged:t}){let{t:n}=c(`organisationEdit`);return(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.end`),title:e.person?.name,danger:!0,dialog:t=>(0,R.jsx)(ke,{portfolio:e,...t})}]})}function We({unit:e,onChanged:t}){let{t:n}=c(`organisationEdit`);return!Q(e)||e.closedOn?null:(0,R.jsx)(X,{onChanged:t,entries:[{label:n(`action.addPerson`),dialog:t=>(0,R.jsx)(Ae,{unit:e,...t})}]})}function Ge({person:e,mayEdit:t,onChanged:n}){let{t:r}=c(`organisationEdit`),i=_(),a=[];return t&&a.push({label:r(`action.edit`),dialog:t=>(0,R.jsx)(je,{person:e,...t})},{label:r(`action.appoint`),dialog:t=>(0,R.jsx)(B,{person:e,...t})}),m(i,`ERASE_TEXTS`)&&a.push({label:r(`action.erase`),danger:!0,dialog:t=>(0,R.jsx)(Me,{person:e,...t})}),(0,R.jsx)(X,{onChanged:n,entries:a.map(t=>({...t,title:e.name}))})}var Ke=p(`
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
  `,[le]),qe=p(`
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
`);function Je({unit:e}){let{t}=c([`organisation`,`common`]),n=_(),[r,i]=(0,j.useState)(``),[a,o]=(0,j.useState)([null]),[u,d]=s({query:qe,variables:{filter:{unitId:e.id,text:r||void 0},after:a.at(-1)}}),f=()=>d({requestPolicy:`network-only`});return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsxs)(`h2`,{className:`panel-head`,children:[(0,R.jsxs)(`span`,{children:[t(`organisation:people`),` `,(0,R.jsx)(We,{unit:e,onChanged:f})]}),(0,R.jsx)(w.Search,{allowClear:!0,className:`filter-unit`,"aria-label":t(`common:picker.personSearch`),placeholder:t(`common:picker.personSearch`),onSearch:e=>{i(e.trim()),o([null])}})]}),(0,R.jsx)(A,{result:u,onRetry:f,rows:3,children:({people:{nodes:r,totalCount:i,pageInfo:s}})=>r.length===0?(0,R.jsx)(k,{text:t(`organisation:noPeople`)}):(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)($,{people:r,mayEdit:Q(e),onChanged:Q(e)||m(n,`ERASE_TEXTS`)?f:null}),(0,R.jsxs)(`div`,{className:`list-foot`,children:[t(`common:state.total`,{count:i}),(0,R.jsx)(l,{size:`small`,disabled:a.length===1,onClick:()=>o(a.slice(0,-1)),children:t(`common:action.previous`)}),(0,R.jsx)(l,{size:`small`,disabled:!s.hasNextPage,onClick:()=>o([...a,s.endCursor]),children:t(`common:action.next`)})]})]})})]})}function $({people:e,mayEdit:t,onChanged:n}){let{t:i}=c([`organisation`,`organisationEdit`]),a=g(`PoliticalStatus`);return(0,R.jsx)(`div`,{className:`table-scroll`,children:(0,R.jsxs)(`table`,{className:`grid-table`,children:[(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.name`)}),(0,R.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.number`)}),(0,R.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.jobTitle`)}),(0,R.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.political`)}),(0,R.jsx)(`th`,{scope:`col`,children:i(`organisation:staff.unit`)}),n&&(0,R.jsx)(`th`,{scope:`col`,children:i(`organisationEdit:actions`)})]})}),(0,R.jsx)(`tbody`,{children:e.map(e=>(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`td`,{children:(0,R.jsx)(r,{to:O({person:e.id}),children:e.name})}),(0,R.jsx)(`td`,{children:e.staffNumber??`—`}),(0,R.jsx)(`td`,{children:e.jobTitle||`—`}),(0,R.jsx)(`td`,{children:a.label(e.politicalStatus)}),(0,R.jsx)(`td`,{children:e.unit?.name??`—`}),n&&(0,R.jsx)(`td`,{children:(0,R.jsx)(Ge,{person:e,mayEdit:t,onChanged:n})})]},e.id))})]})})}function Ye({unit:e,onChanged:t}){let{t:n}=c([`organisation`,`organisationEdit`]),r=Q(e),i=g(`PortfolioKind`);return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsxs)(`h2`,{className:`panel-head`,children:[n(`organisation:portfolios`),(0,R.jsx)(He,{unit:e,onChanged:t})]}),e.portfolios.length===0?(0,R.jsx)(k,{text:n(`organisation:noPortfolios`)}):(0,R.jsx)(`div`,{className:`table-scroll`,children:(0,R.jsxs)(`table`,{className:`grid-table`,children:[(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:kind`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:person`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:staff.jobTitle`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:since`)}),r&&(0,R.jsx)(`th`,{scope:`col`,children:n(`organisationEdit:actions`)})]})}),(0,R.jsx)(`tbody`,{children:e.portfolios.map(e=>(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`td`,{children:i.label(e.kind)}),(0,R.jsx)(`td`,{children:e.person?.name??`—`}),(0,R.jsx)(`td`,{children:e.person?.jobTitle||`—`}),(0,R.jsx)(`td`,{children:ne(e.from)}),r&&(0,R.jsx)(`td`,{children:(0,R.jsx)(Ue,{portfolio:e,onChanged:t})})]},e.id))})]})})]})}function Xe({from:e,to:t},n){return e<=n&&(t===null||n<=t)}function Ze({unit:e,onChanged:t}){let{t:n}=c([`organisation`,`organisationEdit`,`common`]),i=Z(e)||Q(e),a=v();return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsxs)(`h2`,{className:`panel-head`,children:[n(`organisation:posts`),(0,R.jsx)(Be,{unit:e,onChanged:t})]}),e.posts.length===0?(0,R.jsx)(k,{text:n(`organisation:noPosts`)}):(0,R.jsx)(`div`,{className:`table-scroll`,children:(0,R.jsxs)(`table`,{className:`grid-table`,children:[(0,R.jsx)(`thead`,{children:(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:post.name`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:post.key`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:post.rotation`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:post.holders`)}),(0,R.jsx)(`th`,{scope:`col`,children:n(`organisation:post.duties`)}),i&&(0,R.jsx)(`th`,{scope:`col`,children:n(`organisationEdit:actions`)})]})}),(0,R.jsx)(`tbody`,{children:e.posts.map(o=>{let s=o.appointments.filter(e=>Xe(e,a));return(0,R.jsxs)(`tr`,{children:[(0,R.jsx)(`td`,{children:(0,R.jsx)(r,{to:O({unit:e.id,post:o.id}),children:o.name})}),(0,R.jsx)(`td`,{children:n(o.keyPost?`common:state.yes`:`common:state.no`)}),(0,R.jsx)(`td`,{className:`nowrap`,children:o.rotationYears?n(`organisation:years`,{count:o.rotationYears}):`—`}),(0,R.jsx)(`td`,{children:s.map(e=>e.person?.name).join(`、`)||n(`organisation:vacant`)}),(0,R.jsx)(`td`,{className:`prose`,children:o.duties||`—`}),i&&(0,R.jsx)(`td`,{children:(0,R.jsx)(Ve,{unit:e,post:o,onChanged:t})})]},o.id)})})]})})]})}function Qe({unit:e,onChanged:t}){let{t:n}=c(`organisationEdit`),[r,i]=(0,j.useState)(null);if(!e.allowedActions.includes(`EDIT_ORGANISATION`)||e.closedOn)return null;let a={unit:e,onClose:()=>i(null),onDone:()=>{i(null),t()}};return(0,R.jsxs)(`span`,{className:`row-actions`,children:[(0,R.jsx)(l,{size:`small`,onClick:()=>i(`create`),children:n(`action.createBelow`)}),(0,R.jsx)(l,{size:`small`,onClick:()=>i(`edit`),children:n(`action.edit`)}),(0,R.jsx)(l,{size:`small`,onClick:()=>i(`move`),children:n(`action.move`)}),(0,R.jsx)(l,{size:`small`,danger:!0,onClick:()=>i(`close`),children:n(`action.close`)}),r===`create`&&(0,R.jsx)(q,{...a,parent:e}),r===`edit`&&(0,R.jsx)(Ie,{...a}),r===`move`&&(0,R.jsx)(Le,{...a}),r===`close`&&(0,R.jsx)(Re,{...a})]})}function $e({unit:e,onChanged:t,onTreeChanged:n}){let{t:i}=c(`organisation`),a=g(`UnitKind`),o=e.path.filter(t=>t.id!==e.id);return(0,R.jsxs)(`section`,{className:`panel`,children:[(0,R.jsxs)(`h2`,{className:`panel-head`,children:[(0,R.jsxs)(`span`,{children:[e.name,e.closedOn&&(0,R.jsx)(`span`,{className:`tag tag-alarm`,children:i(`closed`,{date:e.closedOn})})]}),(0,R.jsx)(Qe,{unit:e,onChanged:()=>{t(),n()}})]}),(0,R.jsx)(de,{items:[[i(`field.code`),e.code],[i(`field.kind`),a.label(e.kind)],[i(`field.parent`),o.length>0&&(0,R.jsx)(`span`,{className:`names`,children:o.map(e=>(0,R.jsx)(r,{to:`/organisation?unit=${e.id}`,children:e.name},e.id))})],[i(`field.children`),e.childCount]]}),e.riskCounts&&(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(ue,{counts:e.riskCounts,unitId:e.id}),(0,R.jsx)(`p`,{children:(0,R.jsx)(r,{to:ce({unit:e.id}),children:i(`toSupervision`)})})]})]})}function et({acts:e}){let{t}=c(`organisation`),n=g(`PortfolioKind`),r=({kind:e,words:r})=>{let i=e=>r.find(t=>t.name===e)?.value??``;switch(e){case`ASSIGN_PORTFOLIO`:return t(`waiting.portfolio`,{person:i(`person`),kind:n.label(i(`kind`)),from:i(`from`)});case`APPOINT`:return t(`waiting.appointment`,{person:i(`person`),post:i(`post`),from:i(`from`)});case`MOVE_UNIT`:return t(`waiting.move`,{unit:i(`unit`)});case`CLOSE_UNIT`:return t(`waiting.close`,{unit:i(`unit`),from:i(`from`)});default:return t(`waiting.list`,{count:Number(i(`rows`)),offices:i(`offices`)})}};return e.length===0?null:(0,R.jsx)(u,{className:`unit-waiting`,type:`warning`,showIcon:!0,title:t(`waiting.title`),description:(0,R.jsx)(`ul`,{children:e.map(e=>(0,R.jsxs)(`li`,{children:[r(e),` `,t(`waiting.until`,{until:te(e.until)})]},e.id))})})}function tt({id:e,onTreeChanged:t}){let[n,r]=s({query:Ke,variables:{id:e}}),i=()=>r({requestPolicy:`network-only`});return(0,R.jsx)(A,{result:n,onRetry:i,rows:10,children:({node:e,waitingActs:n})=>{if(e?.__typename!==`Unit`)return(0,R.jsx)(ee,{});let r={unit:e,onChanged:i};return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)($e,{...r,onTreeChanged:t}),(0,R.jsx)(et,{acts:n.acts}),(0,R.jsx)(Ye,{...r}),(0,R.jsx)(Ze,{...r}),(0,R.jsx)(Je,{...r})]})}})}function nt({roots:e,children:t}){let n=e=>{let r=t.get(e.id);return{key:e.id,title:e.name,isLeaf:e.childCount===0,...r&&{children:r.map(n)}}};return e.map(n)}function rt(e,t){let n=o(),{homeUnits:r}=_(),[i,a]=(0,j.useState)({roots:[],children:new Map}),[s,c]=(0,j.useState)([]),[l,u]=(0,j.useState)(`loading`),[d,f]=(0,j.useState)(0);(0,j.useEffect)(()=>{let e=!0;return T(n,null).then(t=>{if(!e)return;let n=t.length>0?t:r;a({roots:n,children:new Map}),c(n.length===1&&n[0]?[n[0].id]:[]),u(`ready`)},()=>e&&u(`failed`)),()=>{e=!1}},[n,r,d,t]);let p=(0,j.useCallback)(async e=>{let t=await T(n,e);a(n=>({...n,children:new Map(n.children).set(e,t)}))},[n]);return(0,j.useEffect)(()=>{if(!e||l!==`ready`)return;let t=!0;return(async()=>{let r=((await oe(n,e).catch(()=>null))?.path??[]).map(e=>e.id).filter(t=>t!==e);for(let e of r)if(await p(e).catch(()=>void 0),!t)return;c(e=>[...new Set([...e,...r])])})(),()=>{t=!1}},[n,e,l,p,t]),{nodes:(0,j.useMemo)(()=>nt(i),[i]),state:l,expanded:s,setExpanded:c,load:p,retry:()=>{u(`loading`),f(e=>e+1)}}}function it({selected:e,onSelect:t,generation:n}){let{t:r}=c([`organisation`,`common`]),[i,a]=(0,j.useState)(``),o=me(i.trim()),s=(0,j.useRef)(null),l=pe(s,40);return(0,R.jsxs)(`div`,{children:[(0,R.jsx)(w,{type:`search`,allowClear:!0,value:i,onChange:e=>a(e.target.value),"aria-label":r(`organisation:search`),placeholder:r(`common:picker.unitSearch`)}),(0,R.jsx)(`div`,{ref:s,className:`unit-tree`,children:o?(0,R.jsx)(ot,{text:o,height:l,selected:e,onSelect:t}):(0,R.jsx)(at,{height:l,selected:e,onSelect:t,generation:n})})]})}function at({selected:e,onSelect:t,generation:n,height:r}){let{t:i}=c([`organisation`,`common`]),{nodes:a,state:o,expanded:s,setExpanded:u,load:d,retry:f}=rt(e,n);return o===`loading`?(0,R.jsx)(h,{}):o===`failed`?(0,R.jsx)(k,{text:i(`common:error.network`),children:(0,R.jsx)(l,{onClick:f,children:i(`common:action.retry`)})}):(0,R.jsx)(fe,{treeData:a,height:r,expandedKeys:s,onExpand:e=>u(e.map(String)),loadData:e=>d(String(e.key)),selectedKeys:e?[e]:[],onSelect:(e,{node:n})=>t(String(n.key)),blockNode:!0,"aria-label":i(`organisation:tree`)})}function ot({text:e,height:t,selected:n,onSelect:r}){let{t:i}=c([`organisation`,`common`]),a=o(),[s,l]=(0,j.useState)();if((0,j.useEffect)(()=>{let t=!0;return ie(a,e).then(n=>t&&l({text:e,units:n}),()=>t&&l({text:e,units:[]})),()=>{t=!1}},[a,e]),s?.text!==e)return(0,R.jsx)(h,{rows:3});let u=s.units.length;return u===0?(0,R.jsx)(k,{text:i(`common:state.emptyFiltered`)}):(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(`p`,{role:`status`,className:`hint`,children:i(u<50?`organisation:found`:`organisation:foundMany`,{count:u})}),(0,R.jsx)(`ul`,{className:`unit-found`,style:{maxHeight:t-30},children:s.units.map(e=>(0,R.jsx)(`li`,{children:(0,R.jsxs)(`button`,{type:`button`,"aria-current":e.id===n?`true`:void 0,onClick:()=>r(e.id),children:[e.name,(0,R.jsx)(`small`,{children:[e.code,ae(e)].filter(Boolean).join(` · `)})]})},e.id))})]})}var st={unit:he};function ct(){let{t:e}=c(`organisation`),[{unit:t},n]=ge(st),[r,i]=(0,j.useState)(0),a=(0,j.useCallback)(()=>i(e=>e+1),[]);return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(_e,{title:e(`title`),actions:(0,R.jsx)(ze,{onChanged:a})}),(0,R.jsxs)(`div`,{className:`organisation`,children:[(0,R.jsx)(`section`,{className:`panel`,"aria-label":e(`tree`),children:(0,R.jsx)(it,{selected:t,onSelect:e=>n({unit:e}),generation:r})}),(0,R.jsx)(`div`,{children:t?(0,R.jsx)(tt,{id:t,onTreeChanged:a},t):(0,R.jsx)(`section`,{className:`panel`,children:(0,R.jsx)(k,{text:e(`choose`)})})})]})]})}export{ct as Component};