/** A place in a file as a person would say it: 工作表“Sheet1”第 5 行第 3 列, 表 1 第 3 行, 第 7 行第 2 列. */
export function placeText(place: {
  readonly sheet?: string | null;
  readonly table?: number | null;
  readonly line?: number | null;
  readonly row?: number | null;
  readonly column?: number | null;
}): string {
  const parts = [
    place.sheet ? `工作表“${place.sheet}”` : '',
    place.table ? `表 ${String(place.table)} ` : '',
    place.line ? `第 ${String(place.line)} 行` : place.row ? `第 ${String(place.row)} 行` : '',
    place.column ? `第 ${String(place.column)} 列` : '',
  ];
  return parts.join('');
}
