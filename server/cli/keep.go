package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"sineng/server/sample"
)

// keptName is the file that stands in a demo's folder once its sample is whole.
const keptName = "demo.json"

// kept is what a demo has to know of its sample besides the database.
type kept struct {
	path string
	Made *sample.Result
	// Days is how far the calendar was moved: the rows of the sample would lie ahead of
	// a clock that forgot it.
	Days int64
}

// demoFolder is the folder of a demo: a temporary one, to be removed at the end, unless one is named.
func demoFolder(keep string) (folder string, forget func(), err error) {
	if keep != "" {
		return keep, func() {}, os.MkdirAll(keep, 0o700)
	}
	folder, err = os.MkdirTemp("", "sineng-demo-")
	return folder, func() { _ = os.RemoveAll(folder) }, err
}

// readKept reads what a demo left in its folder; nothing is made yet where it left nothing.
func readKept(folder string) (*kept, error) {
	k := &kept{path: filepath.Join(folder, keptName)}
	text, err := os.ReadFile(k.path)
	if errors.Is(err, fs.ErrNotExist) {
		return k, nil
	}
	if err == nil {
		err = json.Unmarshal(text, k)
	}
	if err == nil && k.Made == nil {
		err = errors.New("it names no sample")
	}
	if err != nil {
		return nil, fmt.Errorf("the kept demo %s: %w", k.path, err)
	}
	return k, nil
}

// write replaces the file as a whole.
func (k *kept) write() error {
	text, err := json.MarshalIndent(k, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(k.path+".new", text, 0o600); err != nil {
		return err
	}
	return os.Rename(k.path+".new", k.path)
}
