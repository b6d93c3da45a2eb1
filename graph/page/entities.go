package page

import (
	"sineng/ent"
	"sineng/server/audit"
	"sineng/server/notice"
)

// The connections and edges of the API, one per entity: the generator of the API binds
// no generic type by name.
type (
	UnitConnection      struct{ Connection[*ent.Unit] }
	UnitEdge            struct{ Edge[*ent.Unit] }
	PostConnection      struct{ Connection[*ent.Post] }
	PostEdge            struct{ Edge[*ent.Post] }
	PersonConnection    struct{ Connection[*ent.Person] }
	PersonEdge          struct{ Edge[*ent.Person] }
	PortfolioConnection struct{ Connection[*ent.Portfolio] }
	PortfolioEdge       struct{ Edge[*ent.Portfolio] }
	PowerConnection     struct{ Connection[*ent.Power] }
	PowerEdge           struct{ Edge[*ent.Power] }
	DutyConnection      struct{ Connection[*ent.Duty] }
	DutyEdge            struct{ Edge[*ent.Duty] }
	ProcessConnection   struct{ Connection[*ent.Process] }
	ProcessEdge         struct{ Edge[*ent.Process] }
	RiskPointConnection struct{ Connection[*ent.RiskPoint] }
	RiskPointEdge       struct{ Edge[*ent.RiskPoint] }
	MeasureConnection   struct{ Connection[*ent.Measure] }
	MeasureEdge         struct{ Edge[*ent.Measure] }
	CampaignConnection  struct{ Connection[*ent.Campaign] }
	CampaignEdge        struct{ Edge[*ent.Campaign] }
	FormConnection      struct{ Connection[*ent.Form] }
	FormEdge            struct{ Edge[*ent.Form] }
	JobConnection       struct{ Connection[*ent.Job] }
	JobEdge             struct{ Edge[*ent.Job] }
	ObjectionConnection struct{ Connection[*ent.Objection] }
	ObjectionEdge       struct{ Edge[*ent.Objection] }
	MeetingConnection   struct{ Connection[*ent.Meeting] }
	MeetingEdge         struct{ Edge[*ent.Meeting] }
	AccountConnection   struct{ Connection[*ent.Account] }
	AccountEdge         struct{ Edge[*ent.Account] }

	DelegationConnection struct{ Connection[*ent.Delegation] }
	DelegationEdge       struct{ Edge[*ent.Delegation] }
	NoticeConnection     struct{ Connection[*notice.View] }
	NoticeEdge           struct{ Edge[*notice.View] }

	AuditEntryConnection struct{ Connection[*audit.Record] }
	AuditEntryEdge       struct{ Edge[*audit.Record] }

	PublicFeedbackConnection struct {
		Connection[*ent.PublicFeedback]
	}
	PublicFeedbackEdge    struct{ Edge[*ent.PublicFeedback] }
	GradeRecipeConnection struct{ Connection[*ent.GradeRecipe] }
	GradeRecipeEdge       struct{ Edge[*ent.GradeRecipe] }

	RoleAppointmentConnection struct {
		Connection[*ent.RoleAppointment]
	}
	RoleAppointmentEdge struct{ Edge[*ent.RoleAppointment] }
)

// Edges are the rows with their cursors.
func (c UnitConnection) Edges() []*UnitEdge {
	return edges(c.Connection, func(e Edge[*ent.Unit]) *UnitEdge { return &UnitEdge{e} })
}

// Edges are the rows with their cursors.
func (c PostConnection) Edges() []*PostEdge {
	return edges(c.Connection, func(e Edge[*ent.Post]) *PostEdge { return &PostEdge{e} })
}

// Edges are the rows with their cursors.
func (c PersonConnection) Edges() []*PersonEdge {
	return edges(c.Connection, func(e Edge[*ent.Person]) *PersonEdge { return &PersonEdge{e} })
}

// Edges are the rows with their cursors.
func (c PortfolioConnection) Edges() []*PortfolioEdge {
	return edges(c.Connection, func(e Edge[*ent.Portfolio]) *PortfolioEdge { return &PortfolioEdge{e} })
}

// Edges are the rows with their cursors.
func (c PowerConnection) Edges() []*PowerEdge {
	return edges(c.Connection, func(e Edge[*ent.Power]) *PowerEdge { return &PowerEdge{e} })
}

// Edges are the rows with their cursors.
func (c DutyConnection) Edges() []*DutyEdge {
	return edges(c.Connection, func(e Edge[*ent.Duty]) *DutyEdge { return &DutyEdge{e} })
}

// Edges are the rows with their cursors.
func (c ProcessConnection) Edges() []*ProcessEdge {
	return edges(c.Connection, func(e Edge[*ent.Process]) *ProcessEdge { return &ProcessEdge{e} })
}

// Edges are the rows with their cursors.
func (c RiskPointConnection) Edges() []*RiskPointEdge {
	return edges(c.Connection, func(e Edge[*ent.RiskPoint]) *RiskPointEdge { return &RiskPointEdge{e} })
}

// Edges are the rows with their cursors.
func (c MeasureConnection) Edges() []*MeasureEdge {
	return edges(c.Connection, func(e Edge[*ent.Measure]) *MeasureEdge { return &MeasureEdge{e} })
}

// Edges are the rows with their cursors.
func (c CampaignConnection) Edges() []*CampaignEdge {
	return edges(c.Connection, func(e Edge[*ent.Campaign]) *CampaignEdge { return &CampaignEdge{e} })
}

// Edges are the rows with their cursors.
func (c FormConnection) Edges() []*FormEdge {
	return edges(c.Connection, func(e Edge[*ent.Form]) *FormEdge { return &FormEdge{e} })
}

// Edges are the rows with their cursors.
func (c ObjectionConnection) Edges() []*ObjectionEdge {
	return edges(c.Connection, func(e Edge[*ent.Objection]) *ObjectionEdge { return &ObjectionEdge{e} })
}

// Edges are the rows with their cursors.
func (c PublicFeedbackConnection) Edges() []*PublicFeedbackEdge {
	return edges(c.Connection, func(e Edge[*ent.PublicFeedback]) *PublicFeedbackEdge { return &PublicFeedbackEdge{e} })
}

// Edges are the rows with their cursors.
func (c MeetingConnection) Edges() []*MeetingEdge {
	return edges(c.Connection, func(e Edge[*ent.Meeting]) *MeetingEdge { return &MeetingEdge{e} })
}

// Edges are the rows with their cursors.
func (c GradeRecipeConnection) Edges() []*GradeRecipeEdge {
	return edges(c.Connection, func(e Edge[*ent.GradeRecipe]) *GradeRecipeEdge { return &GradeRecipeEdge{e} })
}

// Edges are the rows with their cursors.
func (c AccountConnection) Edges() []*AccountEdge {
	return edges(c.Connection, func(e Edge[*ent.Account]) *AccountEdge { return &AccountEdge{e} })
}

// Edges are the rows with their cursors.
func (c AuditEntryConnection) Edges() []*AuditEntryEdge {
	return edges(c.Connection, func(e Edge[*audit.Record]) *AuditEntryEdge { return &AuditEntryEdge{e} })
}

// Edges are the rows with their cursors.
func (c RoleAppointmentConnection) Edges() []*RoleAppointmentEdge {
	return edges(c.Connection, func(e Edge[*ent.RoleAppointment]) *RoleAppointmentEdge { return &RoleAppointmentEdge{e} })
}

// Edges are the rows with their cursors.
func (c JobConnection) Edges() []*JobEdge {
	return edges(c.Connection, func(e Edge[*ent.Job]) *JobEdge { return &JobEdge{e} })
}

// Edges are the rows with their cursors.
func (c DelegationConnection) Edges() []*DelegationEdge {
	return edges(c.Connection, func(e Edge[*ent.Delegation]) *DelegationEdge { return &DelegationEdge{e} })
}

// Edges are the rows with their cursors.
func (c NoticeConnection) Edges() []*NoticeEdge {
	return edges(c.Connection, func(e Edge[*notice.View]) *NoticeEdge { return &NoticeEdge{e} })
}
