const PROGRAMS = { doc: 'Word', docx: 'Word', xls: 'Excel', xlsx: 'Excel' } as const;

export type OfficeProgram = (typeof PROGRAMS)[keyof typeof PROGRAMS];

/** The program whose file a name promises; `null` when it promises none. */
export function officeProgram(name: string): OfficeProgram | null {
  const extension = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(PROGRAMS, extension) ? PROGRAMS[extension as keyof typeof PROGRAMS] : null; // Just checked.
}
