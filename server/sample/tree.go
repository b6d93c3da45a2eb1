package sample

import "sineng/ent/term"

// unitPlan is a unit of the sample. Powers are keys of the catalogue.
type unitPlan struct {
	code, name string
	profile    string // profile of its posts; a bureau has none
	head       string // title of its head; of a bureau's principal leader
	deputies   int    // number of a bureau's deputy leaders
	places     string // places in the texts of a bureau's units
	powers     string
	below      []unitPlan
}

func (p unitPlan) kind() term.UnitKind {
	if p.profile == "" {
		return term.UnitKindBureau
	}
	return term.UnitKindDepartment
}

// tree is a fictitious market regulation system; the province does not exist.
var tree = unitPlan{code: "DJ", name: "东江省市场监督管理局", head: "党组书记、局长", deputies: 4,
	places: "东江自贸片区|省级食品产业园|东江港综合保税区|省属国有企业集团|跨市连锁企业|省级检测示范区",
	powers: "hr-promote",
	below: []unitPlan{
		{code: "DJ-01", name: "办公室", profile: "office", head: "主任", powers: "oth-doc oth-secret ast-car"},
		{code: "DJ-02", name: "行政审批处", profile: "approval", head: "处长", powers: "lic-special-make lic-lab lic-food-prod"},
		{code: "DJ-03", name: "执法稽查局", profile: "enforce", head: "局长", powers: "enf-pyramid all-case com-seal"},
		{code: "DJ-04", name: "法规处", profile: "legal", head: "处长", powers: "pen-hearing pen-lenient pen-revoke"},
		{code: "DJ-05", name: "食品安全监督管理处", profile: "supervise", head: "处长", powers: "ins-food all-quota oth-emergency"},
		{code: "DJ-06", name: "特种设备安全监察处", profile: "supervise", head: "处长", powers: "enf-special lic-special-staff ins-elevator"},
		{code: "DJ-07", name: "质量监督与计量处", profile: "supervise", head: "处长", powers: "ins-product lic-metrology rew-gov"},
		{code: "DJ-08", name: "信用与公平竞争处", profile: "enforce", head: "处长", powers: "con-credit enf-unfair enf-random"},
		{code: "DJ-09", name: "知识产权保护处", profile: "ip", head: "处长", powers: "adj-patent rew-patent all-ipfund"},
		{code: "DJ-10", name: "财务与资产管理处", profile: "finance", head: "处长", powers: "fin-pay ast-dispose all-fund"},
		{code: "DJ-11", name: "采购与基建办公室", profile: "procure", head: "主任", powers: "pro-gov eng-build pro-it eng-it"},
		{code: "DJ-12", name: "人事处", profile: "hr", head: "处长", powers: "hr-rank hr-recruit hr-title"},
		{code: "DJ-13", name: "产品质量检验研究院", profile: "lab", head: "院长", powers: "ins-labcheck ins-retest pro-lab"},
		yunting, wanglan, qingdai, heyang, jiangcheng,
	}}

var yunting = unitPlan{code: "DJ01", name: "云汀市市场监督管理局", head: "党组书记、局长", deputies: 3,
	places: "云汀高新区|汀江农产品批发市场|云汀大学城|汀南物流园|北汀老街商圈|云汀会展中心",
	powers: "all-equip",
	below: []unitPlan{
		{code: "DJ01-01", name: "行政审批科", profile: "approval", head: "科长", powers: "lic-food-biz lic-device con-company"},
		{code: "DJ01-02", name: "综合执法支队", profile: "enforce", head: "支队长", powers: "enf-price enf-ad pen-general"},
		{code: "DJ01-03", name: "食品药品监管科", profile: "supervise", head: "科长", powers: "enf-medical lic-drug"},
		{code: "DJ01-04", name: "特种设备监管科", profile: "supervise", head: "科长", powers: "con-special pen-special"},
		{code: "DJ01-05", name: "财务装备科", profile: "finance", head: "科长", powers: "fin-expense pro-scatter"},
		{code: "DJ01-06", name: "人事教育科", profile: "hr", head: "科长", powers: "hr-assess hr-contract"},
		{code: "DJ0101", name: "汀南区市场监督管理局", head: "局长", deputies: 2, places: "汀南新城|凤栖社区|汀南建材城|望江夜市", below: []unitPlan{
			{code: "DJ0101-01", name: "综合执法大队", profile: "squad", head: "大队长", powers: "enf-complaint pen-simple"},
			{code: "DJ0101-02", name: "凤栖市场监管所", profile: "station", head: "所长", powers: "enf-random oth-mediate"},
		}},
		{code: "DJ0102", name: "北汀区市场监督管理局", head: "局长", deputies: 2, places: "北汀工业园|三溪街道|北汀汽配城|槐荫农贸市场", below: []unitPlan{
			{code: "DJ0102-01", name: "注册审批股", profile: "station", head: "股长", powers: "con-abnormal lic-food-biz"},
			{code: "DJ0102-02", name: "三溪市场监管所", profile: "station", head: "所长", powers: "enf-quality com-recall"},
		}},
	}}

var wanglan = unitPlan{code: "DJ02", name: "望澜市市场监督管理局", head: "党组书记、局长", deputies: 3,
	places: "望澜港区|澜东渔业园|望澜跨境电商园|海鲜批发城|滨海旅游度假区",
	powers: "hr-promote",
	below: []unitPlan{
		{code: "DJ02-01", name: "行政审批服务科", profile: "approval", head: "科长", powers: "lic-additive con-pledge lic-ad"},
		{code: "DJ02-02", name: "执法稽查支队", profile: "enforce", head: "支队长", powers: "enf-online enf-fuel com-seal"},
		{code: "DJ02-03", name: "质量与计量科", profile: "supervise", head: "科长", powers: "ins-metro adj-metro"},
		{code: "DJ02-04", name: "办公室", profile: "finance", head: "主任", powers: "pro-service fin-travel ast-rent eng-repair"},
		{code: "DJ0201", name: "澜东区市场监督管理局", head: "局长", deputies: 2, places: "澜东船舶配套园|石屏街道|澜东美食街|渔人码头", below: []unitPlan{
			{code: "DJ0201-01", name: "综合执法大队", profile: "squad", head: "大队长", powers: "enf-food ast-seized"},
			{code: "DJ0201-02", name: "石屏市场监管所", profile: "station", head: "所长", powers: "lic-food-biz pen-simple"},
		}},
	}}

var qingdai = unitPlan{code: "DJ03", name: "青岱市市场监督管理局", head: "党组书记、局长", deputies: 3,
	places: "青岱装备制造园|岱麓石材基地|青岱职教城|岱北矿山机械城|青岱古城",
	powers: "all-staffing",
	below: []unitPlan{
		{code: "DJ03-01", name: "注册许可科", profile: "approval", head: "科长", powers: "con-company lic-industrial"},
		{code: "DJ03-02", name: "综合行政执法支队", profile: "enforce", head: "支队长", powers: "enf-quality enf-ip"},
		{code: "DJ03-03", name: "特设与工业产品科", profile: "supervise", head: "科长", powers: "ins-boiler enf-special"},
		{code: "DJ03-04", name: "计划财务科", profile: "finance", head: "科长", powers: "col-fine fin-expense ast-stock"},
		{code: "DJ0301", name: "岱麓县市场监督管理局", head: "局长", deputies: 2, places: "岱麓石材大市场|云台镇|岱麓乡村旅游带|清泉工业集中区", below: []unitPlan{
			{code: "DJ0301-01", name: "综合股", profile: "finance", head: "股长", powers: "fin-expense"},
			{code: "DJ0301-02", name: "云台市场监管所", profile: "station", head: "所长", powers: "enf-fuel pay-report"},
		}},
	}}

var heyang = unitPlan{code: "DJ04", name: "禾阳市市场监督管理局", head: "党组书记、局长", deputies: 3,
	places: "禾阳农产品加工园|禾丰粮食交易中心|禾阳冷链物流港|丰收大道商圈|禾阳乡镇集市",
	powers: "eng-change",
	below: []unitPlan{
		{code: "DJ04-01", name: "登记注册科", profile: "approval", head: "科长", powers: "lic-special-staff adj-name"},
		{code: "DJ04-02", name: "稽查分局", profile: "enforce", head: "局长", powers: "com-court col-delay"},
		{code: "DJ04-03", name: "食品安全监管科", profile: "supervise", head: "科长", powers: "ins-food enf-complaint"},
		{code: "DJ04-04", name: "检验检测中心", profile: "lab", head: "主任", powers: "ins-fuel ins-fiber fin-lab col-inspect"},
		{code: "DJ04-05", name: "规划财务科", profile: "finance", head: "科长", powers: "fin-budget eng-settle pro-accept"},
		{code: "DJ0401", name: "禾丰县市场监督管理局", head: "局长", deputies: 2, places: "禾丰粮油市场|稻香镇|禾丰农资一条街|青禾工业园", below: []unitPlan{
			{code: "DJ0401-01", name: "执法大队", profile: "squad", head: "大队长", powers: "enf-quality"},
			{code: "DJ0401-02", name: "稻香市场监管所", profile: "station", head: "所长", powers: "con-abnormal oth-mediate"},
		}},
	}}

var jiangcheng = unitPlan{code: "DJ05", name: "江澄市市场监督管理局", head: "党组书记、局长", deputies: 3,
	places: "江澄软件谷|澄湖旅游区|江澄临空经济区|澄溪茶叶市场|江澄电商直播基地",
	powers: "all-car",
	below: []unitPlan{
		{code: "DJ05-01", name: "审批与登记科", profile: "approval", head: "科长", powers: "lic-device lic-cylinder"},
		{code: "DJ05-02", name: "市场稽查支队", profile: "enforce", head: "支队长", powers: "enf-online pen-lenient"},
		{code: "DJ05-03", name: "知识产权与消保科", profile: "ip", head: "科长", powers: "pay-ip con-label rew-model"},
		{code: "DJ05-04", name: "价格与网监科", profile: "enforce", head: "科长", powers: "oth-data con-credit"},
		{code: "DJ05-05", name: "人财科", profile: "hr", head: "科长", powers: "pay-quality fin-special"},
		{code: "DJ0501", name: "澄湖区市场监督管理局", head: "局长", deputies: 2, places: "澄湖湾酒店群|望湖街道|澄湖游船码头|湖畔商业街", below: []unitPlan{
			{code: "DJ0501-01", name: "综合执法大队", profile: "squad", head: "大队长", powers: "pen-general"},
			{code: "DJ0501-02", name: "望湖市场监管所", profile: "station", head: "所长", powers: "enf-complaint lic-food-biz"},
		}},
		{code: "DJ0502", name: "澄溪县市场监督管理局", head: "局长", deputies: 2, places: "澄溪茶叶交易市场|古渡镇|澄溪民宿集群|溪口食品小作坊集中区", below: []unitPlan{
			{code: "DJ0502-01", name: "综合股", profile: "office", head: "股长", powers: "oth-media hr-contract"},
			{code: "DJ0502-02", name: "古渡市场监管所", profile: "station", head: "所长", powers: "enf-random com-recall"},
		}},
	}}
