// Package app puts the program together: it builds each service once, hands every service
// what it needs and collects what the services bring: workers, handlers of jobs, checks of a
// verification, kinds of notices and sections of the to-do. It holds no rule.
package app
