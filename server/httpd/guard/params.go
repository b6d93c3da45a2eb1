package guard

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/99designs/gqlgen/graphql"

	"sineng/server/fault"
)

// mostNested is the greatest nesting of a request's JSON. The page's deepest
// input has five levels.
const mostNested = 64

var errJSON = errors.New("not one JSON object with each key once")

// Decode parses the parameters of a GraphQL request from its JSON body. The
// body must be exactly one object, and no object in it may repeat a key, since
// two parsers could choose different ones. Errors are fault.Errors that repeat
// nothing of the body.
func Decode(body []byte) (*graphql.RawParams, error) {
	object, err := decodeObject(body)
	if err != nil {
		return nil, fault.Bad("", "BAD_JSON", "请求体应为一个 JSON 对象,且键不得重复", "The body must be one JSON object without a key twice")
	}
	p := &graphql.RawParams{}
	if p.Query, err = text(object, "query"); err != nil {
		return nil, err
	}
	if p.OperationName, err = text(object, "operationName"); err != nil {
		return nil, err
	}
	if p.Variables, err = inner(object, "variables"); err != nil {
		return nil, err
	}
	if p.Extensions, err = inner(object, "extensions"); err != nil {
		return nil, err
	}
	return p, nil
}

// DecodeObject parses a parameter of a GET request that is JSON; empty text
// means no object.
func DecodeObject(name, value string) (map[string]any, error) {
	if value == "" || value == "null" {
		return nil, nil
	}
	object, err := decodeObject([]byte(value))
	if err != nil {
		return nil, wrongForm(name)
	}
	return object, nil
}

// text returns a parameter that is a string or missing.
func text(object map[string]any, name string) (string, error) {
	switch value := object[name].(type) {
	case nil:
		return "", nil
	case string:
		return value, nil
	}
	return "", wrongForm(name)
}

// inner returns a parameter that is an object or missing.
func inner(object map[string]any, name string) (map[string]any, error) {
	switch value := object[name].(type) {
	case nil:
		return nil, nil
	case map[string]any:
		return value, nil
	}
	return nil, wrongForm(name)
}

func wrongForm(name string) error {
	return fault.Bad(name, "BAD_PARAMETER", "请求参数 "+name+" 的类型不正确", "The parameter "+name+" has the wrong form")
}

func decodeObject(body []byte) (map[string]any, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	// Numbers keep their digits, since a float cannot hold every 64-bit
	// integer.
	d.UseNumber()
	value, err := decodeValue(d, 0)
	if err != nil {
		return nil, err
	}
	object, ok := value.(map[string]any)
	if !ok {
		return nil, errJSON
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errJSON
	}
	return object, nil
}

func decodeValue(d *json.Decoder, depth int) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	begin, nested := token.(json.Delim)
	if !nested {
		return token, nil
	}
	if depth == mostNested {
		return nil, errJSON
	}
	if begin == '[' {
		list := []any{}
		for d.More() {
			value, err := decodeValue(d, depth+1)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		_, err := d.Token()
		return list, err
	}
	object := map[string]any{}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		key, ok := token.(string)
		if !ok {
			return nil, errJSON
		}
		if _, twice := object[key]; twice {
			return nil, errJSON
		}
		if object[key], err = decodeValue(d, depth+1); err != nil {
			return nil, err
		}
	}
	_, err = d.Token()
	return object, err
}
