package hint

import (
	"encoding/binary"
	"math"
)

const (
	// signatureSize is how many values a signature has.
	signatureSize = 32
	// bands is how many groups of values are compared as a whole. With four values each, two
	// texts that share four fifths of their shingles meet in a band with 98 %, two that share
	// a third with 9 %.
	bands    = 8
	bandSize = signatureSize / bands
)

// Signature is the MinHash of a text: of each of its orders of all shingles, the first that
// the text has. Two signatures agree in as many places as the texts have in common.
type Signature [signatureSize]uint32

// mix is the finalizer of SplitMix64, by which a number is spread over all bits.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// Sign makes the signature of a set of shingles.
func Sign(shingles map[uint64]bool) Signature {
	var s Signature
	for i := range s {
		s[i] = math.MaxUint32
	}
	for shingle := range shingles {
		for i := range s {
			// The orders never change: fingerprints that are kept would be worth nothing.
			if v := uint32(mix(shingle^mix(uint64(i)+1)) >> 32); v < s[i] {
				s[i] = v
			}
		}
	}
	return s
}

// Bands are the groups of values, each as one number.
func (s Signature) Bands() [bands]int64 {
	var out [bands]int64
	for b := range out {
		h := uint64(b)
		for _, v := range s[b*bandSize : (b+1)*bandSize] {
			h = mix(h ^ uint64(v))
		}
		out[b] = int64(h) // #nosec G115 -- all bits count, also as a sign
	}
	return out
}

// Bytes is the signature as it is kept.
func (s Signature) Bytes() []byte {
	out := make([]byte, 0, 4*signatureSize)
	for _, v := range s {
		out = binary.BigEndian.AppendUint32(out, v)
	}
	return out
}
