/** A place in a file as a person would say it: sheet “Sheet1”, row 5, column 3; table 1, row 3; line 7, column 2. */
export function placeText(place: {
  readonly sheet?: string | null;
  readonly table?: number | null;
  readonly line?: number | null;
  readonly row?: number | null;
  readonly column?: number | null;
}): string {
  const parts = [
    place.sheet ? `sheet “${place.sheet}”` : '',
    place.table ? `table ${String(place.table)}` : '',
    place.line ? `line ${String(place.line)}` : place.row ? `row ${String(place.row)}` : '',
    place.column ? `column ${String(place.column)}` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
