package term

// EducationKind is the form that an education session takes.
type EducationKind string

// The values of EducationKind.
const (
	EducationKindWarningCases EducationKind = "WARNING_CASES" // 警示教育
	EducationKindPartyLesson  EducationKind = "PARTY_LESSON"  // 廉政党课
	EducationKindStudy        EducationKind = "STUDY"         // 集中学习
	EducationKindTalk         EducationKind = "TALK"          // 廉政谈话
	EducationKindTraining     EducationKind = "TRAINING"      // 岗位培训
	EducationKindVisit        EducationKind = "VISIT"         // 参观
	EducationKindOther        EducationKind = "OTHER"         // 其他
)

var labelsEducationKind = labels[EducationKind]{
	{EducationKindWarningCases, "警示教育", "Warning cases"},
	{EducationKindPartyLesson, "廉政党课", "Party lesson on integrity"},
	{EducationKindStudy, "集中学习", "Study together"},
	{EducationKindTalk, "廉政谈话", "Talk on integrity"},
	{EducationKindTraining, "岗位培训", "Training for the post"},
	{EducationKindVisit, "参观", "Visit"},
	{EducationKindOther, "其他", "Other"},
}

// Values lists every EducationKind.
func (EducationKind) Values() []string { return labelsEducationKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v EducationKind) Label(lang string) string { return labelsEducationKind.label(v, lang) }

// EducationState is the state of an education session.
type EducationState string

// The values of EducationState.
const (
	EducationStatePlanned   EducationState = "PLANNED"   // 已计划
	EducationStateHeld      EducationState = "HELD"      // 已举行
	EducationStateCancelled EducationState = "CANCELLED" // 已取消
)

var labelsEducationState = labels[EducationState]{
	{EducationStatePlanned, "已计划", "Planned"},
	{EducationStateHeld, "已举行", "Held"},
	{EducationStateCancelled, "已取消", "Cancelled"},
}

// Values lists every EducationState.
func (EducationState) Values() []string { return labelsEducationState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v EducationState) Label(lang string) string { return labelsEducationState.label(v, lang) }

// Open tells whether a session in the state can still be changed.
func (v EducationState) Open() bool { return v != EducationStateCancelled }

// Attendance tells whether somebody who was expected at an education session came.
type Attendance string

// The values of Attendance.
const (
	AttendanceAttended Attendance = "ATTENDED" // 参加
	AttendanceExcused  Attendance = "EXCUSED"  // 请假
	AttendanceAbsent   Attendance = "ABSENT"   // 缺席
)

var labelsAttendance = labels[Attendance]{
	{AttendanceAttended, "参加", "Attended"},
	{AttendanceExcused, "请假", "Excused"},
	{AttendanceAbsent, "缺席", "Absent"},
}

// Values lists every Attendance.
func (Attendance) Values() []string { return labelsAttendance.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v Attendance) Label(lang string) string { return labelsAttendance.label(v, lang) }
