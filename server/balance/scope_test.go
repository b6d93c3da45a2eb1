package balance_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/balance"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/testkit"
)

// What stands in the bureaus below counts for a bureau as a whole, not for one of its own powers and
// not for an appointment that is considered for it.
func TestAPowerAndAConsideredAppointmentAreJudgedWithoutTheBureausBelow(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	s := balance.New(db.Store, db.Processes)
	province, city := w.East.Unit, w.East.City
	ctx := testkit.As(term.RolePrincipalLeader, province)
	own := testkit.Must(db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: province.ID,
		Details: register.PowerDetails{Code: "省局-1", Name: "分配名额", Type: term.PowerTypeOther, Discretion: term.DiscretionLimited}}))(t)
	post := testkit.Must(db.Org.CreatePost(testkit.System(), org.CreatePost{UnitID: province.ID, Name: "分配岗"}))(t)
	appoint := []*balance.Candidate{{Label: "任职", Appoint: []*balance.PostHolder{{PersonID: w.East.People[0].ID, PostID: post.ID}}}}

	for left := balance.MostPowers + 1; left > 0; left -= min(left, 500) {
		rows := make([]*ent.PowerCreate, min(left, 500))
		for i := range rows {
			rows[i] = db.Raw.Client.Power.Create().SetCode(fmt.Sprintf("市局-%d", left-i)).SetName("检查").SetType(term.PowerTypeOther).
				SetDiscretion(term.DiscretionLimited).SetUnitID(city.ID).SetLevels(city.Levels()).SetCreatedAt(db.Now()).SetUpdatedAt(db.Now())
		}
		db.Raw.Client.Power.CreateBulk(rows...).ExecX(testkit.System())
	}
	if _, err := s.Unit(ctx, province.ID, nil); !fault.Is(err, fault.Invalid) {
		t.Fatalf("the powers below do not make the bureau too large to be judged whole: %v", err)
	}
	b, err := s.Power(ctx, own.ID, nil)
	if err != nil || b.PowerCount() != 1 {
		t.Errorf("a power of the bureau is judged with the powers below: %v", err)
	}
	if _, err := s.WhatIf(ctx, province.ID, appoint, nil); err != nil {
		t.Errorf("an appointment is considered with the powers below: %v", err)
	}
	merged := []*balance.Candidate{{Label: "合并", Merge: []*balance.Merger{{FromUnitID: w.East.Department.ID, IntoUnitID: city.ID}}}}
	if _, err := s.WhatIf(ctx, province.ID, merged, nil); err == nil || !strings.Contains(err.Error(), strconv.Itoa(balance.MostPowers)) {
		t.Errorf("units below are merged without what stands there: %v", err)
	}
}
