package sample

import (
	"slices"
	"strings"
	"time"

	"sineng/ent/term"
)

// The sample's bodies give the duties of a power to different people, as far as they have enough, so that most powers
// are sound. What breaks the rules of balance on purpose is named here and in tooClose; sparse departments add a little
// of their own, and cases that are not filed (不予立案) are checked by nobody where discretion is wide.

// cases are powers that are instructive for balance 制衡, by unit and power, with the posts by the letters of the steps
// that are in the wrong hands. They always have a process.
var cases = map[string]map[string]string{
	// One person handles and approves: the head of the department reviews the papers that they decide on. The post that
	// is there for it, 材料审查岗, settles it.
	"DJ05-01 lic-device": {"H": "科长", "D": "科长"},
	// A procurement officer accepts what they bought.
	"DJ01-05 pro-scatter": {"H": "资产与采购管理岗", "I": "资产与采购管理岗"},
	// One officer alone investigates, decides, collects and records: the collusion number 串通人数 is 1.
	"DJ0201-02 pen-simple": {"H": "网格监管一岗", "D": "网格监管一岗", "E": "网格监管一岗", "C": "网格监管一岗"},
	// One post decides, executes and supervises.
	threeInOne: {},
	// A sound one, which three people at least would have to carry together.
	"DJ-11 pro-gov": {},
}

// threeInOne is the power that one post decides, executes and supervises.
const threeInOne = "DJ-13 pro-lab"

// overstayed is the key post whose holder is beyond its rotation limit 轮岗年限, and soonDue the one whose holder
// nearly is; all others are rotated in time.
const (
	overstayed = "DJ-10 出纳岗"
	soonDue    = "DJ01-05 出纳岗"
)

// duties are the duties of a process of which one person should not have two, each by the letters of its steps. To
// close a matter is none.
var duties = []string{"AH", "R", "PD", "E", "C", "I", "S"}

func dutyOf(letter byte) int {
	return slices.IndexFunc(duties, func(d string) bool { return strings.IndexByte(d, letter) >= 0 })
}

// shares are the duties of one power that people have so far.
type shares map[*person][]int

// take notes that those who hold a post today take steps of a letter.
func (s shares) take(p *post, letter byte, today time.Time) {
	for _, t := range p.holders {
		if t.on(today) && dutyOf(letter) >= 0 {
			s[t.person] = append(s[t.person], dutyOf(letter))
		}
	}
}

// free reports whether nobody who holds a post today has another duty than that of the letter.
func (s shares) free(p *post, letter byte, today time.Time) bool {
	return dutyOf(letter) < 0 || !slices.ContainsFunc(p.holders, func(t tenure) bool {
		return t.on(today) && slices.ContainsFunc(s[t.person], func(d int) bool { return d != dutyOf(letter) })
	})
}

// separate narrows the posts that fit to those whose holders have no other duty in the power. Where there are none, it
// takes others that are free: of a bureau those of its departments that fit, then any of the unit, and to supervise the
// discipline inspectors, who do nothing else. Where nobody is free, those that fit have to do.
func (n *node) separate(l *loader, fit []*post, letter byte, so shares) []*post {
	among := [][]*post{fit}
	if letter == 'S' {
		among = append(among, []*post{n.inspectors()})
	}
	var below []*post
	for _, d := range l.nodes {
		if n.isBureau() && d.parent == n && !d.isBureau() {
			below = append(below, d.fitting(letter)...)
		}
	}
	for _, list := range append(among, below, n.posts) {
		var free []*post
		for _, p := range list {
			if so.free(p, letter, l.daysAgo(0)) && (letter == 'S' || p != n.discipline) {
				free = append(free, p)
			}
		}
		if len(free) > 0 {
			return free
		}
	}
	return fit
}

// discretionOf is how much discretion a step of a power leaves, where it is less than the power's: in a power of wide
// discretion it lies with who handles the matter, and others check it.
func discretionOf(p powerPlan, steps []stepPlan, i int) *term.Discretion {
	if p.discretion != wide || i == slices.IndexFunc(steps, func(s stepPlan) bool { return s.letter == 'H' }) {
		return nil
	}
	less := limited
	return &less
}
