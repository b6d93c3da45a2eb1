package verify

// What is done to a row besides changing a column, in the names of HarmlessChanges.
const (
	RowAdded   = "(a row is added)"
	RowDeleted = "(a row is deleted)"
)

// HarmlessChanges are the changes of the database that a verification does not tell of, by table
// and column, with the reason. A test changes every column of every table and fails for one that
// is neither found nor listed.
var HarmlessChanges = map[string]string{
	"accounts last_sign_in_at":             "notes a use; the log has every sign-in",
	"api_tokens last_used_at":              "notes a use, at most once a minute",
	"audit_checkpoints at":                 "no signature covers it; the file beside the database has its own",
	"audit_checkpoints id":                 "nothing refers to it",
	"audit_hashes id":                      "nothing refers to it: a node is named by its level and number",
	"audit_inbox id":                       "gives only the order of entries that wait, which is fixed when they get their places",
	"audit_inbox import_id":                "an entry whose import is not under way is placed like all others; a row of an import under way that the program did not write is found",
	"audit_touches id":                     "decides only whether a row is looked at besides the index of texts for the minute until the index follows",
	"audit_witnesses (a row is deleted)":   "the witness is told of the log again; what it signed it keeps itself",
	"count_folds (a row is deleted)":       "servers that have not read it yet read the roll-up anew",
	"count_folds id":                       "nothing refers to it: a row is named by its number",
	"due_items (a row is deleted)":         "what is done daily is set again by itself, and a form or campaign that no longer moves stays where everybody sees it; nothing is decided or released by it",
	"fingerprints (a row is deleted)":      "a hint to a similar text is missing",
	"fingerprints id":                      "nothing refers to it: a fingerprint is named by its risk point",
	"form_drafts (a row is deleted)":       "what was typed and not handed in is lost, and its typists typed nothing that counts; the register and who prepared a form are in the log",
	"form_snapshots id":                    "nothing refers to it: a content is named by its form and hash",
	"goose_db_version id":                  "nothing refers to it",
	"goose_db_version tstamp":              "tells only when a migration ran",
	"jobs (a row is deleted)":              "its work is not done, and whoever asked sees that it is gone and asks again",
	"log_cursors (a row is deleted)":       "the follower begins again; what it makes is made once, and passes once a day look at everything",
	"migration_lock (a row is added)":      "only keeps two programs from migrating at the same time",
	"migration_lock (a row is deleted)":    "only keeps two programs from migrating at the same time",
	"migration_lock holder":                "only keeps two programs from migrating at the same time",
	"migration_lock id":                    "only keeps two programs from migrating at the same time",
	"migration_lock until":                 "only keeps two programs from migrating at the same time",
	"notice_deliveries (a row is deleted)": "a mail or call is missing; the notice stands on the page",
	"notice_deliveries attempts":           "decides only how often a notice is sent",
	"notice_deliveries failure":            "tells only why a notice was not sent",
	"notice_deliveries id":                 "nothing refers to it",
	"notice_deliveries next_at":            "decides only when a notice is sent",
	"notice_deliveries sent_at":            "tells only when a notice was sent",
	"notice_deliveries state":              "decides only whether a notice is sent again",
	"notice_settings digested_on":          "decides only whether a digest is sent again",
	"notices digested":                     "decides only whether a digest tells of it again",
	"notices read_at":                      "notes a use; what waits stands in the to-do, read or not",
	"rights_versions (a row is added)":     "servers read one row, by its key",
	"rights_versions (a row is deleted)":   "servers work rights out with every request; the next start puts the row back",
	"rights_versions id":                   "servers work rights out with every request, as without the row",
	"rights_versions version":              "servers work rights out anew; the rights follow from rows that the log tells of",
	"risk_count_delta id":                  "nothing refers to it",
	"risk_count_delta import_id":           "a change of the counts whose import is not under way counts like all others; a row of an import under way that the program did not write is found",
	"risk_count_delta post_id":             "says under which post servers count what waits to be folded, until they read the rows anew as they do when they start; the counts by unit do not depend on it",
	"process_drafts (a row is deleted)":    "what was edited and not published is lost; the version in force stays",
	"risk_count_delta recorded_on":         "says under which day servers count what waits to be folded, until they read the rows anew; the counts by unit do not depend on it",
	"risk_count_delta retired_on":          "says under which day servers count what waits to be folded, until they read the rows anew; the counts by unit do not depend on it",
	"risk_count_delta turn":                "says whether servers count a change since a day, until they read the rows anew; the counts by unit do not depend on it",
	"risk_counts id":                       "nothing refers to it: a count is named by its unit and key",
	"search_progresses (a row is added)":   "the index of texts is not used, and all rows are looked at",
	"search_progresses (a row is deleted)": "the index of texts is built anew",
	"search_progresses built":              "the index of texts is built to its end again",
	"search_progresses id":                 "nothing refers to it",
	"search_progresses position":           "counts only while the index of texts is built, whose outcome is compared with the rows",
	"search_progresses shape":              "the index of texts is built anew",
	"search_progresses touch":              "decides only whether a row is looked at besides the index of texts for the minute until the index follows",
	"sessions (a row is deleted)":          "the session ends",
	"sessions id":                          "names the session in its owner's list alone",
	"sessions seen_at":                     "moves the end after idle time of a session whose token its owner has; the absolute end is under the seal",
	"sign_in_failures (a row is deleted)":  "the count of failed tries begins again, as after a good sign-in; the log has every try",
	"staged_imports (a row is deleted)":    "shows rows that no entry of the log tells of, each of which is then found",
}

// OldStates tells, for each entity whose rows bear seals, what comes of an old state of a row that is
// put back whole, with its seal: what tells it from the present one, or why nothing hangs on it.
var OldStates = map[string]string{
	"AuditWitness":   "told by the witness, which answers with the size that it has; the note bears its signature",
	"CountFold":      "not told: a row is written once and never changed; one of an earlier number that was deleted since is older than the newest, which alone is read anew",
	"DueItem":        "not told: what is due is done once more by a handler that looks at the present state of its object, or was done already and changes nothing",
	"Fingerprint":    "not told: a hint compares with an earlier text; no grade, form or right comes of it",
	"ProcessDraft":   "not told: an earlier draft of a process; what is published is compared with the version in force, shown and logged",
	"FormDraft":      "not told: an earlier draft with those who had typed in it; who wrote what is handed in is read from the log of the register when it is",
	"FormSnapshot":   "told by its hash, which the form and its submissions name in the log",
	"Job":            "not told: it runs once more as whoever asked for it and sees what they may see then; an import applies once, since its staged rows are shown once",
	"LogCursor":      "not told: entries are followed once more, and what comes of an entry is made once by its key",
	"Notice":         "not told: somebody reads a notice again; what waits for them stands in the to-do, which follows from the rows themselves",
	"NoticeDelivery": "not told: a notice is sent once more, under the name by which its receiver knows it",
	"Session":        "told where the password or second factor was set since (SESSION_REVIVED); one that its owner ended is not told, needs the token that only its browser has, sees what the account may see now, and ends with its absolute time, which the seal covers",
	"SignInFailure":  "not told: tries count from an earlier number, as after a good sign-in; the log has every try",
	"StagedImport":   "told by the log, in which the rows stand that the import brought: they are missing (ROW_MISSING) while it hides them, and it deletes none of them",
	"WitnessedLog":   "told by the copy beside the database (WITNESSED_LOWERED), which counts instead",
}

// Harmless returns why a change, named by table and column, is harmless.
func Harmless(name string) (reason string, harmless bool) {
	reason, harmless = HarmlessChanges[name]
	return reason, harmless
}
