import{i as e}from"./rolldown-runtime.js";import{D as t,E as n,O as r,P as i,V as a}from"./vendor.js";import{n as o,t as s}from"./gql.js";import{S as c,n as l,t as u}from"./react.js";import{t as d}from"./form.js";import{t as f}from"./input.js";import{t as p}from"./input-number.js";import{t as m}from"./radio.js";import{t as h}from"./checkbox.js";import{C as g,O as _,b as v,v as y,x as b}from"./index.js";import{t as x}from"./GradeBadge.js";import{t as S}from"./forms.js";import{i as C}from"./format.js";import{a as w,o as T}from"./urlState.js";import{t as E}from"./Empty2.js";import{t as D}from"./Facts.js";import{t as O}from"./Field.js";import{t as k}from"./PageHeader.js";import{t as A}from"./Query.js";import{t as j}from"./UnitSelect.js";var M=s(`
  query Recipe($unitId: ID!) {
    gradeRecipe(unitId: $unitId) {
      name
      version
      bounds {
        a
        b
      }
      set {
        id
        reason
        actorName
        at
        unit {
          id
          name
        }
      }
    }
    gradeRecipes(unitId: $unitId, first: 50) {
      nodes {
        id
        name
        number
        reason
        actorName
        at
        bounds {
          a
          b
        }
      }
    }
  }
`),N=s(`
  query PreviewRecipe($input: PreviewRecipeInput!, $after: String) {
    previewRecipe(input: $input, first: 100, after: $after) {
      total
      changed
      cells {
        now
        would
        count
      }
      rows {
        now
        would
        riskPoint {
          id
          title
          grade
          unit {
            id
            name
          }
        }
      }
      endCursor
      hasNextPage
    }
  }
`),P=s(`
  mutation SetRecipe($input: SetRecipeInput!) {
    setRecipe(input: $input) {
      recipe {
        id
        number
      }
    }
  }
`),F=s(`
  mutation Regrade($input: RegradeInput!) {
    regrade(input: $input) {
      results {
        riskPointId
        assessment {
          id
          grade
        }
        error {
          message
        }
      }
    }
  }
`),I=e(c(),1),L=[`worse-of`,`product`];function R(e){return L.some(t=>t===e)}var z={"worse-of":{a:4,b:3},product:{a:15,b:8}},B={"worse-of":5,product:25};function V(e,t,n){return e(`bounds.${t}`,n)}function H(e){return o.Grade.map(t=>({now:t,counts:o.Grade.map(n=>e.find(e=>e.now===t&&e.would===n)?.count??0)}))}var U=u();function W({preview:e,saved:t}){let{t:n}=i(`recipe`);return(0,U.jsxs)(`div`,{className:`recipe-preview`,children:[(0,U.jsx)(`p`,{role:`status`,children:(0,U.jsx)(`strong`,{children:n(`changed`,{total:e.total,changed:e.changed})})}),(0,U.jsxs)(`table`,{className:`grid-table recipe-matrix`,children:[(0,U.jsx)(`caption`,{children:n(`cells`)}),(0,U.jsx)(`thead`,{children:(0,U.jsxs)(`tr`,{children:[(0,U.jsxs)(`th`,{scope:`col`,children:[n(`now`),` ＼ `,n(`would`)]}),o.Grade.map(e=>(0,U.jsx)(`th`,{scope:`col`,children:(0,U.jsx)(x,{grade:e})},e))]})}),(0,U.jsx)(`tbody`,{children:H(e.cells).map(({now:e,counts:t})=>(0,U.jsxs)(`tr`,{children:[(0,U.jsx)(`th`,{scope:`row`,children:(0,U.jsx)(x,{grade:e})}),t.map((t,n)=>(0,U.jsx)(`td`,{className:t>0&&o.Grade[n]!==e?`moves`:void 0,children:t},n))]},e))})]}),e.rows.length>0&&(0,U.jsx)(G,{preview:e,saved:t})]})}function G({preview:{rows:e,hasNextPage:n},saved:r}){let{t:o}=i(`recipe`),[,s]=t(F),[c,u]=(0,I.useState)([]),[d,f]=(0,I.useState)(!1),[p,m]=(0,I.useState)(),[g,_]=(0,I.useState)(null),y=async()=>{f(!0);let{data:e,error:t}=await s({input:{riskPointIds:c,reason:o(`title`)}});if(f(!1),m(t),!e)return;let{results:n}=e.regrade,r=n.flatMap(e=>e.error?[e.error.message]:[]),i=n.filter(e=>e.assessment).length,a=n.length-i-r.length;_({text:o(`regraded`,{done:i,same:a,failed:r.length}),failures:r}),u([])};return(0,U.jsxs)(U.Fragment,{children:[r&&(0,U.jsx)(`p`,{className:`hint`,children:o(`regradeIntro`)}),(0,U.jsx)(v,{error:p}),(0,U.jsx)(`div`,{className:`table-scroll`,children:(0,U.jsxs)(`table`,{className:`grid-table`,children:[(0,U.jsxs)(`caption`,{children:[o(`rows`),n&&`（${o(`more`,{count:e.length})}）`]}),(0,U.jsx)(`thead`,{children:(0,U.jsxs)(`tr`,{children:[r&&(0,U.jsx)(`th`,{scope:`col`,children:(0,U.jsx)(h,{"aria-label":o(`all`),checked:c.length===e.length,onChange:t=>u(t.target.checked?e.map(e=>e.riskPoint.id):[])})}),(0,U.jsx)(`th`,{scope:`col`,children:o(`risk`)}),(0,U.jsx)(`th`,{scope:`col`,children:o(`unit`)}),(0,U.jsx)(`th`,{scope:`col`,children:o(`decided`)}),(0,U.jsx)(`th`,{scope:`col`,children:o(`now`)}),(0,U.jsx)(`th`,{scope:`col`,children:o(`would`)})]})}),(0,U.jsx)(`tbody`,{children:e.map(({riskPoint:e,now:t,would:n})=>(0,U.jsxs)(`tr`,{children:[r&&(0,U.jsx)(`td`,{children:(0,U.jsx)(h,{"aria-label":o(`choose`,{title:e.title}),checked:c.includes(e.id),onChange:t=>u(t.target.checked?[...c,e.id]:c.filter(t=>t!==e.id))})}),(0,U.jsx)(`th`,{scope:`row`,children:(0,U.jsx)(l,{to:`/risks/${e.id}`,children:e.title})}),(0,U.jsx)(`td`,{children:e.unit?.name??`—`}),(0,U.jsx)(`td`,{children:(0,U.jsx)(x,{grade:e.grade})}),(0,U.jsx)(`td`,{children:(0,U.jsx)(x,{grade:t})}),(0,U.jsx)(`td`,{children:(0,U.jsx)(x,{grade:n})})]},e.id))})]})}),r&&(0,U.jsx)(a,{disabled:c.length===0,loading:d,onClick:()=>void y(),children:o(`regrade`,{count:c.length})}),g&&(0,U.jsxs)(`div`,{role:`status`,children:[(0,U.jsx)(`p`,{children:g.text}),g.failures.map((e,t)=>(0,U.jsx)(`p`,{children:e},t))]})]})}function K({unitId:e,inForce:r,onSaved:o}){let{t:s}=i(`recipe`),c=n(),l=y(),[u]=d.useForm(),h=d.useWatch(`name`,u),[,g]=t(P),[b,x]=(0,I.useState)([]),[C,w]=(0,I.useState)(!1),[T,E]=(0,I.useState)(null),D=e=>x(S(u,_(e))),O=async()=>{let t=await u.validateFields([`name`,[`bounds`,`a`],[`bounds`,`b`]]).catch(()=>null);if(!t)return;w(!0),x([]);let{data:n,error:r}=await c.query(N,{input:{unitId:e,name:t.name,bounds:t.bounds},after:null},{requestPolicy:`network-only`}).toPromise();w(!1),r?D(r):n&&E({preview:n.previewRecipe,saved:!1})},k=async t=>{w(!0),x([]);let{error:n}=await g({input:{unitId:e,expectedVersion:r.version,name:t.name,bounds:t.bounds,reason:t.reason??``}});if(w(!1),n)return D(n);l.success(s(`saved`)),E(e=>e&&{...e,saved:!0}),u.resetFields([`reason`]),o()};return(0,U.jsxs)(`section`,{className:`panel`,children:[(0,U.jsx)(`h2`,{children:s(`edit`)}),(0,U.jsx)(`p`,{className:`hint`,children:s(`editIntro`)}),(0,U.jsx)(v,{problems:b}),(0,U.jsxs)(d,{form:u,layout:`vertical`,initialValues:{name:R(r.name)?r.name:`worse-of`,bounds:{a:r.bounds.a,b:r.bounds.b}},onValuesChange:e=>{e.name&&u.setFieldsValue({bounds:z[e.name]}),(e.name||e.bounds)&&E(null)},onFinish:e=>void k(e),children:[(0,U.jsx)(d.Item,{name:`name`,label:s(`field.name`),children:(0,U.jsx)(m.Group,{children:L.map(e=>(0,U.jsx)(m,{value:e,children:s(`names.${e}`)},e))})}),(0,U.jsxs)(`div`,{className:`edit-grid`,children:[(0,U.jsx)(d.Item,{name:[`bounds`,`a`],label:s(`field.a`),rules:[{required:!0}],children:(0,U.jsx)(p,{min:3,max:B[h??`worse-of`],precision:0})}),(0,U.jsx)(d.Item,{name:[`bounds`,`b`],label:s(`field.b`),rules:[{required:!0}],children:(0,U.jsx)(p,{min:2,max:B[h??`worse-of`]-1,precision:0})})]}),(0,U.jsx)(a,{onClick:()=>void O(),loading:C&&!T,children:s(`preview`)}),T&&(0,U.jsx)(W,{preview:T.preview,saved:T.saved},String(T.saved)),T&&!T.saved&&(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(d.Item,{name:`reason`,label:s(`field.reason`),rules:[{required:!0,whitespace:!0,message:s(`needReason`)}],children:(0,U.jsx)(f.TextArea,{rows:3,maxLength:2e3})}),(0,U.jsx)(a,{type:`primary`,htmlType:`submit`,loading:C,children:s(`save`)})]})]})]})}var q={unit:w};function J(){let{t:e}=i(`recipe`),t=g(),[n,r]=T(q),a=n.unit??t.homeUnits[0]?.id;return(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(k,{title:e(`title`)}),(0,U.jsx)(`section`,{className:`panel filter-bar`,"aria-label":e(`unit`),children:(0,U.jsx)(O,{label:e(`unit`),children:e=>(0,U.jsx)(j,{id:e,value:a,onChange:e=>r({unit:e}),className:`filter-unit`})})}),a?(0,U.jsx)(Y,{unitId:a},a):(0,U.jsx)(E,{text:e(`pickUnit`)})]})}function Y({unitId:e}){let t=g(),[n,i]=r({query:M,variables:{unitId:e},requestPolicy:`cache-and-network`}),a=()=>i({requestPolicy:`network-only`});return(0,U.jsx)(A,{result:n,onRetry:a,rows:6,children:({gradeRecipe:n,gradeRecipes:r})=>(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(X,{recipe:n}),b(t,`SET_RECIPES`)&&(0,U.jsx)(K,{unitId:e,inForce:n,onSaved:a}),(0,U.jsx)(Z,{versions:r.nodes})]})})}function X({recipe:e}){let{t}=i(`recipe`),{name:n}=e;return(0,U.jsxs)(`section`,{className:`panel`,children:[(0,U.jsx)(`h2`,{children:t(`current`)}),(0,U.jsx)(D,{items:[[t(`field.name`),`${R(n)?t(`names.${n}`):n}（${t(`version`,{version:e.version})}）`],[t(`field.by`),e.set?t(`from`,{unit:e.set.unit?.name??`—`}):t(`builtIn`)],[t(`field.a`),String(e.bounds.a)],[t(`field.b`),String(e.bounds.b)]]}),(0,U.jsx)(`p`,{children:R(n)&&`${t(`about.${n}`)} ${V(t,n,e.bounds)}`}),(0,U.jsx)(`p`,{className:`hint`,children:t(`overrides`)})]})}function Z({versions:e}){let{t}=i(`recipe`);return(0,U.jsxs)(`section`,{className:`panel`,children:[(0,U.jsx)(`h2`,{children:t(`history`)}),e.length===0?(0,U.jsx)(`p`,{className:`hint`,children:t(`noHistory`)}):(0,U.jsx)(`ol`,{className:`recipe-history`,children:e.map(e=>(0,U.jsxs)(`li`,{children:[(0,U.jsxs)(`strong`,{children:[R(e.name)?t(`names.${e.name}`):e.name,` `,t(`version`,{version:e.number})]}),` `,R(e.name)&&V(t,e.name,e.bounds),(0,U.jsx)(`div`,{className:`prose`,children:e.reason}),(0,U.jsxs)(`div`,{className:`history-foot`,children:[(0,U.jsx)(`time`,{dateTime:e.at,children:C(e.at)}),` `,e.actorName]})]},e.id))})]})}export{J as Component};