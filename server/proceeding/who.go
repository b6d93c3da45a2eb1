package proceeding

import (
	"slices"

	"sineng/ent"
	"sineng/ent/term/fold"
	"sineng/server/fault"
	"sineng/server/org"
)

// who says who took a step of a matter: the person, nil where nobody of that number or name is there, and the name to keep.
func (w *recording) who(m *matter, path string, s *StepEntry) (*ent.Person, string, *fault.Error) {
	switch {
	case s.PersonID != nil:
		p := w.byID[*s.PersonID]
		if p == nil {
			return nil, "", fault.MissingAt(path+"personId", "人员", "person")
		}
		return p, p.Name, nil
	case s.StaffNumber != "":
		p := w.byNumber[fold.Code(s.StaffNumber)]
		switch {
		case p == nil && s.Name == "":
			return nil, s.StaffNumber, nil
		case p == nil:
			return nil, s.Name, nil
		case s.Name != "" && fold.Text(s.Name) != fold.Text(p.Name):
			return nil, "", fault.Bad(path+"name", "WHO_DIFFERS", "工号“"+s.StaffNumber+"”是“"+p.Name+"”,与办理人“"+s.Name+"”不符", "The staff number "+s.StaffNumber+" is that of "+p.Name+", not of "+s.Name)
		}
		return p, p.Name, nil
	}
	bureau := w.units[org.NearestBureau(m.power.Edges.Unit, w.units)]
	among := slices.DeleteFunc(slices.Clone(w.byName[s.Name]), func(p *ent.Person) bool {
		return p.Levels()[bureau.Level-1] != bureau.ID
	})
	if len(among) != 1 {
		return nil, s.Name, nil
	}
	return among[0], s.Name, nil
}
