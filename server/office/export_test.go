package office

// Apart is apart.
var Apart = apart
