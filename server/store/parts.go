package store

import "slices"

// partLength is how many keys one statement names.
const partLength = 500

// InParts calls a function with parts of ids that one statement may name: in order, each id once.
func InParts(ids []int64, do func(part []int64) error) error {
	for part := range slices.Chunk(slices.Compact(slices.Sorted(slices.Values(ids))), partLength) {
		if err := do(part); err != nil {
			return err
		}
	}
	return nil
}
