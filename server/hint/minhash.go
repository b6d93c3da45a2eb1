package hint

import (
	"encoding/binary"
	"math"
)

const (
	// signatureSize is the number of values in a signature.
	signatureSize = 32
	// bands is the number of groups into which a signature is divided. With
	// four values each, two texts that share four fifths of their shingles
	// have an equal band with a probability of 98 %, two that share a third
	// with 9 %.
	bands    = 8
	bandSize = signatureSize / bands
)

// Signature is the MinHash of a text: for each of several pseudo-random orders
// of all shingles, the least one in the text. The share of equal values
// estimates the similarity of two texts.
type Signature [signatureSize]uint32

// mix is the finalizer of SplitMix64, which spreads a number over all bits.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// Sign computes the signature of a set of shingles.
func Sign(shingles map[uint64]bool) Signature {
	var s Signature
	for i := range s {
		s[i] = math.MaxUint32
	}
	for shingle := range shingles {
		for i := range s {
			// The orders must never change, or stored fingerprints would
			// become useless.
			if v := uint32(mix(shingle^mix(uint64(i)+1)) >> 32); v < s[i] {
				s[i] = v
			}
		}
	}
	return s
}

// Bands returns the groups of values, each hashed to one number.
func (s Signature) Bands() [bands]int64 {
	var out [bands]int64
	for b := range out {
		h := uint64(b)
		for _, v := range s[b*bandSize : (b+1)*bandSize] {
			h = mix(h ^ uint64(v))
		}
		out[b] = int64(h) // #nosec G115 -- the conversion keeps all bits
	}
	return out
}

// Bytes returns the signature as it is stored.
func (s Signature) Bytes() []byte {
	out := make([]byte, 0, 4*signatureSize)
	for _, v := range s {
		out = binary.BigEndian.AppendUint32(out, v)
	}
	return out
}
