package separation_test

import (
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/separation"
)

// Accounts and people of the tests; whoever has account n is person 100+n.
const (
	admin = iota + 1
	other
	leader
	head
	inspector
	clerk
	department = 50
	bureau     = 51
)

var begun = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// story is a sequence of acts.
type story struct {
	t    *testing.T
	book *separation.Book
	n    int64
	at   time.Time
	// request is that of the acts to come.
	request string
}

func who(account int64) separation.Who {
	if account == 0 {
		return separation.Who{}
	}
	return separation.Who{Account: account, Person: 100 + account}
}

func made(kind string, id int64, columns ...any) separation.Row {
	r := changed(kind, id, columns...)
	r.Made = true
	return r
}

func changed(kind string, id int64, columns ...any) separation.Row {
	r := separation.Row{Type: kind, ID: id, Old: map[string]any{}, Now: map[string]any{}}
	for i := 0; i < len(columns); i += 2 {
		v := columns[i+1]
		switch n := v.(type) {
		case int:
			v = float64(n)
		case int64:
			v = float64(n)
		}
		r.Now[columns[i].(string)] = v
	}
	return r
}

func (s *story) does(account int64, action term.AuditAction, object int64, rows ...separation.Row) {
	s.n++
	s.at = s.at.Add(time.Hour)
	s.book.Take(separation.Act{Index: s.n, At: s.at, Action: action, By: who(account), Object: object, Request: s.request, Rows: rows})
}

// want checks which rules were broken since the last call.
func (s *story) want(what string, rules ...separation.Rule) {
	s.t.Helper()
	found := s.book.Breaches()
	if len(found) != len(rules) {
		s.t.Errorf("%s: found %v, want %v", what, found, rules)
		return
	}
	for i, r := range rules {
		if found[i].Rule != r {
			s.t.Errorf("%s: found %v, want %v", what, found, rules)
		}
	}
}

// tell begins a story in which everybody is known, a principal leader signed in, and a proposed
// risk point of the department waits for its grade.
func tell(t *testing.T) *story {
	s := &story{t: t, book: separation.NewBook(), at: begun}
	s.does(0, term.AuditActionCreateUnit, department, made(ent.TypeUnit, department, "kind", "DEPARTMENT"), made(ent.TypeUnit, bureau, "kind", "BUREAU"))
	for account := range int64(clerk) {
		s.does(0, term.AuditActionCreateAccount, account+1, made(ent.TypeAccount, account+1, "person_id", 101+account))
	}
	for account, role := range map[int64]term.Role{admin: term.RoleSystemAdmin, other: term.RoleSecurityAdmin, leader: term.RolePrincipalLeader, inspector: term.RoleInspector} {
		s.does(0, term.AuditActionGrantRole, 200+account, made(ent.TypeRoleAppointment, 200+account, "account_id", account, "role", string(role), "status", "ACTIVE"))
	}
	s.does(leader, term.AuditActionSignIn, 0)
	s.does(clerk, term.AuditActionRecordRiskPoint, 300, made(ent.TypeRiskPoint, 300, "unit_id", department, "grade", "U"),
		made(ent.TypeAssessment, 400, "risk_point_id", 300, "kind", "PROPOSAL"))
	return s
}

func grade(id int64, g string) separation.Row { return changed(ent.TypeRiskPoint, id, "grade", g) }

func assessed(id int64, kind string, more ...any) separation.Row {
	return made(ent.TypeAssessment, 1000+id, append([]any{"risk_point_id", 300, "kind", kind}, more...)...)
}

func TestGradesAreDecidedByTheRightNumberOfPeople(t *testing.T) {
	for what, c := range map[string]struct {
		tell func(*story)
		want []separation.Rule
	}{
		"C by another": {func(s *story) {
			s.does(head, term.AuditActionDecideGrade, 300, grade(300, "C"), assessed(1, "DECISION"))
		}, nil},
		"C by its proposer": {func(s *story) {
			s.does(clerk, term.AuditActionDecideGrade, 300, grade(300, "C"), assessed(1, "DECISION"))
		}, []separation.Rule{separation.OwnProposal}},
		"B by two": {func(s *story) {
			s.does(head, term.AuditActionEndorseGrade, 300, assessed(1, "ENDORSEMENT"))
			s.does(inspector, term.AuditActionDecideGrade, 300, grade(300, "B"), assessed(2, "DECISION"))
		}, nil},
		"B by one": {func(s *story) {
			s.does(inspector, term.AuditActionEndorseGrade, 300, assessed(1, "ENDORSEMENT"))
			s.does(inspector, term.AuditActionDecideGrade, 300, grade(300, "B"), assessed(2, "DECISION"))
		}, []separation.Rule{separation.GradeByTwo}},
		"B endorsed by its proposer": {func(s *story) {
			s.does(clerk, term.AuditActionEndorseGrade, 300, assessed(1, "ENDORSEMENT"))
			s.does(inspector, term.AuditActionDecideGrade, 300, grade(300, "B"), assessed(2, "DECISION"))
		}, []separation.Rule{separation.OwnProposal}},
		"B in an import": {func(s *story) {
			s.does(head, term.AuditActionImport, 0, grade(300, "B"))
		}, []separation.Rule{separation.GradeByTwo}},
		"a row imported with a grade": {func(s *story) {
			s.does(head, term.AuditActionImport, 0, made(ent.TypeRiskPoint, 301, "unit_id", department, "grade", "C"))
		}, []separation.Rule{separation.OwnProposal}},
		"A by two": {func(s *story) {
			s.does(head, term.AuditActionEndorseGrade, 300, assessed(1, "ENDORSEMENT"))
			s.does(inspector, term.AuditActionDecideGrade, 300, grade(300, "A"), assessed(2, "DECISION"))
		}, []separation.Rule{separation.GradeByGroup}},
		"B retired by one": {func(s *story) {
			s.does(0, term.AuditActionDecideGrade, 300, grade(300, "B"))
			s.does(head, term.AuditActionRetireRiskPoint, 300, changed(ent.TypeRiskPoint, 300, "status", "RETIRED"))
		}, []separation.Rule{separation.GradeByTwo}},
		"B retired by two": {func(s *story) {
			s.does(0, term.AuditActionDecideGrade, 300, grade(300, "B"))
			s.does(head, term.AuditActionEndorseGrade, 300, changed(ent.TypeRiskPoint, 300, "retiring", "POWER_ENDED"))
			s.does(inspector, term.AuditActionRetireRiskPoint, 300, changed(ent.TypeRiskPoint, 300, "status", "RETIRED"))
		}, nil},
		"A rewritten": {func(s *story) {
			s.does(0, term.AuditActionDecideGrade, 300, grade(300, "A"))
			s.does(clerk, term.AuditActionReviseRiskPoint, 300, changed(ent.TypeRiskPoint, 300, "title", "迟到早退"))
		}, []separation.Rule{separation.Rewritten}},
		"A rewritten and said so": {func(s *story) {
			s.does(0, term.AuditActionDecideGrade, 300, grade(300, "A"))
			s.does(clerk, term.AuditActionReviseRiskPoint, 300, changed(ent.TypeRiskPoint, 300, "title", "迟到早退", "outdated", true))
		}, nil},
		"anything by the program": {func(s *story) { s.does(0, term.AuditActionDecideGrade, 300, grade(300, "A")) }, nil},
	} {
		s := tell(t)
		c.tell(s)
		s.want(what, c.want...)
	}
}

func TestAMeetingDecidesByTheVotesOfItsMembers(t *testing.T) {
	for what, c := range map[string]struct {
		tell func(*story)
		want []separation.Rule
	}{
		"each votes": {func(s *story) {
			s.does(head, term.AuditActionVote, 0, vote(1, 601))
			s.does(inspector, term.AuditActionVote, 0, vote(2, 602))
		}, nil},
		"one casts all": {func(s *story) {
			s.does(leader, term.AuditActionVote, 0, vote(1, 601))
			s.does(leader, term.AuditActionVote, 0, vote(2, 602))
		}, []separation.Rule{separation.GradeByGroup}},
		"from paper, countersigned by another": {func(s *story) {
			s.does(leader, term.AuditActionVote, 0, vote(1, 601), vote(2, 602))
			s.does(head, term.AuditActionVote, 0, changed(ent.TypeMeetingVote, 1, "countersigned_by", head), changed(ent.TypeMeetingVote, 2, "countersigned_by", head))
		}, []separation.Rule{separation.GroupsOwnWords}},
		"from paper, confirmed by each": {func(s *story) {
			s.does(leader, term.AuditActionVote, 0, vote(1, 601), vote(2, 602))
			s.does(head, term.AuditActionVote, 0, changed(ent.TypeMeetingVote, 1, "countersigned_by", head))
			s.does(inspector, term.AuditActionVote, 0, changed(ent.TypeMeetingVote, 2, "countersigned_by", inspector))
		}, nil},
		"countersigned by who recorded them": {func(s *story) {
			s.does(leader, term.AuditActionVote, 0, vote(1, 601), vote(2, 602))
			s.does(leader, term.AuditActionVote, 0, changed(ent.TypeMeetingVote, 1, "countersigned_by", leader), changed(ent.TypeMeetingVote, 2, "countersigned_by", leader))
		}, []separation.Rule{separation.GradeByGroup}},
		"without the leading group": {func(s *story) {
			s.does(admin, term.AuditActionVote, 0, vote(1, 603))
			s.does(other, term.AuditActionVote, 0, vote(2, 604))
		}, []separation.Rule{separation.GradeByGroup}},
	} {
		s := tell(t)
		for i, account := range []int64{head, inspector, admin, other} {
			if account < admin || account > other {
				s.does(0, term.AuditActionGrantRole, 700+account, made(ent.TypeRoleAppointment, 700+account, "account_id", account, "role", "LEADING_GROUP", "status", "ACTIVE"))
			}
			s.does(0, term.AuditActionPlanMeeting, 500, made(ent.TypeMeetingMember, 601+int64(i), "meeting_id", 500, "person_id", 100+account, "head", account == head))
		}
		s.does(0, term.AuditActionPlanMeeting, 500, made(ent.TypeMeetingItem, 550, "meeting_id", 500, "risk_point_id", 300))
		c.tell(s)
		s.does(leader, term.AuditActionDecideGrade, 300, grade(300, "A"), assessed(3, "DECISION", "meeting_id", 500))
		s.want(what, c.want...)
	}
}

func vote(id, member int64) separation.Row {
	return made(ent.TypeMeetingVote, id, "item_id", 550, "member_id", member)
}

// divided makes a bureau with one department, whose posts are held.
func divided(s *story) {
	s.does(0, term.AuditActionCreateUnit, 63, made(ent.TypeUnit, 63, "kind", "BUREAU"))
	s.does(0, term.AuditActionCreateUnit, 64, made(ent.TypeUnit, 64, "kind", "DEPARTMENT", "parent_id", 63))
	s.does(0, term.AuditActionAppoint, 804, made(ent.TypeAppointment, 804, "person_id", 100+clerk, "unit_id", 63))
}

func TestPowerIsGivenByTwo(t *testing.T) {
	pending := func(s *story, begunBy int64, more ...any) {
		s.does(begunBy, term.AuditActionGrantRole, 900, made(ent.TypePendingAct, 900, append([]any{"begun_by", begunBy}, more...)...))
	}
	done := func(rows ...separation.Row) []separation.Row {
		return append(rows, changed(ent.TypePendingAct, 900, "status", "DONE"))
	}
	portfolio := made(ent.TypePortfolio, 800, "person_id", 100+clerk, "kind", "PRINCIPAL")
	for what, c := range map[string]struct {
		tell func(*story)
		want []separation.Rule
	}{
		"a portfolio by one": {func(s *story) { s.does(admin, term.AuditActionAssignPortfolio, 800, portfolio) }, []separation.Rule{separation.PowerByTwo}},
		"a portfolio by two": {func(s *story) {
			pending(s, admin)
			s.does(leader, term.AuditActionAssignPortfolio, 800, done(portfolio)...)
		}, nil},
		"a portfolio by two, in two entries of one request": {func(s *story) {
			pending(s, admin)
			s.request = "R1"
			s.does(leader, term.AuditActionAssignPortfolio, 800, portfolio)
			s.does(leader, term.AuditActionConfirmAct, 900, changed(ent.TypePendingAct, 900, "result_id", 800))
		}, nil},
		"a portfolio in the request that confirms another": {func(s *story) {
			pending(s, admin)
			s.request = "R1"
			s.does(leader, term.AuditActionAssignPortfolio, 800, portfolio)
			s.does(leader, term.AuditActionConfirmAct, 900, changed(ent.TypePendingAct, 900, "result_id", 801))
		}, []separation.Rule{separation.PowerByTwo}},
		"a portfolio begun and confirmed by one": {func(s *story) {
			pending(s, admin)
			s.does(admin, term.AuditActionAssignPortfolio, 800, done(portfolio)...)
		}, []separation.Rule{separation.PowerByTwo}},
		"confirmed by an account that the beginner made": {func(s *story) {
			s.does(admin, term.AuditActionCreateAccount, 20, made(ent.TypeAccount, 20))
			s.does(20, term.AuditActionChangePassword, 20, changed(ent.TypeAccount, 20, "password_hash", "~x"))
			pending(s, admin)
			s.does(20, term.AuditActionAssignPortfolio, 800, done(portfolio)...)
		}, []separation.Rule{separation.PowerByTwo}},
		"confirmed by it a week after its owner alone has its password": {func(s *story) {
			s.does(admin, term.AuditActionCreateAccount, 20, made(ent.TypeAccount, 20))
			s.does(20, term.AuditActionChangePassword, 20, changed(ent.TypeAccount, 20, "password_hash", "~x"))
			s.at = s.at.AddDate(0, 0, 7)
			pending(s, admin)
			s.does(20, term.AuditActionAssignPortfolio, 800, done(portfolio)...)
		}, nil},
		// Who confirms a reset does not know the password; who began it does.
		"confirmed by who confirmed a reset of the beginner": {func(s *story) {
			s.does(other, term.AuditActionResetPassword, 901, made(ent.TypePendingAct, 901, "begun_by", other, "kind", "RESET_PASSWORD", "object_id", admin))
			s.request = "R0"
			s.does(leader, term.AuditActionResetPassword, admin, changed(ent.TypeAccount, admin, "password_hash", "~x"))
			s.does(leader, term.AuditActionConfirmAct, 901, changed(ent.TypePendingAct, 901, "status", "CONFIRMED"))
			s.request = "R1"
			pending(s, admin)
			s.does(leader, term.AuditActionAssignPortfolio, 800, done(portfolio)...)
		}, nil},
		"confirmed by who began a reset of the beginner": {func(s *story) {
			s.does(other, term.AuditActionResetPassword, 901, made(ent.TypePendingAct, 901, "begun_by", other, "kind", "RESET_PASSWORD", "object_id", admin))
			s.request = "R0"
			s.does(leader, term.AuditActionResetPassword, admin, changed(ent.TypeAccount, admin, "password_hash", "~x"))
			s.does(leader, term.AuditActionConfirmAct, 901, changed(ent.TypePendingAct, 901, "status", "CONFIRMED"))
			s.request = "R1"
			pending(s, admin)
			s.does(other, term.AuditActionAssignPortfolio, 800, done(portfolio)...)
		}, []separation.Rule{separation.PowerByTwo}},
		"a break-glass after three days": {func(s *story) {
			s.does(0, term.AuditActionBeginAct, 901, made(ent.TypePendingAct, 901, "kind", "ASSIGN_PORTFOLIO", "takes_effect_at", s.at.Add(73*time.Hour).Format(time.RFC3339)))
			s.at = s.at.Add(72 * time.Hour)
			s.does(0, term.AuditActionConfirmAct, 901, changed(ent.TypePendingAct, 901, "status", "CONFIRMED"))
		}, nil},
		"a break-glass before its time": {func(s *story) {
			s.does(0, term.AuditActionBeginAct, 901, made(ent.TypePendingAct, 901, "kind", "ASSIGN_PORTFOLIO", "takes_effect_at", s.at.Add(73*time.Hour).Format(time.RFC3339)))
			s.at = s.at.Add(70 * time.Hour)
			s.does(0, term.AuditActionConfirmAct, 901, changed(ent.TypePendingAct, 901, "status", "CONFIRMED"))
		}, []separation.Rule{separation.PowerByTwo}},
		"a break-glass announced for a day": {func(s *story) {
			s.does(0, term.AuditActionBeginAct, 901, made(ent.TypePendingAct, 901, "kind", "ASSIGN_PORTFOLIO", "takes_effect_at", s.at.Add(25*time.Hour).Format(time.RFC3339)))
			s.at = s.at.Add(72 * time.Hour)
			s.does(0, term.AuditActionConfirmAct, 901, changed(ent.TypePendingAct, 901, "status", "CONFIRMED"))
		}, []separation.Rule{separation.PowerByTwo}},
		"an act that the program confirms by itself": {func(s *story) {
			s.does(admin, term.AuditActionBeginAct, 901, made(ent.TypePendingAct, 901, "kind", "ASSIGN_PORTFOLIO", "begun_by", admin))
			s.at = s.at.Add(90 * time.Hour)
			s.does(0, term.AuditActionConfirmAct, 901, changed(ent.TypePendingAct, 901, "status", "CONFIRMED"))
		}, []separation.Rule{separation.PowerByTwo}},
		"a role by one": {func(s *story) {
			s.does(other, term.AuditActionGrantRole, 801, made(ent.TypeRoleAppointment, 801, "account_id", clerk, "role", "STAFF", "status", "ACTIVE", "granted_by", other))
		}, []separation.Rule{separation.PowerByTwo}},
		"a role of a department's staff that has units below it": {func(s *story) {
			s.does(0, term.AuditActionCreateUnit, 61, made(ent.TypeUnit, 61, "kind", "DEPARTMENT", "parent_id", department))
			s.does(other, term.AuditActionGrantRole, 801, made(ent.TypeRoleAppointment, 801, "account_id", clerk, "role", "STAFF", "unit_id", department, "status", "ACTIVE", "granted_by", other))
		}, []separation.Rule{separation.PowerByTwo}},
		"a post in a department": {func(s *story) {
			s.does(admin, term.AuditActionAppoint, 803, made(ent.TypeAppointment, 803, "person_id", 100+clerk, "unit_id", department))
		}, nil},
		"a post in a bureau without departments": {func(s *story) {
			s.does(0, term.AuditActionCreateUnit, 62, made(ent.TypeUnit, 62, "kind", "BUREAU"))
			s.does(admin, term.AuditActionAppoint, 803, made(ent.TypeAppointment, 803, "person_id", 100+clerk, "unit_id", 62))
		}, []separation.Rule{separation.PowerByTwo}},
		"the last department of a bureau closed by one": {func(s *story) {
			divided(s)
			s.does(admin, term.AuditActionCloseUnit, 64, changed(ent.TypeUnit, 64, "closed_on", "2026-03-02T00:00:00Z"))
		}, []separation.Rule{separation.PowerByTwo}},
		"the last department of a bureau closed by two": {func(s *story) {
			divided(s)
			pending(s, admin, "object_id", 64)
			s.request = "R1"
			s.does(leader, term.AuditActionCloseUnit, 64, changed(ent.TypeUnit, 64, "closed_on", "2026-03-02T00:00:00Z"))
			s.does(leader, term.AuditActionConfirmAct, 900, changed(ent.TypePendingAct, 900, "result_id", 64))
		}, nil},
		"one of two departments of a bureau closed by one": {func(s *story) {
			divided(s)
			s.does(0, term.AuditActionCreateUnit, 65, made(ent.TypeUnit, 65, "kind", "DEPARTMENT", "parent_id", 63))
			s.does(admin, term.AuditActionCloseUnit, 64, changed(ent.TypeUnit, 64, "closed_on", "2026-03-02T00:00:00Z"))
		}, nil},
		"the last department moved away by one": {func(s *story) {
			divided(s)
			s.does(admin, term.AuditActionMoveUnit, 64, changed(ent.TypeUnit, 64, "parent_id", 0))
		}, []separation.Rule{separation.PowerByTwo}},
		"a unit moved below an office by one": {func(s *story) {
			divided(s)
			s.does(admin, term.AuditActionMoveUnit, department, changed(ent.TypeUnit, department, "parent_id", 63))
		}, []separation.Rule{separation.PowerByTwo}},
		"a divided bureau made a department by one": {func(s *story) {
			divided(s)
			s.does(admin, term.AuditActionUpdateUnit, 63, changed(ent.TypeUnit, 63, "kind", "DEPARTMENT"))
		}, []separation.Rule{separation.PowerByTwo}},
		"a role of a department's staff": {func(s *story) {
			s.does(other, term.AuditActionGrantRole, 801, made(ent.TypeRoleAppointment, 801, "account_id", clerk, "role", "STAFF", "unit_id", department, "status", "ACTIVE", "granted_by", other))
		}, nil},
		"a role confirmed by its holder": {func(s *story) {
			s.does(other, term.AuditActionGrantRole, 801, made(ent.TypeRoleAppointment, 801, "account_id", leader, "role", "INSPECTOR", "status", "PENDING", "granted_by", other))
			s.does(leader, term.AuditActionConfirmGrant, 801, changed(ent.TypeRoleAppointment, 801, "status", "ACTIVE", "confirmed_by", leader))
		}, []separation.Rule{separation.PowerByTwo}},
		"the password of a leader by one": {func(s *story) {
			s.does(admin, term.AuditActionResetPassword, leader, changed(ent.TypeAccount, leader, "password_hash", "~x"))
		}, []separation.Rule{separation.PowerByTwo}},
		"the password of a clerk": {func(s *story) {
			s.does(admin, term.AuditActionResetPassword, clerk, changed(ent.TypeAccount, clerk, "password_hash", "~x"))
		}, nil},
		"an account of a leader that waits": {func(s *story) {
			s.does(0, term.AuditActionAssignPortfolio, 800, portfolio)
			s.request = "R1"
			s.does(admin, term.AuditActionCreateAccount, 21, made(ent.TypeAccount, 21, "person_id", 100+clerk))
			s.does(admin, term.AuditActionDisableAccount, 21, changed(ent.TypeAccount, 21, "disabled", true))
		}, nil},
		"an account of a leader that waited, enabled by who made it": {func(s *story) {
			s.does(0, term.AuditActionAssignPortfolio, 800, portfolio)
			s.request = "R1"
			s.does(admin, term.AuditActionCreateAccount, 21, made(ent.TypeAccount, 21, "person_id", 100+clerk, "disabled", true))
			s.request = "R2"
			s.does(admin, term.AuditActionEnableAccount, 21, changed(ent.TypeAccount, 21, "disabled", false))
		}, []separation.Rule{separation.PowerByTwo}},
		// The last day was the second of March; it is early on the third in China, and not yet so in London.
		"an account of somebody who led until yesterday": {func(s *story) {
			s.does(0, term.AuditActionAssignPortfolio, 800, made(ent.TypePortfolio, 800, "person_id", 100+clerk, "kind", "PRINCIPAL", "to_day", "2026-03-02T00:00:00Z"))
			s.at = time.Date(2026, 3, 2, 19, 0, 0, 0, time.UTC)
			s.does(admin, term.AuditActionCreateAccount, 21, made(ent.TypeAccount, 21, "person_id", 100+clerk))
		}, nil},
		"an account of a leader by one": {func(s *story) {
			s.does(0, term.AuditActionAssignPortfolio, 800, portfolio)
			s.does(admin, term.AuditActionCreateAccount, 21, made(ent.TypeAccount, 21, "person_id", 100+clerk))
		}, []separation.Rule{separation.PowerByTwo}},
		"a signature lent by its owner": {func(s *story) {
			s.does(leader, term.AuditActionDelegate, 802, made(ent.TypeDelegation, 802, "person_id", 100+leader, "deputy_id", 100+clerk))
		}, nil},
		"a signature lent without its owner": {func(s *story) {
			s.does(admin, term.AuditActionDelegate, 802, made(ent.TypeDelegation, 802, "person_id", 100+leader, "deputy_id", 100+clerk))
		}, []separation.Rule{separation.PowerByTwo}},
		"a signature lent with its owner's word": {func(s *story) {
			pending(s, admin, "word_of", 100+leader)
			s.does(leader, term.AuditActionDelegate, 802, done(made(ent.TypeDelegation, 802, "person_id", 100+leader, "deputy_id", 100+clerk))...)
		}, nil},
	} {
		s := tell(t)
		c.tell(s)
		s.want(what, c.want...)
	}
	s := &story{t: t, book: separation.NewBook(), at: begun}
	s.does(admin, term.AuditActionAssignPortfolio, 800, portfolio)
	s.want("start-up, before a principal leader has signed in")
}

// rewritten is the manifestation of a risk point changed from one text to another.
func rewritten(from, to string) separation.Row {
	r := changed(ent.TypeRiskPoint, 300, "manifestation", to)
	r.Old["manifestation"] = from
	return r
}

func TestNobodyApprovesWhatTheyPrepared(t *testing.T) {
	review := func(s *story, account int64) {
		s.does(account, term.AuditActionApproveForm, 40, made(ent.TypeReviewDecision, 50+account, "form_id", 40))
	}
	for what, c := range map[string]struct {
		tell func(*story)
		want []separation.Rule
	}{
		"by another":           {func(s *story) { review(s, leader) }, nil},
		"by who handed it in":  {func(s *story) { review(s, head) }, []separation.Rule{separation.OwnPreparation}},
		"by who wrote its row": {func(s *story) { review(s, clerk) }, []separation.Rule{separation.OwnPreparation}},
		"by who wrote its row before it was filed": {func(s *story) {
			s.does(0, term.AuditActionFileForm, 40)
			s.does(head, term.AuditActionSubmitForm, 40)
			review(s, clerk)
		}, nil},
		"by who changed its row since it was filed": {func(s *story) {
			s.does(0, term.AuditActionFileForm, 40)
			s.does(clerk, term.AuditActionReviseRiskPoint, 300, rewritten("甲", "乙"))
			s.does(head, term.AuditActionSubmitForm, 40)
			review(s, clerk)
		}, []separation.Rule{separation.OwnPreparation}},
		"by who changed its row and changed it back": {func(s *story) {
			s.does(0, term.AuditActionFileForm, 40)
			s.does(clerk, term.AuditActionReviseRiskPoint, 300, rewritten("甲", "乙"))
			s.does(clerk, term.AuditActionReviseRiskPoint, 300, rewritten("乙", "甲"))
			s.does(head, term.AuditActionSubmitForm, 40)
			review(s, clerk)
		}, nil},
		"by who changed its row, of which the text was erased": {func(s *story) {
			s.does(0, term.AuditActionFileForm, 40)
			s.does(clerk, term.AuditActionReviseRiskPoint, 300, rewritten("甲", "~x"))
			s.does(clerk, term.AuditActionReviseRiskPoint, 300, rewritten("~x", "甲"))
			s.does(head, term.AuditActionSubmitForm, 40)
			review(s, clerk)
		}, []separation.Rule{separation.OwnPreparation}},
		"by who set what no form shows": {func(s *story) {
			s.does(0, term.AuditActionFileForm, 40)
			s.does(clerk, term.AuditActionReviseRiskPoint, 300, changed(ent.TypeRiskPoint, 300, "controlled", true))
			s.does(head, term.AuditActionSubmitForm, 40)
			review(s, clerk)
		}, nil},
		"by who wrote a row that was retired": {func(s *story) {
			s.does(0, term.AuditActionRetireRiskPoint, 300, changed(ent.TypeRiskPoint, 300, "status", "RETIRED"))
			review(s, clerk)
		}, nil},
		"by who retired a row that was filed in no form, saying why": {func(s *story) {
			s.does(clerk, term.AuditActionRetireRiskPoint, 300, changed(ent.TypeRiskPoint, 300, "status", "RETIRED", "manifestation", "已停办"))
			s.does(head, term.AuditActionSubmitForm, 40)
			review(s, clerk)
		}, nil},
	} {
		s := tell(t)
		s.does(0, term.AuditActionExpectForms, 40, made(ent.TypeForm, 40, "kind", "RISKS", "subject_id", department))
		s.does(head, term.AuditActionSubmitForm, 40)
		c.tell(s)
		s.want(what, c.want...)
	}
	s := tell(t)
	s.does(clerk, term.AuditActionRecordMeasure, 60, made(ent.TypeMeasure, 60, "unit_id", department, "status", "DRAFTED"))
	s.does(head, term.AuditActionAdvanceMeasure, 60, changed(ent.TypeMeasure, 60, "status", "APPROVED"))
	s.want("a measure approved by another")
	s.does(head, term.AuditActionReviseMeasure, 60, changed(ent.TypeMeasure, 60, "status", "REVISED", "content", "x"))
	s.does(head, term.AuditActionAdvanceMeasure, 60, changed(ent.TypeMeasure, 60, "status", "APPROVED"))
	s.want("a measure approved by who changed it", separation.OwnPreparation)
	s.does(leader, term.AuditActionAdvanceMeasure, 60, changed(ent.TypeMeasure, 60, "status", "RETIRED", "evidence", "已停办"))
	s.want("a measure retired with its evidence", separation.OwnPreparation)
	s.does(clerk, term.AuditActionImport, 0, made(ent.TypeMeasure, 61, "unit_id", department, "status", "EFFECTIVE"))
	s.want("a measure imported as effective", separation.OwnPreparation, separation.OwnPreparation)
}

// A measure that guards only risk points of people stands in a form of theirs, and not in that of the department.
func TestAMeasureIsWrittenInTheFormInWhichItStands(t *testing.T) {
	guarding := func(risks ...int64) separation.Row {
		r := made(ent.TypeMeasure, 60, "unit_id", department, "status", "DRAFTED")
		r.Linked, r.Links = true, map[string]audit.LinkDiff{"risk_points": {Added: risks}}
		return r
	}
	for what, c := range map[string]struct {
		measure separation.Row
		kind    string
		subject int64
		later   []separation.Row
		want    []separation.Rule
	}{
		"of a department":                       {guarding(300), "MEASURES", department, nil, []separation.Rule{separation.OwnPreparation}},
		"of nothing":                            {guarding(), "MEASURES", department, nil, []separation.Rule{separation.OwnPreparation}},
		"of a person":                           {guarding(71), "MEASURES", department, nil, nil},
		"of a person, in their form":            {guarding(71), "PERSONAL", 501, nil, []separation.Rule{separation.OwnPreparation}},
		"of a person and the department":        {guarding(71, 300), "MEASURES", department, nil, []separation.Rule{separation.OwnPreparation}},
		"of two people":                         {guarding(71, 72), "PERSONAL", 501, nil, nil},
		"of two people, of whom one owns it":    {guarding(71, 72), "PERSONAL", 501, []separation.Row{changed(ent.TypeMeasure, 60, "owner_id", int64(501))}, []separation.Rule{separation.OwnPreparation}},
		"of a person, and then the department":  {guarding(71), "MEASURES", department, []separation.Row{linked(300, nil)}, []separation.Rule{separation.OwnPreparation}},
		"of the department, and then no longer": {guarding(71, 300), "MEASURES", department, []separation.Row{linked(0, []int64{300})}, nil},
	} {
		s := tell(t)
		s.does(leader, term.AuditActionRecordRiskPoint, 71, made(ent.TypeRiskPoint, 71, "unit_id", department, "person_id", int64(501)))
		s.does(leader, term.AuditActionRecordRiskPoint, 72, made(ent.TypeRiskPoint, 72, "unit_id", department, "person_id", int64(502)))
		s.does(clerk, term.AuditActionRecordMeasure, 60, c.measure)
		for _, r := range c.later {
			s.does(leader, term.AuditActionReviseMeasure, 60, r)
		}
		s.does(0, term.AuditActionExpectForms, 40, made(ent.TypeForm, 40, "kind", c.kind, "subject_id", c.subject))
		s.does(head, term.AuditActionSubmitForm, 40)
		s.does(clerk, term.AuditActionApproveForm, 40, made(ent.TypeReviewDecision, 50, "form_id", int64(40)))
		s.want(what, c.want...)
	}
}

// linked is the measure 60 with another risk point, 0 for none, and without some.
func linked(added int64, removed []int64) separation.Row {
	diff := audit.LinkDiff{Removed: removed}
	if added != 0 {
		diff.Added = []int64{added}
	}
	return separation.Row{Type: ent.TypeMeasure, ID: 60, Linked: true, Links: map[string]audit.LinkDiff{"risk_points": diff}, Old: map[string]any{}, Now: map[string]any{}}
}
