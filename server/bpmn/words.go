package bpmn

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// words are the elements of BPMN in Chinese and English, where a text may name them.
var words = map[string][2]string{
	"":                        {"其他元素", "other elements"},
	"task":                    {"任务", "task"},
	"userTask":                {"用户任务", "user task"},
	"manualTask":              {"人工任务", "manual task"},
	"serviceTask":             {"服务任务", "service task"},
	"scriptTask":              {"脚本任务", "script task"},
	"businessRuleTask":        {"业务规则任务", "business rule task"},
	"sendTask":                {"发送任务", "send task"},
	"receiveTask":             {"接收任务", "receive task"},
	"callActivity":            {"调用活动", "call activity"},
	"subProcess":              {"子流程", "subprocess"},
	"transaction":             {"事务子流程", "transaction"},
	"adHocSubProcess":         {"即席子流程", "ad-hoc subprocess"},
	"sequenceFlow":            {"顺序流", "sequence flow"},
	"lane":                    {"泳道", "lane"},
	"exclusiveGateway":        {"排他网关", "exclusive gateway"},
	"parallelGateway":         {"并行网关", "parallel gateway"},
	"inclusiveGateway":        {"包容网关", "inclusive gateway"},
	"eventBasedGateway":       {"事件网关", "event-based gateway"},
	"complexGateway":          {"复杂网关", "complex gateway"},
	"startEvent":              {"开始事件", "start event"},
	"endEvent":                {"结束事件", "end event"},
	"intermediateCatchEvent":  {"中间捕获事件", "intermediate catch event"},
	"intermediateThrowEvent":  {"中间抛出事件", "intermediate throw event"},
	"boundaryEvent":           {"边界事件", "boundary event"},
	"message":                 {"消息定义", "message"},
	"itemDefinition":          {"数据类型定义", "item definition"},
	"error":                   {"错误定义", "error"},
	"escalation":              {"升级定义", "escalation"},
	"signal":                  {"信号定义", "signal"},
	"resource":                {"资源定义", "resource"},
	"interface":               {"服务接口", "interface"},
	"dataStore":               {"数据存储", "data store"},
	"dataStoreReference":      {"数据存储引用", "data store reference"},
	"dataObject":              {"数据对象", "data object"},
	"dataObjectReference":     {"数据对象引用", "data object reference"},
	"dataInput":               {"数据输入", "data input"},
	"dataOutput":              {"数据输出", "data output"},
	"ioSpecification":         {"输入输出说明", "input and output"},
	"property":                {"属性", "property"},
	"dataInputAssociation":    {"数据输入关联", "data input association"},
	"dataOutputAssociation":   {"数据输出关联", "data output association"},
	"textAnnotation":          {"文本注释", "text annotation"},
	"association":             {"关联线", "association"},
	"group":                   {"分组框", "group"},
	"category":                {"分类", "category"},
	"correlationProperty":     {"关联属性", "correlation property"},
	"partnerEntity":           {"合作方", "partner entity"},
	"partnerRole":             {"合作方角色", "partner role"},
	"endPoint":                {"服务端点", "end point"},
	"relationship":            {"关系", "relationship"},
	"extension":               {"扩展声明", "extension"},
	"extensionElements":       {"扩展内容", "extension elements"},
	"auditing":                {"审计", "auditing"},
	"monitoring":              {"监控", "monitoring"},
	"performer":               {"执行人", "performer"},
	"humanPerformer":          {"人工执行人", "human performer"},
	"potentialOwner":          {"候选办理人", "potential owner"},
	"resourceRole":            {"资源角色", "resource role"},
	"rendering":               {"界面", "rendering"},
	"script":                  {"脚本", "script"},
	"documentation":           {"说明", "documentation"},
	"choreography":            {"编排图", "choreography"},
	"globalConversation":      {"会话图", "conversation"},
	"conversation":            {"会话", "conversation"},
	"conversationLink":        {"会话连线", "conversation link"},
	"globalTask":              {"全局任务", "global task"},
	"globalUserTask":          {"全局用户任务", "global user task"},
	"globalManualTask":        {"全局人工任务", "global manual task"},
	"globalScriptTask":        {"全局脚本任务", "global script task"},
	"eventDefinition":         {"事件定义", "event definition"},
	"participantMultiplicity": {"参与者数量", "participant multiplicity"},
	"correlationSubscription": {"关联订阅", "correlation subscription"},
	"completionCondition":     {"完成条件", "completion condition"},
	"operation":               {"操作", "operation"},
	"ioBinding":               {"输入输出绑定", "input and output binding"},
	"supportedInterfaceRef":   {"接口引用", "interface reference"},
}

// word is what an element is called in both languages.
func word(name string) [2]string {
	if w, ok := words[name]; ok {
		return w
	}
	return [2]string{name, name}
}

// triggers say what an event definition means as a condition.
var triggers = map[string]string{
	"timerEventDefinition":       "超时",
	"errorEventDefinition":       "出错",
	"messageEventDefinition":     "收到消息",
	"escalationEventDefinition":  "升级",
	"signalEventDefinition":      "收到信号",
	"conditionalEventDefinition": "条件成立",
	"cancelEventDefinition":      "取消",
	"compensateEventDefinition":  "补偿",
	"terminateEventDefinition":   "终止",
	"linkEventDefinition":        "连接",
}

// Texts that the reader puts into a graph where the file says nothing.
const (
	otherwise = "其他情形"
	also      = "；且 "
	or        = "；或 "
)

// excerpt is a text in one line, cut to at most n characters.
func excerpt(s string, n int) string { return cut(oneLine(s), n) }

// cut is a text of at most n characters, with … where it was longer.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:n-1])) + "…"
}

// oneLine is a text without line breaks and runs of spaces, as labels in a drawing are wrapped;
// where a line breaks between two Chinese characters nothing stands in its place.
func oneLine(s string) string {
	var b strings.Builder
	last, gap, broken := rune(0), false, false
	for _, r := range s {
		if unicode.IsSpace(r) {
			gap = last != 0
			broken = broken || r == '\n' || r == '\r'
			continue
		}
		if gap && !(broken && unicode.Is(unicode.Han, last) && unicode.Is(unicode.Han, r)) {
			b.WriteByte(' ')
		}
		gap, broken = false, false
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

var tags = regexp.MustCompile(`<[^<>]*>`)

// plain is a documentation without HTML, which several tools write into it.
func plain(s string) string {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "<") && strings.Contains(s, "</") {
		s = strings.NewReplacer("</p>", "\n", "<br>", "\n", "<br/>", "\n", "<br />", "\n", "</div>", "\n", "</li>", "\n").Replace(s)
		s = html.UnescapeString(tags.ReplaceAllString(s, ""))
	}
	return strings.TrimSpace(s)
}

// bracketed is a text in brackets; empty for none.
func bracketed(s string) string {
	if s = oneLine(s); s == "" {
		return ""
	}
	return "(" + s + ")"
}
