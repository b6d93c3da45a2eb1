package fault

import (
	"errors"
	"regexp"
	"slices"
	"syscall"

	"github.com/go-sql-driver/mysql"
)

// ReasonFull is the reason of every error for a disk without room.
const ReasonFull = "DISK_FULL"

// sqliteFull are SQLite's codes for a write that found no room: SQLITE_FULL, and
// SQLITE_IOERR_SHMSIZE for the memory that its connections share.
var sqliteFull = []int{13, 4874}

// mysqlFull are the errors of MySQL and MariaDB for a write that found no room: EE_WRITE,
// EE_DISK_FULL, ER_DISK_FULL, ER_ERROR_ON_WRITE and ER_RECORD_FILE_FULL.
var mysqlFull = []uint16{3, 20, 1021, 1026, 1114}

// mysqlEngine is ER_GET_ERRNO, whose text tells the error of the storage engine.
const mysqlEngine = 1030

// engineFull finds ENOSPC (28) and InnoDB's DB_OUT_OF_FILE_SPACE in it.
var engineFull = regexp.MustCompile(`(?i)error (28|122)\b|no space|file space`)

// Full reports whether an error means that the disk of a database or a folder has no room. What
// is stored can still be read, and the same request works once there is room again.
func Full(err error) bool {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return true
	}
	var my *mysql.MySQLError
	if errors.As(err, &my) {
		return slices.Contains(mysqlFull, my.Number) || my.Number == mysqlEngine && engineFull.MatchString(my.Message)
	}
	var lite interface{ Code() int } // of modernc.org/sqlite
	return errors.As(err, &lite) && slices.Contains(sqliteFull, lite.Code())
}

// NoRoom is the answer to a write while the disk is full.
func NoRoom() *Error {
	return New(Unavailable, ReasonFull, "", "服务器磁盘空间已满,目前只能查看、不能保存;请联系管理员,腾出空间后会自动恢复",
		"The server's disk is full: what is stored can be read, nothing can be saved; tell the administrator, it goes on by itself when there is room")
}
