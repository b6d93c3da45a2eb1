package httpd

import (
	"net/http"

	"sineng/server/fault"
	"sineng/server/fault/answer"
)

// refuse responds to a request outside GraphQL in the API's error format.
func refuse(w http.ResponseWriter, r *http.Request, e *fault.Error) {
	answer.Presenter{Language: Language, RequestID: RequestID}.Write(w, r, e)
}
