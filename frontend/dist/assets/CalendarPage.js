import{i as e}from"./rolldown-runtime.js";import{S as t,n,t as r}from"./react.js";import{A as i,I as a,O as o,U as s,k as c}from"./vendor.js";import{t as l}from"./select.js";import{t as u}from"./checkbox.js";import{t as d}from"./form.js";import{t as f}from"./input.js";import{t as p}from"./DeleteOutlined.js";import{t as m}from"./PlusOutlined.js";import{t as h}from"./gql.js";import{A as g,_,c as v,x as y}from"./index.js";import{t as b}from"./DateInput.js";import{t as x}from"./Dialog.js";import{t as S}from"./ReasonField.js";/* empty css        */import{i as C}from"./format.js";import{o as w,s as T}from"./urlState.js";import{t as E}from"./Facts.js";import{t as D}from"./Field.js";import{t as O}from"./PageHeader.js";import{t as k}from"./Query.js";var A=e(t(),1),j=h(`
  query WorkingCalendar($year: Int!) {
    workingCalendar(year: $year) {
      year
      known
      source
      confirmed
      builtIn
      version
      workingDays
      days
      years
      actorName
      setAt
      reason
      mayChange
      ranges {
        from
        to
        mark
        name
      }
      hints {
        code
        on
        message
      }
    }
  }
`),M=h(`
  query CheckWorkingCalendar($year: Int!, $ranges: [CalendarRangeInput!]!) {
    checkWorkingCalendar(year: $year, ranges: $ranges) {
      workingDays
      hints {
        code
        on
        message
      }
    }
  }
`);h(`
  query ReadWorkingCalendar($year: Int!, $text: String!) {
    readWorkingCalendar(year: $year, text: $text) {
      workingDaysNow
      ranges {
        from
        to
        mark
        name
      }
      faults {
        line
        text
        message
      }
      leftOut {
        line
        text
        message
      }
      check {
        workingDays
        days
        hints {
          code
          on
          message
        }
      }
      changes {
        on
        was
        becomes
      }
    }
  }
`);var N=h(`
  mutation SetWorkingCalendar($input: SetWorkingCalendarInput!) {
    setWorkingCalendar(input: $input) {
      calendar {
        year
        version
      }
    }
  }
`),P=h(`
  mutation DropWorkingCalendar($input: DropWorkingCalendarInput!) {
    dropWorkingCalendar(input: $input) {
      calendar {
        year
        version
      }
    }
  }
`),F=r();function I({open:e,calendar:t,onClose:n,onSaved:r}){let{t:i}=a(`calendar`),[l]=d.useForm(),h=o(),v=_(),[,b]=c(N),[C,w]=(0,A.useState)(null),[T,E]=(0,A.useState)([]),D=async()=>{let e=l.getFieldValue(`ranges`).map(L),{data:n,error:r}=await h.query(M,{year:t.year,ranges:e},{requestPolicy:`network-only`}).toPromise();E(r?g(r):[]),w(n?.checkWorkingCalendar??null)};return(0,F.jsxs)(x,{title:i(`setTitle`,{year:t.year}),open:e,onClose:()=>{w(null),E([]),n()},form:l,initialValues:{source:t.source,confirmed:t.confirmed,ranges:t.ranges.map(L)},okText:i(`save`),width:760,submit:async({source:e,confirmed:n,ranges:a,reason:o})=>{let{error:s}=await b({input:{year:t.year,expectedVersion:t.version,source:e,confirmed:n,ranges:a.map(L),reason:o}});if(s)return s;v.success(i(`saved`)),r()},children:[(0,F.jsx)(d.Item,{name:`source`,label:i(`source`),extra:i(`sourceHint`),rules:[{required:!0,whitespace:!0}],children:(0,F.jsx)(f,{maxLength:500})}),(0,F.jsx)(d.Item,{name:`confirmed`,valuePropName:`checked`,children:(0,F.jsx)(u,{children:i(`confirmedBox`)})}),(0,F.jsx)(d.List,{name:`ranges`,children:(e,{add:n,remove:r})=>(0,F.jsxs)(`fieldset`,{className:`calendar-ranges`,children:[(0,F.jsx)(`legend`,{children:i(`ranges`)}),e.map(({key:e,name:n})=>(0,F.jsxs)(`div`,{className:`calendar-range`,children:[(0,F.jsx)(R,{at:n,year:t.year}),(0,F.jsx)(s,{"aria-label":i(`removeRange`),icon:(0,F.jsx)(p,{}),onClick:()=>r(n)})]},e)),(0,F.jsx)(s,{icon:(0,F.jsx)(m,{}),onClick:()=>n({mark:`OFF`,name:``}),children:i(`addRange`)}),` `,(0,F.jsx)(s,{onClick:()=>void D(),children:i(`check`)})]})}),(0,F.jsxs)(`div`,{role:`status`,children:[(0,F.jsx)(y,{problems:T}),C&&(0,F.jsx)(`p`,{children:i(`wouldBe`,{count:C.workingDays})}),C?.hints.length===0&&(0,F.jsx)(`p`,{className:`hint`,children:i(`noHints`)}),(0,F.jsx)(`ul`,{className:`calendar-hints`,children:C?.hints.map(e=>(0,F.jsx)(`li`,{children:e.message},`${e.code} ${e.on}`))})]}),(0,F.jsx)(S,{})]})}function L({from:e,to:t,mark:n,name:r}){return{from:e,to:t||e,mark:n,name:r??``}}function R({at:e,year:t}){let{t:n}=a(`calendar`),r=v(`DayMark`),i={min:`${t}-01-01`,max:`${t}-12-31`};return(0,F.jsxs)(F.Fragment,{children:[(0,F.jsx)(d.Item,{name:[e,`from`],rules:[{required:!0,message:n(`needDay`)}],children:(0,F.jsx)(b,{"aria-label":n(`from`),...i})}),(0,F.jsx)(d.Item,{name:[e,`to`],children:(0,F.jsx)(b,{"aria-label":n(`to`),...i})}),(0,F.jsx)(d.Item,{name:[e,`mark`],children:(0,F.jsx)(l,{"aria-label":n(`mark`),options:r.options})}),(0,F.jsx)(d.Item,{name:[e,`name`],children:(0,F.jsx)(f,{"aria-label":n(`holiday`),placeholder:n(`holiday`),maxLength:50})})]})}function z({open:e,calendar:t,onClose:n,onSaved:r}){let{t:i}=a(`calendar`),[o]=d.useForm(),s=_(),[,l]=c(P);return(0,F.jsxs)(x,{title:i(`dropTitle`,{year:t.year}),open:e,onClose:n,form:o,danger:!0,submit:async({reason:e})=>{let{error:n}=await l({input:{year:t.year,expectedVersion:t.version,reason:e}});if(n)return n;s.success(i(`dropped`)),r()},children:[(0,F.jsx)(`p`,{children:i(`dropIntro`)}),(0,F.jsx)(S,{})]})}var B=e=>String(e).padStart(2,`0`);function V({year:e,days:t,ranges:n}){let r=[];for(let i=0;i<t.length;i++){let a=new Date(Date.UTC(e,0,i+1)),o=a.getUTCMonth();r[o]??={blank:(a.getUTCDay()+6)%7,cells:[]};let s=`${e}-${B(o+1)}-${B(a.getUTCDate())}`;r[o].cells.push({on:s,day:a.getUTCDate(),kind:t[i],name:n.find(e=>e.from<=s&&s<=e.to)?.name??``})}return r}function H({blank:e,cells:t}){let n=[...Array(e).fill(null),...t],r=[];for(let e=0;e<n.length;e+=7){let t=n.slice(e,e+7);r.push([...t,...Array(7-t.length).fill(null)])}return r}var U=[`WORKDAY`,`WEEKEND`,`OFF`,`WORKED`];function W({calendar:e}){let{t}=a(`calendar`),n=v(`DayKind`);return(0,F.jsxs)(`section`,{className:`panel`,"aria-label":t(`yearView`,{year:e.year}),children:[(0,F.jsx)(`ul`,{className:`calendar-legend`,children:U.map(e=>(0,F.jsxs)(`li`,{children:[(0,F.jsx)(`span`,{className:`calendar-day is-${e.toLowerCase()}`,children:(0,F.jsx)(G,{kind:e})}),n.label(e)]},e))}),(0,F.jsx)(`div`,{className:`calendar-year`,children:V(e).map((e,r)=>(0,F.jsxs)(`table`,{className:`calendar-month`,children:[(0,F.jsx)(`caption`,{children:t(`month.${r+1}`)}),(0,F.jsx)(`thead`,{children:(0,F.jsx)(`tr`,{children:[1,2,3,4,5,6,7].map(e=>(0,F.jsx)(`th`,{scope:`col`,children:t(`weekday.${e}`)},e))})}),(0,F.jsx)(`tbody`,{children:H(e).map((e,t)=>(0,F.jsx)(`tr`,{children:e.map((e,t)=>(0,F.jsx)(`td`,{children:e&&(0,F.jsx)(K,{cell:e,word:e.kind===`WORKDAY`?``:n.label(e.kind)})},t))},t))})]},r))})]})}function G({kind:e}){let{t}=a(`calendar`);return e===`OFF`?(0,F.jsx)(`sup`,{"aria-hidden":`true`,children:t(`sign.off`)}):e===`WORKED`?(0,F.jsx)(`sup`,{"aria-hidden":`true`,children:t(`sign.worked`)}):null}function K({cell:e,word:t}){let n=[t,e.name].filter(Boolean).join(` `);return(0,F.jsxs)(`span`,{className:`calendar-day is-${e.kind.toLowerCase()}`,title:n||void 0,children:[e.day,(0,F.jsx)(G,{kind:e.kind}),n&&e.kind!==`WEEKEND`&&(0,F.jsx)(`span`,{className:`visually-hidden`,children:n})]})}var q={year:w};function J(){let{t:e}=a(`calendar`),[t,r]=T(q),o=Number(t.year),s=o>=2e3&&o<=2200?o:new Date().getFullYear(),[c,l]=i({query:j,variables:{year:s},requestPolicy:`cache-and-network`});return(0,F.jsxs)(F.Fragment,{children:[(0,F.jsx)(O,{title:e(`title`),actions:(0,F.jsx)(n,{to:`/clocks`,children:e(`toClocks`)})}),(0,F.jsx)(k,{result:c,onRetry:()=>l({requestPolicy:`network-only`}),rows:8,children:({workingCalendar:e})=>(0,F.jsx)(Y,{calendar:e,onYear:e=>r({year:String(e)}),onSaved:()=>l({requestPolicy:`network-only`})})})]})}function Y({calendar:e,onYear:t,onSaved:n}){let{t:r}=a(`calendar`),[i,o]=(0,A.useState)(null),c=e.years.at(-1)??e.year,u=[...new Set([...e.years,c+1,e.year])].sort((e,t)=>e-t),d=()=>o(null);return(0,F.jsxs)(F.Fragment,{children:[(0,F.jsxs)(`section`,{className:`panel filter-bar`,"aria-label":r(`year`),children:[(0,F.jsx)(D,{label:r(`year`),children:n=>(0,F.jsx)(l,{id:n,value:e.year,onChange:t,options:u.map(e=>({value:e,label:String(e)}))})}),e.mayChange&&(0,F.jsx)(s,{onClick:()=>o(`set`),children:r(e.known?`correct`:`enter`)}),e.mayChange&&e.version>0&&(0,F.jsx)(s,{onClick:()=>o(`drop`),children:r(`drop`)})]}),(0,F.jsxs)(`section`,{className:`panel`,children:[e.known?(0,F.jsx)(E,{items:[[r(`workingDays`),r(`days`,{count:e.workingDays??0})],[r(`source`),e.source],[r(`state`),e.confirmed?r(`confirmed`):(0,F.jsx)(`strong`,{className:`calendar-to-confirm`,children:r(`toConfirm`)})],[r(`by`),e.setAt?`${e.actorName} ${C(e.setAt)}（${e.reason}）`:r(`builtIn`)]]}):(0,F.jsx)(`p`,{role:`status`,children:r(`unknown`,{year:e.year})}),e.hints.length>0&&(0,F.jsx)(`ul`,{className:`calendar-hints`,children:e.hints.map(e=>(0,F.jsx)(`li`,{children:e.message},`${e.code} ${e.on}`))})]}),e.known&&(0,F.jsx)(W,{calendar:e}),(0,F.jsx)(I,{open:i===`set`,calendar:e,onClose:d,onSaved:n}),(0,F.jsx)(z,{open:i===`drop`,calendar:e,onClose:d,onSaved:n})]})}export{J as Component};