// Sineng keeps a public body's power in check: it registers duties and powers, finds and
// grades integrity risks, fences them with measures and shows who supervises what.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"sineng/server/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(cli.Main(ctx, os.Args[1:], os.Stdout, os.Stderr))
}
