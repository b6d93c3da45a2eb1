package exchange

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/server/authz"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/store"
)

// Upload is a received file that waits for Jobs.Plan.
type Upload struct {
	ID       int64
	FileName string
	Size     int64 // bytes
}

// upload is the state behind Upload.
type upload struct {
	id    int64
	owner owner
	file  File
	at    time.Time
}

// Upload stores a file for an hour, or until its import has ended. The name is
// only shown; on disk the file has a random one. A file over the limit is
// refused while it is read. An account that has as many waiting uploads as are
// kept is refused another (TOO_MANY_UPLOADS), unless it asks to replace the
// oldest.
func (j *Jobs) Upload(ctx context.Context, name string, content io.Reader, replace bool) (*Upload, error) {
	if err := authz.CheckAnywhere(ctx, authz.Import); err != nil {
		return nil, err
	}
	j.sweep()
	if err := j.tooMany(ownerOf(ctx), replace); err != nil {
		return nil, err
	}
	f, err := os.CreateTemp(j.dir, "*")
	if err != nil {
		return nil, noRoom(err)
	}
	limit := j.service.limits.FileBytes
	from := &sender{r: io.LimitReader(content, limit+1)}
	size, err := io.Copy(f, from)
	err = errors.Join(err, f.Close())
	switch {
	case from.err != nil:
		err = cutOff(limit, from.err)
	case err != nil:
		err = noRoom(err)
	case size > limit:
		err = sheet.TooLarge(limit)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return nil, err
	}
	up := &upload{id: newID(), owner: ownerOf(ctx), file: File{Path: f.Name(), Name: shownName(name)}, at: j.service.store.Now()}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		_ = os.Remove(f.Name())
		return nil, fault.New(fault.Unavailable, "STOPPING", "", "服务器正在停止", "The server is stopping")
	}
	// Others of the account may have arrived meanwhile.
	oldest, full := j.waiting(up.owner)
	if full && !replace {
		_ = os.Remove(f.Name())
		return nil, j.tooManyUploads(oldest)
	}
	if full {
		j.dropUpload(oldest)
	}
	j.uploads[up.id] = up
	return &Upload{ID: up.id, FileName: up.file.Name, Size: size}, nil
}

// sender records an error of the sender, to distinguish it from one of the
// disk.
type sender struct {
	r   io.Reader
	err error
}

func (s *sender) Read(buf []byte) (int, error) {
	n, err := s.r.Read(buf)
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	return n, err
}

// cutOff is the error for an upload that was not received completely.
func cutOff(limit int64, cause error) error {
	if tooLarge := new(http.MaxBytesError); errors.As(cause, &tooLarge) {
		return sheet.TooLarge(limit)
	}
	return fault.Bad("file", "UPLOAD_CUT_OFF", "上传内容不完整,请重新上传", "The upload is incomplete; send it again").Because(cause)
}

func noRoom(cause error) error {
	return fault.New(fault.Unavailable, "NO_ROOM", "", "服务器暂时无法保存文件,请稍后重试",
		"The server cannot keep the file at the moment; try again later").Because(cause)
}

// tooMany refuses an upload before it is received.
func (j *Jobs) tooMany(o owner, replace bool) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if oldest, full := j.waiting(o); full && !replace {
		return j.tooManyUploads(oldest)
	}
	return nil
}

// tooManyUploads says which upload is the oldest, and until when it is kept.
func (j *Jobs) tooManyUploads(oldest *upload) error {
	until := store.TimeOfDay(oldest.at.Add(keep))
	return fault.New(fault.Conflict, "TOO_MANY_UPLOADS", "file",
		fmt.Sprintf("您已有 %d 个文件上传后尚未导入,最早的“%s”保留至 %s;请先导入或稍后再传,也可明确替换最早的文件", mostUploads, oldest.file.Name, until),
		fmt.Sprintf("%d of your files wait to be imported; the oldest, %s, is kept until %s. Import it, wait, or send this one to /uploads?replace=oldest", mostUploads, oldest.file.Name, until))
}

// waiting returns the oldest upload of an account that no job has taken, and
// whether the account has as many as are kept.
func (j *Jobs) waiting(o owner) (oldest *upload, full bool) {
	n := 0
	for _, up := range j.uploads {
		if up.owner == o && !j.used(up) {
			n++
			if oldest == nil || up.at.Before(oldest.at) {
				oldest = up
			}
		}
	}
	return oldest, n >= mostUploads
}

// used reports whether a job has taken an upload.
func (j *Jobs) used(up *upload) bool {
	for _, one := range j.jobs {
		if one.upload == up {
			return true
		}
	}
	return false
}

// shownName returns a file's name without folders and invisible characters.
func shownName(name string) string {
	name = oneLine(path.Base(strings.ReplaceAll(name, `\`, "/")))
	if name == "" || name == "." || name == "/" || !utf8.ValidString(name) {
		return "file"
	}
	if r := []rune(name); len(r) > 120 {
		name = string(r[:100]) + "…" + string(r[len(r)-10:])
	}
	return name
}
