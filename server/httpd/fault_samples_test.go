package httpd_test

// obj and list shorten the inputs below.
type obj = map[string]any

func list(v ...any) []any { return v }

// samples are arguments of each root field that takes an id, with an id in every place
// where there may be one.
func samples(id map[string]string) map[string]obj {
	in := func(o obj) obj { return obj{"input": o} }
	page := func(filter obj) obj { return obj{"filter": filter, "first": 20} }
	reasoned := func(key, kind string) obj { return in(obj{key: id[kind], "reason": "试点"}) }
	at := func(o obj) obj { o["expectedVersion"] = 1; return o }
	power := obj{"code": "N9", "name": "新权", "type": word("OTHER"), "legalBases": list(), "discretion": word("NONE"),
		"exercisingPostIds": list(id["post"]), "decisionPostId": id["post"], "executionPostId": id["post"], "supervisionPostId": id["post"]}
	risk := obj{"title": "新险", "riskType": word("DUTY"), "manifestation": "违规", "foundBy": list(word("SELF")), "powerId": id["power"], "postId": id["post"],
		"personId": id["person"], "exposedPostIds": list(id["post"]), "exposedPersonIds": list(id["person"]),
		"directOwnerId": id["person"], "departmentOwnerId": id["person2"], "leaderOwnerId": id["person2"]}
	inputs := obj{"likelihood": 1, "severity": 1, "consequence": word("MINOR")}
	measure := obj{"content": "复核", "kind": word("BALANCE"), "mechanism": word("DYNAMIC_MONITORING"), "scope": word("GENERAL"),
		"ownerId": id["person"], "supervisorId": id["person2"], "riskPointIds": list(id["risk"])}
	sitting := obj{"title": "会议", "heldOn": "2026-03-12", "recorderId": id["person"],
		"members": list(obj{"personId": id["person"], "head": true}, obj{"personId": id["third"]}, obj{"personId": id["colleague"]}), "campaignId": id["campaign"]}
	riskFilter := obj{"unitId": id["unitID"], "powerId": id["power"], "postId": id["post"], "personId": id["person"], "leaderOwnerId": id["person2"]}
	planned := obj{"year": 2027, "title": "专项", "kinds": list(word("POWERS")), "publicityDays": 7, "objectionDays": 15, "previousId": id["campaign"],
		"phases": list(obj{"phase": word("SURVEY"), "from": "2027-03-12", "to": "2027-05-31", "due": list(obj{"kind": word("POWERS"), "on": "2027-05-31"})})}
	step := func() obj { return in(at(obj{"id": id["campaign"], "reason": "按计划"})) }
	return map[string]obj{
		"endSession":        in(obj{"sessionId": id["mySession"]}),
		"createToken":       in(obj{"name": "x", "scopes": list(word("READ_ORGANISATION")), "unitId": id["unitID"], "expiresAt": "2026-04-01T00:00:00Z"}),
		"revokeToken":       in(obj{"tokenId": id["token"]}),
		"createAccount":     in(obj{"loginName": "brand-new", "personId": id["person"], "firstPassword": "Neu-Passwort-2026"}),
		"resetPassword":     in(obj{"accountId": id["account"], "firstPassword": "Neu-Passwort-2026"}),
		"resetSecondFactor": reasoned("accountId", "account"),
		"disableAccount":    reasoned("accountId", "account"),
		"enableAccount":     reasoned("accountId", "account"),
		"grantRole":         in(obj{"accountId": id["account"], "role": word("STAFF"), "unitId": id["unitID"], "from": "2026-03-02", "reason": "试点"}),
		"confirmGrant":      in(obj{"roleAppointmentId": id["grant"]}),
		"declineGrant":      reasoned("roleAppointmentId", "grant"),
		"revokeRole":        in(obj{"roleAppointmentId": id["grant"], "to": "2026-03-02", "reason": "试点"}),
		"eraseTexts":        reasoned("personId", "person"),
		"auditEntries":      page(obj{"accountId": id["account"], "objectId": id["risk"], "unitId": id["unitID"]}),
		"node":              obj{"id": id["risk"]},
		"nodes":             obj{"ids": list(id["risk"])},

		"units":           page(obj{"parentId": id["unitID"]}),
		"posts":           page(obj{"unitId": id["unitID"]}),
		"people":          page(obj{"unitId": id["unitID"]}),
		"portfolios":      page(obj{"unitId": id["unitID"], "personId": id["person"]}),
		"createUnit":      in(obj{"parentId": id["unitID"], "code": "NEU", "name": "新科", "kind": word("DEPARTMENT")}),
		"updateUnit":      in(at(obj{"id": id["unitID"], "code": "NEU", "name": "新科", "kind": word("BUREAU"), "sortOrder": 1})),
		"moveUnit":        in(at(obj{"id": id["unitID2"], "newParentId": id["top"]})),
		"closeUnit":       in(at(obj{"id": id["unitID"], "on": "2026-03-02"})),
		"createPost":      in(obj{"unitId": id["unitID"], "name": "新岗", "duties": "受理", "keyPost": false}),
		"updatePost":      in(at(obj{"id": id["post"], "name": "改岗", "duties": "受理", "keyPost": false})),
		"addPerson":       in(obj{"unitId": id["unitID"], "name": "新人", "jobTitle": "科员"}),
		"updatePerson":    in(at(obj{"id": id["person"], "unitId": id["unitID"], "name": "新人", "jobTitle": "科员"})),
		"appoint":         in(obj{"personId": id["person"], "postId": id["post2"], "from": "2026-03-02"}),
		"relieve":         in(at(obj{"appointmentId": id["office"], "to": "2026-03-02"})),
		"assignPortfolio": in(obj{"personId": id["person"], "unitId": id["unitID2"], "kind": word("IN_CHARGE"), "from": "2026-03-02"}),
		"endPortfolio":    in(at(obj{"portfolioId": id["portfolio"], "to": "2026-03-02"})),

		"powers":          page(obj{"unitId": id["unitID"]}),
		"duties":          obj{"unitId": id["unitID"], "postId": id["post"], "first": 20},
		"processes":       obj{"unitId": id["unitID"], "powerId": id["power"], "first": 20},
		"riskPoints":      page(riskFilter),
		"riskRows":        page(riskFilter),
		"measures":        page(obj{"unitId": id["unitID"], "riskPointId": id["risk"], "ownerId": id["person"]}),
		"gradeMatrix":     obj{"unitId": id["unitID"], "by": word("CHILD_UNIT")},
		"supervision":     obj{"personId": id["person"]},
		"recordDuty":      in(obj{"postId": id["post"], "content": "新责"}),
		"reviseDuty":      in(at(obj{"id": id["duty"], "content": "新责", "sortOrder": 1})),
		"registerPower":   in(obj{"unitId": id["unitID"], "details": power}),
		"revisePower":     in(at(obj{"id": id["power"], "details": power})),
		"retirePower":     in(at(obj{"id": id["power"], "on": "2026-03-02"})),
		"recordRiskPoint": in(obj{"unitId": id["unitID"], "details": risk, "assessment": inputs}),
		"reviseRiskPoint": in(at(obj{"id": id["open"], "details": risk})),
		"retireRiskPoint": in(at(obj{"id": id["open"], "reason": "消除"})),
		"proposeGrade":    in(at(obj{"riskPointId": id["open"], "assessment": inputs})),
		"decideGrade":     in(at(obj{"riskPointId": id["open"], "grade": word("C")})),
		"endorseGrade":    in(at(obj{"riskPointId": id["open"], "grade": word("B"), "reason": "集体研究"})),
		"concurGrade":     in(at(obj{"riskPointId": id["open"]})),
		"refuseGrade":     in(at(obj{"riskPointId": id["open"], "reason": "依据不足"})),
		"meetings":        page(obj{"unitId": id["unitID"], "campaignId": id["campaign"]}),
		"regrade":         in(obj{"riskPointIds": list(id["open"]), "reason": "新规则"}),
		"planMeeting":     in(obj{"unitId": id["unitID"], "details": sitting}),
		"reviseMeeting":   in(at(obj{"id": id["planned"], "details": sitting})),
		"setAgenda":       in(at(obj{"meetingId": id["planned"], "items": list(obj{"riskPointId": id["open"], "grade": word("A")})})),
		"openMeeting":     in(at(obj{"id": id["planned"], "attendance": list(obj{"memberId": id["waiting"], "present": true})})),
		"castVote":        in(obj{"itemId": id["item"], "memberId": id["member"], "vote": word("FOR")}),
		"decideItem":      in(at(obj{"itemId": id["item"]})),
		"deferItem":       in(at(obj{"itemId": id["item"], "reason": "再议"})),
		"closeMeeting":    in(at(obj{"id": id["meeting"], "minutes": "纪要"})),
		"cancelMeeting":   in(at(obj{"id": id["planned"], "reason": "改期"})),
		"gradeRecipe":     obj{"unitId": id["unitID"]},
		"gradeRecipes":    obj{"unitId": id["unitID"], "first": 20},
		"previewRecipe":   obj{"input": obj{"unitId": id["unitID"], "name": "product", "bounds": obj{"a": 12, "b": 6}}, "first": 20},
		"setRecipe":       in(at(obj{"unitId": id["unitID"], "name": "product", "bounds": obj{"a": 12, "b": 6}, "reason": "试点"})),
		"recordMeasure":   in(obj{"unitId": id["unitID"], "details": measure}),
		"reviseMeasure":   in(at(obj{"id": id["measure"], "details": measure})),
		"advanceMeasure":  in(at(obj{"id": id["measure"], "action": word("APPROVE")})),
		"saveProcess": in(obj{"powerId": id["power"], "expectedRevision": 1,
			"steps": list(obj{"key": "1", "name": "受理", "kind": word("ACCEPT"), "postId": id["post"]}, obj{"key": "2", "name": "审批", "kind": word("APPROVE"), "postId": id["post"]}),
			"edges": list(obj{"fromKey": "1", "toKey": "2"})}),

		"campaigns":        page(obj{"unitId": id["unitID"]}),
		"campaignProgress": obj{"campaignId": id["campaign"], "unitId": id["unitID"]},
		"planCampaign":     in(obj{"unitId": id["unitID"], "details": planned}),
		"reviseCampaign":   in(at(obj{"id": id["campaign2"], "details": planned})),
		"openCampaign":     step(),
		"advanceCampaign":  step(),
		"closeCampaign":    step(),
		"archiveCampaign":  step(),
		"job":              obj{"id": id["work"]},
		"cancelJob":        in(obj{"id": id["work"]}),

		"planImport":     in(obj{"uploadId": id["upload"], "unitId": id["unitID"]}),
		"importJob":      obj{"id": id["job"]},
		"commitImport":   in(obj{"jobId": id["job"]}),
		"cancelImport":   in(obj{"jobId": id["job"]}),
		"importProgress": obj{"jobId": id["job"]},
	}
}
