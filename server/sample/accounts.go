package sample

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sineng/ent/term"
	"sineng/server/account"
)

// Password is the password of every account of the sample.
const Password = "Demo-2026-pass"

// Account is an account of the sample.
type Account struct {
	LoginName, Password string
	Role                term.Role
	Person, Unit        string // names; empty for no person and for the whole system
	ForZH, ForEN        string // what the account demonstrates
}

// accountPlan is an account; granted means that its role is an appointment and
// does not follow from a post or a portfolio.
type accountPlan struct {
	login   string
	role    term.Role
	person  *person
	unit    *node
	granted bool
	zh, en  string
}

func (l *loader) makeAccounts(ctx context.Context) error {
	today := l.daysAgo(0)
	approval, city := l.find("DJ-02"), l.find("DJ01")
	plans := []accountPlan{
		{"leader", term.RolePrincipalLeader, holder(l.root.principal, today), l.root, false, "看全系统的风险分布、督办和变化", "The risks of the whole system, what to supervise, what changed"},
		{"incharge", term.RoleLeaderInCharge, holder(approval.inCharge, today), approval, false, "看分管部门、审定 B 级", "The departments in the portfolio; decides grade B"},
		{"head", term.RoleDeptHead, holder(approval.head, today), approval, false, "维护本部门登记、审定 C 级、推动措施", "Keeps the department's register, decides grade C, moves measures on"},
		{"staff", term.RoleStaff, holder(approval.posts[2].holders, today), approval, false, "填报本岗位风险点和措施", "Records risk points and measures of the own post"},
		{"city", term.RolePrincipalLeader, holder(city.principal, today), city, false, "看本市局及所属单位", "One city's bureau and the units below it"},
		{"inspector", term.RoleInspector, l.root.discipline.holders[0].person, l.root, true, "监督全系统的登记", "Watches the register of the whole system"},
		{"group", term.RoleLeadingGroup, l.group[2], l.root, true, "审定 A 级", "Decides grade A"},
		{"sysadmin", term.RoleSystemAdmin, nil, nil, true, "管理账号和组织机构,看不到风险内容", "Accounts and organisation; sees no risk content"},
		{"secadmin", term.RoleSecurityAdmin, nil, nil, true, "授予和收回角色,看不到风险内容", "Grants and revokes roles; sees no risk content"},
		{"auditor", term.RoleAuditor, nil, nil, true, "查看审计,不改动任何内容", "Reads the audit log; changes nothing"},
	}
	for i, member := range l.otherMembers(plans, today) {
		plans = append(plans, accountPlan{fmt.Sprint("group", i+2), term.RoleLeadingGroup, member, l.root, true, "领导小组成员,在会议上表决", "Member of the leading group, votes in its meetings"})
	}
	for _, p := range plans {
		if err := l.makeAccount(ctx, p); err != nil {
			return fmt.Errorf("sample: account %s: %w", p.login, err)
		}
	}
	return nil
}

// otherMembers are two people of the top unit who have no account of their own yet: with the
// account of the leading group they are the three that a collective decision takes.
func (l *loader) otherMembers(plans []accountPlan, today time.Time) []*person {
	taken := map[*person]bool{}
	for _, p := range plans {
		taken[p.person] = true
	}
	var out []*person
	for _, p := range append(slices.Clone(l.root.leaders), l.root.posts...) {
		if who := holder(p.holders, today); who != nil && !taken[who] && len(out) < 2 {
			taken[who] = true
			out = append(out, who)
		}
	}
	return out
}

func (l *loader) makeAccount(ctx context.Context, p accountPlan) error {
	out := Account{LoginName: p.login, Password: Password, Role: p.role, ForZH: p.zh, ForEN: p.en}
	in := account.NewAccount{LoginName: p.login, Password: Password, Final: true, OwnSince: l.now.Add(-started * 24 * time.Hour), Led: p.role == term.RolePrincipalLeader}
	if p.person != nil {
		in.PersonID, out.Person = &p.person.row.ID, p.person.name
	}
	var unit *int64
	if p.unit != nil {
		unit, out.Unit = &p.unit.unit.ID, p.unit.plan.name
	}
	made, err := l.accounts.Create(ctx, in)
	if err != nil {
		return err
	}
	if p.granted {
		if _, err := l.accounts.Grant(ctx, made.ID, p.role, unit, l.daysAgo(started-5), nil, "示例 / sample"); err != nil {
			return err
		}
	}
	l.result.Accounts = append(l.result.Accounts, out)
	return nil
}
