// Package exchange imports organisations and registers from existing files. It
// recognises what a sheet contains by its column titles, computes what an
// import would create and change, and performs it through the same services as
// the API, in short transactions whose rows are hidden until the last one shows
// them all.
package exchange
