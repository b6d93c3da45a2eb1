package term

import "time"

// End is a last day that was recorded of something that holds from a day to a day.
type End struct {
	Day      time.Time `json:"day"`
	Recorded time.Time `json:"recorded"`
}
