package bpmn

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"sineng/server/fault"
)

// refuse is the error for a file that cannot be read.
func refuse(reason, zh, en string) *fault.Error { return fault.Bad("file", reason, zh, en) }

// refuseAt is refuse for a place in the file.
func refuseAt(reason string, line, column int, zh, en string) *fault.Error {
	return refuse(reason, fmt.Sprintf("第 %d 行第 %d 列:%s", line, column, zh), fmt.Sprintf("Line %d, column %d: %s", line, column, en))
}

const (
	wantZH = "请从原工具导出 BPMN 2.0 XML(.bpmn)文件"
	wantEN = "export it as BPMN 2.0 XML (.bpmn) from the tool that made it"
)

func notBPMN(zh, en string) *fault.Error {
	return refuse("NOT_BPMN", "这是"+zh+",不是 BPMN 2.0;"+wantZH, "This is "+en+", not BPMN 2.0; "+wantEN)
}

// otherFormat recognises files that are no XML by how they begin.
func otherFormat(data []byte) error {
	head := data[:min(len(data), 4096)]
	starts := func(s string) bool { return bytes.HasPrefix(head, []byte(s)) }
	switch text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"); {
	case len(bytes.TrimSpace(head)) == 0 && len(data) <= len(head):
		return refuse("EMPTY_FILE", "文件是空的;"+wantZH, "The file is empty; "+wantEN)
	case starts("PK\x03\x04") && bytes.Contains(data[:min(len(data), 1<<16)], []byte("visio/")):
		return notBPMN("Visio 绘图(.vsdx)", "a Visio drawing (.vsdx)")
	case starts("PK\x03\x04"):
		return notBPMN("压缩包(ZIP,或 Office 文件);如其中有 .bpmn 文件,请先解压", "a ZIP archive or an Office file (unpack it first if it holds .bpmn files)")
	case starts("\xd0\xcf\x11\xe0"):
		return notBPMN("旧版 Office 或 Visio 文件", "an old Office or Visio file")
	case starts("%PDF"):
		return notBPMN("PDF 文件", "a PDF file")
	case starts("\x89PNG"), starts("\xff\xd8\xff"), starts("GIF8"), starts("BM"):
		return notBPMN("图片", "a picture")
	case starts("\x1f\x8b"), starts("7z\xbc\xaf"), starts("Rar!"):
		return notBPMN("压缩包", "an archive")
	case len(text) > 0 && (text[0] == '{' || text[0] == '['):
		return notBPMN("JSON 文件", "a JSON file")
	case len(text) > 0 && text[0] != '<' && !starts("\xff\xfe") && !starts("\xfe\xff") && !starts("\x00<"):
		return notBPMN("其他文件(开头不是 XML)", "something else (it does not begin as XML)")
	}
	return nil
}

// roots are formats of processes and diagrams by the local name of their root.
var roots = map[string][2]string{
	"mxfile":                 {"draw.io(diagrams.net)绘图", "a draw.io (diagrams.net) drawing"},
	"mxGraphModel":           {"draw.io(diagrams.net)绘图", "a draw.io (diagrams.net) drawing"},
	"VisioDocument":          {"Visio 绘图(.vdx)", "a Visio drawing (.vdx)"},
	"Package":                {"XPDL 流程定义", "an XPDL process definition"},
	"WorkflowProcess":        {"XPDL 流程定义", "an XPDL process definition"},
	"BpmnDiagram":            {"BPMN 1.x 图", "a BPMN 1.x diagram"},
	"BusinessProcessDiagram": {"BPMN 1.x 图", "a BPMN 1.x diagram"},
	"process-definition":     {"jPDL 流程定义", "a jPDL process definition"},
	"process":                {"流程片段(根元素应为 definitions)", "a process by itself (the root must be definitions)"},
	"AML":                    {"ARIS AML 文件", "an ARIS AML file"},
	"epml":                   {"EPC(EPML)流程图", "an EPC (EPML) diagram"},
	"XMI":                    {"UML(XMI)模型", "a UML (XMI) model"},
	"svg":                    {"SVG 图片", "an SVG picture"},
	"html":                   {"网页(HTML)", "a web page (HTML)"},
	"HTML":                   {"网页(HTML)", "a web page (HTML)"},
}

// otherRoot is the error for a root element that is not that of BPMN 2.0.
func otherRoot(name xml.Name, line, column int) error {
	switch known, ok := roots[name.Local]; {
	case name.Local == "definitions" && strings.Contains(name.Space, "/DMN/"):
		return notBPMN("DMN 决策表", "a DMN decision model")
	case name.Local == "definitions" && strings.Contains(name.Space, "/CMMN/"):
		return notBPMN("CMMN 案例模型", "a CMMN case model")
	case name.Local == "definitions" && strings.Contains(name.Space, "xmlsoap.org/wsdl"):
		return notBPMN("WSDL 接口定义", "a WSDL interface")
	case name.Local == "definitions" && name.Space == "":
		return refuseAt("WRONG_NAMESPACE", line, column, "definitions 没有命名空间,应为 "+nsModel, "definitions has no namespace; it should be "+nsModel)
	case name.Local == "definitions":
		space := excerpt(name.Space, 100)
		return refuseAt("WRONG_NAMESPACE", line, column, "definitions 的命名空间(或未声明的前缀)“"+space+"”不是 BPMN 2.0 的,应为 "+nsModel,
			"the namespace (or undeclared prefix) "+space+" of definitions is not that of BPMN 2.0, which is "+nsModel)
	case ok:
		return notBPMN(known[0], known[1])
	}
	local := excerpt(name.Local, 60)
	return notBPMN("根元素为 "+local+" 的 XML 文件", "an XML file with the root "+local)
}
