package sample

import (
	"strings"

	"sineng/ent/term"
)

// only restricts seeds to flows or powers; a seed that is not listed fits
// every power of its type.
var only = func() map[string][]string {
	out := map[string][]string{}
	for titles, where := range map[string]string{
		"专家抽取未随机 评审与咨询未隔离":                       "lic2",
		"现场核查降低标准 核查人员未同时到场 核查前泄露检查要点 证后监管与审批脱节": "lic1 lic2 lic4",
		"核查影像未按要求留存":                             "lic1 lic2 lic4 con1",
		"证照制发信息差错 空白证照领用无逐份登记 不予许可改为准予未说明理由 书面审查流于形式 授意补造材料过关":     "lic1 lic2 lic3 lic4",
		"与中介勾连承诺包过 代办机构批量申报未甄别 容缺受理缺少追踪 补正内容未一次告知 以退件方式变相设卡":       "lic1 lic2 lic3 lic4",
		"收件清单版本未及时更新 收件不按先后顺序登记":                                   "lic1 lic2 lic3 lic4",
		"立案与不立案标准不明 线索登记不及时 选择性受理线索 重复线索未合并":                       "enf1 enf3",
		"案件审核避重就轻 抽换证据减轻责任 以罚代刑不移送 集体讨论记录过简 结案归档超期 长期挂案不结":         "enf1",
		"审核时限不清造成积压 私放涉案物品 文书送达不规范":                                "enf1",
		"整改复查走过场 检查表内容陈旧 应查未查重点部位 公示信息滞后差错":                        "enf2",
		"举报反馈超期 与职业索赔人形成利益默契":                                      "enf3",
		"法制审核缺位 审核意见未逐条回应 裁量基准套用不当 集体讨论会前已定调 从轻理由表述笼统 案件移交清单不清":    "pen1",
		"外部说情改变处理意见 对逾期不缴怠于追缴":                                     "pen1",
		"陈述申辩未复核 告知权利不充分":                                          "pen1 adj1",
		"人情处罚畸轻 以减轻处罚换取利益 类案处罚幅度差异大 对小案从严对大案从宽 执法指标导致重数量轻质量":       "pen1 pen2",
		"文书送达超期 私收罚款不入账 备案公示内容不全":                                  "pen1 pen2",
		"封条与清单不一致 扣押物品保管混乱 侵占调换扣押物品 保管台账一人经手":                      "com-seal",
		"先实施后补审批 到期未及时解除":                                          "com1",
		"任务下达避开特定对象 抽样批次分布不均衡 抽样对象随意更换 调换样品 封样签名不合规 抽样文书漏填":        "ins1",
		"样品流转交接不清 留样私自处理 不合格处置不到位 结果移送衔接不畅":                        "ins1",
		"报检信息录入差错 不到现场出具检验记录 收钱放行不合格项目 检验员单独作业":                    "ins2",
		"申报通知覆盖面窄 评审专家收受好处打高分 专家选取未回避 评分汇总复核不到位 评分标准过于原则 提前透露申报条件": "all1",
		"绩效评价结果未运用 对挪用截留失察":                                        "all1",
		"权重设置因人而异 上报数据层层修饰 利用分配权谋取私利":                              "all1 all2",
		"公示时间和范围不足 拨付不及时滞留资金 资格审核把关不严 伪造条件套取资金":                    "all1 pay1",
		"台账与实物不符":   "all2",
		"发放凭证由一人经手": "pay1",
		"动议酝酿范围过小 谈话推荐失真 考察材料写实不足 收受财物推荐提拔 廉政意见征求不及时 外部递条子干预选人 档案审核放过疑点": "hr1",
		"因人设置资格条件 泄露试题帮助作弊 面试考官未异地抽取 体检考察交接不严 岗位条件表述不清 资格复审材料留存不齐":       "hr-recruit",
		"编外岗位职责不清 虚列人员领取报酬":             "hr-contract",
		"名额分配缺少规则 结果归档不全 收受财物抬高评价":      "hr3",
		"熟人关系影响评议":                      "hr1 hr3",
		"未集体讨论临时动议":                     "hr1 hr3",
		"预算编报虚列项目 年底突击花钱 调整依据附件不足":      "fin-budget",
		"供应商代垫费用 公款私用短借 虚假票据报销 审核未核对标准": "fin-expense fin-travel fin-special",
		"擅改收款账户 印鉴网银一人保管 支付信息录入错误退票":    "fin-pay fin-special fin-expense",
		"收入未及时入账":                       "fin-lab",
		"采购人代表引导评审 评委收受好处 评分办法设置倾向性条款 采购文件模板未更新 合同备案超期 定标理由记录不全": "pro1",
		"询价对象缺少轮换 比价过程缺少原始记录":                                        "pro-scatter",
		"未批先建扩大规模 图纸会审不细 概算审核高估冒算 泄露标底围标串标 应招未招直接发包 默许转包挂靠":          "eng1",
		"监理日志流于形式 资产移交滞后":                                            "eng1",
		"隐蔽工程未验先覆 不合格工程放行 违规签证套取工程款 变更审批权限不清 变更签证事后补办 现场核实记录不全":      "eng1 eng2",
		"工期受外部因素影响被动赶工 分管领导亲友承揽分包 结算审核委托机构未回避 审减意见沟通无记录":             "eng1 eng2",
		"测试用例未覆盖关键需求 试运行问题清单未闭环 源代码与文档移交不全 收受承建单位好处放行终验 运维与建设由同一家承担": "eng3",
		"处置申请缺少技术鉴定 低估价值私下转让 审核未核对实物":                                "ast-dispose",
		"评估机构直接指定 评估基准日过期":                                           "ast1",
		"低价续租未公开竞价 收受承租人好处 收入坐支不上缴":                                  "ast-rent",
		"用车审批事由笼统 维修保养项目未核对":                                         "ast-car",
		"侵占罚没处置物品 销毁拍卖监督缺位 仓储条件不足委托保管风险":                             "ast-seized",
		"温湿度与效期管理缺失 危化品双人双锁未落实":                                      "ast-stock",
		"领用审批先领后签 盘点走形式 公物私用 二手市场形成利益链":                              "ast2",
		"立案审查超期 偏袒一方当事人 证据规则不统一 合议记录未载明分歧 文书说理不足":                    "adj1",
		"收受财物左右结论 受理登记要素缺失 选择性受理":                                    "adj1 oth-mediate",
		"征求意见走形式 合法性审核走过场 未集体审议直接印发 压制延迟发布 口径核对不严":                   "oth1",
		"出卖数据与举报信息 超范围查询复制 信息外泄未倒查":                                  "oth-secret oth-data",
		"涉密载体去向不明":  "oth-secret",
		"舆情压力下仓促处置": "oth-emergency oth-media",
		"反馈回访缺失":    "oth-mediate",
		"送达发布不同步":   "adj1 oth1",
		"外部关系人打探进展": "adj1 oth-mediate oth-emergency",
	} {
		for _, title := range strings.Fields(titles) {
			out[title] = strings.Fields(where)
		}
	}
	return out
}()

// fits reports whether a seed makes sense where a risk point stands.
func (s seed) fits(r *risk) bool {
	if r.power == nil {
		return s.fitsPost(r)
	}
	where, listed := only[s.title]
	if !listed {
		return true
	}
	for _, w := range where {
		if w == r.power.plan.flow || w == r.power.plan.key {
			return true
		}
	}
	return false
}

// fitsPost reports whether a seed fits the post: some are only for heads, for
// others than the head, or for key posts.
func (s seed) fitsPost(r *risk) bool {
	first, second := r.post == r.node.posts[0], len(r.node.posts) > 1 && r.post == r.node.posts[1]
	switch s.title {
	case "对下属监督失之于宽":
		return first || second
	case "越权代签":
		return !first
	case "重点岗位长期未轮换":
		return r.post.plan.key
	}
	return true
}

// inner reports whether a power works only inside the bodies, without the
// public or places.
func (p powerPlan) inner() bool {
	switch p.kind {
	case hr, fin, pro, eng, ast:
		return true
	case all:
		return p.flow == "all2"
	}
	return false
}

// scene draws an opening that the text does not repeat.
func (l *loader) scene(r *risk) string {
	scene := one(l.dice, scenes)
	for _, slot := range []string{"{w}", "{p}", "{s}", "{t}"} {
		if !strings.Contains(scene, slot) {
			continue
		}
		if r.power == nil || strings.Contains(r.seed.text, slot) || (slot == "{p}" && r.power.plan.inner()) || (slot == "{s}" && r.step < 0) {
			return ""
		}
	}
	if r.power == nil && strings.Contains(scene, "{o}") {
		return ""
	}
	return scene
}

// types are the types of the risk: that of its texts, and beside it the process where a rule is slack at one
// of its steps, and morals where a duty breached could be a crime.
func (s seed) types() []term.RiskType {
	out := []term.RiskType{s.kind}
	if s.kind == inst && s.consequence == minor && s.steps != "" {
		out = append(out, term.RiskTypeProcess)
	}
	if s.kind == dut && s.consequence == crime {
		out = append(out, mor)
	}
	return out
}

// tail draws an ending that fits the kind of the risk and its consequence.
func (l *loader) tail(s seed) string {
	list := tails[string(s.consequence)]
	switch {
	case s.consequence == crime && s.kind == term.RiskTypeMoral:
		list = bribery
	case s.consequence == disc && s.kind == term.RiskTypeMoral:
		list = misconduct
	}
	return one(l.dice, list)
}

// cause draws the cause of a risk.
func (l *loader) cause(s seed) string {
	list := causes[string(s.kind)]
	if s.kind == term.RiskTypeMoral && s.consequence == minor {
		list = carelessness
	}
	return one(l.dice, list)
}
