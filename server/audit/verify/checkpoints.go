package verify

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"sineng/server/audit"
	"sineng/server/audit/tlog"
)

// signed is a checkpoint with the places where it was found.
type signed struct {
	*tlog.Checkpoint
	inDatabase, inFile bool
}

// readCheckpoints collects the checkpoints of the database and the folder, and the sizes at
// which the log's root is needed.
func (v *verification) readCheckpoints(ctx context.Context) error {
	byNote := map[string]*signed{}
	take := func(text, place string) *signed {
		if c := byNote[text]; c != nil {
			return c
		}
		c, err := tlog.OpenCheckpoint(text, v.options.Verifier)
		if err != nil {
			v.report.log("CHECKPOINT_FORGED", "一个签名检查点的签名无效("+place+")", "a checkpoint "+place+" does not have a valid signature")
			return nil
		}
		s := &signed{Checkpoint: c}
		byNote[text] = s
		v.checkpoints = append(v.checkpoints, s)
		v.roots[c.Size] = c.Root
		return s
	}
	rows, err := v.databaseCheckpoints(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		c := take(r.Note, "in the database")
		if c == nil {
			continue
		}
		c.inDatabase = true
		if r.Size != c.Size {
			v.report.log("CHECKPOINT_CHANGED", fmt.Sprintf("数据库中检查点的条数 %d 与其签名内容 %d 不符", r.Size, c.Size),
				fmt.Sprintf("a checkpoint in the database is said to be of %d entries and signed for %d", r.Size, c.Size))
		}
	}
	if v.options.Dir == "" {
		return nil
	}
	lines, err := tlog.ReadKept(v.options.Dir)
	if err != nil {
		return err
	}
	for _, k := range lines {
		if c := take(k.Note, "in "+tlog.CheckpointsFile); c != nil {
			c.inFile = true
		}
	}
	newest, err := os.ReadFile(filepath.Join(v.options.Dir, tlog.CheckpointFile))
	if errors.Is(err, fs.ErrNotExist) {
		if len(lines) > 0 {
			v.report.log("CHECKPOINT_MISSING", "最新检查点文件缺失", "the file of the newest checkpoint is missing")
		}
		return nil
	}
	if err != nil {
		return err
	}
	if c := take(string(newest), "in "+tlog.CheckpointFile); c != nil {
		c.inFile = true
	}
	return nil
}

// compareCheckpoints compares the signed states with the log. When several do not match, the
// first shows where the log was changed.
func (v *verification) compareCheckpoints(context.Context) error {
	v.report.Checkpoints = int64(len(v.checkpoints))
	before := int64(0)
	forked := false
	newest := int64(0)
	for _, c := range v.checkpoints {
		newest = max(newest, c.Size)
	}
	for _, c := range v.checkpoints {
		var f Finding
		switch {
		case c.Size > v.size:
			f = Finding{Reason: "LOG_CUT", Entry: -1, ZH: fmt.Sprintf("日志只有 %d 条,而 %d 条已被签名:末尾被截去,或数据库恢复到了旧备份", v.size, c.Size),
				EN: fmt.Sprintf("the log has %d entries and %d were signed: its end was cut off, or the database is an old backup", v.size, c.Size)}
		case c.Root != v.roots[c.Size]:
			f = Finding{Reason: "LOG_REWRITTEN", Entry: -1, ZH: fmt.Sprintf("前 %d 条与签名不符:第 %d 条之后的内容被改写", c.Size, before),
				EN: fmt.Sprintf("the first %d entries are not those that were signed: something behind entry %d was rewritten", c.Size, before)}
		default:
			before = max(before, c.Size)
			v.comparePlaces(c, newest)
			continue
		}
		switch {
		case slices.Contains(v.replay.lost, audit.Lost{Size: c.Size, Root: c.RootHash()}):
			v.report.Accepted = append(v.report.Accepted, f)
		case f.Reason == "LOG_CUT" || !forked:
			v.report.add(f)
			forked = forked || f.Reason == "LOG_REWRITTEN"
		}
	}
	return nil
}

// comparePlaces reports checkpoints that are missing in one place. The file is written first,
// so that the newest may not be in the database yet.
func (v *verification) comparePlaces(c *signed, newest int64) {
	if v.options.Dir == "" {
		return
	}
	switch {
	case !c.inDatabase && c.Size != newest:
		v.report.log("CHECKPOINT_MISSING", fmt.Sprintf("数据库中缺少第 %d 条处的检查点", c.Size),
			fmt.Sprintf("the checkpoint at %d entries is missing in the database", c.Size))
	case !c.inFile:
		v.report.log("CHECKPOINT_MISSING", fmt.Sprintf("检查点文件中缺少第 %d 条处的检查点", c.Size),
			fmt.Sprintf("the checkpoint at %d entries is missing in the file", c.Size))
	}
}
