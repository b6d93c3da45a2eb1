package bpmn_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"sineng/ent/term"
	"sineng/server/bpmn"
)

// prefixed writes a file with another prefix for the model.
func prefixed(prefix string) string {
	body := strings.NewReplacer("<", "<"+prefix+":", "</", "</"+prefix+":").Replace(threeTasks + flows("A>B"))
	return `<` + prefix + `:definitions xmlns:` + prefix + `="http://www.omg.org/spec/BPMN/20100524/MODEL"><` + prefix + `:process id="P" name="许可">` + body + `</` + prefix + `:process></` + prefix + `:definitions>`
}

const three = "A 受理\nB 审核\nC 退回\nA>B\n"

func TestPrefixes(t *testing.T) {
	for _, p := range []string{"bpmn", "bpmn2", "semantic", "model", "sem", "ns0", "流程"} {
		same(t, shown(read(t, prefixed(p))), three)
	}
}

func TestEncodings(t *testing.T) {
	text := strings.TrimPrefix(process(threeTasks+flows("A>B")), `<?xml version="1.0" encoding="UTF-8"?>`)
	declare := func(enc string) string { return `<?xml version="1.0" encoding="` + enc + `"?>` + text }
	must := func(s string, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder()
	big := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder()
	for name, file := range map[string]string{
		"none declared":               text,
		"UTF-8 with a mark":           "\xef\xbb\xbf" + declare("utf-8"),
		"GBK":                         must(simplifiedchinese.GBK.NewEncoder().String(declare("GBK"))),
		"GB2312":                      must(simplifiedchinese.GBK.NewEncoder().String(declare("gb2312"))),
		"GB18030":                     must(simplifiedchinese.GB18030.NewEncoder().String(declare("GB18030"))),
		"UTF-16 with a mark":          must(big.String(declare("UTF-16"))),
		"UTF-16 without a mark":       must(little.String(declare("UTF-16"))),
		"UTF-16 declared, not meant":  declare("utf-16"),
		"a doctype without anything":  `<!DOCTYPE definitions>` + text,
		"comments and an instruction": `<?xml-stylesheet href="x"?><!-- 注 -->` + text,
	} {
		t.Run(name, func(t *testing.T) { same(t, shown(read(t, file)), three) })
	}
	latin := `<?xml version="1.0" encoding="ISO-8859-1"?>` + model(`<process id="P"><task id="A" name="` + "kl\xe4ren" + `"/></process>`)[len(`<?xml version="1.0" encoding="UTF-8"?>`):]
	same(t, shown(read(t, latin)), "A klären\n")
	same(t, shown(read(t, model("<process id='P'><task id='A' name='kl\xe4ren'/></process>"))), "A klären\n==\n! ENCODING 1")
	same(t, shown(read(t, strings.Replace(must(simplifiedchinese.GBK.NewEncoder().String(declare("GBK"))), "GBK", "UTF-8", 1))), three+"==\n! ENCODING 1")
}

func TestDocuments(t *testing.T) {
	box := `<process id="P"><task id="A" name="受理"/></process>`
	for name, c := range map[string]struct{ body, want string }{
		"pools": {`<collaboration id="c"><participant id="a" name="申请人"/><participant id="b" name="许可处" processRef="P"/><messageFlow id="m" sourceRef="a" targetRef="A"/></collaboration>` + box, `
			A 受理
			==
			! BLACK_BOX_POOL 1
			! MESSAGE_FLOW 1`},
		"several processes, one outside the pools, one empty": {`<collaboration id="c"><participant id="b" processRef="P"/></collaboration>` + box + `<process id="Q"><task id="B" name="审核"/></process><process id="R" name="空"><startEvent id="s"/><endEvent id="e"/></process>`, `
			A 受理
			--
			B 审核
			==
			! EMPTY_PROCESS 1`},
		"a flow from one to another": {box + `<process id="Q"><task id="B" name="审核"/>` + flows("A>B") + `</process>`, `
			A 受理
			--
			B 审核
			! CROSS_PROCESS_FLOW 1`},
		"definitions and data": {`<import location="r.xsd" importType="x" namespace="y"/><itemDefinition id="i"/><message id="m" name="申请书"/><error id="x"/><signal id="y"/><dataStore id="d" name="案卷库"/><resource id="z"/>` +
			`<process id="P"><property id="p"/><dataObjectReference id="r" name="材料"/><task id="A" name="受理"><ioSpecification><dataInput id="q"/><inputSet/><outputSet/></ioSpecification><dataInputAssociation><sourceRef>r</sourceRef><targetRef>q</targetRef></dataInputAssociation><potentialOwner><resourceRef>z</resourceRef></potentialOwner></task>
			<textAnnotation id="t"><text>限期办结</text></textAnnotation><association id="s" sourceRef="A" targetRef="t"/><group id="g"/></process>`, `
			A 受理
			! NOT_KEPT property 1
			! NOT_KEPT dataObjectReference 1
			! NOT_KEPT ioSpecification 1
			! NOT_KEPT dataInputAssociation 1
			! NOT_KEPT potentialOwner 1
			! NOT_KEPT textAnnotation 1
			! NOT_KEPT association 1
			! NOT_KEPT group 1
			==
			! IMPORT 1
			! NOT_KEPT itemDefinition 1
			! NOT_KEPT message 1
			! NOT_KEPT error 1
			! NOT_KEPT signal 1
			! NOT_KEPT dataStore 1
			! NOT_KEPT resource 1`},
		"extensions, and BPMN inside of them": {`<process id="P" xmlns:flowable="http://flowable.org/bpmn"><extensionElements><flowable:x><task id="Z" name="不是环节"/></flowable:x><task id="Y" name="也不是"/></extensionElements>
			<userTask id="A" name="受理" flowable:assignee="张三"><extensionElements><flowable:formProperty id="f"/></extensionElements></userTask></process>`, `
			A 受理
			! NOT_KEPT task 1
			==
			! EXTENSION 4`},
		"ids twice": {box + `<process id="Q"><task id="A" name="审核"/></process>`, `
			A 受理
			--
			A 审核
			==
			! DUPLICATE_ID 1`},
	} {
		t.Run(name, func(t *testing.T) { same(t, shown(read(t, model(c.body))), c.want) })
	}
}

func TestNamesOfProcesses(t *testing.T) {
	doc := read(t, model(`<collaboration id="c"><participant id="a" name="甲池" processRef="t:P"/><participant id="b" name="乙池" processRef="Q"/></collaboration>
		<process id="P" name="许可
		流程"><documentation>说明</documentation><task id="A"/></process><process id="Q"><task id="B"/></process>`))
	p, q := doc.Processes[0], doc.Processes[1]
	if p.Name != "许可流程" || p.Pool != "甲池" || p.Graph.Explanation != "说明" || q.Name != "乙池" {
		t.Errorf("%q in %q (%s), %q", p.Name, p.Pool, p.Graph.Explanation, q.Name)
	}
}

func TestTexts(t *testing.T) {
	long := func(n int) string { return strings.Repeat("长", n) }
	doc, err := bpmn.Read(strings.NewReader(process(`<userTask id="A"/><task id="B" name="`+long(201)+`"><documentation>`+long(1990)+`</documentation></task><task id="含 空格" name="Review&#10;the case"/><task id="`+strings.Repeat("x", 65)+`" name="审批"><documentation>&lt;p&gt;第一&amp;nbsp;条&lt;/p&gt;&lt;p&gt;第二条&lt;/p&gt;</documentation></task>`+
		flows("A>B", `A>A name="`+long(501)+`"`))),
		bpmn.Options{Kind: func(name string) term.StepKind {
			if name == "审批" {
				return term.StepKindApprove
			}
			return term.StepKindHandle
		}})
	if err != nil {
		t.Fatal(err)
	}
	g := doc.Processes[0].Graph
	at := map[string]int{}
	for i, s := range g.Steps {
		at[s.Key] = i
	}
	a, b, c, d := g.Steps[at["A"]], g.Steps[at["B"]], g.Steps[at["1"]], g.Steps[at["2"]]
	if a.Name != "用户任务" || c.Name != "Review the case" || d.Kind != term.StepKindApprove || a.Kind != term.StepKindHandle || d.Explanation != "第一\u00a0条\n第二条" {
		t.Errorf("%+v %+v %+v", a, c, d)
	}
	if utf8.RuneCountInString(b.Name) != 200 || !strings.HasPrefix(b.Explanation, "全称:"+long(201)+"\n") || utf8.RuneCountInString(b.Explanation) != 2000 {
		t.Errorf("%d, %d: %s", utf8.RuneCountInString(b.Name), utf8.RuneCountInString(b.Explanation), b.Explanation)
	}
	for _, e := range g.Edges {
		if e.ToKey == "A" && utf8.RuneCountInString(e.Condition) != 500 {
			t.Errorf("a condition of %d", utf8.RuneCountInString(e.Condition))
		}
	}
	codes := shown(doc)
	for _, want := range []string{"NAME_MISSING 1", "NAME_CUT 1", "CONDITION_CUT 1", "EXPLANATION_CUT 1"} {
		if !strings.Contains(codes, want) {
			t.Errorf("no note %s in %s", want, codes)
		}
	}
}

// TestNotesAreSentences has notes name what they are about, with the line of the first.
func TestNotesAreSentences(t *testing.T) {
	doc := read(t, process("<task id='A' name='受理'/>\n\n<dataObject id='d' name='案卷'/><dataObject id='e' name='证据'/>"))
	n := doc.Processes[0].Notes[0]
	if n.Message("zh") != "数据对象 2 处未保留:“案卷”、“证据”" || n.Message("en") != "Not kept, data object (2): “案卷”, “证据”" || n.Line != 5 {
		t.Errorf("line %d: %s / %s", n.Line, n.ZH, n.EN)
	}
}

func TestTools(t *testing.T) {
	for head, want := range map[string]string{
		`exporter="Camunda Modeler" exporterVersion="5.0"`: "Camunda Modeler 5.0",
		`xmlns:flowable="http://flowable.org/bpmn"`:        "Flowable",
		``: "",
	} {
		file := strings.Replace(process(threeTasks), "<definitions ", "<definitions "+head+" ", 1)
		if got := read(t, file).Tool; got != want {
			t.Errorf("%s: %q", head, got)
		}
	}
}
