package cli

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/mod/sumdb/note"

	"sineng/server/app"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
	"sineng/server/config"
)

func verifyCommand() *cobra.Command {
	var archive, checkpoint, key string
	c := &cobra.Command{
		Use:   "verify",
		Short: "Compare the audit log, the rows it records and the counts",
		Long: "Compares the whole audit log with its signed checkpoints, every row with what the log\n" +
			"last recorded of it, and every count with a recount, and names each difference. It changes\n" +
			"nothing and exits with 1 when something differs.\n\n" +
			"With --archive or --checkpoint it works on files alone, without a database: on an archive\n" +
			"that \"sineng log archive\" or the auditor's page wrote, and on a checkpoint. Both need\n" +
			"--key, the log's public key as it was given to you, or a file that holds it.",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if archive != "" || checkpoint != "" {
				return verifyFiles(c.OutOrStdout(), archive, checkpoint, key)
			}
			return withApp(c, func(ctx context.Context, a *app.App, s config.Settings) error {
				return verifyDatabase(ctx, a, s.LogFolder(), key, c.OutOrStdout())
			})
		},
	}
	c.Flags().StringVar(&archive, "archive", "", "verify this archive, without a database")
	c.Flags().StringVar(&checkpoint, "checkpoint", "", "verify this checkpoint, alone or as one that the archive must contain")
	c.Flags().StringVar(&key, "key", "", "the log's public key, or a file that holds it (default log.pub of --log-dir, with a database)")
	return c
}

func verifyDatabase(ctx context.Context, a *app.App, dir, key string, w io.Writer) error {
	o := verify.Options{Dir: dir, Checks: a.Checks(), Now: a.Store.Now()}
	var err error
	if key == "" {
		o.Verifier, err = tlog.PublicKey(dir)
	} else {
		o.Verifier, err = readKey(key)
	}
	if err != nil {
		return err
	}
	r, err := verify.Run(ctx, a.Store, o)
	if err != nil {
		return err
	}
	report(w, r)
	if r.Total > 0 {
		return fmt.Errorf("%d findings: the database is not as the log says", r.Total)
	}
	_, err = fmt.Fprintf(w, "The log of %d entries (%d wait for their place), %d checkpoints and %d rows agree, and every count equals a recount.\n",
		r.Entries, r.Pending, r.Checkpoints, r.Rows)
	return err
}

func report(w io.Writer, r *verify.Report) {
	for _, f := range r.Findings {
		_, _ = fmt.Fprintf(w, "%s: %s / %s\n", f.Reason, f.EN, f.ZH)
	}
	if rest := r.Total - len(r.Findings); rest > 0 {
		_, _ = fmt.Fprintf(w, "and %d more\n", rest)
	}
	for _, f := range r.Accepted {
		kind := "accepted on record"
		if f.Past {
			kind = "before the rule was in force"
		}
		_, _ = fmt.Fprintf(w, "%s: %s / %s\n", kind, f.EN, f.ZH)
	}
}

// verifyFiles verifies an archive without a database.
func verifyFiles(w io.Writer, archive, checkpoint, key string) error {
	if key == "" {
		return config.UsageError{Err: errors.New("--archive and --checkpoint need --key, the log's public key as it was given to you")}
	}
	verifier, err := readKey(key)
	if err != nil {
		return err
	}
	var seen []*tlog.Checkpoint
	if checkpoint != "" {
		text, err := os.ReadFile(checkpoint)
		if err != nil {
			return err
		}
		c, err := tlog.OpenCheckpoint(string(text), verifier)
		if err != nil {
			return fmt.Errorf("%s: the signature is not valid: %w", checkpoint, err)
		}
		seen = append(seen, c)
		_, _ = fmt.Fprintf(w, "%s: signed by %s: %d entries, root %s\n", checkpoint, c.Origin, c.Size, c.RootHash())
	}
	if archive == "" {
		return nil
	}
	z, err := zip.OpenReader(archive)
	if err != nil {
		return fmt.Errorf("%s: %w", archive, err)
	}
	defer func() { _ = z.Close() }()
	r, own, err := verify.Archive(&z.Reader, verifier, seen...)
	if err != nil {
		return fmt.Errorf("%s: %w", archive, err)
	}
	report(w, r)
	if r.Total > 0 {
		return fmt.Errorf("%d findings: the archive is not what was signed", r.Total)
	}
	_, err = fmt.Fprintf(w, "%s: %d entries agree with the checkpoint of %s, root %s\n", archive, r.Entries, own.Origin, own.RootHash())
	return err
}

// readKey parses a verifier key, or the file that contains it.
func readKey(key string) (note.Verifier, error) {
	if v, err := note.NewVerifier(strings.TrimSpace(key)); err == nil {
		return v, nil
	}
	text, err := os.ReadFile(key)
	if err != nil {
		return nil, fmt.Errorf("--key: neither a key nor a file that can be read: %w", err)
	}
	v, err := note.NewVerifier(strings.TrimSpace(string(text)))
	if err != nil {
		return nil, fmt.Errorf("--key %s: %w", key, err)
	}
	return v, nil
}
