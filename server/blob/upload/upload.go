// Package upload receives files that are looked at and not kept.
package upload

import (
	"errors"
	"io"
	"net/http"

	"sineng/server/fault"
)

// mostParts is how many parts of a request are looked at for the file.
const mostParts = 10

// One returns the one file in a request, which stands in the multipart field "file". A file of more than
// most bytes is refused with the error given.
func One(w http.ResponseWriter, r *http.Request, most int64, tooLarge error) ([]byte, error) {
	r.Body = http.MaxBytesReader(w, r.Body, most+64<<10)
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, fault.Bad("file", "NOT_MULTIPART", "请以 multipart/form-data 上传文件", "Send the file as multipart/form-data")
	}
	for range mostParts {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, cutOff(err, tooLarge)
		}
		if part.FormName() != "file" || part.FileName() == "" {
			continue
		}
		data, err := io.ReadAll(io.LimitReader(part, most+1))
		switch {
		case err != nil:
			return nil, cutOff(err, tooLarge)
		case int64(len(data)) > most:
			return nil, tooLarge
		}
		return data, nil
	}
	return nil, fault.Bad("file", "NO_FILE", "请选择要上传的文件", "The field file holds no file")
}

func cutOff(cause error, tooLarge error) error {
	if cut := new(http.MaxBytesError); errors.As(cause, &cut) {
		return tooLarge
	}
	return fault.Bad("file", "UPLOAD_CUT_OFF", "上传内容不完整,请重新上传", "The upload is incomplete; send it again").Because(cause)
}
