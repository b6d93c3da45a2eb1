package fulldisk

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/app"
	"sineng/server/config"
	"sineng/server/org"
	"sineng/server/store"
)

// TestFault47AServerOfTheDatabaseOnAFullDisk fills the disk of a MariaDB server of its own.
func TestFault47AServerOfTheDatabaseOnAFullDisk(t *testing.T) {
	for _, program := range []string{"mariadb-install-db", "mariadbd"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("there is no %s here, so that no disk of a server is filled", program)
		}
	}
	mounting(t, func(t *testing.T, binary string) {
		dir := t.TempDir()
		disk := filepath.Join(dir, "disk")
		if err := os.Mkdir(disk, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=220m"); err != nil {
			fmt.Println(refusesMounts)
			t.SkipNow()
		}
		t.Cleanup(func() { _ = syscall.Unmount(disk, syscall.MNT_DETACH) })
		settings := config.Settings{Database: startMariaDB(t, dir, disk), LogDir: filepath.Join(dir, "log"), Files: filepath.Join(dir, "files"),
			Keys: filepath.Join(dir, "keys"), AttachmentMB: 20, SecondFactor: "optional"}
		s := &served{binary: binary, people: map[string]string{"head": "a-good-password-9", "staff": "a-good-password-9"}, disks: &disks{dir}}
		s.env = append(os.Environ(), "TMPDIR="+dir, "SINENG_KEYS="+settings.Keys, "SINENG_LOG_DIR="+settings.LogDir, "SINENG_FILES="+settings.Files,
			"SINENG_DATABASE="+settings.Database)
		post := makeSmall(t, settings)
		s.start(t)
		s.head = s.browser()
		s.group = s.head
		if a := s.signIn(s.head, "head", "zh"); a.reason() != "" {
			t.Fatalf("signing in: %s", a.text)
		}
		n := 0
		write := func(language string) reply {
			n++
			return s.ask(s.head, language, `mutation($p:ID!,$c:String!){recordDuty(input:{postId:$p,content:$c}){duty{id}}}`,
				map[string]any{"p": post, "c": fmt.Sprint("盘点 ", n, strings.Repeat("写", 1900))})
		}
		read := func(when string) {
			for _, document := range []string{`{units(first:5){nodes{name}}}`, `{posts(first:5){nodes{name duties}}}`} {
				if a := s.ask(s.head, "zh", document, nil); len(a.errors) > 0 {
					t.Errorf("%s %s is answered %s", when, document, a.text)
				}
			}
		}
		if a := write("zh"); a.reason() != "" {
			t.Fatalf("at first writing is answered %s", a.text)
		}
		s.until(t, "signed", func() bool { return s.signed() > 0 })
		before := s.signed()

		d := &disks{dir}
		d.fill(t, "disk")
		// What the server has set aside already is used up first.
		s.until(t, "writing is refused", func() bool { return write("zh").reason() != "" })
		for language, word := range map[string]string{"zh": "磁盘", "en": "disk"} {
			if a := write(language); a.reason() != "UNAVAILABLE DISK_FULL" || !strings.Contains(a.errors[0].Message, word) {
				t.Errorf("writing is answered %d %s", a.status, a.text)
			}
		}
		read("on a full disk")
		if status, text := s.get("/readyz"); status != http.StatusServiceUnavailable || !strings.Contains(text, ": database\n") {
			t.Errorf("/readyz answers %d %s", status, text)
		}

		d.free(t, "disk")
		s.until(t, "ready again", func() bool { status, _ := s.get("/readyz"); return status == http.StatusOK })
		read("with room again")
		s.until(t, "writing goes on", func() bool { return write("zh").reason() == "" })
		s.until(t, "signed again", func() bool { return s.signed() > before })
		s.stop(t)
		if out, err := s.command("verify").CombinedOutput(); err != nil || !strings.Contains(string(out), "agree") {
			t.Errorf("verify afterwards: %v\n%s", err, out)
		}
	})
}

// startMariaDB starts a server whose data is on a disk, and returns the address of a database.
func startMariaDB(t *testing.T, dir, disk string) string {
	data, socket := filepath.Join(disk, "data"), filepath.Join(dir, "db.sock")
	install := exec.Command("mariadb-install-db", "--no-defaults", "--datadir="+data, "--user=root", "--auth-root-authentication-method=normal", "--skip-test-db",
		"--innodb-log-file-size=8M", "--tmpdir="+dir)
	if out, err := install.CombinedOutput(); err != nil {
		t.Skipf("this machine makes no database of its own (%v), so that no disk of a server is filled: %s", err, out)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := free.Addr().(*net.TCPAddr).Port
	_ = free.Close()
	server := exec.Command("mariadbd", "--no-defaults", "--user=root", "--datadir="+data, "--socket="+socket, "--tmpdir="+dir, "--bind-address=127.0.0.1", fmt.Sprint("--port=", port),
		"--innodb-log-file-size=8M", "--innodb-buffer-pool-size=64M", "--skip-log-bin", "--character-set-server=utf8mb4")
	server.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	said, err := os.Create(filepath.Join(dir, "mariadb.log"))
	if err != nil {
		t.Fatal(err)
	}
	server.Stderr = said
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Signal(syscall.SIGTERM)
		_ = server.Wait()
		if text, err := os.ReadFile(said.Name()); err == nil && t.Failed() {
			t.Logf("the server of the database says\n%s", text[max(0, len(text)-4000):])
		}
	})
	db, err := sql.Open("mysql", "root@unix("+socket+")/")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	(&served{}).until(t, "the server of the database answers", func() bool { return db.Ping() == nil })
	for _, statement := range []string{"CREATE DATABASE sineng CHARACTER SET utf8mb4", "CREATE USER sineng@'%' IDENTIFIED BY 'sineng'", "GRANT ALL ON sineng.* TO sineng@'%'"} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	return fmt.Sprintf("mysql://sineng:sineng@127.0.0.1:%d/sineng", port)
}

// makeSmall makes a department with a head, and returns the id of a post in it.
func makeSmall(t *testing.T, s config.Settings) string {
	ctx := viewer.System(context.Background())
	db, err := app.OpenStore(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	a, err := app.Open(db, s, "http://localhost", slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = a.Close() }()
	units := a.Org
	bureau, err := units.CreateUnit(ctx, org.CreateUnit{Code: "A", Name: "甲局", Kind: term.UnitKindBureau})
	if err != nil {
		t.Fatal(err)
	}
	u, err := units.CreateUnit(ctx, org.CreateUnit{ParentID: &bureau.ID, Code: "A1", Name: "甲科", Kind: term.UnitKindDepartment})
	if err != nil {
		t.Fatal(err)
	}
	p, err := units.AddPerson(ctx, org.AddPerson{UnitID: u.ID, Name: "负责人", JobTitle: "科长"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := units.AssignPortfolio(ctx, p.ID, u.ID, term.PortfolioKindHead, db.Today()); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Accounts.Create(ctx, account.NewAccount{LoginName: "head", Password: "a-good-password-9", Final: true, PersonID: &p.ID}); err != nil {
		t.Fatal(err)
	}
	post, err := units.CreatePost(ctx, org.CreatePost{UnitID: u.ID, Name: "窗口岗"})
	if err != nil {
		t.Fatal(err)
	}
	return store.EncodeID(post.ID)
}
