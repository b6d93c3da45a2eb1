// Package campaign keeps campaigns 专项工作: a year's work on a unit and its subtree, which forms
// it requires of whom, and how far they are.
package campaign
