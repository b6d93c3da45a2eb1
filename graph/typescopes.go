package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
)

// typeScopes lists which token scopes open the objects of a type, by whatever path of the API
// they are reached; without any, the type is for sessions alone. It has a row for every object
// type that queries reach, or mutations that tokens may use, except connections and edges, which follow the type that they list.
// Which rows of an open type a token sees is decided by the visibility of rows.
var typeScopes = map[string][]term.TokenScope{
	// The account itself, and what belongs to nobody. Of roles, tokens and other accounts a
	// token sees no rows.
	"Viewer": byEvery, "ViewerRole": byEvery, "SecondFactor": byEvery, "Account": byEvery, "AccountName": byEvery,
	"RoleAppointment": byEvery, "ApiToken": byEvery, "SignInOptions": byEvery, "OidcOption": byEvery, "PageInfo": byEvery,

	// The organisation. Entries of the log name units and people.
	"Unit": byEvery, "Person": byEvery,
	"Post": byOrganisation, "Appointment": byOrganisation, "Portfolio": byOrganisation,
	"Campaign": byOrganisation, "PhasePlan": byOrganisation, "FormDue": byOrganisation,

	// The register.
	"Duty": byRegister, "Power": byRegister, "LegalBasis": byOrganisation, "Disclosure": byRegister,
	"Process": byRegister, "ProcessStep": byRegister, "StepEdge": byRegister, "Place": byRegister, "StoodRisk": byRegister,
	"Balance": byRegister, "BalanceRule": byRegister, "SeverityCount": byRegister, "BalanceConflict": byRegister, "ConflictStep": byRegister,
	"UnknownHolder": byRegister, "Collusion": byRegister, "PostTerm": byRegister, "StepLoad": byRegister, "BalanceRepair": byRegister, "PostSwap": byRegister,
	"Conflict": byRegister, "ConflictAcceptance": byRegister, "ConflictCounts": byRegister, "ConflictCount": byRegister, "UnitConflictCounts": byRegister,
	"OwnBalanceRule": byRegister, "RuleChange": byRegister, "RuleSide": byRegister, "RuleSelector": byRegister,
	"ProcessReport": byRegister, "ProcessFinding": byRegister, "StepChange": byRegister, "StepDefence": byRegister, "StepWeakness": byRegister,
	"WeakSteps": byRegister, "WeakStepCount": byRegister, "WeakStep": byRegister,
	"RiskPoint": byRegister, "RiskRow": byRegister, "RiskRowPage": byRegister, "Assessment": byRegister, "Measure": byRegister,
	"Meeting": byRegister, "MeetingMember": byRegister, "MeetingItem": byRegister, "MeetingVote": byRegister, "VoteCount": byRegister, "SkippedRiskPoint": byRegister,
	"WorkingCalendar": byOrganisation, "CalendarRange": byOrganisation, "CalendarHint": byOrganisation, "ClockRule": byOrganisation, "ClockBand": byOrganisation,
	"ClockRuleVersion": byOrganisation,
	"ClockAnswer":      byOrganisation, "ClockStep": byOrganisation,
	"WarningRules": byOrganisation, "WarningRule": byOrganisation,
	"SupervisionPlan": byOrganisation, "SupervisionRhythm": byOrganisation, "SupervisionHop": byOrganisation,
	"GradeRecipe": byRegister, "GradeRecipeInForce": byRegister, "RecipeBounds": byRegister,
	"RulesDocument": byRegister, "RulesEdition": byRegister, "RulesLink": byRegister, "RulesReview": byRegister,

	// Indicators, and what became of readings that a program sent.
	"Indicator": slices.Concat(byRegister, byIndicators), "IndicatorReading": slices.Concat(byRegister, byIndicators), "ReadingPeriod": slices.Concat(byRegister, byIndicators),
	"RecordReadingsPayload": byIndicators, "ReadingOutcome": byIndicators,

	// Education.
	"EducationSession": byRegister, "EducationParticipant": byRegister, "EducationCounts": byRegister,
	"EducationOfYear": byRegister, "EducationReach": byRegister, "EducationOfPerson": byRegister,
	// Proceedings, and what became of those that a program sent.
	"Proceeding": slices.Concat(byRegister, byProceedings), "ProceedingStep": slices.Concat(byRegister, byProceedings), "ProceedingPause": slices.Concat(byRegister, byProceedings),
	"ProceedingDeviation": slices.Concat(byRegister, byProceedings), "ProceedingFigures": slices.Concat(byRegister, byProceedings),
	"DeviationCount": slices.Concat(byRegister, byProceedings), "StepFigures": slices.Concat(byRegister, byProceedings),
	"RecordProceedingsPayload": byProceedings, "ProceedingOutcome": byProceedings,

	// Counts.
	"RiskCounts": byOverview, "GradeMatrix": byOverview, "MatrixRow": byOverview, "RiskChanges": byOverview, "CountCell": byOverview,
	"Supervision": byOverview, "SupervisedPortfolio": byOverview, "CampaignProgress": byOverview, "ProgressRow": byOverview,

	// The audit log.
	"AuditEntry": byAudit, "AuditActor": byAudit, "AuditAuthority": byAudit, "AuditObject": byAudit, "AuditDetail": byAudit,
	"AuditChange": byAudit, "AuditColumn": byAudit, "AuditLink": byAudit, "InclusionProof": byAudit,
	"AuditLog": byAudit, "Checkpoint": byAudit, "AuditWitness": byAudit, "WitnessedFork": byAudit,
	"Verification": nil, "VerificationFinding": nil, "UnusualReads": nil,

	// For sessions alone: the forms and what is said of them, files, one's own work, jobs.
	"TaskSchedule": nil, "MeasureTask": nil,
	"ExpectedAtEducation": nil,
	"Instruction":         nil, "InstructionEvent": nil, "InstructionRisk": nil, "InstructionDraft": nil, "InstructionCandidate": nil,
	"Warning": nil, "WarningEvent": nil, "WarningCount": nil, "WarningRuleTrial": nil, "WarningTrialCause": nil, "WarningTierCount": nil,
	"SupervisionCheck": nil, "CheckSample": nil, "CheckItem": nil, "SupervisionCheckCount": nil, "CheckHandover": nil, "HandedCheck": nil,
	"Form": nil, "FormContent": nil, "FormSection": nil, "FormRow": nil, "FormProblem": nil, "FormLayout": nil, "FormTable": nil, "FormColumn": nil,
	"FormHint": nil, "HintCompared": nil, "FormSubmission": nil, "FormComparison": nil, "SectionChange": nil, "RowChange": nil, "CellChange": nil,
	"ReviewDecision": nil, "YearDifference": nil, "FormSnapshot": nil, "SnapshotSection": nil, "SnapshotRow": nil, "SnapshotReviewDecision": nil,
	"Delegation": nil, "Paper": nil, "PaperBlock": nil, "PaperCell": nil, "Objection": nil, "PublicFeedback": nil,
	"AttachmentList": nil, "AttachmentRow": nil, "Attachment": nil, "MyRecord": nil, "RecordItem": nil,
	"BalanceRuleTrial": nil, "PastTrial": nil, "CloseRelation": nil, "PlannedLeave": nil, "MovedSupervision": nil,
	"WhatIfOutcome": nil, "LeaveCollapse": nil,
	"ProcessDraft": nil, "DraftStep": nil, "DraftEdge": nil, "DraftChange": nil,
	"Notice": nil, "NoticeSettings": nil, "NoticeDelivery": nil, "ToDoSection": nil, "ToDoItem": nil, "Session": nil,
	"Job": nil, "ImportJob": nil, "ImportFigure": nil, "ImportChange": nil, "ImportDifference": nil, "ImportProblem": nil, "ImportFailure": nil,
	"ImportLayout": nil, "ImportTable": nil, "ImportTableValue": nil, "ImportColumn": nil, "ImportSheet": nil, "ImportSheetRow": nil, "ImportWord": nil, "ImportTold": nil,
	"ImportUnread": nil, "ImportNamed": nil, "ImportQuestion": nil, "ImportChoices": nil, "ImportMapping": nil,
	"WorkingCalendarCheck": nil, "WorkingCalendarReading": nil, "CalendarLine": nil, "CalendarDayChange": nil,
	"RecipePreview": nil, "RecipeCell": nil, "RecipeChange": nil, "PassedOver": nil, "OpeningPreview": nil,
	"PendingAct": nil, "ActWord": nil, "ActList": nil, "StartUp": nil,
}

// scopesOf returns the scopes that open a type, and whether the table knows it.
func scopesOf(name string) ([]term.TokenScope, bool) {
	for _, suffix := range []string{"", "Connection", "Edge"} {
		if listed, ok := strings.CutSuffix(name, suffix); ok {
			if scopes, known := typeScopes[listed]; known {
				return scopes, true
			}
		}
	}
	return nil, false
}

// TypeOpen reports whether the viewer's token, if there is one, opens objects of a type.
func TypeOpen(v *viewer.Viewer, name string) bool {
	if v == nil || v.TokenID == 0 {
		return true
	}
	scopes, _ := scopesOf(name)
	return slices.ContainsFunc(scopes, func(s term.TokenScope) bool { return slices.Contains(v.Scopes, s) })
}

// OpenTypes refuses, of the fields of an operation by a token, those that lead to objects which
// its scopes do not open, before they are read. Objects found by their ids, whose type only their
// row tells, are left out where they are found.
func OpenTypes(v *viewer.Viewer, s *ast.Schema, next graphql.FieldMiddleware) graphql.FieldMiddleware {
	return func(ctx context.Context, resolve graphql.Resolver) (any, error) {
		name := graphql.GetFieldContext(ctx).Field.Definition.Type.Name()
		if t := s.Types[name]; t != nil && t.Kind == ast.Object && !introspected(name) && !TypeOpen(v, name) {
			return nil, tokenMayNot()
		}
		return next(ctx, resolve)
	}
}

// OpensAll reports whether a viewer's token, if there is one, opens the types of object of all fields that are
// selected anywhere below, so that OpenTypes refuses none.
func OpensAll(v *viewer.Viewer, s *ast.Schema, set ast.SelectionSet) bool {
	return v == nil || v.TokenID == 0 || opensAll(v, s, set, map[string]bool{})
}

func opensAll(v *viewer.Viewer, s *ast.Schema, set ast.SelectionSet, seen map[string]bool) bool {
	for _, one := range set {
		switch one := one.(type) {
		case *ast.Field:
			name := one.Definition.Type.Name()
			if t := s.Types[name]; t != nil && t.Kind == ast.Object && !introspected(name) && !TypeOpen(v, name) || !opensAll(v, s, one.SelectionSet, seen) {
				return false
			}
		case *ast.InlineFragment:
			if !opensAll(v, s, one.SelectionSet, seen) {
				return false
			}
		case *ast.FragmentSpread:
			if !seen[one.Name] {
				seen[one.Name] = true
				if !opensAll(v, s, one.Definition.SelectionSet, seen) {
					return false
				}
			}
		}
	}
	return true
}

func introspected(name string) bool { return strings.HasPrefix(name, "__") }

func tokenMayNot() error {
	return fault.New(fault.Forbidden, "TOKEN_MAY_NOT", "", "访问令牌不能读取此项内容", "A token cannot read this")
}

// CheckTypes returns an error unless the table of types has a row for each type of object that
// queries or mutations by tokens reach, and no others.
func CheckTypes(s *ast.Schema) error {
	var bad []string
	reached := Reached(s, s.Query)
	for _, f := range s.Mutation.Fields {
		if payload := s.Types[f.Type.Name()]; len(Rights[f.Name].Tokens) > 0 && payload != nil {
			reached[payload.Name] = true
			maps.Copy(reached, Reached(s, payload))
		}
	}
	for name := range reached {
		if _, known := scopesOf(name); !known && !introspected(name) {
			bad = append(bad, "the type "+name+" has no row")
		}
	}
	for name := range typeScopes {
		if !reached[name] {
			bad = append(bad, "the row "+name+" has no type that a query or a token reaches")
		}
	}
	if len(bad) == 0 {
		return nil
	}
	slices.Sort(bad)
	return fmt.Errorf("the table of types: %s", strings.Join(bad, "; "))
}

// Reached are the names of the object types that lie on a path from a type, itself left out.
func Reached(s *ast.Schema, from *ast.Definition) map[string]bool {
	out := map[string]bool{}
	var walk func(*ast.Definition)
	walk = func(at *ast.Definition) {
		for _, f := range at.Fields {
			for _, t := range Possible(s, f.Type.Name()) {
				if !out[t.Name] {
					out[t.Name] = true
					walk(t)
				}
			}
		}
	}
	walk(from)
	return out
}

// Possible are the types of object that a field of the named type may return; none for scalars.
func Possible(s *ast.Schema, name string) []*ast.Definition {
	t := s.Types[name]
	switch {
	case t == nil:
		return nil
	case t.Kind == ast.Object:
		return []*ast.Definition{t}
	case t.IsAbstractType():
		return s.GetPossibleTypes(t)
	}
	return nil
}
