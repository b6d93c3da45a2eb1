package httpd

import (
	"bytes"
	"cmp"
	"net/http"
	"path"
	"time"

	"sineng/graph/scalar"
	"sineng/server/blob/download"
	"sineng/server/campaign"
	"sineng/server/exchange"
	"sineng/server/job"
)

// made are the media types of results of jobs.
var made = map[string]string{
	".xlsx": download.XLSX,
	".docx": download.DOCX,
	".zip":  download.ZIP,
}

// jobResult serves GET /job/{id}/result to the account that requested the job.
func (s *Server) jobResult(jobs *job.Runner) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id, _ := scalar.UnmarshalID(r.PathValue("id"))
		j, file, err := jobs.OpenResult(r.Context(), id)
		if err != nil {
			s.answers.Refuse(w, r, err)
			return
		}
		defer func() { _ = file.Close() }()
		_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(longAnswerTime))
		download.Attachment(w.Header(), j.ResultName, cmp.Or(made[path.Ext(j.ResultName)], "application/octet-stream"))
		http.ServeContent(w, r, "", time.Time{}, file)
	}
}

// campaignProgress serves GET /campaign/{id}/progress.xlsx, with ?unit= for the table of a unit.
func (s *Server) campaignProgress(campaigns *campaign.Service) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id, _ := scalar.UnmarshalID(r.PathValue("id"))
		var unit *int64
		if text := r.URL.Query().Get("unit"); text != "" {
			given, _ := scalar.UnmarshalID(text)
			unit = &given
		}
		p, err := campaigns.ExportProgress(r.Context(), id, unit)
		var book bytes.Buffer
		if err == nil {
			err = exchange.WriteProgress(&book, p, Language(r.Context()))
		}
		if err != nil {
			s.answers.Refuse(w, r, err)
			return
		}
		download.Attachment(w.Header(), p.Campaign.Title+"-"+p.Unit.Name+".xlsx", made[".xlsx"])
		_, _ = w.Write(book.Bytes())
	}
}
