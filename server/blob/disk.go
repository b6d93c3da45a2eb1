package blob

import (
	"errors"
	"io/fs"
	"syscall"

	"sineng/server/fault"
)

// unwritable is the error for a disk that cannot be written to. Nothing was
// damaged, and the same request works once the disk does.
func unwritable(cause error) error {
	switch {
	case fault.Full(cause):
		return fault.New(fault.Unavailable, fault.ReasonFull, "", "服务器存放文件的磁盘空间不足,文件未保存,请联系管理员后重试",
			"The server's disk for files is full and the file was not kept; tell the administrator and try again").Because(cause)
	case errors.Is(cause, syscall.EROFS), errors.Is(cause, fs.ErrPermission):
		return fault.New(fault.Unavailable, "DISK_READ_ONLY", "", "服务器存放文件的目录不可写,文件未保存,请联系管理员后重试",
			"The server's folder for files cannot be written and the file was not kept; tell the administrator and try again").Because(cause)
	}
	return fault.New(fault.Unavailable, "NO_ROOM", "", "服务器暂时无法保存文件,请稍后重试",
		"The server cannot keep the file at the moment; try again later").Because(cause)
}
