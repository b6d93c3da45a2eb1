package term

// IndicatorKeeps is on which side of its threshold the values of an indicator are as they should be; the threshold itself is.
type IndicatorKeeps string

// The values of IndicatorKeeps.
const (
	IndicatorKeepsAtMost  IndicatorKeeps = "AT_MOST"  // 不超过
	IndicatorKeepsAtLeast IndicatorKeeps = "AT_LEAST" // 不低于
)

var labelsIndicatorKeeps = labels[IndicatorKeeps]{
	{IndicatorKeepsAtMost, "不超过", "At most"},
	{IndicatorKeepsAtLeast, "不低于", "At least"},
}

// Values lists every IndicatorKeeps.
func (IndicatorKeeps) Values() []string { return labelsIndicatorKeeps.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v IndicatorKeeps) Label(lang string) string { return labelsIndicatorKeeps.label(v, lang) }

// Broken tells whether a value lies beyond a threshold.
func (v IndicatorKeeps) Broken(value, threshold Decimal) bool {
	if v == IndicatorKeepsAtLeast {
		return value < threshold
	}
	return value > threshold
}

// IndicatorState is what the newest reading of an indicator says.
type IndicatorState string

// The values of IndicatorState.
const (
	IndicatorStateUnread IndicatorState = "UNREAD" // 尚无监测值
	IndicatorStateWithin IndicatorState = "WITHIN" // 正常
	IndicatorStateOver   IndicatorState = "OVER"   // 超出阈值
)

var labelsIndicatorState = labels[IndicatorState]{
	{IndicatorStateUnread, "尚无监测值", "Not read yet"},
	{IndicatorStateWithin, "正常", "Within its threshold"},
	{IndicatorStateOver, "超出阈值", "Beyond its threshold"},
}

// Values lists every IndicatorState.
func (IndicatorState) Values() []string { return labelsIndicatorState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v IndicatorState) Label(lang string) string { return labelsIndicatorState.label(v, lang) }

// ReadingSource is the way by which a reading of an indicator came.
type ReadingSource string

// The values of ReadingSource.
const (
	ReadingSourceHand    ReadingSource = "HAND"    // 手工录入
	ReadingSourceFile    ReadingSource = "FILE"    // 文件导入
	ReadingSourceProgram ReadingSource = "PROGRAM" // 程序报送
)

var labelsReadingSource = labels[ReadingSource]{
	{ReadingSourceHand, "手工录入", "By hand"},
	{ReadingSourceFile, "文件导入", "From a file"},
	{ReadingSourceProgram, "程序报送", "By a program"},
}

// Values lists every ReadingSource.
func (ReadingSource) Values() []string { return labelsReadingSource.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v ReadingSource) Label(lang string) string { return labelsReadingSource.label(v, lang) }
