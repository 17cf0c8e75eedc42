import type { Texts } from '../language/texts.ts';
import type { Finding } from './doctor.ts';

type Words = Texts['commandLine']['doctor'];

/** What a finding says, in the words of a language. */
export function detailOf(finding: Finding, words: Words): string {
  switch (finding.name) {
    case 'location':
      return words.location(finding.place);
    case 'version':
      return words.version(finding.versions);
    case 'migrations':
      return words.migrations(finding.pending);
    case 'file':
      return words.file(finding.ok);
    case 'references':
      return words.references(finding.broken);
    case 'encoding':
      return words.encoding(finding.encoding);
    case 'row-security':
      return words.rowSecurity(finding.ok);
    case 'older-versions':
      return words.olderVersions(finding.until);
    case 'audit':
      return words.audit(finding.entries, finding.firstBad);
    case 'jobs':
      return words.jobs(finding.jobs);
    case 'disk':
      return words.disk(finding.megabytes);
    case 'unknown':
      return words.unknown(finding.what, finding.failure);
  }
}
