package pending

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/pendingact"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/store"
)

// Notices tell of acts: those who may confirm one, that it waits; who began it, what became of it.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindActToConfirm, Page: Page, ZH: "“{act}”({gainer})待您确认,{until} 前有效", EN: "“{act}” ({gainer}) waits for your confirmation, until {until}"},
			{Kind: term.NoticeKindActDecided, Page: Page, ZH: "您提请的“{act}”({gainer}){outcome}", EN: "What you began, “{act}” ({gainer}): {outcome}"},
			{Kind: term.NoticeKindActAnnounced, Page: Page, ZH: "服务器操作员提出“{act}”({gainer}),将于 {effect} 生效,如有异议请予驳回",
				EN: "The operator of the server began “{act}” ({gainer}), which takes effect at {effect} unless it is declined"},
		},
		Answers: []notice.Answer{
			{To: []term.AuditAction{term.AuditActionBeginAct}, With: s.notifyAsked},
			{To: []term.AuditAction{term.AuditActionConfirmAct, term.AuditActionDeclineAct, term.AuditActionWithdrawAct, term.AuditActionExpireAct}, With: s.notifyDecided},
		},
		Words: map[string]notice.Word{"act": notice.Label[term.ActKind], "outcome": notice.Label[term.ActStatus]},
		Seen:  map[string]func(context.Context, []int64) ([]int64, error){pendingact.Table: s.seen},
	}
}

// seen returns those of the ids whose acts the viewer may see.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	v := viewer.FromContext(ctx)
	if v == nil {
		return nil, nil
	}
	return s.store.Reader(ctx).PendingAct.Query().Where(pendingact.IDIn(ids...), inSight(v)).IDs(viewer.System(ctx))
}

// told are the acts that entries of the log tell of.
func told(ctx context.Context, b *notice.Batch, entries []follow.Entry) ([]*ent.PendingAct, error) {
	var ids []int64
	for _, e := range entries {
		ids = append(ids, e.Changed(ent.TypePendingAct)...)
	}
	return b.Tx.PendingAct.Query().Where(pendingact.IDIn(ids...)).Order(pendingact.ByID()).All(ctx)
}

// wordsOf are the parameters of a notice on an act.
func wordsOf(a *ent.PendingAct) map[string]string {
	out := map[string]string{"act": string(a.Kind), "gainer": a.Words["person"], "until": store.DayOf(a.Until).Format(time.DateOnly), "outcome": string(a.Status)}
	if out["gainer"] == "" {
		out["gainer"] = a.Words["login"]
	}
	if out["gainer"] == "" {
		out["gainer"] = a.Words["unit"]
	}
	if a.TakesEffectAt != nil {
		out["effect"] = store.DayOf(*a.TakesEffectAt).Format(time.DateOnly) + " " + store.TimeOfDay(*a.TakesEffectAt)
	}
	return out
}

// notifyAsked notifies those who may confirm an act, or whom the operator's break-glass is announced to.
func (s *Service) notifyAsked(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	acts, err := told(ctx, b, entries)
	if err != nil {
		return err
	}
	for _, a := range acts {
		if a.Status != term.ActStatusPending || s.kinds.quiet(a) {
			continue
		}
		kind := term.NoticeKindActToConfirm
		if a.TakesEffectAt != nil {
			kind = term.NoticeKindActAnnounced
		}
		starting, err := startUp(ctx, b.Tx.Client(), authz.Action(a.ByRight))
		if err != nil {
			return err
		}
		to, err := s.kinds.asked(ctx, b.Tx.Client(), b.Today, a, starting, mostNotified)
		if err != nil {
			return err
		}
		b.Notify(to, notice.Notice{Kind: kind, Object: a.ID, Key: notice.Key("act", a.ID), Words: wordsOf(a)})
	}
	return nil
}

// quiet tells whether its domain notifies of an act.
func (k Kinds) quiet(a *ent.PendingAct) bool {
	kind := k[a.Kind]
	return kind.Quiet != nil && kind.Quiet(a)
}

// mostNotified is how many accounts are notified of one act.
const mostNotified = 100

// notifyDecided notifies who began an act of what became of it, unless they did it themself.
func (s *Service) notifyDecided(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	acts, err := told(ctx, b, entries)
	if err != nil {
		return err
	}
	for _, a := range acts {
		if a.Status == term.ActStatusPending || s.kinds.quiet(a) && a.Status != term.ActStatusExpired && a.Status != term.ActStatusWithdrawn {
			continue
		}
		var to []int64
		if a.BegunBy != nil && (a.DecidedBy == nil || *a.DecidedBy != *a.BegunBy) {
			to = append(to, *a.BegunBy)
		}
		open, err := b.Tx.Account.Query().Where(account.IDIn(append(slices.Clone(to), 0)...), account.Disabled(false)).IDs(ctx)
		if err != nil {
			return err
		}
		b.Notify(open, notice.Notice{Kind: term.NoticeKindActDecided, Object: a.ID, Key: notice.Key("act decided", a.ID), Words: wordsOf(a)})
	}
	return nil
}
