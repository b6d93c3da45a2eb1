package wording

import (
	"regexp"
	"strings"

	"sineng/ent/term"
	"sineng/ent/term/fold"
)

// nearPowerTypes are words of other lists of powers.
var nearPowerTypes = func() Words[term.PowerType] {
	out := Words[term.PowerType]{}
	for t, list := range map[term.PowerType]string{
		term.PowerTypeLicensing:           "行政核准 核准 行政审核 许可审批 审批许可 行政登记 审核审批 证照办理",
		term.PowerTypeEnforcement:         "稽查 行政稽查 执法办案 案件查办 行政执法检查 执法监督",
		term.PowerTypeInspection:          "检验检测检疫 检疫 鉴定 检定 计量检定 监测 抽检",
		term.PowerTypeAdministrativeCheck: "行政监督 监督检查 行政监督检查 日常监管 行政监管 监管 执法检查 检查 日常检查",
		term.PowerTypeAllocation:          "资源配置 资源分配 资金分配 项目分配 指标分配 资源 分配",
		term.PowerTypeCollection:          "行政征收征用 行政征用 征收征用 行政收费 收费 征用",
		term.PowerTypeConfirmation:        "行政认定 认定 确权",
		term.PowerTypeAdjudication:        "行政仲裁 行政调解裁决",
		term.PowerTypePublicService:       "服务 便民服务 政务服务 公益服务",
		term.PowerTypePersonnel:           "干部人事 人事任免 选人用人 干部任用 干部选拔任用 组织人事 人员招聘 人员录用 干部管理",
		term.PowerTypeFinance:             "资金管理 经费管理 财务收支 资金使用 资金拨付 预算管理 财务审批 经费支出 大额资金",
		term.PowerTypeProcurement:         "政府采购 招标采购 招投标 招标投标 采购管理 设备采购 物品采购",
		term.PowerTypeEngineering:         "工程项目 工程管理 基建 基本建设 项目建设 工程建设项目 基建工程",
		term.PowerTypeAssets:              "国有资产 国有资产管理 固定资产 固定资产管理 资产处置 资产",
		term.PowerTypeOther: "审核转报 转报 备案 行政备案 年检 年审 行政规划 行政指导 行政复议 行政调解 非行政许可审批 非行政许可 内部管理 内部审批 内部事务 行政决策 决策 行政命令 " +
			"行政合同 行政应诉 规划 综合管理 日常管理 监督管理",
	} {
		for _, w := range strings.Fields(list) {
			out[w] = t
		}
	}
	return out
}()

var (
	powerAsides = []string{"类型", "类别", "类", "事项", "职权", "权力", "权", "的"}
	powerCode   = regexp.MustCompile(`^\s*[(\[]?(\d{1,2})[)\]]?\s*[-.、:_]?\s*(\D.*?)?\s*$`)
	powerCoda   = regexp.MustCompile(`^(.*\D)\s*[-(\[_]?\s*(\d{2})\s*[)\]]?\s*$`)
)

// PowerTypeOf reads a type of power: its name, near words, the two-digit code of the government
// service lists with or without the name (01, 01行政许可, 行政许可(01)). A code of one figure is a
// proposal, since a spreadsheet drops the zero of 01; a code beside the name of another type
// leaves no reading.
func PowerTypeOf(word string) (term.PowerType, Certainty) {
	s := fold.Compat(OneLine(word))
	code, name := "", ""
	if m := powerCode.FindStringSubmatch(s); m != nil {
		code, name = m[1], m[2]
	} else if m := powerCoda.FindStringSubmatch(s); m != nil {
		code, name = m[2], m[1]
	} else {
		return powerName(s)
	}
	t, ok := term.PowerTypeOf(strings.Repeat("0", 2-len(code)) + code)
	if name == "" {
		switch {
		case !ok:
			return "", Unknown
		case len(code) < 2:
			return t, Proposed
		}
		return t, Clear
	}
	named, c := powerName(name)
	if ok && len(code) == 2 && named != t {
		if c == Unknown {
			return t, Proposed
		}
		return "", Unknown
	}
	return named, c // beside another number, as of a list: 1.行政许可
}

func powerName(s string) (term.PowerType, Certainty) {
	s = strings.ReplaceAll(s, "其它", "其他")
	if t, ok := PowerTypes.Parse(s); ok {
		return t, Clear
	}
	plain := Key(aside.ReplaceAllString(s, ""))
	keys := []string{Key(s), plain, strip(Key(s), powerAsides), strip(plain, powerAsides)}
	for _, k := range keys {
		if t, ok := PowerTypes[k]; ok {
			return t, Clear
		}
	}
	for _, k := range keys {
		if t, ok := nearPowerTypes[k]; ok {
			return t, Proposed
		}
	}
	return "", Unknown
}
