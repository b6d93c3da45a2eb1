package term

// LegalBasis is a provision on which a power is based 行使依据.
type LegalBasis struct {
	Law     string `json:"law"`     // name of the law or document
	Article string `json:"article"` // e.g. 第三十条第二款
	Text    string `json:"text"`    // the provision's text
}
