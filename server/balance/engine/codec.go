package engine

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Encode is a definition as it is stored: JSON whose bytes follow from the definition alone.
func (d Definition) Encode() []byte {
	out, err := json.Marshal(d)
	if err != nil {
		panic(err) // a definition holds nothing that JSON cannot
	}
	return out
}

// DecodeDefinition reads what Encode wrote. It refuses fields that it does not know, so that a
// definition of a later program is not taken for a simpler one.
func DecodeDefinition(from []byte) (Definition, error) {
	var d Definition
	in := json.NewDecoder(bytes.NewReader(from))
	in.DisallowUnknownFields()
	if err := in.Decode(&d); err != nil {
		return Definition{}, fmt.Errorf("a definition of a rule: %w", err)
	}
	if _, err := in.Token(); !errors.Is(err, io.EOF) {
		return Definition{}, errors.New("a definition of a rule: something follows it")
	}
	return d, nil
}
