package account

// OnVerify calls note with the hash of every password comparison.
func (s *Service) OnVerify(note func(hash string)) {
	verify := s.verify
	s.verify = func(password, hash string) (bool, error) {
		note(hash)
		return verify(password, hash)
	}
}

// LoginRaced is loginRaced.
var LoginRaced = loginRaced
