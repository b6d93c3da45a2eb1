package account

// OnVerify calls note with every hash that a password is compared with.
func (s *Service) OnVerify(note func(hash string)) {
	verify := s.verify
	s.verify = func(password, hash string) (bool, error) {
		note(hash)
		return verify(password, hash)
	}
}
