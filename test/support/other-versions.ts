const SECTION = /<section[^>]*id="other-versions".*?<\/section>/gsu;

/** A page without what it quotes of other versions of the rules, in their words and whatever there is of them. */
export function withoutOtherVersions(page: string): string {
  return page.replaceAll(SECTION, '');
}
