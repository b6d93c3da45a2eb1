package fulldisk

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"sineng/server/app"
	"sineng/server/config"
	"sineng/server/sample"
)

// fullDisk names the program that a test in its own mount namespace runs.
const fullDisk = "SINENG_TEST_FULL_DISK"

// TestFault47EachStoreOnAFullDisk runs the built program on small file systems, fills them and
// frees them again.
func TestFault47EachStoreOnAFullDisk(t *testing.T) { mounting(t, onFullDisks) }

// scratch is a folder of the whole run.
var scratch string

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "sineng-full-disk"); err != nil {
		panic(err)
	}
	code := m.Run()
	_ = os.RemoveAll(scratch)
	os.Exit(code)
}

type builds struct{ program, tests string }

// built builds the program, and these tests once more without the race detector: it would watch
// how the sample is made, which takes it a minute and is watched in the tests of the sample.
var built = sync.OnceValues(func() (out builds, err error) {
	out.program, out.tests = filepath.Join(scratch, "sineng"), filepath.Join(scratch, "tests")
	for _, args := range [][]string{{"build", "-buildvcs=false", "-o", out.program, "sineng/server"},
		{"test", "-c", "-vet=off", "-ldflags=-s -w", "-o", out.tests, "sineng/server/cli/fulldisk"}} {
		if said, err := exec.Command("go", args...).CombinedOutput(); err != nil {
			return out, fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, said)
		}
	}
	return out, nil
})

// mounting starts the test once more where it may mount file systems, with the built program.
func mounting(t *testing.T, test func(t *testing.T, binary string)) {
	if binary := os.Getenv(fullDisk); binary != "" {
		test(t, binary)
		return
	}
	made, err := built()
	if err != nil {
		t.Fatal(err)
	}
	runtime.LockOSThread() // the child ends with the thread that started it
	defer runtime.UnlockOSThread()
	again := exec.Command(made.tests, "-test.run=^"+t.Name()+"$", "-test.v", "-test.timeout=8m")
	again.Env = append(os.Environ(), fullDisk+"="+made.program)
	again.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS, Pdeathsig: syscall.SIGKILL,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}}
	out, err := again.CombinedOutput()
	var started *exec.ExitError
	if err != nil && !errors.As(err, &started) {
		t.Skipf("this machine lets nobody make file systems of their own (%v), so that no disk is filled", err)
	}
	if bytes.Contains(out, []byte(refusesMounts)) {
		t.Skip("this machine refuses to mount a file system in memory, so that no disk is filled")
	}
	t.Logf("%s", out)
	if err != nil || !bytes.Contains(out, []byte("--- PASS: "+t.Name())) {
		t.Errorf("on full disks: %v", err)
	}
}

// refusesMounts is what the test in the namespace prints where it may not mount.
const refusesMounts = "no file system may be mounted here"

// stores are the folders of a server, by the names that /readyz calls them.
var stores = []string{"database", "log", "files", "temp"}

// what a full store keeps from being done.
var refusals = map[string][]string{
	"database": {"write", "sign in", "attach", "read a person's record", "read a sheet"},
	"log":      {},
	"files":    {"attach"},
	"temp":     {"upload"},
	"all":      {"write", "sign in", "attach", "export", "read a person's record", "read a sheet", "upload"},
}

func onFullDisks(t *testing.T, binary string) {
	made := t.TempDir()
	if err := syscall.Mount("tmpfs", made, "tmpfs", 0, "size=600m"); err != nil {
		fmt.Println(refusesMounts)
		t.SkipNow()
	}
	t.Cleanup(func() { _ = syscall.Unmount(made, syscall.MNT_DETACH) })
	people := makeSample(t, made)
	for _, full := range append([]string{"all"}, stores...) {
		t.Run(full, func(t *testing.T) {
			d := newDisks(t, made, full == "all")
			s := d.serve(t, binary, people)
			s.exporting = full == "all" || full == "files"
			s.allGoesOn(t, "at first")
			s.note(t)

			d.fill(t, where(full))
			s.refuses(t, full)
			archive := filepath.Join(d.dir, full+".zip")
			if full == "all" {
				if out, err := s.command("log", "archive", archive).CombinedOutput(); err == nil || !strings.Contains(string(out), "full") && !strings.Contains(string(out), "no space") {
					t.Errorf("archiving the log onto a full disk: %v %s", err, out)
				}
				if _, err := os.Stat(archive); !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("half an archive is left behind: %v", err)
				}
			}

			d.free(t, where(full))
			s.until(t, "ready again", func() bool { status, _ := s.get("/readyz"); return status == http.StatusOK })
			s.allGoesOn(t, "with room again")
			s.until(t, "signed again", func() bool { return s.signed() > s.noted })
			s.until(t, "the exports are done", func() bool { return s.exports(t, "DONE") == s.queued })
			s.stop(t)
			if out, err := s.command("verify").CombinedOutput(); err != nil || !strings.Contains(string(out), "agree") {
				t.Errorf("verify afterwards: %v\n%s", err, out)
			}
			if full == "all" {
				if out, err := s.command("log", "archive", archive).CombinedOutput(); err != nil {
					t.Errorf("archiving the log with room again: %v\n%s", err, out)
				}
			}
		})
	}
}

// makeSample fills a database in a folder and returns the passwords of its accounts.
func makeSample(t *testing.T, dir string) map[string]string {
	ctx := context.Background()
	s := config.Settings{Database: "sqlite:" + filepath.Join(dir, "database", "x.db"), LogDir: filepath.Join(dir, "log"), Files: filepath.Join(dir, "files"),
		Keys: filepath.Join(dir, "keys"), AttachmentMB: 20, SecondFactor: "optional"}
	for _, store := range stores {
		if err := os.MkdirAll(filepath.Join(dir, store), 0o700); err != nil {
			t.Fatal(err)
		}
	}
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
	made, err := sample.LoadWithCampaign(ctx, db, a.Accounts, db.Now())
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Optimize(ctx); err != nil {
		t.Fatal(err)
	}
	people := map[string]string{}
	for _, p := range made.Accounts {
		people[p.LoginName] = p.Password
	}
	return people
}

// disks are the small file systems of one server: one for each store, or one for all.
type disks struct{ dir string }

func newDisks(t *testing.T, from string, one bool) *disks {
	d := &disks{t.TempDir()}
	mount := func(dir string, bytes int64) {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", bytes)); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	}
	info, err := os.Stat(filepath.Join(from, "database", "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	room := info.Size() + 24<<20
	if one {
		mount(d.dir, room+96<<20)
	}
	for _, store := range append([]string{"keys"}, stores...) {
		if !one && store != "keys" {
			size := int64(96 << 20)
			if store == "database" {
				size = room
			}
			mount(filepath.Join(d.dir, store), size)
		}
		err := os.CopyFS(filepath.Join(d.dir, store), os.DirFS(filepath.Join(from, store)))
		if err != nil && !errors.Is(err, fs.ErrNotExist) { // a folder that is made when it is needed
			t.Fatal(err)
		}
	}
	return d
}

// where is the store that is filled to have one of them full, or all that share one file system.
func where(full string) string {
	if full == "all" {
		return "database"
	}
	return full
}

func (d *disks) path(store string) string { return filepath.Join(d.dir, store, "filler") }

// fill leaves not a byte on the file system of a store. Called again, it takes what was given back since.
func (d *disks) fill(t *testing.T, store string) {
	f, err := os.OpenFile(d.path(store), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for size := 1 << 20; size > 0; {
		if _, err := f.Write(make([]byte, size)); err != nil {
			if !errors.Is(err, syscall.ENOSPC) {
				t.Fatal(err)
			}
			size /= 2
		}
	}
}

func (d *disks) free(t *testing.T, store string) {
	if err := os.Remove(d.path(store)); err != nil {
		t.Fatal(err)
	}
}

// served is a running server.
type served struct {
	binary, base string
	env          []string
	run          *exec.Cmd
	printed      *bytes.Buffer
	people       map[string]string
	head, group  *http.Client
	post, risk   string
	plain        string // a risk point that stands on no person, of which reading is not noted
	campaign     string
	noted        int64
	disks        *disks
	queued       int
	// exporting tells that campaigns are exported, which takes a while.
	exporting bool
}

// serve starts the program on the disks and signs two people in.
func (d *disks) serve(t *testing.T, binary string, people map[string]string) *served {
	s := &served{binary: binary, people: people, disks: d}
	in := func(name string) string { return filepath.Join(d.dir, name) }
	s.env = append(os.Environ(), "TMPDIR="+in("temp"), "SINENG_KEYS="+in("keys"), "SINENG_LOG_DIR="+in("log"), "SINENG_FILES="+in("files"),
		"SINENG_DATABASE=sqlite:"+filepath.Join(in("database"), "x.db"))
	s.start(t)
	s.head, s.group = s.browser(), s.browser()
	for login, c := range map[string]*http.Client{"head": s.head, "group": s.group} {
		if a := s.signIn(c, login, "zh"); a.reason() != "" {
			t.Fatalf("signing in as %s: %s", login, a.text)
		}
	}
	unit := s.must(t, s.head, `{viewer{account{person{unit{id}}}}}`, "data", "viewer", "account", "person", "unit", "id")
	s.post = s.must(t, s.head, `{posts(filter:{unitId:"`+unit+`"},first:1){nodes{id}}}`, "data", "posts", "nodes", "0", "id")
	s.risk = s.must(t, s.head, `{riskPoints(first:1){nodes{id}}}`, "data", "riskPoints", "nodes", "0", "id")
	s.plain = s.ofNobody(t)
	s.campaign = s.must(t, s.group, `{campaigns(first:1){nodes{id}}}`, "data", "campaigns", "nodes", "0", "id")
	return s
}

// start starts the program and learns its address.
func (s *served) start(t *testing.T) {
	s.printed = &bytes.Buffer{}
	s.run = s.command("serve", "--listen", "127.0.0.1:0", "--log-interval", "300ms", "--log-level", "warn")
	s.run.Stderr = s.printed
	out, err := s.run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.run.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if s.run.ProcessState == nil {
			_ = s.run.Process.Kill()
			_ = s.run.Wait()
		}
		if t.Failed() {
			t.Logf("the server says\n%s", s.printed)
		}
	})
	line, _ := bufio.NewReader(out).ReadString('\n')
	if at := regexp.MustCompile(`http://\S+`).FindString(line); at != "" {
		s.base = at
	} else {
		t.Fatalf("the server did not start: %s%s", line, s.printed)
	}
}

func (s *served) command(args ...string) *exec.Cmd {
	c := exec.Command(s.binary, args...)
	c.Env = s.env
	return c
}

func (s *served) browser() *http.Client {
	jar, _ := cookiejar.New(nil)
	return &http.Client{Jar: jar, Timeout: 40 * time.Second}
}

// reply is an answer of the server.
type reply struct {
	status int
	text   string
	errors []struct {
		Message    string
		Extensions struct{ Code, Reason string }
	}
	all map[string]any
}

func (r reply) reason() string {
	if len(r.errors) == 0 {
		return ""
	}
	return r.errors[0].Extensions.Code + " " + r.errors[0].Extensions.Reason
}

func (s *served) send(c *http.Client, path, kind, language string, body io.Reader) reply {
	req, err := http.NewRequest(http.MethodPost, s.base+path, body)
	if err != nil {
		return reply{text: err.Error()}
	}
	req.Header.Set("Content-Type", kind)
	return s.do(c, req, language)
}

func (s *served) load(c *http.Client, path, language string) reply {
	req, err := http.NewRequest(http.MethodGet, s.base+path, nil)
	if err != nil {
		return reply{text: err.Error()}
	}
	return s.do(c, req, language)
}

func (s *served) do(c *http.Client, req *http.Request, language string) reply {
	req.Header.Set("Accept-Language", language)
	res, err := c.Do(req)
	if err != nil {
		return reply{text: err.Error()}
	}
	defer func() { _ = res.Body.Close() }()
	text, _ := io.ReadAll(res.Body)
	out := reply{status: res.StatusCode, text: string(text)}
	var faults struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code, Reason string }
		}
	}
	_ = json.Unmarshal(text, &out.all)
	_ = json.Unmarshal(text, &faults)
	out.errors = faults.Errors
	return out
}

func (s *served) ask(c *http.Client, language, document string, variables map[string]any) reply {
	body, _ := json.Marshal(map[string]any{"query": document, "variables": variables})
	return s.send(c, "/graphql", "application/json", language, bytes.NewReader(body))
}

// must is a value of an answer without errors.
func (s *served) must(t *testing.T, c *http.Client, document string, path ...string) string {
	t.Helper()
	a := s.ask(c, "zh", document, nil)
	var at any = a.all
	for _, key := range path {
		switch here := at.(type) {
		case map[string]any:
			at = here[key]
		case []any:
			if at = nil; len(here) > 0 {
				at = here[0]
			}
		}
	}
	text, ok := at.(string)
	if !ok || len(a.errors) > 0 {
		t.Fatalf("%s: %s", document, a.text)
	}
	return text
}

// ofNobody is a risk point that stands on no person; which ones do depends on the day on which the sample is made.
func (s *served) ofNobody(t *testing.T) string {
	t.Helper()
	var answer struct {
		Data struct {
			RiskPoints struct {
				Nodes []struct {
					ID     string
					Person *struct{ ID string }
				}
			}
		}
	}
	a := s.ask(s.head, "zh", `{riskPoints(first:100){nodes{id person{id}}}}`, nil)
	if err := json.Unmarshal([]byte(a.text), &answer); err != nil {
		t.Fatal(err)
	}
	for _, r := range answer.Data.RiskPoints.Nodes {
		if r.Person == nil {
			return r.ID
		}
	}
	t.Fatalf("every risk point stands on a person: %s", a.text)
	return ""
}

func (s *served) get(path string) (int, string) {
	res, err := s.group.Get(s.base + path)
	if err != nil {
		return 0, err.Error()
	}
	defer func() { _ = res.Body.Close() }()
	text, _ := io.ReadAll(res.Body)
	return res.StatusCode, string(text)
}

func (s *served) signIn(c *http.Client, login, language string) reply {
	return s.ask(c, language, `mutation($n:String!,$p:String!){signIn(input:{loginName:$n,password:$p}){viewer{account{id}}}}`,
		map[string]any{"n": login, "p": s.people[login]})
}

func (s *served) file(c *http.Client, path, name, content, language string) reply {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, _ := form.CreateFormFile("file", name)
	_, _ = io.WriteString(part, content)
	_ = form.Close()
	return s.send(c, path, form.FormDataContentType(), language, &body)
}

// doings are what is tried, by name.
func (s *served) doings() map[string]func(language string) reply {
	n := 0
	all := map[string]func(string) reply{
		"write": func(language string) reply {
			n++
			return s.ask(s.head, language, `mutation($p:ID!,$c:String!){recordDuty(input:{postId:$p,content:$c}){duty{id}}}`,
				map[string]any{"p": s.post, "c": fmt.Sprint("盘点 ", n, strings.Repeat("写", 500))})
		},
		"sign in": func(language string) reply { return s.signIn(s.browser(), "staff", language) },
		"attach": func(language string) reply {
			n++
			return s.file(s.head, "/attachment?owner="+s.risk, "佐证.txt", strings.Repeat(fmt.Sprint("证据", n), 4000), language)
		},
		"upload": func(language string) reply {
			return s.file(s.head, "/uploads?replace=oldest", "导入.csv", "单位,风险点\n"+strings.Repeat("x,y\n", 30000), language)
		},
		// Reads for which the log must hold an entry wait for room too.
		"read a person's record": func(language string) reply {
			// Some of these stand on a person, whatever the day on which the sample is made.
			return s.ask(s.group, language, `{riskPoints(first:100){nodes{title person{name}}}}`, nil)
		},
		"read a sheet": func(language string) reply {
			return s.load(s.group, "/campaign/"+s.campaign+"/progress.xlsx", language)
		},
		"export": func(language string) reply {
			a := s.ask(s.group, language, `mutation($c:ID!){exportCampaign(input:{campaignId:$c}){job{id}}}`, map[string]any{"c": s.campaign})
			if a.reason() == "" {
				s.queued++
			}
			return a
		},
	}
	if !s.exporting {
		delete(all, "export")
	}
	return all
}

// reads are what goes on whatever is full.
func (s *served) reads(t *testing.T) {
	t.Helper()
	for _, document := range []string{`{powers(first:20){nodes{name}}}`, `{node(id:"` + s.plain + `"){...on RiskPoint{title}}}`, `{units(first:5){nodes{name}}}`, `{gradeMatrix(by:CHILD_UNIT){rows{label counts}}}`,
		`{toDo{kind count}}`} {
		if a := s.ask(s.head, "zh", document, nil); len(a.errors) > 0 {
			t.Errorf("%s is answered %s", document, a.text)
		}
	}
	for _, path := range []string{"/", "/healthz", "/schema.graphql"} {
		if status, text := s.get(path); status != http.StatusOK {
			t.Errorf("%s is answered %d %.200s", path, status, text)
		}
	}
}

func (s *served) allGoesOn(t *testing.T, when string) {
	t.Helper()
	s.reads(t)
	for name, do := range s.doings() {
		if a := do("zh"); a.reason() != "" || a.status >= 300 {
			t.Errorf("%s, %s is answered %d %s", when, name, a.status, a.text)
		}
	}
	if status, text := s.get("/readyz"); status != http.StatusOK {
		t.Errorf("%s, /readyz answers %d %s", when, status, text)
	}
}

// refuses tries everything while a store is full.
func (s *served) refuses(t *testing.T, full string) {
	t.Helper()
	doings := s.doings()
	for _, name := range refusals[full] {
		// Memory that the database had already is used up first.
		s.until(t, name+" is refused", func() bool { return doings[name]("zh").reason() != "" })
		said := map[string]string{}
		for _, language := range []string{"zh", "en"} {
			a := doings[name](language)
			if a.status != http.StatusServiceUnavailable && a.status != http.StatusOK || !strings.HasPrefix(a.reason(), "UNAVAILABLE ") {
				t.Errorf("%s is answered %d %s", name, a.status, a.text)
				continue
			}
			said[language] = a.errors[0].Message
		}
		if han := regexp.MustCompile(`\p{Han}`); !han.MatchString(said["zh"]) || said["en"] == "" || han.MatchString(said["en"]) {
			t.Errorf("%s is refused by %q", name, said)
		}
	}
	for name, do := range doings {
		if !slices.Contains(refusals[full], name) {
			if a := do("zh"); a.reason() != "" {
				t.Errorf("%s is answered %d %s though it needs no room there", name, a.status, a.text)
			}
		}
	}
	s.reads(t)
	want := full
	if full == "all" {
		want = strings.Join(stores, ", ")
	}
	var status int
	var text string
	toldFull := func() bool {
		return status == http.StatusServiceUnavailable && strings.Contains(text, ": "+want+"\n")
	}
	// What a doing kept there may be given back between filling and asking; the answer itself is never waited for.
	for try := 0; try < 3 && !toldFull(); try++ {
		s.disks.fill(t, where(full))
		status, text = s.get("/readyz")
	}
	if !toldFull() {
		t.Errorf("/readyz answers %d %s", status, text)
	}
	s.reads(t)
}

// exports counts the exports in a state.
func (s *served) exports(t *testing.T, state string) int {
	a := s.ask(s.group, "zh", `{myJobs(first:20){nodes{state failure}}}`, nil)
	if strings.Contains(a.text, `"FAILED"`) {
		t.Errorf("a job failed: %s", a.text)
	}
	return strings.Count(a.text, `"state":"`+state+`"`)
}

// signed is the size of the newest signed checkpoint.
func (s *served) signed() (size int64) {
	text, err := os.ReadFile(filepath.Join(s.disks.dir, "log", "checkpoint"))
	if err == nil {
		_, _ = fmt.Sscanf(strings.SplitN(string(text)+"\n\n", "\n", 3)[1], "%d", &size)
	}
	return size
}

func (s *served) note(*testing.T) { s.noted = s.signed() }

// until waits for a condition.
func (s *served) until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	tick, late := time.NewTicker(50*time.Millisecond), time.After(90*time.Second)
	defer tick.Stop()
	for !ok() {
		select {
		case <-tick.C:
		case <-late:
			t.Fatalf("%s: not within 90 seconds", what)
		}
	}
}

func (s *served) stop(t *testing.T) {
	t.Helper()
	if err := s.run.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := s.run.Wait(); err != nil {
		t.Errorf("the server ended with %v", err)
	}
}
