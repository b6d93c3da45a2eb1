package tlog

import (
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// Key signs the log's checkpoints. Its name is the log's origin.
type Key struct {
	signer   note.Signer
	verifier note.Verifier
	// Public is the verifier key, for checking checkpoints elsewhere.
	Public string
}

// Verifier verifies signatures of the key.
func (k *Key) Verifier() note.Verifier { return k.verifier }

// Origin is the name of the log, the same on all its checkpoints.
func (k *Key) Origin() string { return k.verifier.Name() }

// LoadKey reads the key of a folder; the first call creates it.
func LoadKey(dir string) (*Key, error) {
	private, err := os.ReadFile(filepath.Join(dir, keyFile))
	if errors.Is(err, os.ErrNotExist) {
		return makeKey(dir)
	}
	if err != nil {
		return nil, err
	}
	public, err := os.ReadFile(filepath.Join(dir, publicFile))
	if err != nil {
		return nil, err
	}
	return parseKey(strings.TrimSpace(string(private)), strings.TrimSpace(string(public)))
}

// SealKey is the key that seals entries, derived from the log's key: entries that were written
// to the database without it are detected.
func SealKey(dir string) ([]byte, error) {
	if _, err := LoadKey(dir); err != nil {
		return nil, err
	}
	private, err := os.ReadFile(filepath.Join(dir, keyFile))
	if err != nil {
		return nil, err
	}
	return hkdf.Key(sha256.New, []byte(strings.TrimSpace(string(private))), nil, "sineng: seal of entries", sha256.Size)
}

// PublicKey is the verifier of a folder's checkpoints.
func PublicKey(dir string) (note.Verifier, error) {
	text, err := os.ReadFile(filepath.Join(dir, publicFile))
	if err != nil {
		return nil, fmt.Errorf("the log's public key: %w", err)
	}
	return note.NewVerifier(strings.TrimSpace(string(text)))
}

func parseKey(private, public string) (*Key, error) {
	signer, err := note.NewSigner(private)
	if err != nil {
		return nil, fmt.Errorf("the log's key: %w", err)
	}
	verifier, err := note.NewVerifier(public)
	if err != nil {
		return nil, fmt.Errorf("the log's public key: %w", err)
	}
	if signer.Name() != verifier.Name() || signer.KeyHash() != verifier.KeyHash() {
		return nil, fmt.Errorf("the log's key and its public key do not belong together")
	}
	return &Key{signer, verifier, public}, nil
}

// makeKey creates a key. It fails in a folder that has checkpoints, whose key was lost: a new
// key would hide the loss.
func makeKey(dir string) (*Key, error) {
	if _, err := os.Stat(filepath.Join(dir, CheckpointsFile)); err == nil {
		return nil, fmt.Errorf("%s holds checkpoints but not the key that signed them: restore %s", dir, keyFile)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	private, public, err := note.GenerateKey(rand.Reader, "sineng/"+strings.ToLower(rand.Text()[:16]))
	if err != nil {
		return nil, err
	}
	if err := writeNew(filepath.Join(dir, keyFile), private+"\n", 0o600); err != nil {
		return nil, err
	}
	if err := writeNew(filepath.Join(dir, publicFile), public+"\n", 0o644); err != nil {
		return nil, err
	}
	return parseKey(private, public)
}

func writeNew(path, text string, mode os.FileMode) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Sync(), f.Close())
}
