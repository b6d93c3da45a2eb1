package term

// StoodRisk is a risk point as it stood on a step of a version of a process when the next version took its
// place.
type StoodRisk struct {
	StepKey     string     `json:"step"`
	RiskPointID int64      `json:"risk"`
	Title       string     `json:"title"`
	Grade       Grade      `json:"grade"`
	Types       []RiskType `json:"types"`
}
