package engine

import "fmt"

// Settlement is a way to settle a conflict.
type Settlement struct {
	Kind SettlementKind `json:"kind"`
	// Power and Step are where the process is to be changed, Role the role that moves.
	Power int64  `json:"power,omitempty"`
	Step  string `json:"step,omitempty"`
	Role  Role   `json:"role,omitempty"`
	// Post is the post that gives the step or role up, or that is to be rotated.
	Post int64 `json:"post,omitempty"`
	// Person is who leaves the post or the portfolio.
	Person int64 `json:"person,omitempty"`
	// Portfolio is the portfolio that goes to somebody else, Unit what it is over.
	Portfolio int64 `json:"portfolio,omitempty"`
	Unit      int64 `json:"unit,omitempty"`
}

// SettlementKind is what is to be done.
type SettlementKind string

// The values of SettlementKind.
const (
	SettleReassignStep  SettlementKind = "REASSIGN_STEP"  // Step goes from Post to another post
	SettleReassignRole  SettlementKind = "REASSIGN_ROLE"  // Role goes from Post to another post
	SettleReplaceHolder SettlementKind = "REPLACE_HOLDER" // Person leaves Post to somebody else
	SettleAddCheck      SettlementKind = "ADD_CHECK"      // a check by somebody else follows Step
	SettleRotatePost    SettlementKind = "ROTATE_POST"    // Person leaves Post
	SettleMovePortfolio SettlementKind = "MOVE_PORTFOLIO" // Portfolio over Unit goes from Person to another leader
)

// Names are the words for what a settlement names.
type Names interface {
	Person(id int64) string
	Post(id int64) string
	Unit(id int64) string
	Power(id int64) string
	Step(power int64, key string) string
}

// Text says in both languages what is to be done.
func (s Settlement) Text(n Names) Text {
	switch s.Kind {
	case SettleReassignStep:
		return Text{
			ZH: fmt.Sprintf("将“%s”的环节“%s”由岗位“%s”改交其他岗位", n.Power(s.Power), n.Step(s.Power, s.Step), n.Post(s.Post)),
			EN: fmt.Sprintf("Give the step %q of %q from the post %q to another post", n.Step(s.Power, s.Step), n.Power(s.Power), n.Post(s.Post)),
		}
	case SettleReassignRole:
		return Text{
			ZH: fmt.Sprintf("“%s”的%s由“%s”改为其他岗位", n.Power(s.Power), s.Role.Label("zh"), n.Post(s.Post)),
			EN: fmt.Sprintf("Make another post than %q the %s of %q", n.Post(s.Post), lower(s.Role.Label("en")), n.Power(s.Power)),
		}
	case SettleReplaceHolder:
		return Text{
			ZH: fmt.Sprintf("岗位“%s”改由%s以外的人担任", n.Post(s.Post), n.Person(s.Person)),
			EN: fmt.Sprintf("Appoint somebody other than %s to the post %q", n.Person(s.Person), n.Post(s.Post)),
		}
	case SettleAddCheck:
		return Text{
			ZH: fmt.Sprintf("在“%s”的环节“%s”之后增加由他人承担的复核环节", n.Power(s.Power), n.Step(s.Power, s.Step)),
			EN: fmt.Sprintf("Add a check by somebody else after the step %q of %q", n.Step(s.Power, s.Step), n.Power(s.Power)),
		}
	case SettleRotatePost:
		return Text{
			ZH: fmt.Sprintf("%s从重点岗位“%s”轮岗", n.Person(s.Person), n.Post(s.Post)),
			EN: fmt.Sprintf("Rotate %s out of the key post %q", n.Person(s.Person), n.Post(s.Post)),
		}
	case SettleMovePortfolio:
		return Text{
			ZH: fmt.Sprintf("对“%s”的分管由%s调整给其他领导", n.Unit(s.Unit), n.Person(s.Person)),
			EN: fmt.Sprintf("Give the charge of %q from %s to another leader", n.Unit(s.Unit), n.Person(s.Person)),
		}
	}
	return Text{ZH: string(s.Kind), EN: string(s.Kind)}
}

func lower(s string) string {
	if s == "" || s[0] < 'A' || s[0] > 'Z' {
		return s
	}
	return string(s[0]+'a'-'A') + s[1:]
}
