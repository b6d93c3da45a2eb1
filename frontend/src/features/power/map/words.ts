function ems(text: string): number {
  let sum = 0;
  for (const letter of text) sum += (letter.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.56;
  return sum;
}

/** About how wide words are drawn: a Latin letter takes half of the room of a character. */
export function wordsWidth(text: string, size = 12): number {
  return Math.ceil(ems(text) * size) + (text ? 10 : 0);
}

/** The text in at most so many lines of a width; what does not fit ends in dots. */
export function wrapped(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of text.trim()) {
    if (ems(line + letter) * size <= width) {
      line += letter;
      continue;
    }
    if (lines.length === most - 1) {
      while (line && ems(`${line}…`) * size > width) line = line.slice(0, -1);
      return [...lines, `${line}…`];
    }
    // A word of letters is not torn where its line has a space.
    const space = /[A-Za-z]/.test(letter) ? line.lastIndexOf(' ') : -1;
    lines.push(space > 0 ? line.slice(0, space) : line);
    line = (space > 0 ? line.slice(space + 1) : '') + letter;
  }
  return line ? [...lines, line] : lines;
}
