package account

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// keySize is the length of the server's secret key in bytes (AES-256).
const keySize = 32

// Key returns the server's secret key of 32 bytes. It is stored outside the database, so that
// a copy of the database does not reveal second factors. With create, a missing key is
// generated; without it, a missing key is an error.
type Key func(create bool) ([]byte, error)

// keyFile is the file of the secret key, readable by the server's user alone.
const keyFile = "secret.key"

// KeyIn keeps the key in a folder, as secret.key.
func KeyIn(folder string) Key {
	path := filepath.Join(folder, keyFile)
	return func(create bool) ([]byte, error) {
		key, err := readKey(path)
		if !create || !errors.Is(err, fs.ErrNotExist) {
			return key, err
		}
		if err := makeKey(folder, path); err != nil {
			return nil, fmt.Errorf("making the secret key: %w", err)
		}
		return readKey(path)
	}
}

func readKey(path string) ([]byte, error) {
	text, err := os.ReadFile(path) // #nosec G304 -- the operator names the folder
	if err != nil {
		return nil, fmt.Errorf("the secret key: %w", err)
	}
	key, err := base64.StdEncoding.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(key) != keySize {
		return nil, fmt.Errorf("the secret key in %s is damaged", path)
	}
	return key, nil
}

// makeKey writes a new key to a temporary file and links it into place atomically. If another
// process was faster, that one's key is used.
func makeKey(folder, path string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(folder, keyFile+".*") // 0600
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(f.Name()) }()
	key := make([]byte, keySize)
	_, _ = rand.Read(key) // never fails
	_, err = f.WriteString(base64.StdEncoding.EncodeToString(key) + "\n")
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Link(f.Name(), path); !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// sealFactor is the purpose of a second factor's secret.
const sealFactor = "totp"

// seal encrypts the second factor's secret of an account.
func (s *Service) seal(account int64, secret string) (string, error) {
	return s.Seal(sealFactor, account, secret)
}

// unseal decrypts what seal encrypted.
func (s *Service) unseal(account int64, sealed string) (string, error) {
	return s.Unseal(sealFactor, account, sealed)
}

// Seal encrypts a secret with the server's key, bound to the account and the purpose: it
// cannot be decrypted for another.
func (s *Service) Seal(purpose string, account int64, secret string) (string, error) {
	box, err := s.box(true)
	if err != nil {
		return "", err
	}
	nonce := make([]byte, box.NonceSize())
	_, _ = rand.Read(nonce) // never fails
	return base64.RawStdEncoding.EncodeToString(box.Seal(nonce, nonce, []byte(secret), owner(purpose, account))), nil
}

// Unseal decrypts what Seal encrypted.
func (s *Service) Unseal(purpose string, account int64, sealed string) (string, error) {
	box, err := s.box(false)
	if err != nil {
		return "", err
	}
	text, err := base64.RawStdEncoding.DecodeString(sealed)
	if err != nil || len(text) < box.NonceSize() {
		return "", errors.New("a sealed secret is damaged")
	}
	secret, err := box.Open(nil, text[:box.NonceSize()], text[box.NonceSize():], owner(purpose, account))
	if err != nil {
		return "", fmt.Errorf("a sealed secret does not open with the server's key: %w", err)
	}
	return string(secret), nil
}

func (s *Service) box(create bool) (cipher.AEAD, error) {
	key, err := s.key(create)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// owner is the additional data that binds a sealed secret to its account and purpose, so that
// it cannot be copied to another row.
func owner(purpose string, account int64) []byte {
	return []byte(purpose + " " + strconv.FormatInt(account, 10))
}
