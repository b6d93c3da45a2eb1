package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/authz"
	"sineng/server/fault"
)

// Reach says which objects a root field concerns. The services enforce it; tests compare them
// with this table.
type Reach int

// The values of Reach.
const (
	// Itself is the signed-in account, or data that belongs to nobody.
	Itself Reach = iota
	// Named are the objects named in the input by id or code; hidden ones are not found.
	Named
	// Listed are the rows in the viewer's scope; hidden ones are left out.
	Listed
	// Whole is the whole system; a role on a unit does not suffice.
	Whole
)

// Right is a row of the table of root fields: the minimum that a caller needs.
type Right struct {
	// Open allows callers who are not signed in.
	Open bool
	// Owing are the confined sessions that may use the field nevertheless.
	Owing []account.Confinement
	// Needs are actions of which the viewer must have one on some unit. The service checks
	// that they have it on the unit concerned.
	Needs []authz.Action
	// Tokens are the scopes of API tokens that may use the field; without any it needs a
	// session.
	Tokens []term.TokenScope
	// Secret is true when the field takes a password or code; calls are limited per address.
	Secret bool
	Reach  Reach
}

// Shorthands of the table.
var (
	byOrganisation = []term.TokenScope{term.TokenScopeReadOrganisation, term.TokenScopeReadRegister, term.TokenScopeReadOverview}
	byRegister     = []term.TokenScope{term.TokenScopeReadRegister}
	byOverview     = []term.TokenScope{term.TokenScopeReadRegister, term.TokenScopeReadOverview}
	byAudit        = []term.TokenScope{term.TokenScopeReadAudit}
	byIndicators   = []term.TokenScope{term.TokenScopeWriteIndicators}
	byProceedings  = []term.TokenScope{term.TokenScopeWriteProceedings}
	byEvery        = slices.Concat(byOrganisation, byAudit, byIndicators, byProceedings)

	needs = func(a ...authz.Action) []authz.Action { return a }
	owing = func(c ...account.Confinement) []account.Confinement { return c }
)

// Rights is the table: it has a row for every root field of the schema, and no others.
var Rights = map[string]Right{
	"__typename": {Open: true, Tokens: byEvery},
	"__schema":   {Tokens: byEvery},
	"__type":     {Tokens: byEvery},

	// Signing in, and the viewer's own account.
	"viewer":              {Open: true, Tokens: byEvery},
	"signInOptions":       {Open: true, Tokens: byEvery},
	"signIn":              {Open: true, Secret: true},
	"signOut":             {Open: true},
	"setUp":               {Open: true, Secret: true},
	"setUpLink":           {Open: true, Secret: true},
	"signUpAdministrator": {Open: true, Secret: true},
	"submitSecondFactor":  {Owing: owing(account.OwesSecondFactor), Secret: true},
	"changePassword":      {Owing: owing(account.OwesPassword), Secret: true},
	"startSecondFactor":   {Owing: owing(account.OwesFactorSetting), Secret: true},
	"confirmSecondFactor": {Owing: owing(account.OwesFactorSetting), Secret: true},
	"disableSecondFactor": {Secret: true},
	"renewRecoveryCodes":  {Secret: true},
	"mySessions":          {},
	"endSession":          {Reach: Named},
	"endOtherSessions":    {},
	"myTokens":            {},
	"createToken":         {Reach: Named},
	"revokeToken":         {Reach: Named},

	// Notices and the to-do.
	"notices":           {},
	"unreadNotices":     {},
	"noticeSettings":    {},
	"toDo":              {},
	"markNoticesRead":   {},
	"setNoticeSettings": {},
	"sendTestNotice":    {},

	// Acts that wait for a second person. Who may know of one follows from the act itself, not from a
	// unit alone: package pending decides it.
	"actsToConfirm": {},
	"waitingActs":   {Reach: Listed},
	"myActs":        {},
	"pendingAct":    {},
	"startUp":       {},
	"confirmAct":    {},
	"confirmActs":   {},
	"declineAct":    {},
	"withdrawAct":   {},

	// Accounts and roles.
	"accounts":          {Needs: needs(authz.ManageAccounts, authz.GrantRoles), Reach: Listed},
	"pendingGrants":     {Needs: needs(authz.ConfirmGrants), Reach: Listed},
	"createAccount":     {Needs: needs(authz.ManageAccounts), Reach: Named},
	"resetPassword":     {Needs: needs(authz.ManageAccounts), Reach: Named},
	"resetSecondFactor": {Needs: needs(authz.ManageAccounts), Reach: Named},
	"disableAccount":    {Needs: needs(authz.ManageAccounts), Reach: Named},
	"enableAccount":     {Needs: needs(authz.ManageAccounts), Reach: Named},
	"grantRole":         {Needs: needs(authz.GrantRoles), Reach: Named},
	"confirmGrant":      {Needs: needs(authz.ConfirmGrants), Reach: Named},
	"declineGrant":      {Needs: needs(authz.ConfirmGrants), Reach: Named},
	"revokeRole":        {Needs: needs(authz.GrantRoles), Reach: Named},

	// The audit log.
	"auditEntries": {Needs: needs(authz.ReadLog), Tokens: byAudit, Reach: Listed},
	"auditLog":     {Needs: needs(authz.ReadLog), Tokens: byAudit},
	"unusualReads": {Needs: needs(authz.ReadLog), Reach: Listed},
	"verification": {Needs: needs(authz.ReadLog), Reach: Whole},
	"verifyLog":    {Needs: needs(authz.ReadLog), Reach: Whole},
	"eraseTexts":   {Needs: needs(authz.EraseTexts), Reach: Named},

	// Any object by its id; an object of a kind that the viewer may not read is null.
	"node":  {Tokens: byEvery, Reach: Named},
	"nodes": {Tokens: byEvery, Reach: Named},

	// The organisation.
	"unit":            {Tokens: byEvery, Reach: Named},
	"units":           {Needs: needs(authz.ReadOrganisation), Tokens: byOrganisation, Reach: Listed},
	"posts":           {Needs: needs(authz.ReadOrganisation), Tokens: byOrganisation, Reach: Listed},
	"people":          {Needs: needs(authz.ReadOrganisation), Tokens: byOrganisation, Reach: Listed},
	"portfolios":      {Needs: needs(authz.ReadOrganisation), Tokens: byOrganisation, Reach: Listed},
	"createUnit":      {Needs: needs(authz.EditOrganisation), Reach: Named},
	"updateUnit":      {Needs: needs(authz.EditOrganisation), Reach: Named},
	"moveUnit":        {Needs: needs(authz.EditOrganisation), Reach: Named},
	"closeUnit":       {Needs: needs(authz.EditOrganisation), Reach: Named},
	"createPost":      {Needs: needs(authz.EditOrganisation), Reach: Named},
	"updatePost":      {Needs: needs(authz.EditOrganisation), Reach: Named},
	"addPerson":       {Needs: needs(authz.EditPeople), Reach: Named},
	"updatePerson":    {Needs: needs(authz.EditPeople), Reach: Named},
	"appoint":         {Needs: needs(authz.EditPeople), Reach: Named},
	"relieve":         {Needs: needs(authz.EditPeople), Reach: Named},
	"assignPortfolio": {Needs: needs(authz.EditPeople), Reach: Named},
	"endPortfolio":    {Needs: needs(authz.EditPeople), Reach: Named},

	// The register.
	"powers":              {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Listed},
	"duties":              {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Listed},
	"balance":             {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Named},
	"powerBalance":        {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Named},
	"balanceRules":        {Needs: needs(authz.ReadRegister), Tokens: byRegister},
	"whatIf":              {Needs: needs(authz.ReadRegister, authz.EditPeople), Reach: Named},
	"leaveTest":           {Needs: needs(authz.ReadRegister), Reach: Named},
	"conflicts":           {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Listed},
	"conflictCounts":      {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Named},
	"acceptConflict":      {Needs: needs(authz.EditRegister), Reach: Named},
	"endAcceptance":       {Needs: needs(authz.EditRegister), Reach: Named},
	"judgeBalance":        {Needs: needs(authz.EditRegister), Reach: Named},
	"ownBalanceRules":     {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Named},
	"tryBalanceRule":      {Needs: needs(authz.ReadRegister), Reach: Named},
	"saveBalanceRule":     {Needs: needs(authz.SetRecipes), Reach: Named},
	"switchBalanceRule":   {Needs: needs(authz.SetRecipes), Reach: Named},
	"closeRelations":      {Reach: Named},
	"declareRelation":     {Reach: Named},
	"endRelation":         {Reach: Named},
	"plannedLeaves":       {Reach: Named},
	"planLeave":           {Reach: Named},
	"withdrawLeave":       {Reach: Named},
	"processReport":       {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Named},
	"weakSteps":           {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Named},
	"processDraft":        {Needs: needs(authz.EditRegister), Reach: Named},
	"processes":           {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Listed},
	"riskPoints":          {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Listed},
	"riskRows":            {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Listed},
	"measures":            {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Listed},
	"gradeMatrix":         {Needs: needs(authz.ReadOverview), Tokens: byOverview, Reach: Named},
	"supervision":         {Needs: needs(authz.ReadOverview), Tokens: byOverview, Reach: Named},
	"recordDuty":          {Needs: needs(authz.EditRegister), Reach: Named},
	"reviseDuty":          {Needs: needs(authz.EditRegister), Reach: Named},
	"registerPower":       {Needs: needs(authz.EditRegister), Reach: Named},
	"revisePower":         {Needs: needs(authz.EditRegister), Reach: Named},
	"retirePower":         {Needs: needs(authz.EditRegister), Reach: Named},
	"saveProcess":         {Needs: needs(authz.EditRegister), Reach: Named},
	"saveProcessDraft":    {Needs: needs(authz.EditRegister), Reach: Named},
	"discardProcessDraft": {Needs: needs(authz.EditRegister), Reach: Named},
	"publishProcess":      {Needs: needs(authz.EditRegister), Reach: Named},
	"recordRiskPoint":     {Needs: needs(authz.RecordRisk), Reach: Named},
	"reviseRiskPoint":     {Needs: needs(authz.RecordRisk), Reach: Named},
	"retireRiskPoint":     {Needs: needs(authz.RecordRisk, authz.DecideA, authz.DecideB, authz.DecideC), Reach: Named},
	"proposeGrade":        {Needs: needs(authz.RecordRisk), Reach: Named},
	"decideGrade":         {Needs: needs(authz.DecideA, authz.DecideB, authz.DecideC), Reach: Named},
	"endorseGrade":        {Needs: needs(authz.DecideA, authz.DecideB, authz.DecideC), Reach: Named},
	"concurGrade":         {Needs: needs(authz.ConcurGrades), Reach: Named},
	"refuseGrade":         {Needs: needs(authz.ConcurGrades), Reach: Named},
	"endorseRetirement":   {Needs: needs(authz.DecideA, authz.DecideB, authz.DecideC), Reach: Named},
	"concurRetirement":    {Needs: needs(authz.ConcurGrades), Reach: Named},
	"refuseRetirement":    {Needs: needs(authz.ConcurGrades), Reach: Named},
	"recordMeasure":       {Needs: needs(authz.RecordRisk), Reach: Named},
	"reviseMeasure":       {Needs: needs(authz.RecordRisk), Reach: Named},
	"advanceMeasure":      {Needs: needs(authz.ApproveMeasure), Reach: Named},

	// Files 佐证. Whoever may see their owner sees them; the persons of personal forms need no
	// role.
	"attachments":      {Reach: Named},
	"removeAttachment": {Reach: Named},

	// Feedback from the public on published forms.
	"publicFeedback": {Needs: needs(authz.HandleFeedback), Reach: Listed},
	"handleFeedback": {Needs: needs(authz.HandleFeedback), Reach: Named},

	// The viewer's own record, and objections to it.
	"myRecord":          {},
	"objections":        {Needs: needs(authz.AnswerObjections), Reach: Listed},
	"raiseObjection":    {Reach: Named},
	"withdrawObjection": {Reach: Named},
	"answerObjection":   {Needs: needs(authz.AnswerObjections), Reach: Named},

	// The forms; the service checks who may fill them. People without a role fill their own.
	"formLayouts":    {},
	"forms":          {Reach: Listed},
	"formsToReview":  {Needs: needs(authz.ReviewForms), Reach: Listed},
	"delegations":    {Reach: Listed},
	"yearDifference": {Reach: Named},
	"submitForm":     {Reach: Named},
	"recallForm":     {Reach: Named},
	"approveForm":    {Needs: needs(authz.ReviewForms), Reach: Named},
	"returnForm":     {Needs: needs(authz.ReviewForms), Reach: Named},
	"reviewForms":    {Needs: needs(authz.ReviewForms), Reach: Named},
	"askRevision":    {Reach: Named},
	"allowRevision":  {Needs: needs(authz.ReviewForms), Reach: Named},
	"refuseRevision": {Needs: needs(authz.ReviewForms), Reach: Named},
	"delegate":       {Reach: Named},
	"endDelegation":  {Reach: Named},
	"saveFormDraft":  {Reach: Named},
	"applyForm":      {Reach: Named},
	"assignForm":     {Needs: needs(authz.EditRegister), Reach: Named},

	// Campaigns.
	"campaigns":        {Needs: needs(authz.ReadOrganisation), Tokens: byOrganisation, Reach: Listed},
	"campaignProgress": {Needs: needs(authz.ReadOverview), Tokens: byOverview, Reach: Named},
	"planCampaign":     {Needs: needs(authz.ManageCampaigns), Reach: Named},
	"reviseCampaign":   {Needs: needs(authz.ManageCampaigns), Reach: Named},
	"exportCampaign":   {Needs: needs(authz.ManageCampaigns), Reach: Named},
	"openCampaign":     {Needs: needs(authz.ManageCampaigns), Reach: Named},
	"advanceCampaign":  {Needs: needs(authz.ManageCampaigns), Reach: Named},
	"closeCampaign":    {Needs: needs(authz.ManageCampaigns), Reach: Named},
	"archiveCampaign":  {Needs: needs(authz.ManageCampaigns), Reach: Named},

	// Background jobs, each visible to whoever started it.
	"job":       {Reach: Named},
	"myJobs":    {},
	"cancelJob": {Reach: Named},
	// Meetings. A member may vote with their own account without the right to hold meetings.
	"meetings":         {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Listed},
	"planMeeting":      {Needs: needs(authz.HoldMeetings), Reach: Named},
	"reviseMeeting":    {Needs: needs(authz.HoldMeetings), Reach: Named},
	"setAgenda":        {Needs: needs(authz.HoldMeetings), Reach: Named},
	"openMeeting":      {Needs: needs(authz.HoldMeetings), Reach: Named},
	"castVote":         {Needs: needs(authz.ReadRegister), Reach: Named},
	"decideItem":       {Needs: needs(authz.HoldMeetings), Reach: Named},
	"countersignVotes": {Needs: needs(authz.ReadRegister), Reach: Named},
	"deferItem":        {Needs: needs(authz.HoldMeetings), Reach: Named},
	"closeMeeting":     {Needs: needs(authz.HoldMeetings), Reach: Named},
	"cancelMeeting":    {Needs: needs(authz.HoldMeetings), Reach: Named},

	// Working calendar and rules of time limits.
	"workingCalendar":      {Needs: needs(authz.ReadOrganisation), Tokens: byOrganisation},
	"checkWorkingCalendar": {Needs: needs(authz.SetCalendar), Reach: Whole},
	"readWorkingCalendar":  {Needs: needs(authz.SetCalendar), Reach: Whole},
	"setWorkingCalendar":   {Needs: needs(authz.SetCalendar), Reach: Whole},
	"dropWorkingCalendar":  {Needs: needs(authz.SetCalendar), Reach: Whole},
	"clockRules":           {Needs: needs(authz.ReadOrganisation), Tokens: byOrganisation, Reach: Named},
	"clockRuleVersions":    {Needs: needs(authz.ReadOrganisation), Tokens: byOrganisation, Reach: Named},
	"clockDue":             {Needs: needs(authz.ReadOrganisation), Tokens: byOrganisation, Reach: Named},
	"setClockRule":         {Needs: needs(authz.SetRecipes), Reach: Named},

	// Checks of supervision.
	"supervisionChecks":      {Needs: needs(authz.ReadOverview), Reach: Listed},
	"supervisionCheckCounts": {Needs: needs(authz.ReadOverview), Reach: Named},
	"supervisionPlan":        {Needs: needs(authz.ReadOrganisation), Tokens: byOrganisation, Reach: Named},
	"checkHandovers":         {Needs: needs(authz.ReadOverview), Reach: Listed},
	"setSupervisionPlan":     {Needs: needs(authz.SetRecipes), Reach: Named},
	"beginCheck":             {Reach: Named},
	"recordCheck":            {Reach: Named},
	"signCheckHandover":      {Reach: Named},

	// Warnings.
	"warnings":           {Needs: needs(authz.ReadOverview), Reach: Listed},
	"warningCounts":      {Needs: needs(authz.ReadOverview), Reach: Named},
	"warningRules":       {Needs: needs(authz.ReadOrganisation), Tokens: byOrganisation, Reach: Named},
	"tryWarningRule":     {Needs: needs(authz.SetRecipes), Reach: Named},
	"setWarningRule":     {Needs: needs(authz.SetRecipes), Reach: Named},
	"acknowledgeWarning": {Reach: Named},
	"answerWarning":      {Reach: Named},
	"returnWarning":      {Reach: Named},
	"verifyWarning":      {Reach: Named},
	"liftWarning":        {Reach: Named},

	// Indicators of measures.
	"indicators":      {Needs: needs(authz.ReadRegister, authz.RecordReadings), Tokens: slices.Concat(byRegister, byIndicators), Reach: Listed},
	"defineIndicator": {Needs: needs(authz.RecordRisk), Reach: Named},
	"reviseIndicator": {Needs: needs(authz.RecordRisk), Reach: Named},
	"stopIndicator":   {Needs: needs(authz.RecordRisk), Reach: Named},
	"recordReadings":  {Tokens: byIndicators, Reach: Named},

	// Education. Whoever is expected at a session, or leads it, sees it wherever they stand.
	"educationSessions":        {Tokens: byRegister, Reach: Listed},
	"expectedAtEducation":      {Needs: needs(authz.RecordRisk), Reach: Named},
	"educationOfPeople":        {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Named},
	"recordEducationSession":   {Needs: needs(authz.RecordRisk), Reach: Named},
	"holdEducationSession":     {Needs: needs(authz.RecordRisk), Reach: Named},
	"reviseEducationSession":   {Needs: needs(authz.RecordRisk), Reach: Named},
	"setEducationParticipants": {Needs: needs(authz.RecordRisk), Reach: Named},
	"cancelEducationSession":   {Needs: needs(authz.RecordRisk), Reach: Named},
	// Rules documents.
	"rulesDocuments":        {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Listed},
	"rulesReviews":          {Needs: needs(authz.ReadOverview), Tokens: byRegister, Reach: Listed},
	"registerRulesDocument": {Needs: needs(authz.EditRegister), Reach: Named},
	"correctRulesDocument":  {Needs: needs(authz.EditRegister), Reach: Named},
	"issueRulesEdition":     {Needs: needs(authz.EditRegister), Reach: Named},
	"correctRulesEdition":   {Needs: needs(authz.EditRegister), Reach: Named},
	"withdrawRulesEdition":  {Needs: needs(authz.EditRegister), Reach: Named},
	"repealRulesDocument":   {Needs: needs(authz.EditRegister), Reach: Named},
	"withdrawRulesRepeal":   {Needs: needs(authz.EditRegister), Reach: Named},
	"linkRules":             {Needs: needs(authz.RecordRisk), Reach: Named},
	"unlinkRules":           {Needs: needs(authz.RecordRisk), Reach: Named},
	"answerRulesReview":     {Reach: Named},
	// Proceedings of powers.
	"proceedings":       {Needs: needs(authz.ReadRegister, authz.RecordProceedings), Tokens: slices.Concat(byRegister, byProceedings), Reach: Listed},
	"proceedingFigures": {Needs: needs(authz.ReadRegister, authz.RecordProceedings), Tokens: slices.Concat(byRegister, byProceedings), Reach: Named},
	"recordProceedings": {Needs: needs(authz.RecordProceedings), Tokens: byProceedings, Reach: Named},

	// Tasks of measures.
	"taskSchedules": {Needs: needs(authz.ReadRegister), Reach: Named},
	"measureTasks":  {Needs: needs(authz.ReadOverview), Reach: Listed},
	"scheduleTasks": {Needs: needs(authz.RecordRisk, authz.ApproveMeasure), Reach: Named},
	"stopTasks":     {Needs: needs(authz.RecordRisk, authz.ApproveMeasure), Reach: Named},
	"doTask":        {Reach: Named},

	// Instructions.
	"instructions":           {Needs: needs(authz.ReadOverview), Reach: Listed},
	"draftInstruction":       {Needs: needs(authz.GiveInstructions), Reach: Named},
	"giveInstruction":        {Needs: needs(authz.GiveInstructions), Reach: Named},
	"acknowledgeInstruction": {Reach: Named},
	"answerInstruction":      {Reach: Named},
	"reportInstruction":      {Reach: Named},
	"acceptInstruction":      {Reach: Named},
	"returnInstruction":      {Reach: Named},
	"extendInstruction":      {Reach: Named},
	"withdrawInstruction":    {Reach: Named},

	// Recipes of grades.
	"gradeRecipe":   {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Named},
	"gradeRecipes":  {Needs: needs(authz.ReadRegister), Tokens: byRegister, Reach: Named},
	"previewRecipe": {Needs: needs(authz.SetRecipes), Reach: Named},
	"setRecipe":     {Needs: needs(authz.SetRecipes), Reach: Named},
	"regrade":       {Needs: needs(authz.SetRecipes), Reach: Listed},

	// Imports, each visible to whoever started it.
	"importJob":         {Reach: Named},
	"importLayouts":     {},
	"importMappings":    {Needs: needs(authz.Import), Reach: Named},
	"planImport":        {Needs: needs(authz.Import), Reach: Named},
	"mapImport":         {Needs: needs(authz.Import), Reach: Named},
	"dropImportMapping": {Needs: needs(authz.Import), Reach: Named},
	"commitImport":      {Needs: needs(authz.Import), Reach: Named},
	"cancelImport":      {Reach: Named},
	"live":              {},
	"importProgress":    {Needs: needs(authz.Import), Reach: Named},
}

// CheckRights returns an error unless the table and the schema have the same fields, each token scope
// that opens a field allows what the field needs, and none that only reads opens more than queries.
func CheckRights(s *ast.Schema) error {
	var bad []string
	known := map[string]bool{"__typename": true, "__schema": true, "__type": true}
	for _, root := range []*ast.Definition{s.Query, s.Mutation, s.Subscription} {
		for _, f := range root.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			known[f.Name] = true
			r, listed := Rights[f.Name]
			if !listed {
				bad = append(bad, "the field "+f.Name+" has no row")
			}
			for _, scope := range r.Tokens {
				if root == s.Subscription || root == s.Mutation && !scope.Writes() {
					bad = append(bad, fmt.Sprintf("a token of %s opens %s, which is no query", scope, f.Name))
				}
			}
		}
	}
	for name, r := range Rights {
		if !known[name] {
			bad = append(bad, "the row "+name+" has no field")
		}
		for _, scope := range r.Tokens {
			lets := account.TokenActions(scope)
			if len(r.Needs) > 0 && !slices.ContainsFunc(r.Needs, func(a authz.Action) bool { return slices.Contains(lets, a) }) {
				bad = append(bad, fmt.Sprintf("a token of %s opens %s and lets nothing through that it needs", scope, name))
			}
		}
	}
	if len(bad) == 0 {
		return nil
	}
	slices.Sort(bad)
	return fmt.Errorf("the table of rights: %s", strings.Join(bad, "; "))
}

// owed is the message for a confined session that calls another field.
var owed = map[account.Confinement]struct{ zh, en string }{
	account.OwesSecondFactor:  {"请先完成二次验证", "Give the code of your second factor first"},
	account.OwesPassword:      {"请先修改密码", "Change your password first"},
	account.OwesFactorSetting: {"请先设置二次验证", "Set up a second factor first"},
}

// LetIn refuses a root field to a caller whom the table does not allow, before the field is
// resolved.
func LetIn(ctx context.Context, field string) error {
	r, known := Rights[field]
	v := viewer.FromContext(ctx)
	if v != nil && v.TokenID != 0 && !slices.ContainsFunc(r.Tokens, func(s term.TokenScope) bool { return slices.Contains(v.Scopes, s) }) {
		return tokenMayNot()
	}
	if r.Open {
		return nil
	}
	if v == nil || !known {
		return fault.SignedOut()
	}
	if s := signedInOf(ctx); s != nil {
		if c := s.Confined(); c != account.Free {
			if slices.Contains(r.Owing, c) {
				return nil
			}
			return fault.New(fault.Forbidden, string(c), "", owed[c].zh, owed[c].en)
		}
	}
	var err error
	for _, action := range r.Needs {
		if err = authz.CheckAnywhere(ctx, action); err == nil {
			return nil
		}
	}
	return err
}
