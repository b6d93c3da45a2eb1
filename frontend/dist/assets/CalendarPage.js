import{i as e}from"./rolldown-runtime.js";import{S as t,t as n}from"./react.js";import{A as r,I as i,O as a,U as o,k as s}from"./vendor.js";import{t as c}from"./select.js";import{t as l}from"./checkbox.js";import{t as u}from"./form.js";import{t as d}from"./input.js";import{t as f}from"./DeleteOutlined.js";import{t as p}from"./PlusOutlined.js";import{t as m}from"./gql.js";import{A as h,T as g,_,c as v,x as y}from"./index.js";import{t as b}from"./DateInput.js";import{t as x}from"./Dialog.js";import{t as S}from"./ReasonField.js";import{t as C}from"./input-number.js";import{t as w}from"./forms.js";import{t as T}from"./Field.js";import{t as E}from"./UnitSelect.js";import{i as D}from"./format.js";import{o as O,s as k}from"./urlState.js";import{t as A}from"./Facts.js";import{t as j}from"./PageHeader.js";import{t as M}from"./Query.js";var N=e(t(),1),P=m(`
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
`),F=m(`
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
`),I=m(`
  mutation SetWorkingCalendar($input: SetWorkingCalendarInput!) {
    setWorkingCalendar(input: $input) {
      calendar {
        year
        version
      }
    }
  }
`),L=m(`
  mutation DropWorkingCalendar($input: DropWorkingCalendarInput!) {
    dropWorkingCalendar(input: $input) {
      calendar {
        year
        version
      }
    }
  }
`),R=m(`
  query ClockRules($unitId: ID!) {
    clockRules(unitId: $unitId) {
      code
      name
      number
      countedIn
      extension
      pauses
      bases {
        law
        article
      }
    }
  }
`),z=m(`
  query ClockDue($input: ClockDueInput!) {
    clockDue(input: $input) {
      state
      due
      notBefore
      missingYear
      number
      countedIn
      unconfirmedYears
      bases {
        law
        article
      }
      steps {
        kind
        text
      }
    }
  }
`),B=n();function V({open:e,calendar:t,onClose:n,onSaved:r}){let{t:c}=i(`calendar`),[m]=u.useForm(),g=a(),v=_(),[,b]=s(I),[C,w]=(0,N.useState)(null),[T,E]=(0,N.useState)([]),D=async()=>{let e=m.getFieldValue(`ranges`).map(H),{data:n,error:r}=await g.query(F,{year:t.year,ranges:e},{requestPolicy:`network-only`}).toPromise();E(r?h(r):[]),w(n?.checkWorkingCalendar??null)};return(0,B.jsxs)(x,{title:c(`setTitle`,{year:t.year}),open:e,onClose:()=>{w(null),E([]),n()},form:m,initialValues:{source:t.source,confirmed:t.confirmed,ranges:t.ranges.map(H)},okText:c(`save`),width:760,submit:async({source:e,confirmed:n,ranges:i,reason:a})=>{let{error:o}=await b({input:{year:t.year,expectedVersion:t.version,source:e,confirmed:n,ranges:i.map(H),reason:a}});if(o)return o;v.success(c(`saved`)),r()},children:[(0,B.jsx)(u.Item,{name:`source`,label:c(`source`),extra:c(`sourceHint`),rules:[{required:!0,whitespace:!0}],children:(0,B.jsx)(d,{maxLength:500})}),(0,B.jsx)(u.Item,{name:`confirmed`,valuePropName:`checked`,children:(0,B.jsx)(l,{children:c(`confirmedBox`)})}),(0,B.jsx)(u.List,{name:`ranges`,children:(e,{add:n,remove:r})=>(0,B.jsxs)(`fieldset`,{className:`calendar-ranges`,children:[(0,B.jsx)(`legend`,{children:c(`ranges`)}),e.map(({key:e,name:n})=>(0,B.jsxs)(`div`,{className:`calendar-range`,children:[(0,B.jsx)(U,{at:n,year:t.year}),(0,B.jsx)(o,{"aria-label":c(`removeRange`),icon:(0,B.jsx)(f,{}),onClick:()=>r(n)})]},e)),(0,B.jsx)(o,{icon:(0,B.jsx)(p,{}),onClick:()=>n({mark:`OFF`,name:``}),children:c(`addRange`)}),` `,(0,B.jsx)(o,{onClick:()=>void D(),children:c(`check`)})]})}),(0,B.jsxs)(`div`,{role:`status`,children:[(0,B.jsx)(y,{problems:T}),C&&(0,B.jsx)(`p`,{children:c(`wouldBe`,{count:C.workingDays})}),C?.hints.length===0&&(0,B.jsx)(`p`,{className:`hint`,children:c(`noHints`)}),(0,B.jsx)(`ul`,{className:`calendar-hints`,children:C?.hints.map(e=>(0,B.jsx)(`li`,{children:e.message},`${e.code} ${e.on}`))})]}),(0,B.jsx)(S,{})]})}function H({from:e,to:t,mark:n,name:r}){return{from:e,to:t||e,mark:n,name:r??``}}function U({at:e,year:t}){let{t:n}=i(`calendar`),r=v(`DayMark`),a={min:`${t}-01-01`,max:`${t}-12-31`};return(0,B.jsxs)(B.Fragment,{children:[(0,B.jsx)(u.Item,{name:[e,`from`],rules:[{required:!0,message:n(`needDay`)}],children:(0,B.jsx)(b,{"aria-label":n(`from`),...a})}),(0,B.jsx)(u.Item,{name:[e,`to`],children:(0,B.jsx)(b,{"aria-label":n(`to`),...a})}),(0,B.jsx)(u.Item,{name:[e,`mark`],children:(0,B.jsx)(c,{"aria-label":n(`mark`),options:r.options})}),(0,B.jsx)(u.Item,{name:[e,`name`],children:(0,B.jsx)(d,{"aria-label":n(`holiday`),placeholder:n(`holiday`),maxLength:50})})]})}function W({open:e,calendar:t,onClose:n,onSaved:r}){let{t:a}=i(`calendar`),[o]=u.useForm(),c=_(),[,l]=s(L);return(0,B.jsxs)(x,{title:a(`dropTitle`,{year:t.year}),open:e,onClose:n,form:o,danger:!0,submit:async({reason:e})=>{let{error:n}=await l({input:{year:t.year,expectedVersion:t.version,reason:e}});if(n)return n;c.success(a(`dropped`)),r()},children:[(0,B.jsx)(`p`,{children:a(`dropIntro`)}),(0,B.jsx)(S,{})]})}function G(){let{t:e}=i(`calendar`),[t,n]=(0,N.useState)(g().homeUnits[0]?.id),s=a(),[l]=u.useForm(),d=v(`ClockUnit`),[{data:f}]=r({query:R,variables:{unitId:t??``},pause:!t}),p=u.useWatch(`ruleCode`,l),m=f?.clockRules.find(e=>e.code===p),[_,x]=(0,N.useState)(null),[S,D]=(0,N.useState)([]),[O,k]=(0,N.useState)(!1),A=async e=>{k(!0);let n={ruleCode:e.ruleCode??null,unitId:e.ruleCode?t??null:null,number:e.number??null,countedIn:e.countedIn??null,start:e.start??``,extended:e.extended??0,pauses:(e.pauses??[]).map(({kind:e,from:t,to:n})=>({kind:e??`OTHER`,from:t??``,to:n??null}))},{data:r,error:i}=await s.query(z,{input:n},{requestPolicy:`network-only`}).toPromise();k(!1),D(i?w(l,h(i)):[]),x(r?.clockDue??null)};return(0,B.jsxs)(`section`,{className:`panel`,"aria-labelledby":`calendar-due`,children:[(0,B.jsx)(`h2`,{id:`calendar-due`,children:e(`due.title`)}),(0,B.jsx)(`p`,{className:`hint`,children:e(`due.intro`)}),(0,B.jsx)(y,{problems:S}),(0,B.jsxs)(u,{form:l,layout:`vertical`,onFinish:e=>void A(e),children:[(0,B.jsxs)(`div`,{className:`calendar-form`,children:[(0,B.jsx)(T,{label:e(`due.unit`),children:e=>(0,B.jsx)(E,{from:`all`,id:e,value:t,onChange:e=>{n(e),l.setFieldsValue({ruleCode:void 0})}})}),(0,B.jsx)(u.Item,{name:`ruleCode`,label:e(`due.rule`),children:(0,B.jsx)(c,{allowClear:!0,placeholder:e(`due.noRule`),options:(f?.clockRules??[]).map(e=>({value:e.code,label:e.name})),onChange:()=>l.setFieldsValue({number:null,countedIn:void 0})})}),(0,B.jsx)(u.Item,{name:`start`,label:e(`due.start`),rules:[{required:!0}],children:(0,B.jsx)(b,{})}),m?.number==null&&(0,B.jsx)(u.Item,{name:`number`,label:e(`due.number`),rules:[{required:!0}],children:(0,B.jsx)(C,{min:1,max:3660,precision:0})}),m?.countedIn==null&&(0,B.jsx)(u.Item,{name:`countedIn`,label:e(`due.countedIn`),children:(0,B.jsx)(c,{allowClear:!0,placeholder:m?e(`due.byRule`):void 0,options:d.options})}),!!m?.extension&&(0,B.jsx)(u.Item,{name:`extended`,label:e(`due.extended`,{most:m.extension}),children:(0,B.jsx)(C,{min:0,max:m.extension,precision:0})})]}),(0,B.jsx)(K,{rule:m}),(0,B.jsx)(o,{type:`primary`,htmlType:`submit`,loading:O,children:e(`due.ask`)})]}),_&&(0,B.jsx)(q,{answer:_})]})}function K({rule:e}){let{t}=i(`calendar`),n=v(`PauseKind`);return e?.pauses.length===0?null:(0,B.jsx)(u.List,{name:`pauses`,children:(e,{add:r,remove:i})=>(0,B.jsxs)(`fieldset`,{className:`calendar-ranges`,children:[(0,B.jsx)(`legend`,{children:t(`due.pauses`)}),e.map(({key:e,name:r})=>(0,B.jsxs)(`div`,{className:`calendar-range`,children:[(0,B.jsx)(u.Item,{name:[r,`kind`],rules:[{required:!0,message:t(`due.needKind`)}],children:(0,B.jsx)(c,{"aria-label":t(`due.pauseKind`),placeholder:t(`due.pauseKind`),options:n.options})}),(0,B.jsx)(u.Item,{name:[r,`from`],rules:[{required:!0,message:t(`needDay`)}],children:(0,B.jsx)(b,{"aria-label":t(`from`)})}),(0,B.jsx)(u.Item,{name:[r,`to`],children:(0,B.jsx)(b,{"aria-label":t(`due.lasts`)})}),(0,B.jsx)(o,{"aria-label":t(`due.removePause`),icon:(0,B.jsx)(f,{}),onClick:()=>i(r)})]},e)),(0,B.jsx)(o,{icon:(0,B.jsx)(p,{}),onClick:()=>r({}),children:t(`due.addPause`)})]})})}function q({answer:e}){let{t}=i(`calendar`);return(0,B.jsxs)(`div`,{className:`calendar-answer`,role:`status`,children:[(0,B.jsxs)(`p`,{className:`calendar-due`,children:[e.state===`KNOWN`&&t(`due.known`,{day:e.due}),e.state===`NO_DATA`&&t(`due.noData`,{year:e.missingYear,day:e.notBefore}),e.state===`STOPPED`&&t(`due.stopped`,{day:e.notBefore})]}),(0,B.jsx)(`ol`,{children:e.steps.map((e,t)=>(0,B.jsx)(`li`,{children:e.text},t))}),e.bases.length>0&&(0,B.jsxs)(`p`,{className:`hint`,children:[t(`due.bases`),e.bases.map(({law:e,article:t})=>`《${e}》${t}`).join(`、`)]})]})}var J=e=>String(e).padStart(2,`0`);function Y({year:e,days:t,ranges:n}){let r=[];for(let i=0;i<t.length;i++){let a=new Date(Date.UTC(e,0,i+1)),o=a.getUTCMonth();r[o]??={blank:(a.getUTCDay()+6)%7,cells:[]};let s=`${e}-${J(o+1)}-${J(a.getUTCDate())}`;r[o].cells.push({on:s,day:a.getUTCDate(),kind:t[i],name:n.find(e=>e.from<=s&&s<=e.to)?.name??``})}return r}function X({blank:e,cells:t}){let n=[...Array(e).fill(null),...t],r=[];for(let e=0;e<n.length;e+=7){let t=n.slice(e,e+7);r.push([...t,...Array(7-t.length).fill(null)])}return r}var Z=[`WORKDAY`,`WEEKEND`,`OFF`,`WORKED`];function Q({calendar:e}){let{t}=i(`calendar`),n=v(`DayKind`);return(0,B.jsxs)(`section`,{className:`panel`,"aria-label":t(`yearView`,{year:e.year}),children:[(0,B.jsx)(`ul`,{className:`calendar-legend`,children:Z.map(e=>(0,B.jsxs)(`li`,{children:[(0,B.jsx)(`span`,{className:`calendar-day is-${e.toLowerCase()}`,children:(0,B.jsx)($,{kind:e})}),n.label(e)]},e))}),(0,B.jsx)(`div`,{className:`calendar-year`,children:Y(e).map((e,r)=>(0,B.jsxs)(`table`,{className:`calendar-month`,children:[(0,B.jsx)(`caption`,{children:t(`month.${r+1}`)}),(0,B.jsx)(`thead`,{children:(0,B.jsx)(`tr`,{children:[1,2,3,4,5,6,7].map(e=>(0,B.jsx)(`th`,{scope:`col`,children:t(`weekday.${e}`)},e))})}),(0,B.jsx)(`tbody`,{children:X(e).map((e,t)=>(0,B.jsx)(`tr`,{children:e.map((e,t)=>(0,B.jsx)(`td`,{children:e&&(0,B.jsx)(ee,{cell:e,word:e.kind===`WORKDAY`?``:n.label(e.kind)})},t))},t))})]},r))})]})}function $({kind:e}){let{t}=i(`calendar`);return e===`OFF`?(0,B.jsx)(`sup`,{"aria-hidden":`true`,children:t(`sign.off`)}):e===`WORKED`?(0,B.jsx)(`sup`,{"aria-hidden":`true`,children:t(`sign.worked`)}):null}function ee({cell:e,word:t}){let n=[t,e.name].filter(Boolean).join(` `);return(0,B.jsxs)(`span`,{className:`calendar-day is-${e.kind.toLowerCase()}`,title:n||void 0,children:[e.day,(0,B.jsx)($,{kind:e.kind}),n&&e.kind!==`WEEKEND`&&(0,B.jsx)(`span`,{className:`visually-hidden`,children:n})]})}var te={year:O};function ne(){let{t:e}=i(`calendar`),[t,n]=k(te),a=Number(t.year),o=a>=2e3&&a<=2200?a:new Date().getFullYear(),[s,c]=r({query:P,variables:{year:o},requestPolicy:`cache-and-network`});return(0,B.jsxs)(B.Fragment,{children:[(0,B.jsx)(j,{title:e(`title`)}),(0,B.jsx)(M,{result:s,onRetry:()=>c({requestPolicy:`network-only`}),rows:8,children:({workingCalendar:e})=>(0,B.jsx)(re,{calendar:e,onYear:e=>n({year:String(e)}),onSaved:()=>c({requestPolicy:`network-only`})})}),(0,B.jsx)(G,{})]})}function re({calendar:e,onYear:t,onSaved:n}){let{t:r}=i(`calendar`),[a,s]=(0,N.useState)(null),l=e.years.at(-1)??e.year,u=[...new Set([...e.years,l+1,e.year])].sort((e,t)=>e-t),d=()=>s(null);return(0,B.jsxs)(B.Fragment,{children:[(0,B.jsxs)(`section`,{className:`panel filter-bar`,"aria-label":r(`year`),children:[(0,B.jsx)(T,{label:r(`year`),children:n=>(0,B.jsx)(c,{id:n,value:e.year,onChange:t,options:u.map(e=>({value:e,label:String(e)}))})}),e.mayChange&&(0,B.jsx)(o,{onClick:()=>s(`set`),children:r(e.known?`correct`:`enter`)}),e.mayChange&&e.version>0&&(0,B.jsx)(o,{onClick:()=>s(`drop`),children:r(`drop`)})]}),(0,B.jsxs)(`section`,{className:`panel`,children:[e.known?(0,B.jsx)(A,{items:[[r(`workingDays`),r(`days`,{count:e.workingDays??0})],[r(`source`),e.source],[r(`state`),e.confirmed?r(`confirmed`):(0,B.jsx)(`strong`,{className:`calendar-to-confirm`,children:r(`toConfirm`)})],[r(`by`),e.setAt?`${e.actorName} ${D(e.setAt)}（${e.reason}）`:r(`builtIn`)]]}):(0,B.jsx)(`p`,{role:`status`,children:r(`unknown`,{year:e.year})}),e.hints.length>0&&(0,B.jsx)(`ul`,{className:`calendar-hints`,children:e.hints.map(e=>(0,B.jsx)(`li`,{children:e.message},`${e.code} ${e.on}`))})]}),e.known&&(0,B.jsx)(Q,{calendar:e}),(0,B.jsx)(V,{open:a===`set`,calendar:e,onClose:d,onSaved:n}),(0,B.jsx)(W,{open:a===`drop`,calendar:e,onClose:d,onSaved:n})]})}export{ne as Component};