package term

// LegalBasis is a provision that a power rests on 行使依据.
type LegalBasis struct {
	Law     string `json:"law"`     // name of the law or document
	Article string `json:"article"` // e.g. 第三十条第二款
	Text    string `json:"text"`    // the words that give the power
}
