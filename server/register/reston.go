package register

import (
	"cmp"
	"context"
	stdsql "database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/graderecipe"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/rule"
	"sineng/ent/viewer"
	"sineng/server/org"
)

// mostTogether is how many ids restOn names in one statement.
const mostTogether = 500

// rest is what recording a risk point rests on: the posts and people asked for that the viewer may see,
// and the recipes that units set, the newest first.
type rest struct {
	posts, persons map[int64]bool
	versions       map[int64][]*ent.GradeRecipe
}

// The numbers by which restOn tells posts and people apart.
const postsArm, personsArm = 0, 1

// restOn reads what recording risk points rests on, by one statement as long as it is not much.
func (s *Service) restOn(ctx context.Context, client *ent.Client, posts, persons, units []int64) (*rest, error) {
	if len(posts)+len(persons)+len(units) > mostTogether {
		return s.restOnMuch(ctx, client, posts, persons, units)
	}
	out := &rest{map[int64]bool{}, map[int64]bool{}, map[int64][]*ent.GradeRecipe{}}
	query, args := s.restOnSQL(ctx, posts, persons, units)
	if query == "" {
		return out, nil
	}
	rows, err := client.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := out.scan(ctx, rows); err != nil {
			return nil, err
		}
	}
	for _, all := range out.versions {
		slices.SortFunc(all, func(a, b *ent.GradeRecipe) int { return cmp.Compare(b.Number, a.Number) })
	}
	return out, rows.Err()
}

// scan adds a row of restOn's statement.
func (r *rest) scan(ctx context.Context, rows *stdsql.Rows) error {
	var id int64
	var l [6]int64
	var bounds stdsql.NullString
	set := &ent.GradeRecipe{}
	if err := rows.Scan(&id, &set.UnitID, &l[0], &l[1], &l[2], &l[3], &l[4], &l[5], &set.Name, &set.Number, &bounds); err != nil {
		return err
	}
	if !bounds.Valid {
		seen := r.posts
		if set.Number == personsArm {
			seen = r.persons
		}
		seen[id] = rule.InDirectory(viewer.FromContext(ctx), set.UnitID, l)
		return nil
	}
	if err := json.Unmarshal([]byte(bounds.String), &set.Bounds); err != nil {
		return fmt.Errorf("the bounds of recipe %d: %w", id, err)
	}
	set.ID = id
	r.versions[set.UnitID] = append(r.versions[set.UnitID], set)
	return nil
}

// restOnSQL is the statement of restOn, empty where nothing is asked for. Rows of posts and people have no
// bounds and the number of their arm.
func (s *Service) restOnSQL(ctx context.Context, posts, persons, units []int64) (string, []any) {
	var whole *sql.Selector
	add := func(table, by string, ids []int64, staged bool, rest ...string) {
		if len(ids) == 0 {
			return
		}
		t := sql.Table(table)
		arm := sql.Dialect(s.store.Dialect()).Select(t.C("id"), t.C("unit_id")).From(t).Where(sql.In(t.C(by), anys(ids)...))
		for n := range 6 {
			arm.AppendSelect(t.C(rule.LevelColumn(n + 1)))
		}
		for _, column := range rest {
			arm.AppendSelectExpr(sql.Raw(column))
		}
		if shown := rule.Shown(ctx); staged && shown != nil {
			shown(arm)
		}
		if whole == nil {
			whole = arm
		} else {
			whole.UnionAll(arm)
		}
	}
	add(post.Table, post.FieldID, posts, true, "''", strconv.Itoa(postsArm), "NULL")
	add(person.Table, person.FieldID, persons, true, "''", strconv.Itoa(personsArm), "NULL")
	add(graderecipe.Table, graderecipe.FieldUnitID, units, false, graderecipe.FieldName, graderecipe.FieldNumber, graderecipe.FieldBounds)
	if whole == nil {
		return "", nil
	}
	return whole.Query()
}

// restOnMuch is restOn for what is more than one statement should name.
func (s *Service) restOnMuch(ctx context.Context, client *ent.Client, posts, persons, units []int64) (out *rest, err error) {
	out = &rest{}
	if out.posts, err = org.KnownPosts(ctx, client, posts); err != nil {
		return nil, err
	}
	if out.persons, err = org.KnownPersons(ctx, client, persons); err != nil {
		return nil, err
	}
	out.versions, err = s.versions(ctx, client, units)
	return out, err
}

func anys(ids []int64) []any {
	out := make([]any, len(ids))
	for i, id := range ids {
		out[i] = id
	}
	return out
}
