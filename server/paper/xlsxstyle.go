package paper

import "github.com/xuri/excelize/v2"

// styleKey is everything that distinguishes cell styles.
type styleKey struct {
	look         look
	size         float64
	more, goesOn bool // without top border, without bottom border
}

// styleBook keeps each style of a workbook once.
type styleBook struct {
	file *excelize.File
	ids  map[styleKey]int
}

// Fonts that every Chinese system has, or substitutes.
const (
	bodyFont  = "宋体"
	titleFont = "黑体"
)

func (b *styleBook) id(k styleKey) (int, error) {
	if id, ok := b.ids[k]; ok {
		return id, nil
	}
	const asText = 49 // number format "text"
	style := &excelize.Style{NumFmt: asText, Font: &excelize.Font{Family: bodyFont, Size: k.size},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "center", Horizontal: "center"}}
	framed := true
	open := map[string]bool{"top": k.more, "bottom": k.goesOn}
	switch k.look {
	case lookTitle:
		framed = false
		style.Font.Family = titleFont
	case lookStatus:
		framed = false
		style.Alignment.Horizontal = "right"
	case lookHeader:
		framed = false
		style.Alignment.Horizontal = "left"
	case lookLabel:
		style.Font.Bold = true
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F2F2"}}
	case lookText:
		style.Alignment.Horizontal = "left"
	case lookOpen:
		style.Alignment.Horizontal, style.Alignment.Vertical = "left", "top"
		open["bottom"] = true
	case lookSign:
		style.Alignment.Horizontal = "right"
		open["top"] = true
	}
	if k.more || k.goesOn {
		style.Alignment.Vertical = "top"
	}
	if framed {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			if !open[side] {
				style.Border = append(style.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
			}
		}
	}
	id, err := b.file.NewStyle(style)
	if err == nil {
		b.ids[k] = id
	}
	return id, err
}
