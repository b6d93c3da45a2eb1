package proceeding

import (
	"fmt"
	"time"

	"sineng/ent/term"
)

// In is what happened, in a language ("zh" or "en").
func (d *Deviation) In(lang string) string {
	if lang == "en" {
		return d.english()
	}
	since := d.From.Format(time.DateOnly)
	switch d.Kind {
	case term.DeviationKindLate:
		return "办件自 " + since + " 起超过办理时限" + d.endZH("办结")
	case term.DeviationKindStepLate:
		return "“" + d.Name + "”自 " + since + " 起超过环节时限" + d.endZH("完成")
	case term.DeviationKindSkipped:
		if d.OtherName == "" {
			return "未经“" + d.Name + "”即办结" + d.endZH("补办")
		}
		return "未经“" + d.Name + "”即进入“" + d.OtherName + "”" + d.endZH("补办")
	case term.DeviationKindReturned:
		if d.OtherName == "" {
			return "“" + d.Name + "”于 " + since + " 退回" + d.endZH("重新通过")
		}
		return "“" + d.Name + "”于 " + since + " 退回至“" + d.OtherName + "”" + d.endZH("重新通过")
	case term.DeviationKindExcluded:
		return "“" + d.OtherName + "”与“" + d.Name + "”由同一人办理,两环节不相容"
	}
	return "“" + d.Name + "”不在职权的流程图中"
}

func (d *Deviation) endZH(done string) string {
	if d.To == nil {
		return ""
	}
	return "," + d.To.Format(time.DateOnly) + " " + done
}

func (d *Deviation) english() string {
	since := d.From.Format(time.DateOnly)
	switch d.Kind {
	case term.DeviationKindLate:
		return "Beyond its time limit since " + since + d.endEN("closed")
	case term.DeviationKindStepLate:
		return fmt.Sprintf("“%s” is beyond its time limit since %s%s", d.Name, since, d.endEN("done"))
	case term.DeviationKindSkipped:
		if d.OtherName == "" {
			return fmt.Sprintf("It was closed without “%s”%s", d.Name, d.endEN("taken"))
		}
		return fmt.Sprintf("It came to “%s” without “%s”%s", d.OtherName, d.Name, d.endEN("taken"))
	case term.DeviationKindReturned:
		if d.OtherName == "" {
			return fmt.Sprintf("“%s” returned it on %s%s", d.Name, since, d.endEN("passed"))
		}
		return fmt.Sprintf("“%s” returned it to “%s” on %s%s", d.Name, d.OtherName, since, d.endEN("passed"))
	case term.DeviationKindExcluded:
		return fmt.Sprintf("One person took “%s” and “%s”, which exclude each other", d.OtherName, d.Name)
	}
	return fmt.Sprintf("“%s” is not on the map of the power", d.Name)
}

func (d *Deviation) endEN(done string) string {
	if d.To == nil {
		return ""
	}
	return "; " + done + " on " + d.To.Format(time.DateOnly)
}
