// Package fulldisk tests the built program where a disk has no room. It has nothing but tests.
package fulldisk
