package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

func demoCommand() *cobra.Command {
	return &cobra.Command{Use: "demo", RunE: func(*cobra.Command, []string) error { return fmt.Errorf("not there yet") }}
}

func importCommand() *cobra.Command {
	return &cobra.Command{Use: "import", RunE: func(*cobra.Command, []string) error { return fmt.Errorf("not there yet") }}
}
