// Package exchange brings organisations and registers in from files that people
// already have: it recognises what a sheet is by its column titles, works out what
// an import would create and change, and carries that out through the same services
// as the API, in one transaction.
package exchange
