package app

import (
	"log/slog"

	"sineng/server/account"
	"sineng/server/attachment"
	"sineng/server/audit/tlog"
	"sineng/server/blob"
	"sineng/server/deliver"
	"sineng/server/exchange/sheet"
	"sineng/server/store"
)

// Options are what the services stand on, and their settings.
type Options struct {
	Store    *store.Store
	Accounts *account.Service
	// Log signs and proves the audit log.
	Log *tlog.Log
	// Files are the bytes of attached files and of what jobs made.
	Files *blob.Store
	// Uploads is where files wait to be imported; "" for the system's temporary folder.
	Uploads string
	// Sheets bound files that are imported; the zero value stands for the usual limits.
	Sheets sheet.Limits
	// Attachments bound attached files; the zero value stands for the usual limits.
	Attachments attachment.Limits
	// Delivery says how notices reach their accounts.
	Delivery deliver.Options
	// Logger gets what happens in the background; nil for nobody.
	Logger *slog.Logger
}

// withDefaults fills in what was left out.
func (o Options) withDefaults() Options {
	if o.Sheets == (sheet.Limits{}) {
		o.Sheets = sheet.DefaultLimits()
	}
	if o.Attachments == (attachment.Limits{}) {
		o.Attachments = attachment.DefaultLimits()
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Delivery.Log == nil {
		o.Delivery.Log = o.Logger
	}
	return o
}
