package org

import (
	"context"
	"fmt"

	"sineng/ent"
	"sineng/server/audit"
	"sineng/server/audit/verify"
)

// Checks compare the counts of units, and the levels of rows, with the tree.
func (s *Service) Checks() []verify.Check {
	return []verify.Check{{Name: "counts of units", Run: checkCounts}, {Name: "places of rows", Run: checkPlaces}}
}

// checkCounts reports counts of units that differ from a recount.
func checkCounts(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
	differ, err := RecountChildren(ctx, client)
	var out []verify.Finding
	for _, d := range differ {
		out = append(out, verify.Finding{Reason: "COUNT_CHANGED", Entry: -1,
			ZH: fmt.Sprintf("单位 %s 的下级单位计数为 %d,实有 %d", d.Code, d.Counted, d.Actual),
			EN: fmt.Sprintf("unit %s: %d open units below it counted, %d are there", d.Code, d.Counted, d.Actual)})
	}
	return out, err
}

// checkPlaces reports rows whose levels do not match the tree.
func checkPlaces(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
	differ, err := FindMisplaced(ctx, client)
	var out []verify.Finding
	for _, d := range differ {
		out = append(out, verify.Finding{Reason: "PLACE_CHANGED", Entry: -1, Object: &audit.Object{Type: audit.TypeOf(d.ID), ID: d.ID},
			ZH: fmt.Sprintf("%s %d 的上级单位字段与组织树不符", audit.TypeOf(d.ID), d.ID),
			EN: fmt.Sprintf("%s %d: the units above it are not those of the tree", audit.TypeOf(d.ID), d.ID)})
	}
	return out, err
}
