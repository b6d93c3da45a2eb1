package term

import "time"

// End is a recorded last day of something that is in force from one day to another.
type End struct {
	Day      time.Time `json:"day"`
	Recorded time.Time `json:"recorded"`
}
