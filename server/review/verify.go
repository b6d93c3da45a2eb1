package review

import (
	"context"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/formsnapshot"
	"sineng/ent/formsubmission"
	"sineng/server/form"
)

// Flaw is a form whose frozen content is missing or was changed.
type Flaw struct {
	// Type and ID identify the row, Form the form that it belongs to.
	Type     string
	ID, Form int64
	// Hash is the hash of the content.
	Hash string
	// Missing is true when there is no such content, false when it was changed.
	Missing bool
}

// verifyBatch is how many rows are read at a time.
const verifyBatch = 200

// Flaws compares every frozen content with its hash, and checks that the content of every
// submission and filed form exists.
func Flaws(ctx context.Context, client *ent.Client) ([]Flaw, error) {
	ctx = everywhere(ctx)
	var out []Flaw
	for after := int64(0); ; {
		rows, err := client.FormSnapshot.Query().Where(formsnapshot.IDGT(after)).Order(formsnapshot.ByID()).Limit(verifyBatch).All(ctx)
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			break
		}
		for _, row := range rows {
			after = row.ID
			if form.Hash([]byte(row.Content)) != row.Hash {
				out = append(out, Flaw{Type: ent.TypeFormSnapshot, ID: row.ID, Form: row.FormID, Hash: row.Hash})
			}
		}
	}
	for after := int64(0); ; {
		rows, err := client.FormSubmission.Query().Where(formsubmission.IDGT(after)).Order(formsubmission.ByID()).Limit(verifyBatch).All(ctx)
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			break
		}
		var want []Flaw
		for _, row := range rows {
			after = row.ID
			want = append(want, Flaw{Type: ent.TypeFormSubmission, ID: row.ID, Form: row.FormID, Hash: row.Hash, Missing: true})
		}
		if out, err = missing(ctx, client, out, want); err != nil {
			return nil, err
		}
	}
	for after := int64(0); ; {
		rows, err := client.Form.Query().Where(entform.IDGT(after), entform.FiledHashNEQ("")).Order(entform.ByID()).Limit(verifyBatch).All(ctx)
		if err != nil || len(rows) == 0 {
			return out, err
		}
		var want []Flaw
		for _, row := range rows {
			after = row.ID
			want = append(want, Flaw{Type: ent.TypeForm, ID: row.ID, Form: row.ID, Hash: row.FiledHash, Missing: true})
		}
		if out, err = missing(ctx, client, out, want); err != nil {
			return nil, err
		}
	}
}

// missing appends those whose content does not exist.
func missing(ctx context.Context, client *ent.Client, out, want []Flaw) ([]Flaw, error) {
	var forms []int64
	for _, w := range want {
		forms = with(forms, w.Form)
	}
	rows, err := client.FormSnapshot.Query().Where(formsnapshot.FormIDIn(forms...)).Select(formsnapshot.FieldFormID, formsnapshot.FieldHash).All(ctx)
	type key struct {
		form int64
		hash string
	}
	there := map[key]bool{}
	for _, row := range rows {
		there[key{row.FormID, row.Hash}] = true
	}
	for _, w := range want {
		if !there[key{w.Form, w.Hash}] {
			out = append(out, w)
		}
	}
	return out, err
}
