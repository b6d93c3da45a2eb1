package guard

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/99designs/gqlgen/graphql"

	"sineng/server/fault"
)

// mostNested bounds how deep the JSON of a request nests. The page's deepest input has
// five levels.
const mostNested = 64

var errJSON = errors.New("not one JSON object with each key once")

// Decode reads the parameters of a GraphQL request from its JSON body. The body is exactly
// one object; no object in it, however deep, has a key twice, since two readers could
// take different ones. Errors are fault.Errors that tell nothing of the body.
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

// DecodeObject reads one of the parameters that a GET request carries as JSON; empty text
// is no object.
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

// text is a parameter that is a string or left out.
func text(object map[string]any, name string) (string, error) {
	switch value := object[name].(type) {
	case nil:
		return "", nil
	case string:
		return value, nil
	}
	return "", wrongForm(name)
}

// inner is a parameter that is an object or left out.
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
	// A number keeps its digits: an integer of 64 bits is none of a float's.
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
