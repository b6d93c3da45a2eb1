package verify

import (
	"encoding/binary"
	"os"
	"slices"
	"testing"
)

func TestASpillGivesBackWhatWasAdded(t *testing.T) {
	s := newSpill(8)
	want := map[int64][]uint64{}
	for i := range uint64(50_000) {
		key := int64(i % 3)
		if i < 10 {
			key = 7 // stays in memory
		}
		want[key] = append(want[key], i)
		s.add(key, binary.BigEndian.AppendUint64(nil, i))
	}
	if s.file == nil || !slices.Equal(s.keys(), []int64{0, 1, 2, 7}) {
		t.Fatalf("the parts are %v", s.keys())
	}
	for key, all := range want {
		var got []uint64
		if err := s.each(key, func(record []byte) { got = append(got, binary.BigEndian.Uint64(record)) }); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, all) {
			t.Errorf("part %d has %d records, want %d", key, len(got), len(all))
		}
	}
	name := s.file.Name()
	if err := s.close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(name); !os.IsNotExist(err) {
		t.Errorf("the file is still there: %v", err)
	}
	if err := s.each(0, func([]byte) {}); err == nil {
		t.Error("a part that cannot be read is no error")
	}
}
