package process

// Bound sets how many processes are looked at together, and how many risk points a statement reads.
func (s *Service) Bound(processes, risks int) { s.bounds = bounds{processes, risks} }
