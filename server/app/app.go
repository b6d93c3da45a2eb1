package app

import (
	"sineng/graph"
	"sineng/server/agenda"
	"sineng/server/attachment"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
	"sineng/server/balance"
	"sineng/server/calendar"
	"sineng/server/campaign"
	"sineng/server/check"
	"sineng/server/clock"
	"sineng/server/deliver"
	"sineng/server/education"
	"sineng/server/exchange"
	"sineng/server/form"
	"sineng/server/hint"
	"sineng/server/indicator"
	"sineng/server/instruction"
	"sineng/server/job"
	"sineng/server/live"
	"sineng/server/meeting"
	"sineng/server/notice"
	"sineng/server/objection"
	"sineng/server/org"
	"sineng/server/paper"
	"sineng/server/pending"
	"sineng/server/proceeding"
	"sineng/server/process"
	"sineng/server/publicity"
	"sineng/server/register"
	"sineng/server/review"
	"sineng/server/rulebook"
	"sineng/server/search"
	"sineng/server/separation"
	"sineng/server/supervision"
	"sineng/server/task"
	"sineng/server/timer"
	"sineng/server/todo"
	"sineng/server/warning"
)

// App is the program without its network: all services, each built once.
type App struct {
	graph.Services
	// Exchange reads files into the register; Imports runs it for those who upload.
	Exchange *exchange.Service
	// Separation finds in the log what one did alone.
	Separation *separation.Service
	// Timer fires what is due.
	Timer *timer.Timer
	// Log signs and proves the audit log.
	Log *tlog.Log

	// Kinds are those of notices, with their words.
	Kinds *notice.Registry

	options Options
}

// New builds the services. Close ends what it started.
func New(o Options) (*App, error) {
	o = o.withDefaults()
	a := &App{Log: o.Log, options: o}
	a.Store, a.Accounts = o.Store, o.Accounts
	a.buildDomains()
	if err := a.buildReaders(); err != nil {
		return nil, err
	}
	a.Acts.Handle(a.acts()...)
	a.Search = search.New(a.Store, a.texts()...)
	if err := a.buildNotices(); err != nil {
		return nil, err
	}
	a.Jobs = job.New(o.Store, o.Files, o.Logger)
	for kind, handler := range a.handlers() {
		a.Jobs.Handle(kind, handler)
	}
	a.Jobs.Ended(a.Notices.JobEnded)
	a.Timer = timer.New(o.Store, o.Logger)
	a.Timer.Handle(a.timers()...)
	a.Audit = audit.NewService(o.Store, o.Log)
	a.Separation = separation.New(o.Store)
	a.Verify = verify.NewService(o.Store, o.Log, a.Checks()...)
	return a, nil
}

// buildDomains builds the domains, each after those that it uses.
func (a *App) buildDomains() {
	s := a.Store
	a.Acts = pending.New(s)
	a.Org = org.New(s)
	a.Calendar = calendar.NewService(s)
	a.Clocks = clock.New(s, a.Calendar)
	a.Register = register.New(s, register.DefaultRecipe)
	a.Processes = process.New(s, a.Register)
	a.Balance = balance.New(s, a.Processes)
	a.SupervisionChecks = check.New(s, a.Calendar)
	a.Warnings = warning.New(s, a.Calendar)
	a.Tasks = task.New(s, a.Register)
	a.Monitoring = indicator.New(s)
	a.Education = education.New(s, a.Tasks)
	a.Rulebook = rulebook.New(s)
	a.Tracking = proceeding.New(s, a.Calendar, a.Balance)
	a.Instructions = instruction.New(s, a.Calendar, a.Register)
	a.Forms = form.New(s, a.Register)
	a.Files = attachment.New(s, a.options.Files, a.Forms, a.options.Attachments)
	a.Publicity = publicity.New(s)
	a.Campaigns = campaign.New(s)
	a.Reviews = review.New(s, a.Forms)
	a.Meetings = meeting.New(s)
	a.Objections = objection.New(s)
	a.Supervision = supervision.New(s)
	a.buildMeetings()
	a.buildFiles()
}

// buildMeetings gives the meetings what the domains bring to agendas.
func (a *App) buildMeetings() {
	for _, d := range a.services() {
		if b, ok := d.(agenda.Bringer); ok {
			a.Meetings.Bring(b)
		}
	}
}

// buildFiles gives the attached files the owners that the domains bring.
func (a *App) buildFiles() {
	for _, d := range a.services() {
		if b, ok := d.(attachment.Bringer); ok {
			a.Files.Bring(b)
		}
	}
}

// buildReaders builds what reads all domains.
func (a *App) buildReaders() error {
	a.Exchange = exchange.New(a.Store, a.Org, a.Register, a.Processes, a.options.Sheets)
	a.Paper = paper.New(a.Store, a.Forms, a.options.Files)
	a.Hints = hint.New(a.Store, a.Forms, a.Register)
	var err error
	a.Imports, err = exchange.NewJobs(a.Exchange, a.options.Uploads, a.options.Logger)
	return err
}

// buildNotices builds what tells people of things, out of what the domains bring.
func (a *App) buildNotices() error {
	var err error
	if a.Kinds, err = notice.Collect(a.noticeSources()...); err != nil {
		return err
	}
	a.Notices = notice.New(a.Store, a.Kinds, notice.Options{Written: deliver.Plan, Read: func(account int64) { a.Live.Read(account) }})
	a.Deliveries = deliver.New(a.Store, a.Kinds, a.Accounts, a.options.Delivery)
	if a.ToDos, err = todo.New(a.toDoSources()...); err != nil {
		return err
	}
	a.Live = live.New(a.Store, a.Notices, a.ToDos, a.options.Logger)
	return nil
}

// Close ends the imports that run and deletes what was uploaded.
func (a *App) Close() error { return a.Imports.Close() }
