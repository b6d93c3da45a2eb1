package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"sineng/server/app"
	"sineng/server/config"
	"sineng/server/exchange"
	"sineng/server/store"
	"sineng/server/tally"
)

// importFlags are the flags of the command.
type importFlags struct {
	unit     string
	dryRun   bool
	goodRows bool
	badRows  string
	mapping  string
	write    string
	accept   bool
	leaveOut bool
}

func importCommand() *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Import an organisation or a register from an xlsx or CSV file",
		Long: "Reads units, people, powers (表1) or risk points with measures (表2, 表4, or the layout\n" +
			"in which bureaus publish them) from FILE and writes them whole or not at all; a second\n" +
			"import of the same file changes nothing. When a row is bad nothing is written, unless\n" +
			"--good-rows is given; --bad-rows hands the bad ones back with the reason in a column.\n" +
			"Grades are proposed and measures drafted: decided grades and states in FILE are compared\n" +
			"with the register, and differences are listed, not written.\n\n" +
			"Columns and words that are not unmistakable are asked for: --write-mapping writes how FILE\n" +
			"is read, with proposals and comments, --mapping reads that back once it is completed, which\n" +
			"says yes to what it holds.",
		Example: "  sineng import divisions.csv --dry-run\n  sineng import register.xlsx --unit 110000 --good-rows --bad-rows fix-me.xlsx\n" +
			"  sineng import foreign.xlsx --write-mapping map.yaml\n  sineng import foreign.xlsx --unit 110000 --mapping map.yaml",
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return runImport(c, args[0], f) },
	}
	c.Flags().StringVar(&f.unit, "unit", "", "code of the unit below which units without a parent are looked for and created")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "only say what would be created and changed")
	c.Flags().BoolVar(&f.goodRows, "good-rows", false, "import the good rows and leave the bad ones out")
	c.Flags().StringVar(&f.badRows, "bad-rows", "", "file to write the bad rows, and what is not written, to (xlsx)")
	c.Flags().StringVar(&f.mapping, "mapping", "", "file that says how FILE is read, as --write-mapping wrote it")
	c.Flags().StringVar(&f.write, "write-mapping", "", "only write to this file how FILE is read, with proposals to complete")
	c.Flags().BoolVar(&f.accept, "accept", false, "take the proposals for columns and words that are not unmistakable")
	c.Flags().BoolVar(&f.leaveOut, "leave-out", false, "say yes to leaving out columns, rows and sheets that are not read")
	return c
}

func runImport(c *cobra.Command, path string, f importFlags) error {
	return withApp(c, func(ctx context.Context, a *app.App, _ config.Settings) error {
		return importInto(ctx, c, a, path, f)
	})
}

func importInto(ctx context.Context, c *cobra.Command, a *app.App, path string, f importFlags) error {
	o := exchange.Options{GoodRowsOnly: f.goodRows, Accept: f.accept, LeaveOut: f.leaveOut, ToMap: f.write != ""}
	var err error
	if f.mapping != "" {
		content, err := os.ReadFile(f.mapping)
		if err != nil {
			return err
		}
		if o.Mapping, err = exchange.ReadMapping(content); err != nil {
			return err
		}
	}
	if o.UnitID, err = unitByCode(ctx, a.Store, f.unit); err != nil {
		return err
	}
	file := exchange.File{Path: path, Name: filepath.Base(path)}
	progress := newProgress(c.ErrOrStderr())
	o.Progress = progress.show
	work := a.Exchange.Commit
	if f.dryRun || f.write != "" {
		work = a.Exchange.Plan
	}
	plan, err := work(ctx, file, o)
	progress.end()
	if plan == nil {
		return err
	}
	if f.write != "" {
		return writeMapping(c.OutOrStdout(), plan, f.write)
	}
	printPlan(c.OutOrStdout(), plan)
	if f.badRows != "" && plan.BadRowCount+plan.RemarkCount > 0 {
		if failed := writeBadRows(plan, f.badRows); failed != nil {
			return failed
		}
		_, _ = fmt.Fprintf(c.OutOrStdout(), "The bad rows stand in %s, with the reason in the last column, and what was not written.\n", f.badRows)
	}
	if err != nil {
		return err
	}
	if _, err := tally.Fold(ctx, a.Store); err != nil {
		return err
	}
	if err := a.Store.Optimize(ctx); err != nil {
		return err
	}
	_, err = fmt.Fprintln(c.OutOrStdout(), summary(plan, f.dryRun))
	return err
}

func unitByCode(ctx context.Context, db *store.Store, code string) (*int64, error) {
	if code == "" {
		return nil, nil
	}
	u, err := findUnit(ctx, db, code)
	if err != nil {
		return nil, fmt.Errorf("--unit: %w", err)
	}
	return &u.ID, nil
}

// shownProblems is how many problems are printed; the workbook contains all.
const shownProblems = 50

func printPlan(w io.Writer, p *exchange.Plan) {
	printMapping(w, p)
	printCells(w, p.Problems, len(p.Problems))
	if p.RemarkCount > 0 {
		_, _ = fmt.Fprintf(w, "Not written, since an import only proposes / 导入只作自评和拟订,以下内容未写入 (%d):\n", p.RemarkCount)
		printCells(w, p.Remarks, p.RemarkCount)
	}
	if p.Waiting > 0 {
		_, _ = fmt.Fprintf(w, "Waiting for a second person / 待他人确认后生效: %d portfolios, appointments and moves, as one act\n", p.Waiting)
	}
}

// printMapping prints what the import does with the file beyond reading cells as they stand, and
// what it does not read.
func printMapping(w io.Writer, p *exchange.Plan) {
	for _, t := range p.Told {
		at := fmt.Sprintf("%s rows %d-%d", t.Sheet, t.First, t.Last)
		if t.First == t.Last {
			at = fmt.Sprintf("%s row %d", t.Sheet, t.First)
		}
		if t.Column != "" {
			at += " " + t.Column
		}
		_, _ = fmt.Fprintf(w, "%s (%d): %s / %s: %q\n", at, t.Count, t.EN, t.ZH, t.Sample)
	}
	for _, u := range p.Unread {
		yes := ""
		if u.Left {
			yes = " (as chosen / 已确认)"
		}
		_, _ = fmt.Fprintf(w, "Not read / 未读取%s: %s / %s: %d × %q\n", yes, u.Where("en"), u.Where("zh"), u.Count, u.Sample)
	}
	for i, n := range p.New {
		if i == shownProblems {
			_, _ = fmt.Fprintf(w, "… and %d more\n", len(p.New)-shownProblems)
			break
		}
		_, _ = fmt.Fprintf(w, "New / 新增 %s: %s (%s row %d)\n", strings.ToLower(string(n.Object)), n.Label, n.Sheet, n.Row)
	}
	for _, q := range p.Questions {
		_, _ = fmt.Fprintf(w, "? %s / %s\n", q.In("en"), q.In("zh"))
	}
}

// writeMapping writes how a file is read to another file.
func writeMapping(w io.Writer, p *exchange.Plan, path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	err = p.WriteMapping(f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		_, err = fmt.Fprintf(w, "The mapping stands in %s: %d tables, %d words, %d questions. Complete it, then import with --mapping %s.\n",
			path, len(p.Tables), len(p.Words), len(p.Questions), path)
	}
	return err
}

// printCells prints problems or remarks, one line per cell.
func printCells(w io.Writer, all []exchange.Problem, count int) {
	for i, c := range all {
		if i == shownProblems {
			break
		}
		at := fmt.Sprintf("%s row %d", c.Sheet, c.Row)
		if c.Column != "" {
			at += " " + c.Column
		}
		_, _ = fmt.Fprintf(w, "%s: %q: %s / %s\n", at, c.Found, c.WantedEN, c.WantedZH)
	}
	if count > shownProblems {
		_, _ = fmt.Fprintf(w, "… and %d more\n", count-shownProblems)
	}
}

// summary returns the last line: the counts of created, changed and unchanged
// objects.
func summary(p *exchange.Plan, dryRun bool) string {
	var parts []string
	changes := 0
	for _, f := range p.Figures {
		if f.Created+f.Changed+f.Unchanged == 0 {
			continue
		}
		changes += f.Created + f.Changed
		parts = append(parts, fmt.Sprintf("%s %d created, %d changed, %d unchanged",
			strings.ReplaceAll(strings.ToLower(string(f.Object)), "_", " "), f.Created, f.Changed, f.Unchanged))
	}
	did := "Imported"
	if dryRun {
		did = "Would import"
	}
	return fmt.Sprintf("%s %d rows, %d bad, %d parts not read, %d cells not written, %d changes: %s.", did, p.RowsRead-p.BadRowCount, p.BadRowCount,
		len(p.Unread), p.RemarkCount, changes, strings.Join(parts, "; "))
}

func writeBadRows(p *exchange.Plan, path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := p.WriteProblems(f, "zh"); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}

// progress shows the progress of an import: a bar on a terminal, plain lines
// otherwise.
type progress struct {
	out   io.Writer
	bar   *progressbar.ProgressBar // nil when out is not a terminal
	phase exchange.Phase
	last  int
	tty   bool
}

func newProgress(out io.Writer) *progress {
	p := &progress{out: out}
	if f, ok := out.(*os.File); ok {
		info, err := f.Stat()
		p.tty = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return p
}

var phaseWords = map[exchange.Phase]string{
	exchange.PhaseRead: "reading", exchange.PhaseCompare: "comparing", exchange.PhaseWrite: "comparing and writing", exchange.PhaseShow: "showing"}

func (p *progress) show(now exchange.Progress) {
	if now.Phase != p.phase {
		p.end()
		p.phase, p.last = now.Phase, -1
		if p.tty {
			p.bar = progressbar.NewOptions(100, progressbar.OptionSetWriter(p.out), progressbar.OptionSetDescription(phaseWords[now.Phase]),
				progressbar.OptionClearOnFinish())
		}
	}
	percent := now.Percent()
	switch {
	case p.bar != nil:
		_ = p.bar.Set(percent)
	case percent/25 != p.last/25 && percent > 0 || p.last < 0 && now.Total == 0:
		_, _ = fmt.Fprintf(p.out, "%s %d %%\n", phaseWords[now.Phase], percent)
	}
	p.last = percent
}

func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
		p.bar = nil
	}
}
