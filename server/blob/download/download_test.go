package download

import (
	"mime"
	"net/http"
	"testing"
)

func TestAFileIsSavedUnderItsNameWhateverIsInIt(t *testing.T) {
	for _, name := range []string{"证据 1.txt", "a.xlsx", "x\"\r\nX-Evil: 1.html", `a."; x="y`, "100%.zip", "no ending", ""} {
		h := http.Header{}
		Attachment(h, name, ZIP)
		kind, parameters, err := mime.ParseMediaType(h.Get("Content-Disposition"))
		if err != nil || kind != "attachment" || parameters["filename"] != name || len(parameters) != 1 {
			t.Errorf("%q is offered as %s %v, %v", name, kind, parameters, err)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Content-Type") != ZIP {
			t.Errorf("the headers are %v", h)
		}
	}
}
