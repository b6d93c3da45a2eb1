package term

// DayMark is how a day of the working calendar differs from the bare week.
type DayMark string

// The values of DayMark.
const (
	DayMarkOff    DayMark = "OFF"    // 放假
	DayMarkWorked DayMark = "WORKED" // 调休上班
)

var labelsDayMark = labels[DayMark]{
	{DayMarkOff, "放假", "Day off"},
	{DayMarkWorked, "调休上班", "Make-up working day"},
}

// Values lists every DayMark.
func (DayMark) Values() []string { return labelsDayMark.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v DayMark) Label(lang string) string { return labelsDayMark.label(v, lang) }

// DayRange are consecutive days with one mark, as they are stored: both days are included, as 2006-01-02.
type DayRange struct {
	From string  `json:"from"`
	To   string  `json:"to"`
	Mark DayMark `json:"mark"`
	Name string  `json:"name,omitempty"` // of the holiday
}

// ClockUnit is what a time limit is counted in.
type ClockUnit string

// The values of ClockUnit.
const (
	ClockUnitWorkingDays  ClockUnit = "WORKING_DAYS"  // 工作日
	ClockUnitCalendarDays ClockUnit = "CALENDAR_DAYS" // 自然日
	ClockUnitMonths       ClockUnit = "MONTHS"        // 月
	ClockUnitYears        ClockUnit = "YEARS"         // 年
)

var labelsClockUnit = labels[ClockUnit]{
	{ClockUnitWorkingDays, "工作日", "Working days"},
	{ClockUnitCalendarDays, "自然日", "Calendar days"},
	{ClockUnitMonths, "月", "Months"},
	{ClockUnitYears, "年", "Years"},
}

// Values lists every ClockUnit.
func (ClockUnit) Values() []string { return labelsClockUnit.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ClockUnit) Label(lang string) string { return labelsClockUnit.label(v, lang) }

// ClockStart is the first day that a time limit counts.
type ClockStart string

// The values of ClockStart.
const (
	ClockStartDayAfter ClockStart = "DAY_AFTER" // 次日起算
	ClockStartSameDay  ClockStart = "SAME_DAY"  // 当日起算
)

var labelsClockStart = labels[ClockStart]{
	{ClockStartDayAfter, "次日起算", "From the day after"},
	{ClockStartSameDay, "当日起算", "From the same day"},
}

// Values lists every ClockStart.
func (ClockStart) Values() []string { return labelsClockStart.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ClockStart) Label(lang string) string { return labelsClockStart.label(v, lang) }

// ClockEnd is what becomes of a time limit whose last day is no working day.
type ClockEnd string

// The values of ClockEnd.
const (
	ClockEndNext     ClockEnd = "NEXT_WORKING_DAY"     // 顺延至下一工作日
	ClockEndStays    ClockEnd = "STAYS"                // 不顺延
	ClockEndPrevious ClockEnd = "PREVIOUS_WORKING_DAY" // 提前至上一工作日
)

var labelsClockEnd = labels[ClockEnd]{
	{ClockEndNext, "顺延至下一工作日", "The next working day"},
	{ClockEndStays, "不顺延", "Stays"},
	{ClockEndPrevious, "提前至上一工作日", "The working day before"},
}

// Values lists every ClockEnd.
func (ClockEnd) Values() []string { return labelsClockEnd.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ClockEnd) Label(lang string) string { return labelsClockEnd.label(v, lang) }

// PauseKind is what time may be taken out of a time limit for: what article 45 of 行政许可法 lists, and what a body
// names itself.
type PauseKind string

// The values of PauseKind.
const (
	PauseKindHearing      PauseKind = "HEARING"       // 听证
	PauseKindTender       PauseKind = "TENDER"        // 招标
	PauseKindAuction      PauseKind = "AUCTION"       // 拍卖
	PauseKindInspection   PauseKind = "INSPECTION"    // 检验
	PauseKindTesting      PauseKind = "TESTING"       // 检测
	PauseKindQuarantine   PauseKind = "QUARANTINE"    // 检疫
	PauseKindAppraisal    PauseKind = "APPRAISAL"     // 鉴定
	PauseKindExpertReview PauseKind = "EXPERT_REVIEW" // 专家评审
	PauseKindOther        PauseKind = "OTHER"         // 其他依法扣除
)

var labelsPauseKind = labels[PauseKind]{
	{PauseKindHearing, "听证", "Hearing"},
	{PauseKindTender, "招标", "Call for tenders"},
	{PauseKindAuction, "拍卖", "Auction"},
	{PauseKindInspection, "检验", "Inspection"},
	{PauseKindTesting, "检测", "Testing"},
	{PauseKindQuarantine, "检疫", "Quarantine"},
	{PauseKindAppraisal, "鉴定", "Appraisal"},
	{PauseKindExpertReview, "专家评审", "Expert review"},
	{PauseKindOther, "其他依法扣除", "Other time that a rule leaves out"},
}

// Values lists every PauseKind.
func (PauseKind) Values() []string { return labelsPauseKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v PauseKind) Label(lang string) string { return labelsPauseKind.label(v, lang) }
