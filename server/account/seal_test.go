package account_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"sineng/server/account"
	"sineng/server/testkit"
)

func TestTheSecretKeyIsMadeOnceAndReadableByTheServerAlone(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "keys")
	if _, err := account.KeyIn(folder)(false); err == nil {
		t.Error("a key that is not there was read")
	}
	var all sync.WaitGroup
	keys := make([][]byte, 10)
	for i := range keys {
		all.Go(func() { keys[i], _ = account.KeyIn(folder)(true) })
	}
	all.Wait()
	for _, key := range keys {
		if len(key) != 32 || !bytes.Equal(key, keys[0]) {
			t.Fatalf("makers at the same time have the keys %x", keys)
		}
	}
	files := testkit.Must(os.ReadDir(folder))(t)
	info := testkit.Must(os.Stat(filepath.Join(folder, "secret.key")))(t)
	if len(files) != 1 || info.Mode().Perm() != 0o600 {
		t.Errorf("the folder holds %v, the key's mode is %s", files, info.Mode())
	}
	if err := os.WriteFile(filepath.Join(folder, "secret.key"), []byte("short"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := account.KeyIn(folder)(true); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("a damaged key: %v", err)
	}
}

func TestASealedSecretOpensForItsAccountAndWithItsKeyAlone(t *testing.T) {
	db := testkit.SQLite(t)
	a, b := made(t, db, "aa", nil), made(t, db, "bb", nil)
	secret, _ := enrol(t, db, a)
	enrol(t, db, b)
	sealed := db.Client.Account.GetX(testkit.System(), a.ID).TotpSecret
	db.Raw.Client.Account.UpdateOne(b).SetTotpSecret(*sealed).ExecX(testkit.System())
	if _, err := db.Accounts.SubmitSecondFactor(context.Background(), signIn(t, db, "bb"), codeNow(t, db, secret)); err == nil {
		t.Error("the secret of one account opened another's")
	}
	other := func(bool) ([]byte, error) { return bytes.Repeat([]byte{8}, 32), nil }
	db.Accounts = testkit.Must(account.New(db.Store, testkit.CheapHash, account.WithKey(other)))(t)
	if _, err := db.Accounts.SubmitSecondFactor(context.Background(), signIn(t, db, "aa"), codeNow(t, db, secret)); err == nil {
		t.Error("the secret opened with another key")
	}
	db.Accounts = testkit.Must(account.New(db.Store, testkit.CheapHash))(t)
	if _, err := db.Accounts.StartSecondFactor(self(made(t, db, "cc", nil)), password); err == nil {
		t.Error("a secret was sealed without a key")
	}
}
