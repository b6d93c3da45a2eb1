package guard

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// quiet are the variants of rules that do not suggest names, since suggestions
// reveal the schema.
var quiet = map[string]core.Rule{
	rules.FieldsOnCorrectTypeRule.Name: rules.FieldsOnCorrectTypeRuleWithoutSuggestions,
	rules.ScalarLeafsRule.Name:         rules.ScalarLeafsRuleWithoutSuggestions,
	rules.KnownArgumentNamesRule.Name:  rules.KnownArgumentNamesRuleWithoutSuggestions,
	rules.KnownTypeNamesRule.Name:      rules.KnownTypeNamesRuleWithoutSuggestions,
	rules.ValuesOfCorrectTypeRule.Name: rules.ValuesOfCorrectTypeRuleWithoutSuggestions,
}

// validate checks a document against the schema.
func validate(schema *ast.Schema, doc *ast.QueryDocument) gqlerror.List {
	set := rules.NewDefaultRules()
	for loud, rule := range quiet {
		set.RemoveRule(loud)
		set.AddRule(rule.Name, rule.RuleFunc)
	}
	set.AddRule(noObjectForWord.Name, noObjectForWord.RuleFunc)
	return validator.ValidateWithRules(schema, doc, set)
}

// noObjectForWord refuses an object where a value of an enumeration is expected, which the default
// rules let pass.
var noObjectForWord = core.Rule{Name: "NoObjectForEnum", RuleFunc: func(observers *core.Events, addError core.AddErrFunc) {
	observers.OnValue(func(_ *core.Walker, value *ast.Value) {
		if value.Kind == ast.ObjectValue && value.Definition != nil && value.Definition.Kind == ast.Enum {
			addError(core.Message(`Enum "%s" cannot represent non-enum value.`, value.Definition.Name), core.At(value.Position))
		}
	})
}}
