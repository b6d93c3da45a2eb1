package bpmn

import (
	"fmt"
	"strings"
)

// NoteCode says for programs what a note is about.
type NoteCode string

// The codes of notes.
const (
	NoteNotKept         NoteCode = "NOT_KEPT"
	NoteEncoding        NoteCode = "ENCODING"
	NoteExtension       NoteCode = "EXTENSION"
	NoteMessageFlow     NoteCode = "MESSAGE_FLOW"
	NoteBlackBox        NoteCode = "BLACK_BOX_POOL"
	NoteEmptyProcess    NoteCode = "EMPTY_PROCESS"
	NoteImport          NoteCode = "IMPORT"
	NoteDuplicateID     NoteCode = "DUPLICATE_ID"
	NoteDanglingFlow    NoteCode = "DANGLING_FLOW"
	NoteCrossFlow       NoteCode = "CROSS_PROCESS_FLOW"
	NoteUnusedFlow      NoteCode = "UNUSED_FLOW"
	NoteFlattened       NoteCode = "SUBPROCESS_FLATTENED"
	NoteSubprocessStep  NoteCode = "SUBPROCESS_AS_STEP"
	NoteEventSubprocess NoteCode = "EVENT_SUBPROCESS"
	NoteCallActivity    NoteCode = "CALL_ACTIVITY"
	NoteBoundary        NoteCode = "BOUNDARY_EVENT"
	NoteUnattached      NoteCode = "UNATTACHED_BOUNDARY_EVENT"
	NoteIntermediate    NoteCode = "INTERMEDIATE_EVENT"
	NoteEventDetail     NoteCode = "EVENT_DETAIL"
	NoteInclusive       NoteCode = "INCLUSIVE_GATEWAY"
	NoteComplex         NoteCode = "COMPLEX_GATEWAY"
	NoteEventGateway    NoteCode = "EVENT_BASED_GATEWAY"
	NoteMixed           NoteCode = "MIXED_GATEWAYS"
	NoteImplicitAll     NoteCode = "IMPLICIT_PARALLEL"
	NoteImplicitOne     NoteCode = "IMPLICIT_CHOICE"
	NoteGatewayName     NoteCode = "GATEWAY_NAME"
	NoteJoin            NoteCode = "JOIN"
	NoteStartCondition  NoteCode = "START_CONDITION"
	NoteEndCondition    NoteCode = "END_CONDITION"
	NoteExpression      NoteCode = "EXPRESSION"
	NoteLoop            NoteCode = "LOOP"
	NoteCompensation    NoteCode = "COMPENSATION"
	NoteLinkUnmatched   NoteCode = "UNMATCHED_LINK"
	NoteLinkPaired      NoteCode = "LINK_PAIRED"
	NoteLaneByPosition  NoteCode = "LANE_BY_POSITION"
	NoteLaneReference   NoteCode = "LANE_REFERENCE"
	NoteLaneTwice       NoteCode = "LANE_TWICE"
	NoteLaneUnnamed     NoteCode = "LANE_UNNAMED"
	NoteLaneCut         NoteCode = "LANE_CUT"
	NoteLaneMoved       NoteCode = "LANE_MOVED"
	NoteNameMissing     NoteCode = "NAME_MISSING"
	NoteNameCut         NoteCode = "NAME_CUT"
	NoteConditionCut    NoteCode = "CONDITION_CUT"
	NoteExplanationCut  NoteCode = "EXPLANATION_CUT"
	NoteWaysJoined      NoteCode = "WAYS_JOINED"
	NotePathsLeftOut    NoteCode = "CONDITIONS_LEFT_OUT"
	NoteConditionLost   NoteCode = "CONDITION_LEFT_OUT"
	NoteOwnInvalid      NoteCode = "INVALID_MARK"
	NoteKeyChanged      NoteCode = "KEY_CHANGED"
)

// texts are the sentences of notes: how many, then which.
var texts = map[NoteCode][2]string{
	NoteMessageFlow:     {"消息流 %d 条未保留:%s", "Message flows, not kept (%d): %s"},
	NoteBlackBox:        {"没有流程的泳池 %d 个未保留:%s", "Pools without a process, not kept (%d): %s"},
	NoteEmptyProcess:    {"没有环节的流程 %d 个已略过:%s", "Processes without a step, passed over (%d): %s"},
	NoteImport:          {"引用的其他文件 %d 个未读取:%s", "Imported files, not read (%d): %s"},
	NoteDuplicateID:     {"重复的编号 %d 个,以先出现的为准:%s", "Ids that occur twice, the first counts (%d): %s"},
	NoteDanglingFlow:    {"顺序流 %d 条的起点或终点不存在,未保留:%s", "Sequence flows that begin or end at nothing, not kept (%d): %s"},
	NoteCrossFlow:       {"顺序流 %d 条跨越两个流程,未保留:%s", "Sequence flows from one process to another, not kept (%d): %s"},
	NoteUnusedFlow:      {"顺序流 %d 条没有环节通向它,未保留:%s", "Sequence flows that follow no step, not kept (%d): %s"},
	NoteFlattened:       {"子流程 %d 个已展开,其中的环节并入流程:%s", "Subprocesses that were opened, their steps stand in the process (%d): %s"},
	NoteSubprocessStep:  {"子流程 %d 个没有内部环节,各作为一个环节:%s", "Subprocesses without steps inside, each became one step (%d): %s"},
	NoteEventSubprocess: {"事件子流程 %d 个由事件随时启动,其首个环节作为起始环节:%s", "Event subprocesses begin whenever their event happens; their first steps are beginnings (%d): %s"},
	NoteCallActivity:    {"调用活动 %d 个各作为一个环节,被调用的流程未并入:%s", "Call activities, each became one step without the called process (%d): %s"},
	NoteBoundary:        {"边界事件 %d 个作为所附环节的带条件流向:%s", "Boundary events became ways with a condition from the step they are attached to (%d): %s"},
	NoteUnattached:      {"边界事件 %d 个没有依附的环节,未保留:%s", "Boundary events attached to no step, not kept (%d): %s"},
	NoteIntermediate:    {"中间事件 %d 个不是环节,其前后环节直接相连,等待的事件写入流转条件:%s", "Intermediate events are no steps; the steps around them were joined, what is waited for became a condition (%d): %s"},
	NoteEventDetail:     {"开始和结束事件 %d 个只保留起止,名称和触发方式未保留:%s", "Start and end events, only the beginning or end is kept, not the name and trigger (%d): %s"},
	NoteInclusive:       {"包容网关 %d 个按“择一”读入(可能同时走几条,但没有一条必走):%s", "Inclusive gateways, read as a choice of one: several ways may be taken, none must be (%d): %s"},
	NoteComplex:         {"复杂网关 %d 个按“择一”读入:%s", "Complex gateways, read as a choice of one (%d): %s"},
	NoteEventGateway:    {"事件网关 %d 个按“择一”读入,以先发生的事件为条件:%s", "Event-based gateways, read as a choice of one by the event that happens first (%d): %s"},
	NoteMixed:           {"环节 %d 个之后既有择一又有并行网关,以最近的网关为准:%s", "Steps with gateways of both kinds after them, the nearest counts (%d): %s"},
	NoteImplicitAll:     {"环节 %d 个不经网关引出多条无条件流向,按“并行”读入:%s", "Steps with several ways without a gateway or condition, all of which are taken (%d): %s"},
	NoteImplicitOne:     {"环节 %d 个不经网关引出多条带条件流向,按“择一”读入:%s", "Steps with several ways with conditions and no gateway, read as a choice of one (%d): %s"},
	NoteGatewayName:     {"网关名称 %d 个未保留:%s", "Names of gateways, not kept (%d): %s"},
	NoteJoin:            {"汇合网关 %d 个“等待各分支”的含义未保留:%s", "Joining gateways; that they wait for all branches is not kept (%d): %s"},
	NoteStartCondition:  {"开始之后第一个环节之前的条件 %d 个未保留:%s", "Conditions between the start and the first step, not kept (%d): %s"},
	NoteEndCondition:    {"通向结束的条件 %d 个未保留(环节记为可结束):%s", "Conditions of ways to an end, not kept; the step is marked as an end (%d): %s"},
	NoteExpression:      {"有名称的顺序流 %d 条以名称为条件,表达式未保留:%s", "Expressions of sequence flows whose name is the condition, not kept (%d): %s"},
	NoteLoop:            {"循环或多实例标记 %d 个未保留:%s", "Marks for loops or several instances, not kept (%d): %s"},
	NoteCompensation:    {"补偿活动 %d 个作为环节,“仅用于补偿”的含义未保留:%s", "Activities for compensation became steps; that they only compensate is not kept (%d): %s"},
	NoteLinkUnmatched:   {"连接事件 %d 个没有对应的另一端:%s", "Link events without another end (%d): %s"},
	NoteLinkPaired:      {"连接事件没有共同的名称,唯一的 %d 对已相连:%s", "Link events without a name in common, the only pair was joined (%d): %s"},
	NoteLaneByPosition:  {"环节 %d 个按图上位置归入泳道:%s", "Steps in the lane in which the diagram shows them (%d): %s"},
	NoteLaneReference:   {"泳道中 %d 处引用不存在的元素:%s", "References of lanes to nothing (%d): %s"},
	NoteLaneTwice:       {"元素 %d 个同时列在几条泳道,以先出现的为准:%s", "Elements in several lanes, the first counts (%d): %s"},
	NoteLaneUnnamed:     {"泳道 %d 条没有名称:%s", "Lanes without a name (%d): %s"},
	NoteLaneCut:         {"泳道名称 %d 个过长,已截短:%s", "Names of lanes that were too long and cut (%d): %s"},
	NoteLaneMoved:       {"环节 %d 个已移到另一泳道,原岗位不再沿用:%s", "Steps that were moved to another lane, their posts no longer count (%d): %s"},
	NoteNameMissing:     {"环节 %d 个没有名称,以类型代替:%s", "Steps without a name, called by their type (%d): %s"},
	NoteNameCut:         {"环节名称 %d 个超过 200 字,已截短,全文在环节说明中:%s", "Names of steps over 200 characters, cut; the explanation has them whole (%d): %s"},
	NoteConditionCut:    {"流转条件 %d 个超过 500 字,已截短:%s", "Conditions over 500 characters, cut (%d): %s"},
	NoteExplanationCut:  {"说明 %d 处过长,已截短:%s", "Explanations that were too long and cut (%d): %s"},
	NoteWaysJoined:      {"同两个环节间的多条流向合为一条,共 %d 处:%s", "Several ways between the same two steps became one (%d): %s"},
	NotePathsLeftOut:    {"环节 %d 个之后的网关路径过多,部分条件未保留:%s", "Steps with too many paths through gateways after them, some conditions are not kept (%d): %s"},
	NoteConditionLost:   {"网关之间的条件 %d 个不通向另外的环节,未保留:%s", "Conditions between gateways that lead to no other step, not kept (%d): %s"},
	NoteOwnInvalid:      {"本系统的标记 %d 处无效,已忽略:%s", "Marks of this program that are not valid and were ignored (%d): %s"},
	NoteKeyChanged:      {"环节编号 %d 个重复,已重新编号:%s", "Keys of steps that occur twice and were changed (%d): %s"},
}

// Note tells what a file holds and the graph does not, or what was decided in reading it.
type Note struct {
	Code NoteCode
	// Element is the name of the BPMN element that it is about, or the namespace; empty for several.
	Element string
	// Count is how many there are, Names are the names of the first of them, Line is that of the first.
	Count int
	Names []string
	Line  int
	// ZH and EN are the note as a sentence.
	ZH, EN string
}

const (
	// mostNames is how many names a note lists.
	mostNames = 10
	// mostNotes is how many notes tell of one kind of element or namespace each, so that a file of
	// nothing but invented ones is told in few words.
	mostNotes = 60
)

// notebook gathers notes, those of one kind as one.
type notebook struct {
	notes []*Note
	of    map[[2]string]*Note
}

func (b *notebook) add(code NoteCode, element, name string, line int) *Note {
	if b.of == nil {
		b.of = map[[2]string]*Note{}
	}
	k := [2]string{string(code), element}
	n := b.of[k]
	if n == nil && len(b.notes) >= mostNotes && code == NoteNotKept && element != "" {
		return b.add(code, "", element, line)
	}
	if n == nil {
		n = &Note{Code: code, Element: element, Line: line}
		b.of[k] = n
		b.notes = append(b.notes, n)
	}
	n.Count++
	if name = excerpt(name, 120); name != "" && len(n.Names) < mostNames {
		n.Names = append(n.Names, name)
	}
	return n
}

// at adds a note about an element.
func (b *notebook) at(code NoteCode, e *element) { b.add(code, e.name, e.label(), e.line) }

// about adds a note of a kind that several elements share.
func (b *notebook) about(code NoteCode, e *element, name string) { b.add(code, "", name, e.line) }

// written is the notes with their sentences.
func (b *notebook) written() []*Note {
	for _, n := range b.notes {
		if n.ZH != "" {
			continue
		}
		zh, en := "", ""
		for _, name := range n.Names {
			zh += "“" + name + "”、"
			en += "“" + name + "”, "
		}
		zh, en = strings.TrimSuffix(zh, "、"), strings.TrimSuffix(en, ", ")
		if n.Count > len(n.Names) && len(n.Names) > 0 {
			zh, en = zh+"等", en+" …"
		}
		if n.Code == NoteNotKept {
			w := word(n.Element)
			n.ZH, n.EN = fmt.Sprintf("%s %d 处未保留:%s", w[0], n.Count, zh), fmt.Sprintf("Not kept, %s (%d): %s", w[1], n.Count, en)
		} else {
			n.ZH, n.EN = fmt.Sprintf(texts[n.Code][0], n.Count, zh), fmt.Sprintf(texts[n.Code][1], n.Count, en)
		}
		n.ZH, n.EN = strings.TrimSuffix(n.ZH, ":"), strings.TrimSuffix(n.EN, ": ")
	}
	return b.notes
}

// Message is the note in English for "en", otherwise in Chinese.
func (n *Note) Message(lang string) string {
	if lang == "en" {
		return n.EN
	}
	return n.ZH
}

// extensionNote tells of what a file holds in another namespace.
func extensionNote(space string, f *foreign) *Note {
	shown := excerpt(space, 120)
	zh, en := "扩展内容(命名空间 "+shown+")", "Extensions of the namespace "+shown
	if space == "" {
		zh, en = "没有命名空间的扩展内容", "Extensions without a namespace"
	}
	return &Note{Code: NoteExtension, Element: space, Count: f.elements + f.attributes, Line: f.line,
		ZH: fmt.Sprintf("%s未保留:元素 %d 个、属性 %d 个", zh, f.elements, f.attributes),
		EN: fmt.Sprintf("%s are not kept: %d elements, %d attributes", en, f.elements, f.attributes)}
}

// label is what a note calls an element: its name, its text, the node it belongs to, or its id.
func (e *element) label() string {
	if n := oneLine(e.attr("name")); n != "" {
		return n
	}
	if e.name == "textAnnotation" {
		for _, t := range e.of("text") {
			if s := oneLine(plain(t.value())); s != "" {
				return s
			}
		}
	}
	if e.name == "documentation" || e.name == "dataState" {
		if s := oneLine(plain(e.value())); s != "" {
			return s
		}
	}
	if _, flowing := kinds[e.name]; !flowing && e.parent != nil {
		if _, of := kinds[e.parent.name]; of {
			return e.parent.label()
		}
	}
	return e.attr("id")
}
