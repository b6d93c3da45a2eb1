import{i as e}from"./rolldown-runtime.js";import{S as t,n,t as r}from"./react.js";import{F as i,G as a,I as o,P as s,Q as c}from"./vendor.js";import{t as l}from"./select.js";import{t as u}from"./checkbox.js";import{t as d}from"./form.js";import{t as f}from"./input.js";import{t as p}from"./DeleteOutlined.js";import{t as m}from"./PlusOutlined.js";import{i as h}from"./format.js";import{t as g}from"./gql.js";import{C as _,M as v,u as y,y as b}from"./index.js";import{t as x}from"./DateInput.js";import{t as S}from"./Dialog.js";import{t as C}from"./problems.js";import{t as w}from"./ReasonField.js";/* empty css        */import{c as T,s as E}from"./urlState.js";import{t as D}from"./Facts.js";import{t as O}from"./Field.js";import{t as k}from"./PageHeader.js";import{t as A}from"./Query.js";var j=e(t(),1),M=r();function N({calendar:e}){let{t}=a(`calendar`),{version:n,actorName:r,setAt:i,reason:o,workingDays:s}=e;return(0,M.jsx)(`p`,{className:`calendar-to-confirm`,role:`status`,children:n===0?t(`nowDropped`):t(`nowSet`,{by:r,at:i&&h(i),reason:o,count:s??0})})}var P=g(`
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
`),F=g(`
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
`),I=g(`
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
`),L=g(`
  mutation SetWorkingCalendar($input: SetWorkingCalendarInput!) {
    setWorkingCalendar(input: $input) {
      calendar {
        year
        version
      }
    }
  }
`),R=g(`
  mutation DropWorkingCalendar($input: DropWorkingCalendarInput!) {
    dropWorkingCalendar(input: $input) {
      calendar {
        year
        version
      }
    }
  }
`);function z({open:e,calendar:t,onClose:n,onSaved:r,onStale:o}){let{t:l}=a(`calendar`),[h]=d.useForm(),g=s(),y=b(),[,x]=i(L),[T,E]=(0,j.useState)(null),[D,O]=(0,j.useState)([]),[k,A]=(0,j.useState)(!1),P=async()=>{let e=h.getFieldValue(`ranges`).map(B),{data:n,error:r}=await g.query(F,{year:t.year,ranges:e},{requestPolicy:`network-only`}).toPromise();O(r?v(r):[]),E(n?.checkWorkingCalendar??null)};return(0,M.jsxs)(S,{title:l(`setTitle`,{year:t.year}),open:e,onClose:()=>{E(null),O([]),A(!1),n()},form:h,initialValues:{source:t.source,confirmed:t.confirmed,ranges:t.ranges.map(B)},okText:l(`save`),width:760,submit:async({source:e,confirmed:n,ranges:i,reason:a})=>{let{error:s}=await x({input:{year:t.year,expectedVersion:t.version,source:e,confirmed:n,ranges:i.map(B),reason:a}}),c=v(s).some(C);if(A(c),c&&o(),s)return s;y.success(l(`saved`)),r()},children:[k&&(0,M.jsx)(N,{calendar:t}),(0,M.jsx)(d.Item,{name:`source`,label:l(`source`),extra:l(`sourceHint`),rules:[{required:!0,whitespace:!0}],children:(0,M.jsx)(f,{maxLength:500})}),(0,M.jsx)(d.Item,{name:`confirmed`,valuePropName:`checked`,children:(0,M.jsx)(u,{children:l(`confirmedBox`)})}),(0,M.jsx)(d.List,{name:`ranges`,children:(e,{add:n,remove:r})=>(0,M.jsxs)(`fieldset`,{className:`calendar-ranges`,children:[(0,M.jsx)(`legend`,{children:l(`ranges`)}),e.map(({key:e,name:n})=>(0,M.jsxs)(`div`,{className:`calendar-range`,children:[(0,M.jsx)(V,{at:n,year:t.year}),(0,M.jsx)(c,{"aria-label":l(`removeRange`),icon:(0,M.jsx)(p,{}),onClick:()=>r(n)})]},e)),(0,M.jsx)(c,{icon:(0,M.jsx)(m,{}),onClick:()=>n({mark:`OFF`,name:``}),children:l(`addRange`)}),` `,(0,M.jsx)(c,{onClick:()=>void P(),children:l(`check`)})]})}),(0,M.jsxs)(`div`,{role:`status`,children:[(0,M.jsx)(_,{problems:D}),T&&(0,M.jsx)(`p`,{children:l(`wouldBe`,{count:T.workingDays})}),T?.hints.length===0&&(0,M.jsx)(`p`,{className:`hint`,children:l(`noHints`)}),(0,M.jsx)(`ul`,{className:`calendar-hints`,children:T?.hints.map(e=>(0,M.jsx)(`li`,{children:e.message},`${e.code} ${e.on}`))})]}),(0,M.jsx)(w,{})]})}function B({from:e,to:t,mark:n,name:r}){return{from:e,to:t||e,mark:n,name:r??``}}function V({at:e,year:t}){let{t:n}=a(`calendar`),r=y(`DayMark`),i={min:`${t}-01-01`,max:`${t}-12-31`};return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(d.Item,{name:[e,`from`],rules:[{required:!0,message:n(`needDay`)}],children:(0,M.jsx)(x,{"aria-label":n(`from`),...i})}),(0,M.jsx)(d.Item,{name:[e,`to`],children:(0,M.jsx)(x,{"aria-label":n(`to`),...i})}),(0,M.jsx)(d.Item,{name:[e,`mark`],children:(0,M.jsx)(l,{"aria-label":n(`mark`),options:r.options})}),(0,M.jsx)(d.Item,{name:[e,`name`],children:(0,M.jsx)(f,{"aria-label":n(`holiday`),placeholder:n(`holiday`),maxLength:50})})]})}function H({open:e,calendar:t,onClose:n,onSaved:r,onStale:o}){let{t:s}=a(`calendar`),[c]=d.useForm(),l=b(),[u,f]=(0,j.useState)(!1),[,p]=i(R);return(0,M.jsxs)(S,{title:s(`dropTitle`,{year:t.year}),open:e,onClose:n,form:c,danger:!0,submit:async({reason:e})=>{let{error:n}=await p({input:{year:t.year,expectedVersion:t.version,reason:e}}),i=v(n).some(C);if(f(i),i&&o(),n)return n;l.success(s(`dropped`)),r()},children:[u&&(0,M.jsx)(N,{calendar:t}),(0,M.jsx)(`p`,{children:s(`dropIntro`)}),(0,M.jsx)(w,{})]})}var U=e=>String(e).padStart(2,`0`);function W({year:e,days:t,ranges:n}){let r=[];for(let i=0;i<t.length;i++){let a=new Date(Date.UTC(e,0,i+1)),o=a.getUTCMonth();r[o]??={blank:(a.getUTCDay()+6)%7,cells:[]};let s=`${e}-${U(o+1)}-${U(a.getUTCDate())}`;r[o].cells.push({on:s,day:a.getUTCDate(),kind:t[i],name:n.find(e=>e.from<=s&&s<=e.to)?.name??``})}return r}function G({blank:e,cells:t}){let n=[...Array(e).fill(null),...t],r=[];for(let e=0;e<n.length;e+=7){let t=n.slice(e,e+7);r.push([...t,...Array(7-t.length).fill(null)])}return r}var K=[`WORKDAY`,`WEEKEND`,`OFF`,`WORKED`];function q({calendar:e,changed:t,label:n}){let{t:r}=a(`calendar`),i=y(`DayKind`);return(0,M.jsxs)(`section`,{className:`panel`,"aria-label":n??r(`yearView`,{year:e.year}),children:[(0,M.jsx)(`ul`,{className:`calendar-legend`,children:K.map(e=>(0,M.jsxs)(`li`,{children:[(0,M.jsx)(`span`,{className:`calendar-day is-${e.toLowerCase()}`,children:(0,M.jsx)(J,{kind:e})}),i.label(e)]},e))}),(0,M.jsx)(`div`,{className:`calendar-year`,children:W(e).map((e,n)=>(0,M.jsxs)(`table`,{className:`calendar-month`,children:[(0,M.jsx)(`caption`,{children:r(`month.${n+1}`)}),(0,M.jsx)(`thead`,{children:(0,M.jsx)(`tr`,{children:[1,2,3,4,5,6,7].map(e=>(0,M.jsx)(`th`,{scope:`col`,children:r(`weekday.${e}`)},e))})}),(0,M.jsx)(`tbody`,{children:G(e).map((e,n)=>(0,M.jsx)(`tr`,{children:e.map((e,n)=>(0,M.jsx)(`td`,{children:e&&(0,M.jsx)(Y,{cell:e,changed:t?.has(e.on),word:e.kind===`WORKDAY`?``:i.label(e.kind)})},n))},n))})]},n))})]})}function J({kind:e}){let{t}=a(`calendar`);return e===`OFF`?(0,M.jsx)(`sup`,{"aria-hidden":`true`,children:t(`sign.off`)}):e===`WORKED`?(0,M.jsx)(`sup`,{"aria-hidden":`true`,children:t(`sign.worked`)}):null}function Y({cell:e,word:t,changed:n}){let{t:r}=a(`calendar`),i=[t,e.name,n&&r(`read.changed`)].filter(Boolean).join(` `);return(0,M.jsxs)(`span`,{className:`calendar-day is-${e.kind.toLowerCase()} ${n?`is-changed`:``}`,title:i||void 0,children:[e.day,(0,M.jsx)(J,{kind:e.kind}),i&&(n||e.kind!==`WEEKEND`)&&(0,M.jsx)(`span`,{className:`visually-hidden`,children:i})]})}function X({open:e,calendar:t,onClose:n,onSaved:r,onStale:o}){let{t:l}=a(`calendar`),[p]=d.useForm(),m=s(),h=b(),[,g]=i(L),[y,x]=(0,j.useState)(null),[T,E]=(0,j.useState)([]),[D,O]=(0,j.useState)(!1),[k,A]=(0,j.useState)(!1),P=d.useWatch(`text`,p),F=y&&y.of===P?y.reading:null,R=async()=>{let e=p.getFieldValue(`text`);O(!0);let{data:n,error:r}=await m.query(I,{year:t.year,text:e??``},{requestPolicy:`network-only`}).toPromise();O(!1),E(v(r)),x(n?{of:e,reading:n.readWorkingCalendar}:null)};return(0,M.jsxs)(S,{title:l(`read.title`,{year:t.year}),open:e,onClose:()=>{x(null),E([]),A(!1),n()},form:p,okText:l(`save`),okDisabled:!F?.check,width:960,submit:async({source:e,confirmed:n,reason:i})=>{let{error:a}=await g({input:{year:t.year,expectedVersion:t.version,source:e,confirmed:!!n,ranges:F?.ranges??[],reason:i}}),s=v(a).some(C);if(A(s),s&&(x(null),o()),a)return a;x(null),h.success(l(`saved`)),r()},children:[k&&(0,M.jsx)(N,{calendar:t}),(0,M.jsx)(d.Item,{name:`text`,label:l(`read.text`),extra:l(`read.hint`),children:(0,M.jsx)(f.TextArea,{autoSize:{minRows:6,maxRows:14},placeholder:l(`read.example`)})}),(0,M.jsx)(c,{onClick:()=>void R(),loading:D,children:l(`read.look`)}),(0,M.jsxs)(`div`,{role:`status`,className:`calendar-reading`,children:[(0,M.jsx)(_,{problems:T}),F&&(0,M.jsx)(Z,{reading:F,year:t.year})]}),(0,M.jsx)(d.Item,{name:`source`,label:l(`source`),extra:l(`sourceHint`),rules:[{required:!0,whitespace:!0}],children:(0,M.jsx)(f,{maxLength:500})}),(0,M.jsx)(d.Item,{name:`confirmed`,valuePropName:`checked`,children:(0,M.jsx)(u,{children:l(`confirmedBox`)})}),(0,M.jsx)(w,{})]})}function Z({reading:e,year:t}){let{t:n}=a(`calendar`),r=y(`DayKind`),{faults:i,leftOut:o,check:s,workingDaysNow:c,changes:l,ranges:u}=e;return(0,M.jsxs)(M.Fragment,{children:[i.length>0&&(0,M.jsx)($,{title:n(`read.faults`),lines:i,wrong:!0}),o.length>0&&(0,M.jsx)($,{title:n(`read.leftOut`),lines:o}),s&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsxs)(`p`,{children:[(0,M.jsx)(`strong`,{children:n(`wouldBe`,{count:s.workingDays})}),` `,c===null?n(`read.noneNow`):n(`read.now`,{count:c,more:Q(s.workingDays-c)})]}),(0,M.jsx)(`ul`,{className:`calendar-hints`,children:s.hints.map(e=>(0,M.jsx)(`li`,{children:e.message},`${e.code} ${e.on}`))}),l.length>0&&(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(`p`,{children:n(`read.changes`,{count:l.length})}),(0,M.jsx)(`ul`,{className:`calendar-changes`,children:l.map(({on:e,was:t,becomes:n})=>(0,M.jsxs)(`li`,{children:[e,`　`,r.label(t),` → `,r.label(n)]},e))})]}),l.length===0&&c!==null&&(0,M.jsx)(`p`,{children:n(`read.same`)}),(0,M.jsx)(q,{calendar:{year:t,days:s.days,ranges:u},label:n(`read.preview`),changed:new Set(l.map(({on:e})=>e))})]})]})}function Q(e){return e>0?`+${e}`:String(e).replace(`-`,`−`)}function $({title:e,lines:t,wrong:n=!1}){let{t:r}=a(`calendar`);return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(`p`,{children:e}),(0,M.jsx)(`ul`,{className:n?`calendar-hints`:`calendar-left-out`,children:t.map(({line:e,text:t,message:n},i)=>(0,M.jsxs)(`li`,{children:[(0,M.jsx)(`strong`,{children:r(`read.line`,{line:e})}),` `,n,(0,M.jsx)(`div`,{className:`hint`,children:t})]},i))})]})}var ee={year:E};function te(){let{t:e}=a(`calendar`),[t,r]=T(ee),i=Number(t.year),s=i>=2e3&&i<=2200?i:new Date().getFullYear(),[c,l]=o({query:P,variables:{year:s},requestPolicy:`cache-and-network`});return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsx)(k,{title:e(`title`),actions:(0,M.jsx)(n,{to:`/clocks`,children:e(`toClocks`)})}),(0,M.jsx)(A,{result:c,onRetry:()=>l({requestPolicy:`network-only`}),rows:8,children:({workingCalendar:e})=>(0,M.jsx)(ne,{calendar:e,onYear:e=>r({year:String(e)}),onSaved:()=>l({requestPolicy:`network-only`})})})]})}function ne({calendar:e,onYear:t,onSaved:n}){let{t:r}=a(`calendar`),[i,o]=(0,j.useState)(null),s=e.years.at(-1)??e.year,u=[...new Set([...e.years,s+1,e.year])].sort((e,t)=>e-t),d={calendar:e,onClose:()=>o(null),onSaved:n,onStale:n};return(0,M.jsxs)(M.Fragment,{children:[(0,M.jsxs)(`section`,{className:`panel filter-bar`,"aria-label":r(`year`),children:[(0,M.jsx)(O,{label:r(`year`),children:n=>(0,M.jsx)(l,{id:n,value:e.year,onChange:t,options:u.map(e=>({value:e,label:String(e)}))})}),e.mayChange&&(0,M.jsx)(c,{onClick:()=>o(`set`),children:r(e.known?`correct`:`enter`)}),e.mayChange&&(0,M.jsx)(c,{onClick:()=>o(`read`),children:r(`read.open`)}),e.mayChange&&e.version>0&&(0,M.jsx)(c,{onClick:()=>o(`drop`),children:r(`drop`)})]}),(0,M.jsxs)(`section`,{className:`panel`,children:[e.known?(0,M.jsx)(D,{items:[[r(`workingDays`),r(`days`,{count:e.workingDays??0})],[r(`source`),e.source],[r(`state`),e.confirmed?r(`confirmed`):(0,M.jsx)(`strong`,{className:`calendar-to-confirm`,children:r(`toConfirm`)})],[r(`by`),e.setAt?`${e.actorName} ${h(e.setAt)}（${e.reason}）`:r(`builtIn`)]]}):(0,M.jsx)(`p`,{role:`status`,children:r(`unknown`,{year:e.year})}),e.hints.length>0&&(0,M.jsx)(`ul`,{className:`calendar-hints`,children:e.hints.map(e=>(0,M.jsx)(`li`,{children:e.message},`${e.code} ${e.on}`))})]}),e.known&&(0,M.jsx)(q,{calendar:e}),(0,M.jsx)(z,{open:i===`set`,...d}),(0,M.jsx)(X,{open:i===`read`,...d}),(0,M.jsx)(H,{open:i===`drop`,...d})]})}export{te as Component};