package calendar

import (
	"time"

	"sineng/ent/term"
)

// builtinYears are the years that the program is delivered with.
var builtinYears = []Year{
	{2025, "国务院办公厅关于2025年部分节假日安排的通知", true, days(2025,
		off("元旦", 1, 1, 1, 1), off("春节", 1, 28, 2, 4), off("清明节", 4, 4, 4, 6), off("劳动节", 5, 1, 5, 5), off("端午节", 5, 31, 6, 2), off("国庆节、中秋节", 10, 1, 10, 8),
		worked("春节", 1, 26), worked("春节", 2, 8), worked("劳动节", 4, 27), worked("国庆节、中秋节", 9, 28), worked("国庆节、中秋节", 10, 11))},
	{2026, "国务院办公厅关于2026年部分节假日安排的通知", true, days(2026,
		off("元旦", 1, 1, 1, 3), off("春节", 2, 15, 2, 23), off("清明节", 4, 4, 4, 6), off("劳动节", 5, 1, 5, 5), off("端午节", 6, 19, 6, 21), off("中秋节", 9, 25, 9, 27), off("国庆节", 10, 1, 10, 7),
		worked("元旦", 1, 4), worked("春节", 2, 14), worked("春节", 2, 28), worked("劳动节", 5, 9), worked("国庆节", 9, 20), worked("国庆节", 10, 10))},
	// Known to github.com/6tail/lunar-go v1.4.7 alone; to be compared with the notice of the State Council's office.
	{2027, "github.com/6tail/lunar-go v1.4.7", false, days(2027,
		off("元旦", 1, 1, 1, 3), off("春节", 2, 5, 2, 13), off("清明节", 4, 3, 4, 5), off("劳动节", 5, 1, 5, 5), off("端午节", 6, 9, 6, 9), off("中秋节", 9, 15, 9, 15), off("国庆节", 10, 1, 10, 7),
		worked("春节", 1, 31), worked("春节", 2, 14), worked("劳动节", 5, 8), worked("国庆节", 9, 26), worked("国庆节", 10, 9))},
}

// builtin is the calendar that the program is delivered with.
var builtin = func() *Calendar {
	c, err := New(builtinYears...)
	if err != nil {
		panic(err)
	}
	return c
}()

// Builtin is the calendar that the program is delivered with, 2025 to 2027; 2027 is to be confirmed.
func Builtin() *Calendar { return builtin }

func off(name string, fromMonth time.Month, fromDay int, toMonth time.Month, toDay int) func(int) Range {
	return func(year int) Range {
		return Range{Date(year, fromMonth, fromDay), Date(year, toMonth, toDay), term.DayMarkOff, name}
	}
}

func worked(name string, month time.Month, day int) func(int) Range {
	return func(year int) Range {
		on := Date(year, month, day)
		return Range{on, on, term.DayMarkWorked, name}
	}
}

func days(year int, of ...func(int) Range) []Marked {
	ranges := make([]Range, len(of))
	for i, r := range of {
		ranges[i] = r(year)
	}
	return Marks(ranges...)
}
