import { chromium } from 'playwright-core'
const base='http://127.0.0.1:18091'
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync']})
const c=await b.newContext({viewport:{width:1440,height:900},locale:'zh-CN'})
const p=await c.newPage()
p.on('console',m=>{if(m.type()==='error')console.log('console',m.text().slice(0,300))})
p.on('response',r=>{if(r.status()>=400)console.log(r.status(),r.url())});p.on('requestfailed',r=>console.log('failed',r.url(),r.failure()?.errorText));p.on('pageerror',e=>console.log('pageerror',e.message.slice(0,300)))
await p.goto(base+'/'); await p.waitForLoadState('networkidle')
await p.screenshot({path:'/tmp/shots/0.png'})
const user=process.argv[2]||'leader'
await p.getByLabel('账号').fill(user); await p.getByLabel('密码').fill('Demo-2026-pass'); await p.getByRole('button',{name:'登录'}).click()
await p.waitForLoadState('networkidle'); await p.waitForTimeout(1500)
await p.screenshot({path:`/tmp/shots/${user}-home.png`})
let i=0
for (const path of process.argv.slice(3)) { await p.goto(base+path); await p.waitForLoadState('networkidle'); await p.waitForTimeout(1200); await p.screenshot({path:`/tmp/shots/${user}-${i++}.png`}) ; console.log(path, await p.title()) }
await b.close()
