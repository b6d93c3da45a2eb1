// Package authz says who may do what: one table of role × action, and the check
// that every service method starts with.
package authz

import "sineng/ent/term"

// Action is something that a viewer may do; the values match Action of the API.
type Action string

// The actions.
const (
	ReadOrganisation  Action = "READ_ORGANISATION"
	ReadRegister      Action = "READ_REGISTER"
	ReadOverview      Action = "READ_OVERVIEW"
	EditOrganisation  Action = "EDIT_ORGANISATION"
	EditPeople        Action = "EDIT_PEOPLE"
	EditRegister      Action = "EDIT_REGISTER"
	RecordRisk        Action = "RECORD_RISK"
	RecordReadings    Action = "RECORD_READINGS"
	RecordProceedings Action = "RECORD_PROCEEDINGS"
	ApproveMeasure    Action = "APPROVE_MEASURE"
	DecideC           Action = "DECIDE_C"
	DecideB           Action = "DECIDE_B"
	DecideA           Action = "DECIDE_A"
	Import            Action = "IMPORT"
	ManageAccounts    Action = "MANAGE_ACCOUNTS"
	GrantRoles        Action = "GRANT_ROLES"
	ConfirmGrants     Action = "CONFIRM_GRANTS"
	ReadLog           Action = "READ_LOG"
	EraseTexts        Action = "ERASE_TEXTS"
	ReadPersonal      Action = "READ_PERSONAL"
	ManageCampaigns   Action = "MANAGE_CAMPAIGNS"
	FillForms         Action = "FILL_FORMS"
	ReviewForms       Action = "REVIEW_FORMS"
	ConcurGrades      Action = "CONCUR_GRADES"
	HoldMeetings      Action = "HOLD_MEETINGS"
	SetRecipes        Action = "SET_RECIPES"
	SetCalendar       Action = "SET_CALENDAR"
	HandleFeedback    Action = "HANDLE_FEEDBACK"
	AnswerObjections  Action = "ANSWER_OBJECTIONS"
	GiveInstructions  Action = "GIVE_INSTRUCTIONS"
)

// Actions lists every action in the order of the table.
var Actions = []Action{ReadOrganisation, ReadRegister, ReadOverview, EditOrganisation, EditPeople, EditRegister,
	RecordRisk, RecordReadings, RecordProceedings, ApproveMeasure, DecideC, DecideB, DecideA, Import, ManageAccounts, GrantRoles,
	ConfirmGrants, ReadLog, EraseTexts,
	ReadPersonal, ManageCampaigns, FillForms, ReviewForms, ConcurGrades, HoldMeetings, SetRecipes, SetCalendar, HandleFeedback, AnswerObjections, GiveInstructions}

// table lists the roles that may take an action, on the units that the role reaches. The three
// administrators see no risk content (三员分立).
var table = map[Action][]term.Role{
	ReadOrganisation:  {term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleInspector, term.RoleLeadingGroup, term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor},
	ReadRegister:      {term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleInspector, term.RoleLeadingGroup},
	ReadOverview:      {term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleInspector, term.RoleLeadingGroup},
	EditOrganisation:  {term.RolePrincipalLeader, term.RoleSystemAdmin},
	EditPeople:        {term.RolePrincipalLeader, term.RoleSystemAdmin},
	EditRegister:      {term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader},
	RecordRisk:        {term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader},
	RecordReadings:    {term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader},
	RecordProceedings: {term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader},
	ApproveMeasure:    {term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleLeadingGroup},
	DecideC:           {term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleLeadingGroup},
	DecideB:           {term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleLeadingGroup},
	DecideA:           {term.RoleLeadingGroup},
	Import:            {term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleSystemAdmin},
	ManageAccounts:    {term.RoleSystemAdmin},
	GrantRoles:        {term.RoleSecurityAdmin},
	ConfirmGrants:     {term.RolePrincipalLeader, term.RoleSystemAdmin, term.RoleSecurityAdmin},
	ReadLog:           {term.RoleAuditor},
	EraseTexts:        {term.RoleSystemAdmin},
	ReadPersonal:      {term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleInspector, term.RoleLeadingGroup},
	ManageCampaigns:   {term.RoleLeadingGroup},
	FillForms:         {term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader},
	ReviewForms:       {term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleInspector, term.RoleLeadingGroup},
	ConcurGrades:      {term.RoleInspector},
	HoldMeetings:      {term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleLeadingGroup},
	SetRecipes:        {term.RoleLeadingGroup},
	SetCalendar:       {term.RoleSystemAdmin},
	HandleFeedback:    {term.RoleInspector},
	AnswerObjections:  {term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleInspector, term.RoleLeadingGroup},
	GiveInstructions:  {term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleInspector, term.RoleLeadingGroup},
}

// Permits reports whether the table gives the role the action.
func Permits(role term.Role, action Action) bool {
	for _, r := range table[action] {
		if r == role {
			return true
		}
	}
	return false
}
