package account_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/go-sql-driver/mysql"

	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/testkit"
)

func TestFault47AFullDatabaseIsReadAndGoesOnByItself(t *testing.T) {
	db := testkit.SQLite(t)
	ctx := context.Background()
	w := testkit.NewProvince(t, db, "A", "甲")
	testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "zhang", Password: "a-long-password-1"}))(t)
	token := testkit.Must(db.Accounts.SignIn(ctx, "zhang", "a-long-password-1"))(t)
	pages := func(most int64) {
		if _, err := db.Client.ExecContext(testkit.System(), fmt.Sprint("PRAGMA max_page_count = ", most)); err != nil {
			t.Fatal(err)
		}
	}
	pages(1) // SQLite takes the present number of pages
	var err error
	for n := 0; err == nil && n < 3000; n++ {
		_, err = testkit.NewUnit(db, w.Unit, fmt.Sprint("F", n), fmt.Sprint("满", n), w.City.Kind)
	}
	if !fault.Full(err) {
		t.Fatalf("a full database answers %v", err)
	}
	if err := db.HasRoom(ctx); !fault.Is(err, fault.Unavailable) {
		t.Errorf("the store says of its room: %v", err)
	}
	db.Clock.Forward(2 * 60 * 1e9) // the session's use is to be noted
	if who, err := db.Accounts.Resolve(ctx, token); err != nil || who == nil {
		t.Errorf("reading ends with a full disk: %+v, %v", who, err)
	}
	pages(1 << 30)
	if err := db.HasRoom(ctx); err != nil {
		t.Errorf("there is room again, and the store says %v", err)
	}
	if _, err := testkit.NewUnit(db, w.Unit, "R", "又有", w.City.Kind); err != nil {
		t.Errorf("there is room again: %v", err)
	}
	for number, want := range map[uint16]bool{1021: true, 1114: true, 1026: true, 3: true, 20: true, 1062: false, 1030: false} {
		if fault.Full(&mysql.MySQLError{Number: number}) != want {
			t.Errorf("MySQL's error %d", number)
		}
	}
	if !fault.Full(fmt.Errorf("saving: %w", errors.Join(&mysql.MySQLError{Number: 1030, Message: "Got error 28 from storage engine"}))) {
		t.Error("MySQL's error 1030 with 28")
	}
}
