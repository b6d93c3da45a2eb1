package exchange

import (
	"context"
	"os"
	"testing"

	"sineng/server/exchange/sheet"
)

// FuzzReadRows passes texts of any kind to everything before the database:
// nothing may panic, and a row without a problem has what its kind needs.
func FuzzReadRows(f *testing.F) {
	for _, seed := range []string{
		"编码,名称,上级编码,类型,排序\n1,甲,,单位,1\n",
		"单位,风险点,风险类别,风险等级,防控措施,完成时限,监测指标/阈值\n甲,公车,岗位职责,高,登记,2026年6月,超期/5%\n",
		peopleHeading + "1,张三,科长,党员,甲,岗,2024.3,,是,5年,分管领导,甲、乙\n",
		powersHeading + "甲,1,许可,许可,《法》第三条,岗,一/二/三,常,大,20日,全\n",
		"对应风险点,措施内容,责任人\n公车,登记,张三(12)\n",
	} {
		f.Add(seed)
	}
	if content, err := os.ReadFile("testdata/divisions.csv"); err == nil {
		f.Add(string(content[:300]))
	}
	f.Fuzz(func(t *testing.T, content string) {
		limits := sheet.Limits{FileBytes: 1 << 16, UnzippedBytes: 1 << 16, Ratio: 10, Sheets: 2, Rows: 200, Columns: 40, Cells: 2000, CellBytes: 10_000}
		book, err := sheet.Keep(context.Background(), []byte(content), "f.csv", limits)
		if err != nil {
			return
		}
		in := &input{content: book}
		defer in.close()
		if err := in.recognise(context.Background(), Options{}, func() ([]*Mapping, error) { return nil, nil }); err != nil {
			return
		}
		var lines []*line
		each := func(k Kind, read func(*line)) {
			check(t, in.each(context.Background(), k, func(l *line) error {
				lines = append(lines, l)
				read(l)
				return nil
			}))
		}
		each(KindPeople, func(l *line) { readPerson(l) })
		each(KindPowers, func(l *line) { readPower(l) })
		each(KindMeasures, func(l *line) { readMeasureOnly(l) })
		each(KindUnits, func(l *line) {
			if u := readUnit(l); !u.bad() && (u.code == "" || u.name == "") {
				t.Errorf("unit %+v", u)
			}
		})
		each(KindRegister, func(l *line) {
			r := readRisk(l)
			if !r.bad() && (r.title == "" || r.manifestation == "") {
				t.Errorf("risk point %+v", r)
			}
			personal(r.directOwner.text)
			parseWritten(r.directOwner.text)
		})
		if len(lines) != in.total || in.survey.rows != in.total {
			t.Errorf("%d rows read, %d surveyed, of %d", len(lines), in.survey.rows, in.total)
		}
		for _, l := range lines {
			for _, q := range l.problems {
				if q.Reason == "" || q.WantedZH == "" || q.WantedEN == "" || q.Row < 1 {
					t.Errorf("problem %+v", q)
				}
			}
		}
	})
}
