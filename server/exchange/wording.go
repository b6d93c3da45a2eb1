package exchange

import "sineng/server/form/wording"

// words maps texts to the values of an enumeration.
type words[T ~string] = wording.Words[T]

// The parsing of texts is shared with the forms, here under names short enough
// for lists of columns.
var (
	key, identity, titleKey, plainTitleKey = wording.Key, wording.Identity, wording.TitleKey, wording.PlainTitleKey
	clean, oneLine, names, pathNames       = wording.Clean, wording.OneLine, wording.Names, wording.PathNames

	parseGrade, parseRiskType, parseBool         = wording.Grade, wording.RiskType, wording.Bool
	parseInt, parseDay, parseLegal               = wording.Int, wording.Day, wording.Legal
	unitKinds, politicalStatuses, portfolioKinds = wording.UnitKinds, wording.PoliticalStatuses, wording.PortfolioKinds
	discretions                                  = wording.Discretions
	foundBys, measureKinds, mechanisms           = wording.FoundBys, wording.MeasureKinds, wording.Mechanisms
	measureScopes, measureStates                 = wording.MeasureScopes, wording.MeasureStates
)
