// Entities writes what the GraphQL face says per entity, from the SDL and the models of gqlgen.yml:
// how objects are found by their ids (graph/nodes.gen.go, for types that implement Node) and the
// connections and edges of lists (graph/page/connections.gen.go, for types named …Connection, since
// gqlgen binds no generic type by name).
//
//	go run ./graph/schema/entities
package main

import (
	"bytes"
	"cmp"
	"fmt"
	"go/format"
	"log"
	"os"
	"path"
	"slices"
	"strings"
	"text/template"
	"unicode"

	"github.com/99designs/gqlgen/codegen/config"
	"github.com/vektah/gqlparser/v2/ast"
)

// entity is a type of the API with the Go type behind it.
type entity struct {
	Name string
	// Go is the type, as ent.Unit; Import is the path of its package.
	Go, Import string
}

// Package is the package of ent that holds the columns of the entity.
func (e entity) Package() string { return strings.ToLower(strings.TrimPrefix(e.Go, "ent.")) }

// Loader is the method of the loader that loads the entity along a selection.
func (e entity) Loader() string {
	return string(unicode.ToLower(rune(e.Name[0]))) + e.Name[1:]
}

func main() {
	c, err := config.LoadConfig("gqlgen.yml")
	if err != nil {
		log.Fatal(err)
	}
	if err := c.LoadSchema(); err != nil {
		log.Fatal(err)
	}
	for file, text := range map[string]*template.Template{"graph/nodes.gen.go": nodes, "graph/page/connections.gen.go": connections} {
		if err := write(file, text, c); err != nil {
			log.Fatalf("%s: %v", file, err)
		}
	}
}

func write(file string, text *template.Template, c *config.Config) error {
	var found []entity
	for name, t := range c.Schema.Types {
		element, isConnection := strings.CutSuffix(name, "Connection")
		switch {
		case text == nodes && t.Kind == ast.Object && slices.Contains(t.Interfaces, "Node"):
			element = name
		case text == connections && isConnection && element != "":
		default:
			continue
		}
		e, err := entityOf(c, element)
		if err != nil {
			return err
		}
		// What is no row of ent is found by the resolver of its own (graph/node.go).
		if text != nodes || strings.HasPrefix(e.Go, "ent.") {
			found = append(found, e)
		}
	}
	slices.SortFunc(found, func(a, b entity) int { return cmp.Compare(a.Name, b.Name) })
	var imports []string
	for _, e := range found {
		imports = append(imports, e.Import)
	}
	slices.Sort(imports)
	var out bytes.Buffer
	if err := text.Execute(&out, map[string]any{"Entities": found, "Imports": slices.Compact(imports)}); err != nil {
		return err
	}
	source, err := format.Source(out.Bytes())
	if err != nil {
		return err
	}
	return os.WriteFile(file, source, 0o644)
}

// entityOf finds the Go type of a type of the API: the model of gqlgen.yml, or the entity of its name.
func entityOf(c *config.Config, name string) (entity, error) {
	model := "sineng/ent." + name
	if m := c.Models[name].Model; len(m) > 0 {
		model = m[0]
	}
	dot := strings.LastIndex(model, ".")
	if dot < 0 {
		return entity{}, fmt.Errorf("the model %q of %s names no type", model, name)
	}
	return entity{Name: name, Go: path.Base(model[:dot]) + model[dot:], Import: model[:dot]}, nil
}
