package office

// Apart is apart.
var Apart = apart

// PathTo is pathTo.
var PathTo = pathTo
