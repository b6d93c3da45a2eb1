import{i as e}from"./rolldown-runtime.js";import{F as t,G as n,I as r,P as i,Q as a}from"./vendor.js";import{t as o}from"./gql.js";import{S as s,n as c,t as l}from"./react.js";import{t as u}from"./form.js";import{t as d}from"./input.js";import{t as f}from"./input-number.js";import{t as p}from"./radio.js";import{t as m}from"./checkbox.js";import{t as h}from"./enums.js";import{C as g,D as _,M as v,T as y,y as b}from"./index.js";import{t as x}from"./GradeBadge.js";import{t as S}from"./forms.js";import{t as C}from"./problems.js";import{i as w}from"./format.js";import{c as T,s as E}from"./urlState.js";import{t as D}from"./Empty2.js";import{t as O}from"./Facts.js";import{t as k}from"./Field.js";import{t as A}from"./PageHeader.js";import{t as j}from"./Query.js";import{t as M}from"./UnitSelect.js";var N=o(`
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
`),P=o(`
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
`),F=o(`
  mutation SetRecipe($input: SetRecipeInput!) {
    setRecipe(input: $input) {
      recipe {
        id
        number
      }
    }
  }
`),I=o(`
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
`),L=e(s(),1),R=[`worse-of`,`product`];function z(e){return R.some(t=>t===e)}var B={"worse-of":{a:4,b:3},product:{a:15,b:8}},V={"worse-of":5,product:25};function H(e,t,n){return e(`bounds.${t}`,n)}function U(e){return h.Grade.map(t=>({now:t,counts:h.Grade.map(n=>e.find(e=>e.now===t&&e.would===n)?.count??0)}))}var W=l();function G({preview:e,saved:t}){let{t:r}=n(`recipe`);return(0,W.jsxs)(`div`,{className:`recipe-preview`,children:[(0,W.jsx)(`p`,{role:`status`,children:(0,W.jsx)(`strong`,{children:r(`changed`,{total:e.total,changed:e.changed})})}),(0,W.jsxs)(`table`,{className:`grid-table recipe-matrix`,children:[(0,W.jsx)(`caption`,{children:r(`cells`)}),(0,W.jsx)(`thead`,{children:(0,W.jsxs)(`tr`,{children:[(0,W.jsxs)(`th`,{scope:`col`,children:[r(`now`),` ＼ `,r(`would`)]}),h.Grade.map(e=>(0,W.jsx)(`th`,{scope:`col`,children:(0,W.jsx)(x,{grade:e})},e))]})}),(0,W.jsx)(`tbody`,{children:U(e.cells).map(({now:e,counts:t})=>(0,W.jsxs)(`tr`,{children:[(0,W.jsx)(`th`,{scope:`row`,children:(0,W.jsx)(x,{grade:e})}),t.map((t,n)=>(0,W.jsx)(`td`,{className:t>0&&h.Grade[n]!==e?`moves`:void 0,children:t},n))]},e))})]}),e.rows.length>0&&(0,W.jsx)(K,{preview:e,saved:t})]})}function K({preview:{rows:e,hasNextPage:r},saved:i}){let{t:o}=n(`recipe`),[,s]=t(I),[l,u]=(0,L.useState)([]),[d,f]=(0,L.useState)(!1),[p,h]=(0,L.useState)(),[_,v]=(0,L.useState)(null),y=async t=>{f(!0);let{data:n,error:r}=await s({input:{riskPointIds:l,reason:t}});if(f(!1),h(r),!n)return;let{results:i}=n.regrade,a=new Map(e.map(({riskPoint:e})=>[e.id,e.title])),c=i.flatMap(({riskPointId:e,error:t})=>t?[{id:e,title:a.get(e)??``,message:t.message}]:[]),d=i.filter(e=>e.assessment).length,p=i.length-d-c.length;v({text:o(`regraded`,{done:d,same:p,failed:c.length}),failures:c}),u(c.map(({id:e})=>e))};return(0,W.jsxs)(W.Fragment,{children:[i&&(0,W.jsx)(`p`,{className:`hint`,children:o(`regradeIntro`)}),(0,W.jsx)(g,{error:p}),(0,W.jsx)(`div`,{className:`table-scroll`,children:(0,W.jsxs)(`table`,{className:`grid-table list-table`,children:[(0,W.jsxs)(`caption`,{children:[o(`rows`),r&&`（${o(`more`,{count:e.length})}）`]}),(0,W.jsx)(`thead`,{children:(0,W.jsxs)(`tr`,{children:[i&&(0,W.jsx)(`th`,{scope:`col`,children:(0,W.jsx)(m,{"aria-label":o(`all`),checked:l.length===e.length,onChange:t=>u(t.target.checked?e.map(e=>e.riskPoint.id):[])})}),(0,W.jsx)(`th`,{scope:`col`,children:o(`risk`)}),(0,W.jsx)(`th`,{scope:`col`,children:o(`unit`)}),(0,W.jsx)(`th`,{scope:`col`,children:o(`decided`)}),(0,W.jsx)(`th`,{scope:`col`,children:o(`now`)}),(0,W.jsx)(`th`,{scope:`col`,children:o(`would`)})]})}),(0,W.jsx)(`tbody`,{children:e.map(({riskPoint:e,now:t,would:n})=>(0,W.jsxs)(`tr`,{children:[i&&(0,W.jsx)(`td`,{children:(0,W.jsx)(m,{"aria-label":o(`choose`,{title:e.title}),checked:l.includes(e.id),onChange:t=>u(t.target.checked?[...l,e.id]:l.filter(t=>t!==e.id))})}),(0,W.jsx)(`th`,{scope:`row`,children:(0,W.jsx)(c,{to:`/risks/${e.id}`,children:e.title})}),(0,W.jsx)(`td`,{children:e.unit?.name??`—`}),(0,W.jsx)(`td`,{children:(0,W.jsx)(x,{grade:e.grade})}),(0,W.jsx)(`td`,{children:(0,W.jsx)(x,{grade:t})}),(0,W.jsx)(`td`,{children:(0,W.jsx)(x,{grade:n})})]},e.id))})]})}),i&&(0,W.jsx)(a,{disabled:l.length===0,loading:d,onClick:()=>void y(i.reason),children:o(`regrade`,{count:l.length})}),_&&(0,W.jsxs)(`div`,{role:`status`,children:[(0,W.jsx)(`p`,{children:_.text}),_.failures.map(({id:e,title:t,message:n})=>(0,W.jsxs)(`p`,{children:[t,`：`,n]},e))]})]})}function q({unitId:e,inForce:r,onSaved:o}){let{t:s}=n(`recipe`),c=i(),l=b(),[m]=u.useForm(),h=u.useWatch(`name`,m),[,_]=t(F),[y,x]=(0,L.useState)([]),[w,T]=(0,L.useState)(!1),[E,D]=(0,L.useState)(null),O=e=>{x(S(m,v(e))),v(e).some(C)&&(D(null),o())},k=async()=>{let t=await m.validateFields([`name`,[`bounds`,`a`],[`bounds`,`b`]]).catch(()=>null);if(!t)return;T(!0),x([]);let{data:n,error:r}=await c.query(P,{input:{unitId:e,name:t.name,bounds:t.bounds},after:null},{requestPolicy:`network-only`}).toPromise();T(!1),r?O(r):n&&D({preview:n.previewRecipe})},A=async t=>{T(!0),x([]);let{error:n}=await _({input:{unitId:e,expectedVersion:r.version,name:t.name,bounds:t.bounds,reason:t.reason??``}});if(T(!1),n)return O(n);l.success(s(`saved`));let i=t.reason??``;D(e=>e&&{...e,saved:{reason:i}}),m.resetFields([`reason`]),o()};return(0,W.jsxs)(`section`,{className:`panel`,children:[(0,W.jsx)(`h2`,{children:s(`edit`)}),(0,W.jsx)(`p`,{className:`hint`,children:s(`editIntro`)}),(0,W.jsx)(g,{problems:y}),(0,W.jsxs)(u,{form:m,layout:`vertical`,initialValues:{name:z(r.name)?r.name:`worse-of`,bounds:{a:r.bounds.a,b:r.bounds.b}},onValuesChange:e=>{e.name&&m.setFieldsValue({bounds:B[e.name]}),(e.name||e.bounds)&&D(null)},onFinish:e=>void A(e),children:[(0,W.jsx)(u.Item,{name:`name`,label:s(`field.name`),children:(0,W.jsx)(p.Group,{children:R.map(e=>(0,W.jsx)(p,{value:e,children:s(`names.${e}`)},e))})}),(0,W.jsxs)(`div`,{className:`edit-grid`,children:[(0,W.jsx)(u.Item,{name:[`bounds`,`a`],label:s(`field.a`),rules:[{required:!0}],children:(0,W.jsx)(f,{min:3,max:V[h??`worse-of`],precision:0})}),(0,W.jsx)(u.Item,{name:[`bounds`,`b`],label:s(`field.b`),rules:[{required:!0}],children:(0,W.jsx)(f,{min:2,max:V[h??`worse-of`]-1,precision:0})})]}),(0,W.jsx)(a,{onClick:()=>void k(),loading:w&&!E,children:s(`preview`)}),E&&(0,W.jsx)(G,{preview:E.preview,saved:E.saved},E.saved?`saved`:`shown`),E&&!E.saved&&(0,W.jsxs)(W.Fragment,{children:[(0,W.jsx)(u.Item,{name:`reason`,label:s(`field.reason`),rules:[{required:!0,whitespace:!0,message:s(`needReason`)}],children:(0,W.jsx)(d.TextArea,{rows:3,maxLength:2e3})}),(0,W.jsx)(a,{type:`primary`,htmlType:`submit`,loading:w,children:s(`save`)})]})]})]})}var J={unit:E};function Y(){let{t:e}=n(`recipe`),t=_(),[r,i]=T(J),a=r.unit??t.homeUnits[0]?.id;return(0,W.jsxs)(W.Fragment,{children:[(0,W.jsx)(A,{title:e(`title`)}),(0,W.jsx)(`section`,{className:`panel filter-bar`,"aria-label":e(`unit`),children:(0,W.jsx)(k,{label:e(`unit`),children:e=>(0,W.jsx)(M,{id:e,value:a,onChange:e=>i({unit:e}),className:`filter-unit`})})}),a?(0,W.jsx)(X,{unitId:a},a):(0,W.jsx)(D,{text:e(`pickUnit`)})]})}function X({unitId:e}){let t=_(),[n,i]=r({query:N,variables:{unitId:e},requestPolicy:`cache-and-network`}),a=()=>i({requestPolicy:`network-only`});return(0,W.jsx)(j,{result:n,onRetry:a,rows:6,children:({gradeRecipe:n,gradeRecipes:r})=>(0,W.jsxs)(W.Fragment,{children:[(0,W.jsx)(Z,{recipe:n}),y(t,`SET_RECIPES`)&&(0,W.jsx)(q,{unitId:e,inForce:n,onSaved:a}),(0,W.jsx)(Q,{versions:r.nodes})]})})}function Z({recipe:e}){let{t}=n(`recipe`),{name:r}=e;return(0,W.jsxs)(`section`,{className:`panel`,children:[(0,W.jsx)(`h2`,{children:t(`current`)}),(0,W.jsx)(O,{items:[[t(`field.name`),`${z(r)?t(`names.${r}`):r}（${t(`version`,{version:e.version})}）`],[t(`field.by`),e.set?t(`from`,{unit:e.set.unit?.name??`—`}):t(`builtIn`)],[t(`field.a`),String(e.bounds.a)],[t(`field.b`),String(e.bounds.b)]]}),(0,W.jsx)(`p`,{children:z(r)&&`${t(`about.${r}`)} ${H(t,r,e.bounds)}`}),(0,W.jsx)(`p`,{className:`hint`,children:t(`overrides`)})]})}function Q({versions:e}){let{t}=n(`recipe`);return(0,W.jsxs)(`section`,{className:`panel`,children:[(0,W.jsx)(`h2`,{children:t(`history`)}),e.length===0?(0,W.jsx)(`p`,{className:`hint`,children:t(`noHistory`)}):(0,W.jsx)(`ol`,{className:`recipe-history`,children:e.map(e=>(0,W.jsxs)(`li`,{children:[(0,W.jsxs)(`strong`,{children:[z(e.name)?t(`names.${e.name}`):e.name,` `,t(`version`,{version:e.number})]}),` `,z(e.name)&&H(t,e.name,e.bounds),(0,W.jsx)(`div`,{className:`prose`,children:e.reason}),(0,W.jsxs)(`div`,{className:`history-foot`,children:[(0,W.jsx)(`time`,{dateTime:e.at,children:w(e.at)}),` `,e.actorName]})]},e.id))})]})}export{Y as Component};